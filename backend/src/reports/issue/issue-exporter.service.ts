import { Inject, Injectable } from '@nestjs/common';
import type { ExportFormat, IssueAnswer, ReportText } from '#contract/reports';
import { isFrozen } from '#domain/report';
import { instant, parseInstant } from '#domain/working-time';
import { AuditBook } from '../../audit/index.ts';
import type { RequestActor } from '../../platform/auth/request-actor.ts';
import { Tenancy } from '../../platform/database/tenancy.ts';
import type { Ask } from '../../platform/idempotency/ask.ts';
import { ProblemError } from '../../platform/problem/problem-error.ts';
import { compactDay, type ExportedFile } from '../paper/exported-file.ts';
import { draftFooter } from '../paper/footer.ts';
import type { Printable } from '../paper/report-document.ts';
import { ReportPapers, type PaperFormat } from '../paper/report-papers.service.ts';
import { IssueReader } from './issue-reader.service.ts';
import { reportCsv } from './report-csv.ts';
import { TextDesk } from '../text/text-desk.service.ts';
import { Vault } from './vault.ts';

/** Unit, days and version: nothing else belongs into the name of a file. */
const nameOf = (
  { sections, periods, number, state }: IssueAnswer,
  format: ExportFormat,
): string => {
  const unit = sections[0]?.ii06b.unit.code ?? '';
  const { from, to } = periods.main;
  const draft = isFrozen(state) ? '' : '-du-thao';
  return `BC-${unit}-${compactDay(from)}-${compactDay(to)}-v${number}${draft}.${format}`;
};

const draftOf = (told: IssueAnswer, text: ReportText): Printable => {
  const asOf = parseInstant(told.sections[0]?.ii06b.asOf ?? '') ?? instant(0);
  return {
    text,
    sections: told.sections,
    isDraft: true,
    footer: draftFooter(told.number, asOf),
  };
};

/** Reports as files: live ones as drafts, issued ones as the bytes that were sealed. */
@Injectable()
export class IssueExporter {
  readonly #reader: IssueReader;
  readonly #texts: TextDesk;
  readonly #vault: Vault;
  readonly #papers: ReportPapers;
  readonly #tenancy: Tenancy;
  readonly #audit: AuditBook;

  // eslint-disable-next-line max-params -- a file is told, made or found, and noted
  constructor(
    @Inject(IssueReader) reader: IssueReader,
    @Inject(TextDesk) texts: TextDesk,
    @Inject(Vault) vault: Vault,
    @Inject(ReportPapers) papers: ReportPapers,
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(AuditBook) audit: AuditBook,
  ) {
    this.#reader = reader;
    this.#texts = texts;
    this.#vault = vault;
    this.#papers = papers;
    this.#tenancy = tenancy;
    this.#audit = audit;
  }

  async take(ask: Ask, id: string, format: ExportFormat): Promise<ExportedFile> {
    const told = await this.#reader.tell(ask.actor, id, 'paper');
    const bytes = await this.#bytes(ask.actor, told, format);
    await this.#note(ask, told, format);
    return { name: nameOf(told, format), bytes };
  }

  /** *Tệp đã ký*, byte by byte as it came. */
  async signed(ask: Ask, id: string): Promise<ExportedFile> {
    const told = await this.#reader.tell(ask.actor, id);
    const sha256 = told.document?.isKept === true ? told.document.fileSha256 : null;
    const bytes = sha256 === null ? undefined : await this.#papers.findSigned(told, sha256);
    if (bytes === undefined) throw new ProblemError('not-found');
    await this.#note(ask, told, 'signed');
    return { name: nameOf(told, 'pdf').replace(/\.pdf$/, '-da-ky.pdf'), bytes };
  }

  /** The paper as it would be printed now, to be looked at beside the figures it is made of. */
  async preview(actor: RequestActor, id: string): Promise<Buffer> {
    return this.#paper(actor, await this.#reader.tell(actor, id, 'paper'), 'pdf');
  }

  #note(ask: Ask, told: IssueAnswer, format: ExportFormat | 'signed'): Promise<void> {
    return this.#tenancy.within({ units: [told.unitId] }, (transaction) =>
      this.#audit.write(transaction, {
        ...{ unitId: told.unitId, actor: ask.actor, from: ask.from, act: 'report.exported' },
        subject: { type: 'report', id: told.id },
        facts: { format, version: told.number, state: told.state },
      }),
    );
  }

  async #bytes(
    actor: RequestActor,
    told: IssueAnswer,
    format: ExportFormat,
  ): Promise<Buffer | string> {
    switch (format) {
      case 'csv':
        return reportCsv(told.sections);
      case 'json':
        return JSON.stringify(told, null, 2);
      case 'xlsx':
        return (await this.#vault.xlsx(told)) ?? this.#workbook(actor, told);
      case 'docx':
      case 'pdf':
        return this.#paper(actor, told, format);
    }
  }

  async #workbook(actor: RequestActor, told: IssueAnswer): Promise<Buffer> {
    return this.#papers.workbook(told.sections, await this.#texts.registers(actor, told.id));
  }

  async #paper(actor: RequestActor, told: IssueAnswer, format: PaperFormat): Promise<Buffer> {
    const kept = await this.#papers.find(told, format);
    if (kept !== undefined) return kept;
    const frozen = isFrozen(told.state) ? await this.#vault.printable(told) : undefined;
    const printable = frozen ?? draftOf(told, await this.#texts.read(actor, told.id));
    return this.#papers.print(printable, format);
  }
}
