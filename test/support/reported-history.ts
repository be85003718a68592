import type { DueOutcome } from '#domain/deadline';
import {
  type DossierEvent,
  type EventPayloads,
  type EventType,
  type Intake,
  type ProcedureSnapshot,
} from '#domain/dossier';
import { lifeEventsOf, reportedDossierOf, type Life, type ReportedDossier } from '#domain/report';
import type { Instant } from '#domain/working-time';
import { at } from './moment.ts';
import { anIntake, reception } from './office.ts';

/** What a telling adds to its type and moment. A due moment of null is one suspended by a pause. */
interface Detail {
  readonly due?: string | null;
  /** Where an extension has moved the current one. */
  readonly beforeExtension?: string | null;
  /** Neither rule nor promise: *chưa có hạn*. */
  readonly withoutDue?: true;
  readonly payload?: Readonly<Record<string, unknown>>;
}

export type Telling = readonly [type: EventType, when: string, detail?: Detail];

export interface ToldIntake {
  readonly id?: string;
  readonly unit?: string;
  readonly intake?: Partial<Intake>;
  readonly procedure?: Partial<ProcedureSnapshot>;
}

/** A dossier as reports see it, from tellings an officer could check against the paper. */
export function reported(told: ToldIntake, ...tellings: readonly Telling[]): ReportedDossier {
  return reportedDossierOf(historyOf(told, tellings), {
    id: told.id ?? 'hs-1',
    unit: told.unit ?? 'H24.99',
  });
}

/** The same with its events, for what is read off them one by one. */
export function livedAs(told: ToldIntake, ...tellings: readonly Telling[]): Life {
  return {
    dossier: reported(told, ...tellings),
    events: lifeEventsOf(historyOf(told, tellings)),
  };
}

function historyOf(
  { intake, procedure }: ToldIntake,
  tellings: readonly Telling[],
): readonly DossierEvent[] {
  const base = anIntake(intake);
  const first = { intake: { ...base, procedure: { ...base.procedure, ...procedure } } };
  return tellings.map((telling, index) => eventOf(telling, index, index === 0 ? first : {}));
}

function eventOf(
  [type, when, detail = {}]: Telling,
  index: number,
  first: Readonly<Record<string, unknown>>,
): DossierEvent {
  return {
    type,
    version: index + 1,
    occurredAt: at(when),
    recordedAt: at(when),
    backdated: false,
    actor: reception,
    payload: { ...NEUTRAL[type], ...detail.payload, ...first },
    ...dueOf(detail),
  } as DossierEvent;
}

/** Payloads that events cannot do without. */
const NEUTRAL: Partial<{ [Type in EventType]: EventPayloads[Type] }> = {
  supplementSubmitted: { endsWait: false },
  voided: { version: 0, dues: [] },
};

function dueOf({ due, beforeExtension, withoutDue }: Detail): { readonly due?: DueOutcome } {
  if (withoutDue === true) return { due: outcome(null, null, { by: 'none' }) };
  if (due === undefined) return {};
  const dueAt = momentOf(due);
  const before = beforeExtension === undefined ? dueAt : momentOf(beforeExtension);
  return { due: outcome(dueAt, before, { by: 'declared' }) };
}

const outcome = (
  dueAt: Instant | null,
  beforeExtensionAt: Instant | null,
  rule: DueOutcome['rule'],
): DueOutcome => ({
  dueAt,
  beforeExtensionAt,
  oursAt: dueAt,
  rule,
  calendarVersion: 'test-calendar',
  provisional: false,
});

const momentOf = (text: string | null): Instant | null => (text === null ? null : at(text));
