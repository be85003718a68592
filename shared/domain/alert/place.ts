import type { Instant, WorkingCalendar } from '../working-time/index.ts';
import type { Responsible } from './addressee.ts';
import type { AlertRules } from './rule.ts';
import type { DossierSubject, Subject } from './subject.ts';
import { staleFrom } from './unit-causes.ts';

/** Where in the office a subject lies. */
export interface Place {
  readonly responsible: Responsible;
  readonly departmentCode: string | null;
  /** Since when the present holder has had the dossier. */
  readonly heldSince: Instant | null;
  /** When the last pause ended. */
  readonly resumedAt: Instant | null;
  /** From when on the data is too old to escalate with; null where the truth is here. */
  readonly staleFrom: Instant | null;
}

/** What concerns the unit as a whole lies with nobody in particular. */
const UNIT: Place = {
  responsible: { userId: null, deskRole: 'admin' },
  departmentCode: null,
  heldSince: null,
  resumedAt: null,
  staleFrom: null,
};

function deskOrHolder({ deskRole, holding }: DossierSubject): Place {
  if (holding === null) return { ...UNIT, responsible: { userId: null, deskRole } };
  const { userId, departmentCode, since } = holding;
  return { ...UNIT, responsible: { userId, deskRole }, departmentCode, heldSince: since.at };
}

/**
 * Where a subject lies, as the ladder sees it.
 * @example placeOf(sourceSubject, rules, calendar).responsible // { userId: null, deskRole: 'admin' }
 */
export function placeOf(subject: Subject, rules: AlertRules, calendar: WorkingCalendar): Place {
  if (subject.kind !== 'dossier') return UNIT;
  const { source, resumedAt } = subject;
  const stale = source === null ? null : staleFrom(source.asOf, rules, calendar);
  return { ...deskOrHolder(subject), resumedAt, staleFrom: stale };
}
