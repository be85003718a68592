import { DOCUMENT, Injectable, inject } from '@angular/core';

const LOCK = 'motcua-stream';

/**
 * Which tab of this browser keeps the stream: browsers allow six connections to a host, and a tab apiece
 * would use them up. Plain-HTTP addresses have no locks; there only the tab in front keeps a stream.
 */
@Injectable({ providedIn: 'root' })
export class LiveLeader {
  readonly #document = inject(DOCUMENT);

  /** Calls `lead` whenever this tab becomes the one, and what it gave when it no longer is. */
  stand(lead: () => () => void): void {
    // Declared present by the types; absent outside secure contexts.
    const locks = this.#document.defaultView?.navigator.locks;
    if (locks === undefined) this.#standInFront(lead);
    else void locks.request(LOCK, () => new Promise<never>(() => void lead()));
  }

  #standInFront(lead: () => () => void): void {
    let stop: (() => void) | undefined;
    const look = (): void => {
      const isInFront = this.#document.visibilityState === 'visible';
      if (isInFront) stop ??= lead();
      else {
        stop?.();
        stop = undefined;
      }
    };
    this.#document.addEventListener('visibilitychange', look);
    look();
  }
}
