import {
  alertKeyText,
  type Alert,
  type AlertDifference,
  type AlertKey,
  type RaisedAlert,
} from '#domain/alert';
import type { Instant } from '#domain/working-time';

/** An alert on record, and the name of its row. */
export interface KeptAlert extends RaisedAlert {
  readonly id: string;
}

type Because = AlertDifference['close'][number]['because'];

/** One thing the sweep did to an alert, at a moment of the office. */
export interface SweptStep {
  readonly act: 'raised' | 'reopened' | Because;
  readonly at: Instant;
}

/** How an alert stands when the looks are over. */
interface Standing {
  readonly id: string;
  readonly status: RaisedAlert['status'];
  readonly closedAt: Instant | null;
  readonly closedBecause: Because | null;
  readonly steps: readonly SweptStep[];
}

export interface FreshAlert extends Standing {
  readonly alert: Alert;
  readonly recordedAt: Instant;
}

export type ChangedAlert = Standing;

interface Entry {
  readonly kept: KeptAlert;
  readonly alert: Alert | null;
  readonly recordedAt: Instant;
  readonly closedAt: Instant | null;
  readonly closedBecause: Because | null;
  readonly steps: readonly SweptStep[];
}

/** The alerts of one subject while it is looked at again and again; what they end as is written once. */
export class AlertRecord {
  readonly #entries = new Map<string, Entry>();
  readonly #newId: () => string;

  constructor(kept: readonly KeptAlert[], newId: () => string) {
    this.#newId = newId;
    for (const each of kept) {
      this.#put({
        ...{ kept: each, alert: null, recordedAt: 0 as Instant },
        ...{ closedAt: null, closedBecause: null, steps: [] },
      });
    }
  }

  raised(): readonly RaisedAlert[] {
    return this.kept();
  }

  /** Every alert there is by now, as the next sweep will find it. */
  kept(): readonly KeptAlert[] {
    return [...this.#entries.values()].map(({ kept }) => kept);
  }

  /** What one look found, made at that moment. */
  take({ raise, close, reopen }: AlertDifference, at: Instant): void {
    for (const { key, because } of close) this.#close(key, because, at);
    for (const key of reopen) this.#reopen(key, at);
    for (const alert of raise) this.#raise(alert, at);
  }

  fresh(): readonly FreshAlert[] {
    return [...this.#entries.values()].flatMap((entry) =>
      entry.alert === null
        ? []
        : { ...standing(entry), alert: entry.alert, recordedAt: entry.recordedAt },
    );
  }

  changed(): readonly ChangedAlert[] {
    return [...this.#entries.values()]
      .filter(({ alert, steps }) => alert === null && steps.length > 0)
      .map(standing);
  }

  #raise(alert: Alert, at: Instant): void {
    const superseded = alert.status === 'superseded';
    const steps: readonly SweptStep[] = [{ act: 'raised', at }];
    this.#put({
      kept: {
        ...{ id: this.#newId(), key: alert.key, acknowledgedAt: null, snoozedUntil: null },
        status: superseded ? 'closed' : 'open',
      },
      ...{ alert, recordedAt: at, closedAt: superseded ? at : null },
      closedBecause: superseded ? 'superseded' : null,
      steps: superseded ? [...steps, { act: 'superseded', at }] : steps,
    });
  }

  #close(key: AlertKey, because: Because, at: Instant): void {
    this.#change(key, 'closed', { act: because, at });
  }

  #reopen(key: AlertKey, at: Instant): void {
    this.#change(key, 'open', { act: 'reopened', at });
  }

  #change(key: AlertKey, status: 'open' | 'closed', step: SweptStep): void {
    const entry = this.#entries.get(alertKeyText(key));
    if (entry === undefined) throw new Error('An alert that is not on record cannot change');
    const closed = status === 'closed';
    this.#put({
      ...entry,
      kept: { ...entry.kept, status, snoozedUntil: null },
      closedAt: closed ? step.at : null,
      closedBecause: step.act === 'resolved' || step.act === 'superseded' ? step.act : null,
      steps: [...entry.steps, step],
    });
  }

  #put(entry: Entry): void {
    this.#entries.set(alertKeyText(entry.kept.key), entry);
  }
}

const standing = ({ kept, closedAt, closedBecause, steps }: Entry): Standing => ({
  id: kept.id,
  status: kept.status,
  closedAt,
  closedBecause,
  steps,
});
