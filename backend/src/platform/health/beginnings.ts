import { Injectable } from '@nestjs/common';

/** What has to be there once before anybody can be served: a trial's people, at its first start. */
@Injectable()
export class Beginnings {
  readonly #awaited = new Set<string>();

  /** Holds readiness back until the work has ended, well or not: a failed one is told by who did it. */
  await(name: string, work: Promise<unknown>): void {
    this.#awaited.add(name);
    const done = (): void => void this.#awaited.delete(name);
    work.then(done, done);
  }

  /** The first thing still awaited. */
  get missing(): string | undefined {
    const [name] = this.#awaited;
    return name;
  }
}
