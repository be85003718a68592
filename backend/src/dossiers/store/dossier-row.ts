import {
  clockHistoryOf,
  currentStay,
  effectiveEvents,
  spansOf,
  type DossierState,
  type Intake,
  type OfficeEvent,
  type Span,
} from '#domain/dossier';
import { formatInstant, instant, type Instant } from '#domain/working-time';

const moment = (at: Instant | null | undefined): string | null =>
  at === null || at === undefined ? null : formatInstant(at);

const ofProcedure = ({ procedure }: Intake) => ({
  procedure_code: procedure.code,
  procedure_version: procedure.version,
  field: procedure.field,
  authority: procedure.authority,
  online_level: procedure.onlineLevel,
  paper_result: procedure.paperResult,
  payment_integrated: procedure.paymentIntegrated,
});

const ofPrimarySource = ({ sources: [primary] }: Intake) => ({
  source: primary?.source ?? null,
  external_code: primary?.externalCode ?? null,
  as_of: moment(primary?.asOf),
});

const ofIntake = (intake: Intake) => ({
  code: intake.code,
  official_code: intake.officialCode ?? null,
  ...ofProcedure(intake),
  channel: intake.channel,
  assisted_at_counter: intake.assistedAtCounter ?? false,
  not_via_centre: intake.notViaCentre ?? false,
  out_of_area: intake.outOfArea ?? null,
  bundle: intake.bundle ?? null,
  ...ofPrimarySource(intake),
});

const ofOutcome = (due: DossierState['due']) => ({
  due_at: moment(due?.dueAt),
  before_extension_at: moment(due?.beforeExtensionAt),
  ours_at: moment(due?.oursAt),
});

const ofRule = (due: DossierState['due']) => ({
  due_rule: due?.rule ?? null,
  due_provisional: due?.provisional ?? false,
  calendar_version: due?.calendarVersion ?? null,
});

const ofDue = (state: DossierState, effective: readonly OfficeEvent[]) => ({
  ...ofOutcome(state.due),
  ...ofRule(state.due),
  declared_due_at: moment(declaredDue(state, effective)),
  original_due_at: moment(state.originalDueAt),
  extensions: state.extensions,
});

/** What the source or the slip promised last; before acceptance, what the source said with the intake. */
const declaredDue = (state: DossierState, effective: readonly OfficeEvent[]) =>
  clockHistoryOf(effective, 'acceptance')?.fixed.findLast(({ kind }) => kind === 'declared')
    ?.dueAt ?? state.intake.declaredDueAt;

const ofHolder = (state: DossierState, spans: readonly Span[]) => ({
  holder_user: state.holder?.userId ?? null,
  holder_department: state.holder?.departmentCode ?? null,
  holder_agency: state.holder?.agency ?? null,
  held_since: moment(heldSince(spans)),
});

const holderText = ({ holder }: Span): string =>
  JSON.stringify([holder?.userId, holder?.departmentCode, holder?.agency]);

function heldSince(spans: readonly Span[]): Instant | undefined {
  const last = spans.at(-1);
  if (last === undefined) return undefined;
  const other = spans.findLastIndex((span) => holderText(span) !== holderText(last));
  return spans[other + 1]?.from;
}

const ofWaiting = ({ openPauses, ...state }: DossierState) => ({
  paused_since: moment(firstOf(openPauses.map(({ from }) => from))),
  pause_causes: openPauses.map(({ cause }) => cause),
  respond_by: moment(state.respondBy),
  supplement_proposed_at: moment(state.supplementProposedAt),
});

const firstOf = (moments: readonly Instant[]): Instant | null =>
  moments.length === 0 ? null : instant(Math.min(...moments));

const ofEnd = (state: DossierState) => ({
  finished_at: moment(state.finishedAt) ?? 'infinity',
  outcome: state.outcome,
  returned_at: moment(state.returnedAt),
  linked_to: state.linkedTo,
  annulled: state.annulled,
});

/**
 * What the events of a dossier add up to, as the row lists and reports read. Only of the events: what needs a
 * calendar or a clock as well is handed to the store beside it.
 */
export const dossierRow = (state: DossierState) => {
  const effective = effectiveEvents(state.history);
  const stay = currentStay(state);
  return {
    version: state.version,
    state: state.name,
    variant_key: state.variantKey,
    ...ofIntake(state.intake),
    submitted_at: moment(state.submittedAt),
    received_at: moment(state.receivedAt),
    ...ofDue(state, effective),
    ...ofHolder(state, spansOf(effective)),
    step_key: stay?.key ?? null,
    step_since: moment(stay?.startedAt),
    ...ofWaiting(state),
    ...ofEnd(state),
  };
};

/** One stretch as a row; the last has no end. */
const spanRow = (span: Span, number: number) => ({
  number,
  from_at: formatInstant(span.from),
  to_at: moment(span.to) ?? 'infinity',
  state: span.state,
  step_key: span.stepKey,
  holder_user: span.holder?.userId ?? null,
  holder_department: span.holder?.departmentCode ?? null,
  holder_agency: span.holder?.agency ?? null,
  due_at: moment(span.dueAt),
  before_extension_at: moment(span.beforeExtensionAt),
  paused: span.paused,
});

export type SpanRow = ReturnType<typeof spanRow>;

export const spanRows = (history: DossierState['history']): readonly SpanRow[] =>
  history.length === 0 ? [] : spansOf(effectiveEvents(history)).map(spanRow);

/** From where on the stretches differ: a command changes the last ones, a correction perhaps all. */
export function changedSpans(
  before: readonly SpanRow[],
  after: readonly SpanRow[],
): { readonly spansFrom: number; readonly spans: readonly SpanRow[] } {
  const first = after.findIndex(
    (span, index) => JSON.stringify(span) !== JSON.stringify(before[index]),
  );
  const spansFrom = first === -1 ? after.length : first;
  return { spansFrom, spans: after.slice(spansFrom) };
}
