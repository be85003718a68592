/** No officer types two keys within this time; a scanner never takes longer. */
const BETWEEN_MS = 40;
const SHORTEST = 8;

/** A dossier code as slips bear it: ours, the city's, or a ministry's. */
const CODE = /^(?=.*\d)(?=.*[A-Z])[A-Z0-9]+(?:\.[A-Z0-9]+)*(?:-[A-Z0-9.]+)+$/;

/** What was typed or scanned, if it can be the code of a dossier. */
export const codeIn = (text: string): string | undefined => {
  const code = text.trim().toUpperCase();
  return CODE.test(code) ? code : undefined;
};

export interface KeyHeard {
  readonly key: string;
  readonly timeStamp: number;
}

/** Tells a scanner from a person by its speed; what it began over is remembered, to be put back. */
export class ScanEar<Before> {
  readonly #remember: () => Before;
  #heard = '';
  #last = 0;
  #before: Before | undefined;

  constructor(remember: () => Before) {
    this.#remember = remember;
  }

  /** The code, at the Enter that ends a scan, with what stood there before its first letter. */
  hear({ key, timeStamp }: KeyHeard): { code: string; before: Before | undefined } | undefined {
    const isQuick = timeStamp - this.#last < BETWEEN_MS;
    // Shift is a press of its own, and no letter.
    if (key === 'Shift') return undefined;
    this.#last = timeStamp;
    if (key === 'Enter') return this.#end(isQuick);
    if (key.length !== 1) this.#heard = '';
    else if (isQuick && this.#heard !== '') this.#heard += key;
    else this.#begin(key);
    return undefined;
  }

  #begin(key: string): void {
    this.#before = this.#remember();
    this.#heard = key;
  }

  #end(isQuick: boolean) {
    const code = isQuick && this.#heard.length >= SHORTEST ? codeIn(this.#heard) : undefined;
    const before = this.#before;
    this.#heard = '';
    return code === undefined ? undefined : { code, before };
  }
}
