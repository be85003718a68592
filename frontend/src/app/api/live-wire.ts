import { DOCUMENT, Injectable, inject } from '@angular/core';
import { HEARTBEAT, RESET } from '#contract/stream';

/** What a stream tells: an event as the server wrote it, its place, or that it broke off. */
export interface WireEvents {
  readonly heard: (kind: 'change' | 'heartbeat' | 'reset', data: string, id: string) => void;
  readonly broken: () => void;
}

/** The browser's own stream, as tests replace it. */
@Injectable({ providedIn: 'root' })
export class LiveWire {
  readonly #page = inject(DOCUMENT).defaultView;

  /** Opens a stream; gives what closes it. */
  open(path: string, { heard, broken }: WireEvents): () => void {
    if (this.#page === null) return () => undefined;
    const source = new EventSource(path);
    const hear = (kind: 'change' | 'heartbeat' | 'reset') => (event: MessageEvent<string>) =>
      heard(kind, event.data, event.lastEventId);
    source.addEventListener('message', hear('change'));
    source.addEventListener(HEARTBEAT, hear('heartbeat'));
    source.addEventListener(RESET, hear('reset'));
    source.addEventListener('error', broken);
    return () => source.close();
  }
}
