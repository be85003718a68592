import {
  dossierSubject,
  nearFromOf,
  signalsDue,
  type AlertRules,
  type People,
  type SourceView,
} from '#domain/alert';
import {
  evolve,
  type DossierId,
  type DossierState,
  type ProcedureRules,
  type UnitRules,
} from '#domain/dossier';
import type { Instant, WorkingCalendar } from '#domain/working-time';
import type { AlertRecord } from './alert-record.ts';
import { looksOf, type Seen } from './looks.ts';

/** What of a unit its alerts depend on, as it is now. */
export interface Surroundings {
  readonly rules: AlertRules;
  readonly calendar: WorkingCalendar;
  readonly people: People;
  readonly unit: UnitRules;
}

/** A dossier to be compared with the alerts there are about it. */
export interface Matter {
  readonly id: string;
  readonly state: DossierState;
  readonly procedure: ProcedureRules;
  readonly source: SourceView | null;
  readonly seen: Seen;
}

/** Where the dossier stands for the sweep afterwards. */
export interface Looked {
  readonly version: number;
  readonly at: Instant;
  readonly nextLookAt: Instant | null;
  readonly nearAt: Instant | null;
}

/** The states a history went through, each made from the one before. */
function statesOf({ history }: DossierState, counts: readonly number[]): readonly DossierState[] {
  const wanted = new Set(counts);
  const states: DossierState[] = [];
  let state: DossierState | null = null;
  for (const [index, event] of history.entries()) {
    state = evolve(state, event);
    if (wanted.has(index + 1)) states.push(state);
  }
  return states;
}

/** Makes every look that is due, into the record, and says when to look again. */
export function lookAtDossier(
  { id, state, procedure, source, seen }: Matter,
  { rules, calendar, people, unit }: Surroundings,
  { record, now }: { readonly record: AlertRecord; readonly now: Instant },
): Looked {
  const looks = looksOf(state.history, seen, now);
  const states = statesOf(
    state,
    looks.map(({ events }) => events),
  );
  let looked: Looked = { version: state.version, at: now, nextLookAt: null, nearAt: null };
  for (const [index, { at }] of looks.entries()) {
    const then = states[index] ?? state;
    const office = { procedure, calendar, unit, now: at };
    const subject = dossierSubject(then, office, { id: id as DossierId, source });
    const difference = signalsDue({
      ...{ subject, rules, calendar, people, raised: record.raised() },
      now: at,
    });
    record.take(difference, at);
    const nearAt = nearFromOf(then, office, rules);
    looked = { version: state.version, at, nextLookAt: difference.nextLookAt, nearAt };
  }
  return looked;
}
