import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { FigureForm, IssueSection, IssueSectionAnswer, ReportText } from '#contract/reports';
import type { FrozenHeap } from '#domain/report';
import type { Instant } from '#domain/working-time';
import { withDocument } from '#wording/report-text';
import { Tenancy, type Transaction } from '../../platform/database/tenancy.ts';
import { sqlInstant } from '../../platform/database/wire-types.ts';
import { bareText } from '../paper/bare-text.ts';
import { issuedFooter } from '../paper/footer.ts';
import type { Printable } from '../paper/report-document.ts';
import { ReportPapers } from '../paper/report-papers.service.ts';
import type { IssueRow, Seal } from './issue-row.ts';
import type { IssueRef } from './issue-store.ts';
import type { BuiltText } from '../text/text-builder.service.ts';

const sha256 = (...parts: readonly Uint8Array[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** A report as it was frozen. */
export interface Frozen {
  readonly sections: readonly IssueSectionAnswer[];
  readonly text: string | null;
  /** Its words; what was issued before reports had a text has none. */
  readonly paper: ReportText | undefined;
  readonly seal: Seal;
}

interface FrozenRow {
  readonly position: number;
  readonly calendar_version: string | null;
  readonly content: Buffer;
  readonly previous: Buffer | null;
  readonly sha256: Buffer;
}

/** What a report says at the moment it is issued, and its tables as a workbook. */
export interface ToFreeze {
  readonly told: BuiltText;
  readonly workbook: Uint8Array;
}

interface PrintedRow {
  readonly content: Buffer;
  readonly sha256: Buffer;
  readonly at: Instant;
}

/** What the paper says of the report besides its figures. */
type ToldReport = Pick<IssueRow, 'template' | 'number' | 'text' | 'document' | 'periods'>;

interface Content {
  readonly issue: Pick<IssueRow, 'template' | 'number' | 'periods' | 'text'>;
  readonly sections: readonly IssueSectionAnswer[];
  readonly paper?: ReportText;
}

const LOCK = `select pg_advisory_xact_lock(hashtextextended('report-vault ' || $1, 0))`;
const LAST = `select link, sha256 from report_frozen where unit_id = $1 order by link desc limit 1`;
const CALENDAR = `select number || '-' || hash as version from calendar_version
  where unit_id = $1 order by number desc limit 1`;
const PRINTED = `select content, sha256, frozen_at as at from report_frozen
  where unit_id = $1 and issue_id = $2`;
const KEEP = `insert into report_frozen (unit_id, issue_id, link, position, calendar_version, content,
  table_xlsx, previous, sha256, frozen_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;
const KEEP_MEMBERS = `insert into report_member
  select $1, $2, section, form, number, "row", columns, members
  from jsonb_populate_recordset(null::report_member, $3::text::jsonb)`;

/** What was issued: kept as it was told, sealed to what the unit issued before. */
@Injectable()
export class Vault {
  readonly #tenancy: Tenancy;
  readonly #papers: ReportPapers;

  constructor(@Inject(Tenancy) tenancy: Tenancy, @Inject(ReportPapers) papers: ReportPapers) {
    this.#tenancy = tenancy;
    this.#papers = papers;
  }

  /** Its workbook needs no seal: it is made before anybody waits for the link. */
  async prepare(told: BuiltText): Promise<ToFreeze> {
    const sections = told.built.sections.map(({ answer }) => answer);
    return { told, workbook: await this.#papers.workbook(sections, told.registers) };
  }

  /** Freezes values, members, text and bytes; whoever issues in the same unit waits for the link. */
  async freeze(
    transaction: Transaction,
    row: IssueRow,
    { told, workbook, at }: ToFreeze & { readonly at: Instant },
  ): Promise<void> {
    const { unitId, id, template, number, periods, text } = row;
    await transaction.query(LOCK, [unitId]);
    const [last] = await transaction.query<{ readonly link: number; readonly sha256: Buffer }>(
      LAST,
      [unitId],
    );
    const [calendar] = await transaction.query<{ readonly version: string }>(CALENDAR, [unitId]);
    const { built, text: paper } = told;
    const sections = built.sections.map(({ answer }) => answer);
    const content: Content = { issue: { template, number, periods, text }, sections, paper };
    const bytes = Buffer.from(JSON.stringify(content));
    const previous = last?.sha256 ?? null;
    const seal = sha256(previous ?? Buffer.alloc(0), sha256(bytes), sha256(workbook));
    await transaction.execute(KEEP, [
      ...[unitId, id, (last?.link ?? 0) + 1, built.position, calendar?.version ?? null],
      ...[bytes, workbook, previous, seal, sqlInstant(at)],
    ]);
    await transaction.execute(KEEP_MEMBERS, [unitId, id, JSON.stringify(memberRows(told))]);
    const printable = printed(row, { sections, paper, at, seal });
    await this.#papers.keep(transaction, row, { printable, at });
  }

  /** Another edition of the paper, with the number the office gave it; its figures are those that were frozen. */
  async printAgain(
    transaction: Transaction,
    row: IssueRow,
    { at, signed }: { readonly at: Instant; readonly signed?: Uint8Array | undefined },
  ): Promise<void> {
    await transaction.query(LOCK, [row.unitId]);
    const [found] = await transaction.query<PrintedRow>(PRINTED, [row.unitId, row.id]);
    if (found === undefined) throw new Error(`Report ${row.id} was never frozen`);
    await this.#papers.keep(transaction, row, { printable: frozenPaper(row, found), at, signed });
  }

  /** The paper of what was frozen, for reports issued before their papers were kept. */
  async printable(told: ToldReport & IssueRef): Promise<Printable | undefined> {
    const { unitId, id } = told;
    const [found] = await this.#tenancy.ask<PrintedRow>({ units: [unitId] }, PRINTED, [unitId, id]);
    return found && frozenPaper(told, found);
  }

  async find({ unitId, id }: IssueRef): Promise<Frozen | undefined> {
    const [row] = await this.#tenancy.ask<FrozenRow>(
      { units: [unitId] },
      `select position, calendar_version, content, previous, sha256 from report_frozen
       where unit_id = $1 and issue_id = $2`,
      [unitId, id],
    );
    if (row === undefined) return undefined;
    const { sections, issue, paper } = JSON.parse(row.content.toString()) as Content;
    return {
      sections,
      text: issue.text,
      paper,
      seal: {
        position: row.position,
        calendarVersion: row.calendar_version,
        sha256: row.sha256.toString('hex'),
        previousSha256: row.previous?.toString('hex') ?? null,
      },
    };
  }

  /** The bytes that were sealed. */
  async xlsx({ unitId, id }: IssueRef): Promise<Buffer | undefined> {
    const [row] = await this.#tenancy.ask<{ readonly bytes: Buffer }>(
      { units: [unitId] },
      'select table_xlsx as bytes from report_frozen where unit_id = $1 and issue_id = $2',
      [unitId, id],
    );
    return row?.bytes;
  }

  heaps(
    { unitId, id }: IssueRef,
    section: IssueSection,
    form: FigureForm,
  ): Promise<readonly FrozenHeap[]> {
    return this.#tenancy.ask<FrozenHeap>(
      { units: [unitId] },
      `select "row", columns, members from report_member
       where unit_id = $1 and issue_id = $2 and section = $3 and form = $4 order by number`,
      [unitId, id, section, form],
    );
  }
}

const printed = (
  told: ToldReport,
  frozen: Pick<Content, 'sections' | 'paper'> & { readonly at: Instant; readonly seal: Buffer },
): Printable => ({
  text:
    frozen.paper === undefined
      ? bareText(told, frozen.sections)
      : withDocument(frozen.paper, told.document),
  sections: frozen.sections,
  isDraft: false,
  footer: issuedFooter(told.number, frozen.at, frozen.seal.toString('hex')),
});

const frozenPaper = (told: ToldReport, { content, sha256: seal, at }: PrintedRow): Printable => {
  const { sections, issue, paper } = JSON.parse(content.toString()) as Content;
  const words = paper === undefined ? {} : { paper };
  return printed({ ...told, text: issue.text }, { sections, ...words, at, seal });
};

/** Everybody behind the cells of the forms, and behind the numbers of the sentences. */
const memberRows = ({ built, heaps: ofText }: BuiltText): readonly object[] => [
  ...built.sections.flatMap(({ section, heaps }) => rowsOf(section, Object.entries(heaps))),
  ...rowsOf('main', Object.entries(ofText)),
];

const rowsOf = (
  section: IssueSection,
  forms: readonly (readonly [string, readonly FrozenHeap[] | undefined])[],
): readonly object[] =>
  forms.flatMap(([form, heaps = []]) =>
    heaps.map((heap, index) => ({ section, form, number: index + 1, ...heap })),
  );
