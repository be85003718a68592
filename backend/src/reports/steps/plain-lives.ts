import { MOVING, type Move, type ProcedureRules } from '#domain/dossier';
import { plainStays, type Stayed } from '#domain/report';
import { instant, type Instant, type WorkingCalendar } from '#domain/working-time';
import type { Transaction } from '../../platform/database/tenancy.ts';

/** Whose history is read whole: amended ones, those that stood still, and those given back with a ground. */
const WHOLE = [
  ...['corrected', 'voided', 'supplementRequested', 'paymentRequested', 'held'],
  ...['refused', 'stopped'],
];

const ms = (column: string): string => `(extract(epoch from ${column}) * 1000)::bigint`;

const PLAIN = `select dossier.id, dossier.version, finished_at is not null as "isFinished",
    jsonb_build_object('code', procedure_code, 'version', procedure_version) as procedure,
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
  readonly version: number;
  readonly isFinished: boolean;
  readonly procedure: { readonly code: string; readonly version: number };
  readonly history: readonly [
    dueAt: number | null,
    hereAt: number | null,
    isFromSource: boolean | null,
    moves: readonly ToldMove[] | null,
  ];
}

/** A plain dossier, up to one of its events. */
export interface PlainLife {
  readonly life: { readonly dossier: Stayed };
  readonly version: number;
  readonly procedure: ProcedureRules;
  /** Nothing of it depends on what time it is. */
  readonly isOver: boolean;
}

interface PlainOffice {
  readonly unitId: number;
  readonly calendar: WorkingCalendar;
  /** Undefined for rules that nobody has at hand: whoever lives by them is read whole. */
  readonly rulesOf: (procedure: PlainRow['procedure']) => ProcedureRules | undefined;
}

/** Of these, the plain ones; all others have to be told from their whole history. */
export async function plainLivesAmong(
  transaction: Transaction,
  ids: readonly string[],
  { unitId, calendar, rulesOf }: PlainOffice,
): Promise<readonly PlainLife[]> {
  if (ids.length === 0) return [];
  const rows = await transaction.query<PlainRow>(PLAIN, [unitId, ids, MOVING, WHOLE]);
  return rows.flatMap((row) => {
    const procedure = rulesOf(row.procedure);
    return procedure === undefined ? [] : [plainLife(row, { procedure, calendar })];
  });
}

function plainLife(
  { id, version, isFinished, history }: PlainRow,
  office: Parameters<typeof plainStays>[1],
): PlainLife {
  const stays = plainStays(historyOf(history), office);
  const isOver = isFinished && stays.every(({ endedAt }) => endedAt !== null);
  return { life: { dossier: { id, stays } }, version, procedure: office.procedure, isOver };
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
