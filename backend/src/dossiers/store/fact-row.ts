import { FACTS, reportedHeadOf, type Fact, type ReportedHead } from '#domain/report';
import type { DossierEvent } from '#domain/dossier';
import { formatInstant, type Instant } from '#domain/working-time';

const moment = (at: Instant | null | undefined): string | null =>
  at === null || at === undefined ? null : formatInstant(at);

/** Which column keeps when a fact was first told. */
export const FACT_COLUMNS = {
  componentsDigitisedAt: 'components_digitised_at',
  resultDigitisedAt: 'result_digitised_at',
  electronicResultAt: 'electronic_result_at',
  archivedAt: 'archived_at',
  dataReusedAt: 'data_reused_at',
  feeChargedAt: 'fee_charged_at',
  feePaidOnlineAt: 'fee_paid_online_at',
} as const satisfies Record<Fact, string>;

const ofFinish = (finish: ReportedHead['finish']) => ({
  finished_at: moment(finish?.at) ?? 'infinity',
  outcome: finish?.outcome ?? null,
  due_at: moment(finish?.dueAt),
  before_extension_at: moment(finish?.beforeExtensionAt),
});

/**
 * What reports ask of a dossier, as the law of reports reads it off the whole history: kept beside the
 * dossier, so that no report reads events and none reads them otherwise.
 */
export const factRow = (history: readonly DossierEvent[]) => {
  const { intake, leftOut, receivedAt, finish, dueKnownFrom, facts } = reportedHeadOf(history);
  const { procedure } = intake;
  return {
    left_out: leftOut !== null,
    authority: procedure.authority,
    procedure_code: procedure.code,
    field: procedure.field,
    online_level: procedure.onlineLevel,
    paper_result: procedure.paperResult,
    channel: intake.channel,
    source: intake.sources[0]?.source ?? null,
    came_at: moment(receivedAt),
    ...ofFinish(finish),
    due_known_from: moment(dueKnownFrom),
    ...Object.fromEntries(FACTS.map((fact) => [FACT_COLUMNS[fact], moment(facts[fact])])),
  };
};

/** Where a command has told them meanwhile, it knew better. */
export const PUT_FACTS = `insert into dossier_fact
  select * from jsonb_populate_recordset(null::dossier_fact, $1::text::jsonb)
  on conflict do nothing`;

/** The facts, where a command changed any: most commands change none. */
export function changedFacts(
  history: readonly DossierEvent[],
  before: number,
): { readonly facts?: ReturnType<typeof factRow> } {
  const facts = factRow(history);
  if (before === 0) return { facts };
  const known = factRow(history.slice(0, before));
  return JSON.stringify(known) === JSON.stringify(facts) ? {} : { facts };
}
