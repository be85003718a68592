import { DOCUMENT, Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import { type AlertCounts, alertCountsPath, alertCountsSchema } from '#contract/alerts';
import { ApiClient, Live, Session, problemOf } from '../api/index.ts';

/** A thousand alerts of one second are asked about once; a page behind others waits longer. */
const TOGETHER_MS = 1_000;
const BEHIND_MS = 5_000;

/**
 * How much one is alerted of, as it is now: the stream says that something changed, one question asks what.
 * A unit's stream tells of everybody's alerts, so a change may leave the numbers as they were.
 */
@Injectable({ providedIn: 'root' })
export class AlertWatch {
  readonly #api = inject(ApiClient);
  readonly #session = inject(Session);
  readonly #live = inject(Live);
  readonly #page = inject(DOCUMENT);
  readonly #unitId = computed(() => this.#session.unit()?.id);
  readonly #counts = signal<AlertCounts | undefined>(undefined);
  readonly #turn = signal(0);
  readonly #came = signal(0);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #abort = new AbortController();

  /** Undefined until they are known. */
  readonly counts = this.#counts.asReadonly();
  /** Goes on whenever something may have changed: whoever shows a list looks again. */
  readonly turn = this.#turn.asReadonly();
  /** How many more are open than when it was last asked. */
  readonly came = this.#came.asReadonly();

  constructor() {
    effect(() => {
      this.#unitId();
      untracked(() => {
        this.#counts.set(undefined);
        void this.#ask();
      });
    });
    effect(() => {
      // Back again: whatever was missed, it is asked for.
      if (this.#live.state() === 'open') untracked(() => this.soon());
    });
    this.#live.listen((news) => {
      if (news === 'reset' || news.type === 'alert') this.soon();
    });
  }

  /** Together with whatever else changes now. */
  soon(): void {
    const isBehind = this.#page.visibilityState === 'hidden';
    this.#timer ??= setTimeout(() => void this.#ask(), isBehind ? BEHIND_MS : TOGETHER_MS);
  }

  async #ask(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const unitId = this.#unitId();
    if (unitId === undefined || !this.#session.may('alerts.read')) return;
    this.#abort.abort();
    const { signal: abort } = (this.#abort = new AbortController());
    try {
      const counts = await this.#api.read(alertCountsPath, alertCountsSchema, {
        query: { unitId },
        abort,
      });
      if (!abort.aborted) this.#take(counts);
    } catch (error) {
      // Without a connection the frame says so; the numbers stand until it is back.
      if (!abort.aborted && problemOf(error) === undefined) throw error;
    }
  }

  #take(counts: AlertCounts): void {
    const before = this.#counts()?.pressing;
    this.#counts.set(counts);
    if (before !== undefined) this.#came.set(Math.max(0, counts.pressing - before));
    this.#turn.update((turn) => turn + 1);
  }
}
