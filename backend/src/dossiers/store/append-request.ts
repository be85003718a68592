import type { DossierEvent } from '#domain/dossier';
import { dayOf, formatDay, formatInstant } from '#domain/working-time';
import { plainText } from '../../platform/text/plain-text.ts';
import type {
  Append,
  Applicant,
  ApprovalAnswer,
  AuditLine,
  FeedLine,
  OutboxLine,
  SourceLine,
} from './append.ts';
import { changedSpans, dossierRow, spanRows } from './dossier-row.ts';
import { changedFacts } from './fact-row.ts';
import { textsOf, toStored } from './event-codec.ts';
import { codeWords, nameWords } from './search-words.ts';

/** `\x…`: how bytes are told to PostgreSQL inside a text. */
const bytes = (hex: string | undefined): string | null => (hex === undefined ? null : `\\x${hex}`);

/** The applicant as the table has it. */
export const applicantRow = (applicant: Applicant) => ({
  kind: applicant.kind,
  name: applicant.name,
  name_plain: plainText(applicant.name),
  phone: applicant.phone,
  id_number: applicant.idNumber,
  tax_code: applicant.taxCode,
  address: applicant.address,
  email: applicant.email,
  on_behalf_of: applicant.onBehalfOf,
  phone_hash: bytes(applicant.phoneHash),
  id_hash: bytes(applicant.idHash),
});

const sourceRow = (line: SourceLine) => ({
  source: line.source,
  external_code: line.externalCode,
  source_status: line.sourceStatus,
  as_of: line.asOf === undefined ? null : formatInstant(line.asOf),
  known_at: formatInstant(line.knownAt),
  differences: line.differences,
});

const auditRow = (line: AuditLine) => ({
  office_at: formatInstant(line.officeAt),
  actor: line.actor,
  act: line.act,
  outcome: line.outcome,
  subject_type: line.subject?.type,
  subject_id: line.subject?.id,
  facts: line.facts ?? {},
  request_id: line.requestId,
  address: line.address,
});

/** The line of the audit that answers for a command says which events are its (I-2): here, so for every writer. */
const auditRows = ({ audit, dossierId, expectedVersion, state }: Append) => {
  const [first, ...others] = audit;
  if (first === undefined) throw new Error('A command that nobody answers for');
  const facts = { ...first.facts, before: expectedVersion, after: state.version };
  const subject = first.subject ?? { type: 'dossier', id: dossierId };
  return [{ ...first, subject, facts }, ...others].map(auditRow);
};

const dated = <Line extends FeedLine | OutboxLine>(line: Line) => ({
  ...line,
  at: formatInstant(line.at),
});

const approvalRow = (approval: ApprovalAnswer) => ({
  id: approval.id,
  status: approval.status,
  decided_by: approval.decidedBy,
  decided_at: formatInstant(approval.decidedAt),
  answer: approval.answer,
});

/** The dossier's own code is made by the day on which its first event happened, in Việt Nam. */
const codeOf = (unitCode: string, first: DossierEvent) => {
  const day = formatDay(dayOf(first.occurredAt));
  return { day, prefix: `MC.${unitCode}-${day.slice(2).replaceAll('-', '')}-` };
};

const wordsOf = ({ state, applicant, sources = [] }: Append): readonly string[] => [
  ...new Set([
    ...codeWords(state.intake.officialCode ?? ''),
    ...sources.flatMap(({ externalCode }) => codeWords(externalCode)),
    ...(applicant === undefined ? [] : nameWords(applicant.name)),
  ]),
];

const unlessEmpty = <Name extends string, Item>(
  name: Name,
  items: readonly Item[],
): Partial<Record<Name, readonly Item[]>> =>
  items.length === 0 ? {} : ({ [name]: items } as Record<Name, readonly Item[]>);

/** What lies around the events: persons, sources, what others must hear. */
const besides = (append: Append) => ({
  ...(append.applicant !== undefined && { applicant: applicantRow(append.applicant) }),
  ...unlessEmpty('sources', (append.sources ?? []).map(sourceRow)),
  ...(append.lookup !== undefined && {
    lookup: { sealed: bytes(append.lookup.sealed), hash: bytes(append.lookup.hash) },
  }),
  ...(append.approval !== undefined && { approval: approvalRow(append.approval) }),
  ...(append.consent !== undefined && {
    consent: { at: formatInstant(append.consent.at), by: append.consent.by },
  }),
  audit: auditRows(append),
  feed: (append.feed ?? []).map(dated),
  outbox: (append.outbox ?? []).map(dated),
});

const moment = (at: Append['signals']['stepDueAt']) => (at === null ? null : formatInstant(at));

/** Everything one command leaves behind, as the one argument of the one statement that keeps it. */
export function appendRequest(append: Append) {
  const { state, expectedVersion, signals } = append;
  const history = state.history;
  const events = history.slice(expectedVersion);
  const [first] = events;
  if (first === undefined) throw new Error('A command that appends nothing');
  return {
    unit: append.unit,
    dossierId: append.dossierId,
    expectedVersion,
    ...(append.calendar !== undefined && { calendar: append.calendar }),
    row: {
      ...dossierRow(state),
      step_due_at: moment(signals.stepDueAt),
      next_signal_at: moment(signals.nextSignalAt),
      near_at: moment(signals.nearAt ?? null),
    },
    ...(append.unitCode !== undefined && { code: codeOf(append.unitCode, first) }),
    ...(append.idempotency !== undefined && { idempotency: append.idempotency }),
    events: events.map(toStored),
    ...unlessEmpty('texts', events.flatMap(textsOf)),
    ...changedFacts(history, expectedVersion),
    ...changedSpans(spanRows(history.slice(0, expectedVersion)), spanRows(history)),
    ...unlessEmpty('words', wordsOf(append)),
    ...besides(append),
  };
}
