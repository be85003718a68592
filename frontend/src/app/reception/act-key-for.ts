import { newActKey } from '../api/index.ts';

/** The same thing sent again is the same act, however long the line was down; what was mended is another. */
export class ActKeyFor {
  #body = '';
  #key = '';

  of(body: object): string {
    const text = JSON.stringify(body);
    if (this.#body !== text) [this.#body, this.#key] = [text, newActKey()];
    return this.#key;
  }

  /** It is done: the same again would be another one. */
  forget(): void {
    this.#body = '';
  }
}
