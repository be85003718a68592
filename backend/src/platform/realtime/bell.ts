import { EventEmitter } from 'node:events';

/** What a process may have to look at: nothing is said of what changed, the rows say it. */
export const bellNames = ['outbox', 'feed'] as const;

export type BellName = (typeof bellNames)[number];

/** Carries "look now" to every process. It may be lost: whoever listens also looks by himself. */
export interface BellWire {
  open(heard: (name: BellName) => void): Promise<void>;
  send(name: BellName): Promise<void>;
  close(): Promise<void>;
}

export const isBellName = (text: string): text is BellName =>
  (bellNames as readonly string[]).includes(text);

// A herd of commands rings once, not once each: NOTIFY takes a lock that all commits share.
const COALESCE_MS = 20;

/** Rings after a commit, so that others need not wait for their next look. */
export class Bell {
  readonly #wire: BellWire;
  readonly #ears = new EventEmitter().setMaxListeners(0);
  readonly #complain: (error: unknown) => void;
  readonly #waiting = new Map<BellName, NodeJS.Timeout>();

  constructor(wire: BellWire, complain: (error: unknown) => void) {
    this.#wire = wire;
    this.#complain = complain;
  }

  open(): Promise<void> {
    return this.#wire.open((name) => this.#ears.emit(name));
  }

  async close(): Promise<void> {
    for (const timer of this.#waiting.values()) clearTimeout(timer);
    this.#waiting.clear();
    await this.#wire.close();
  }

  /** Returns at once; those in this process hear it too. */
  ring(name: BellName): void {
    if (this.#waiting.has(name)) return;
    const timer = setTimeout(() => {
      this.#waiting.delete(name);
      this.#ears.emit(name);
      this.#wire.send(name).catch(this.#complain);
    }, COALESCE_MS);
    this.#waiting.set(name, timer);
  }

  /** Calls back at every ring, until the returned function is called. */
  listen(name: BellName, heard: () => void): () => void {
    this.#ears.on(name, heard);
    return () => this.#ears.off(name, heard);
  }
}
