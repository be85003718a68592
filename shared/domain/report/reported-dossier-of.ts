import {
  effectiveEvents,
  foldEffective,
  spansOf,
  type DossierEvent,
  type OfficeEvent,
  type Outcome,
} from '../dossier/index.ts';
import type { Instant } from '../working-time/index.ts';
import { reportedFacts } from './reported-facts.ts';
import type { Finish, ReportedDossier, ReportedStay } from './reported-dossier.ts';

/** What the events themselves do not say. */
export interface ReportedIdentity {
  readonly id: string;
  readonly unit: string;
  /** The stays at its steps with their due moments, from the step clocks. */
  readonly stays?: readonly ReportedStay[];
}

/**
 * A dossier's whole history as reports see it now: voided events gone, corrected ones as corrected. A report
 * of a past period is folded anew from this; only an issued one keeps what was known then.
 *
 * @example reportedDossierOf([received 12/01 08:00, resultIssued 13/01 16:00], identity).finish.at // 13/01 16:00
 */
export function reportedDossierOf(
  history: readonly DossierEvent[],
  { id, unit, stays = [] }: ReportedIdentity,
): ReportedDossier {
  const events = effectiveEvents(history);
  return { id, unit, ...headOf(events), spans: spansOf(events), stays };
}

/** What reports ask of a dossier whose end they know: all but how a bound finds it open. */
export type ReportedHead = Pick<
  ReportedDossier,
  'intake' | 'leftOut' | 'receivedAt' | 'finish' | 'dueKnownFrom' | 'facts'
>;

/**
 * The few facts of a whole history that a database keeps beside it, so that no report has to read events.
 *
 * @example reportedHeadOf([received 12/01 08:00, resultIssued 13/01 16:00]).finish.outcome // 'issued'
 */
export const reportedHeadOf = (history: readonly DossierEvent[]): ReportedHead =>
  headOf(effectiveEvents(history));

function headOf(events: readonly OfficeEvent[]): ReportedHead {
  const { intake, linkedTo, annulled } = foldEffective(events);
  const finish = finishOf(events);
  return {
    intake,
    leftOut: leftOutAs(annulled, linkedTo),
    receivedAt: receiptOf(events, finish),
    finish,
    dueKnownFrom: dueKnownFrom(events),
    facts: reportedFacts(events),
  };
}

/** Annulled, or counted with its primary: in every live period, whenever it was found out. */
function leftOutAs(annulled: boolean, linkedTo: string | null): ReportedDossier['leftOut'] {
  if (annulled) return 'annulled';
  return linkedTo === null ? null : 'linked';
}

/**
 * R: the first `received`; a dossier refused before acceptance counts as received by its refusal, one
 * withdrawn before acceptance not at all. A result that a source dates before the receipt loses nobody: the
 * dossier is counted, and settled, in the period of its receipt.
 */
function receiptOf(events: readonly OfficeEvent[], finish: Finish | null): Instant | null {
  const received = events.find(({ type }) => type === 'received')?.occurredAt ?? null;
  if (finish === null || (received !== null && received <= finish.at)) return received;
  if (finish.outcome === 'refused') return finish.at;
  return finish.outcome === 'withdrawn' ? null : received;
}

const OUTCOMES = {
  resultIssued: 'issued',
  refused: 'refused',
  stopped: 'stopped',
  withdrawn: 'withdrawn',
} as const satisfies Partial<Record<OfficeEvent['type'], Outcome>>;

type Finishing = OfficeEvent & { readonly type: keyof typeof OUTCOMES };

const isFinishing = (event: OfficeEvent): event is Finishing => event.type in OUTCOMES;

/** F: the first event that finishes; a later one, whatever a source says, moves nothing. */
function finishOf(events: readonly OfficeEvent[]): Finish | null {
  const event = events.find(isFinishing);
  if (event === undefined) return null;
  const due = lastDue(events.slice(0, events.indexOf(event) + 1));
  return { at: event.occurredAt, outcome: OUTCOMES[event.type], ...due };
}

/** The last due moments told, the ones a finish is held against. */
function lastDue(events: readonly OfficeEvent[]): Pick<Finish, 'dueAt' | 'beforeExtensionAt'> {
  const due = events.findLast((event) => event.due !== undefined)?.due;
  if (due === undefined) return { dueAt: null, beforeExtensionAt: null };
  return { dueAt: due.dueAt, beforeExtensionAt: due.beforeExtensionAt };
}

const dueKnownFrom = (events: readonly OfficeEvent[]): Instant | null =>
  events.find(({ due }) => due !== undefined && due.rule.by !== 'none')?.occurredAt ?? null;
