import { Inject, Injectable } from '@nestjs/common';
import type { AuditEntry, AuditExport } from '#contract/audit';
import { parseInstant } from '#domain/working-time';
import { auditActs, auditWords } from '#wording/audit';
import { momentText } from '#wording/moment';
import { Tenancy } from '../platform/database/tenancy.ts';
import type { Ask } from '../platform/idempotency/ask.ts';
import { csvText } from '../platform/text/csv-text.ts';
import { AuditBook } from './audit-book.ts';
import { AuditReader } from './audit-reader.ts';

/** What a spreadsheet of an office machine still opens. */
const MOST_LINES = 50_000;

const { vi: words } = auditWords;
const { columns } = words;

const HEAD = [
  ...[columns.at, columns.who, columns.act, columns.subject, columns.outcome],
  ...[columns.shown, columns.reason, columns.address, words.request],
];

const momentOf = (told: string): string => {
  const at = parseInstant(told);
  return at === undefined ? told : momentText(at);
};

const shownOf = ({ facts }: AuditEntry): string => {
  const { fields } = facts;
  if (!Array.isArray(fields)) return '';
  return fields.map((field) => words.revealed[String(field)] ?? String(field)).join(', ');
};

const subjectOf = ({ subjectType, subjectName }: AuditEntry): string =>
  [words.subjects[subjectType ?? ''] ?? '', subjectName ?? ''].join(' ').trim();

const whoOf = ({ actor }: AuditEntry): string => actor.name ?? words.by[actor.kind] ?? '';

const lineOf = (entry: AuditEntry): readonly (string | null)[] => [
  ...[momentOf(entry.at), whoOf(entry), auditActs.vi(entry.act) ?? entry.act],
  ...[subjectOf(entry), words.outcomes[entry.outcome], shownOf(entry)],
  ...[entry.reason, entry.address, entry.requestId],
];

/** The books to be taken along; that they were is written into them in the same transaction. */
@Injectable()
export class AuditExporter {
  readonly #tenancy: Tenancy;
  readonly #audit: AuditBook;
  readonly #reader: AuditReader;

  constructor(
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(AuditBook) audit: AuditBook,
    @Inject(AuditReader) reader: AuditReader,
  ) {
    this.#tenancy = tenancy;
    this.#audit = audit;
    this.#reader = reader;
  }

  async make({ unitId: given, ...search }: AuditExport, { actor, from }: Ask): Promise<string> {
    const unitId = actor.choose('audit.read', given).id;
    const entries = await this.#tenancy.within({ units: [unitId] }, async (transaction) => {
      const found = await this.#reader.find(transaction, [unitId], {
        ...search,
        limit: MOST_LINES,
      });
      const facts = { rows: found.length, ...(search.about && { about: search.about }) };
      await this.#audit.write(transaction, { unitId, actor, act: 'audit.exported', facts, from });
      return found;
    });
    return csvText([HEAD, ...entries.map(lineOf)]);
  }
}
