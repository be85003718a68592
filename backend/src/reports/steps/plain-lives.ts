import { MOVING, type Move, type ProcedureRules } from '#domain/dossier';
import { plainStays, type ReportedStay, type Stayed } from '#domain/report';
import { instant, workingBetween, type Instant, type WorkingCalendar } from '#domain/working-time';
import type { Transaction } from '../../platform/database/tenancy.ts';
import type { Frame } from '../engine/frame.ts';

/** Whose history is read whole: amended ones, those that stood still, and those given back with a ground. */
const WHOLE = [
  ...['corrected', 'voided', 'supplementRequested', 'paymentRequested', 'held'],
  ...['refused', 'stopped'],
];

const ms = (column: string): string => `(extract(epoch from ${column}) * 1000)::bigint`;

const PLAIN = `select dossier.id, procedure_code as code, procedure_version as version,
    json_build_array(${ms('due_at')}, ${ms('here_at')}, is_from_source, moves) as history
  from (select dossier_id, min(occurred_at) filter (where source is null) as here_at,
      (array_agg(source is not null order by occurred_at, version)
        filter (where type = 'received'))[1] as is_from_source,
      json_agg(json_build_array(type, ${ms('occurred_at')},
        coalesce(payload ->> 'stepKey', payload ->> 'firstStepKey', payload ->> 'toStepKey'),
        payload ->> 'nextStepKey') order by occurred_at, version) filter (where type = any ($3)) as moves
    from dossier_event where unit_id = $1 and dossier_id = any ($2::uuid[])
    group by dossier_id having not bool_or(type = any ($4))) as told
  join dossier on dossier.unit_id = $1 and dossier.id = told.dossier_id
  order by dossier.id`;

type ToldMove = readonly [Move['type'], at: number, stepKey: string | null, next: string | null];

interface PlainRow {
  readonly id: string;
  readonly code: string;
  readonly version: number;
  readonly history: readonly [
    dueAt: number | null,
    hereAt: number | null,
    isFromSource: boolean | null,
    moves: readonly ToldMove[] | null,
  ];
}

/** Dossiers of one commune of whom a report by steps needs no more than their stays. */
export interface PlainLives {
  readonly frame: Frame;
  readonly lives: readonly Stayed[];
  /** By which they live, each with the first who does. */
  readonly procedures: ReadonlyMap<ProcedureRules, string>;
  readonly workedOf: (dossier: Stayed, stay: ReportedStay) => number;
}

interface PlainOffice {
  readonly frame: Frame;
  readonly calendar: WorkingCalendar;
  /** Undefined for rules that nobody has at hand: whoever lives by them is read whole. */
  readonly rulesOf: (procedure: Pick<PlainRow, 'code' | 'version'>) => ProcedureRules | undefined;
}

/** Of these, the plain ones; all others have to be told from their whole history. */
export async function plainLivesAmong(
  transaction: Transaction,
  ids: readonly string[],
  { frame, calendar, rulesOf }: PlainOffice,
): Promise<PlainLives> {
  const rows = await transaction.query<PlainRow>(PLAIN, [frame.about.id, ids, MOVING, WHOLE]);
  const lives: Stayed[] = [];
  const procedures = new Map<ProcedureRules, string>();
  for (const { id, code, version, history } of rows) {
    const procedure = rulesOf({ code, version });
    if (procedure === undefined) continue;
    if (!procedures.has(procedure)) procedures.set(procedure, id);
    lives.push({ id, stays: plainStays(historyOf(history), { procedure, calendar }) });
  }
  return { frame, lives, procedures, workedOf: (_, stay) => workedIn(calendar, stay) };
}

const momentOf = (at: number | null): Instant | null => (at === null ? null : instant(at));

const historyOf = ([dueAt, hereAt, isFromSource, moves]: PlainRow['history']) => ({
  moves: (moves ?? []).map(moveOf),
  isFromSource: isFromSource ?? false,
  firstHereAt: momentOf(hereAt),
  dueAt: momentOf(dueAt),
});

const moveOf = ([type, at, stepKey, nextStepKey]: ToldMove): Move => ({
  ...{ type, at: instant(at) },
  stepKey: stepKey ?? undefined,
  nextStepKey: nextStepKey ?? undefined,
});

const workedIn = (calendar: WorkingCalendar, { startedAt, endedAt }: ReportedStay): number =>
  endedAt === null || endedAt <= startedAt ? 0 : workingBetween(calendar, startedAt, endedAt);
