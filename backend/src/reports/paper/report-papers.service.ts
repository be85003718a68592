import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Instant } from '#domain/working-time';
import { Press } from '../../forms/index.ts';
import { Tenancy, type Transaction } from '../../platform/database/tenancy.ts';
import { sqlInstant } from '../../platform/database/wire-types.ts';
import { reportSheets } from '../workbook/report-sheets.ts';
import { reportDocument, type Printable } from './report-document.ts';

/** What is printed of a report at one moment, and the signed paper where it came with it. */
interface Edition {
  readonly printable: Printable;
  readonly at: Instant;
  readonly signed?: Uint8Array | undefined;
}

/** What a report is printed as. */
export type PaperFormat = 'docx' | 'pdf';

const FORMATS: readonly PaperFormat[] = ['docx', 'pdf'];

interface ReportRef {
  readonly unitId: number;
  readonly id: string;
}

const LAST = `select link, sha256 from report_paper where unit_id = $1 order by link desc limit 1`;
const EDITION = `select coalesce(max(edition), 0)::int + 1 as next from report_paper
  where unit_id = $1 and issue_id = $2`;
const KEEP = `insert into report_paper (unit_id, issue_id, edition, format, link, content, previous,
  sha256, made_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;
// The press may need longer than a transaction may stand idle while the machine is busy with other things.
const WAIT_FOR_THE_PRESS = `set local idle_in_transaction_session_timeout = '2min'`;
const FIND_SIGNED = `select content from report_paper where unit_id = $1 and issue_id = $2
  and format = 'signed' and sha256(content) = $3 limit 1`;
const FIND = `select content from report_paper where unit_id = $1 and issue_id = $2 and format = $3
  order by edition desc limit 1`;

const sha256 = (...parts: readonly Uint8Array[]): Buffer =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

/** The papers of reports: made when asked for while a report is drawn up, and kept once it is issued. */
@Injectable()
export class ReportPapers {
  readonly #press: Press;
  readonly #tenancy: Tenancy;

  constructor(@Inject(Press) press: Press, @Inject(Tenancy) tenancy: Tenancy) {
    this.#press = press;
    this.#tenancy = tenancy;
  }

  print(printable: Printable, format: PaperFormat): Promise<Buffer> {
    return this.#press.print({ kind: 'document', format, document: reportDocument(printable) });
  }

  /** The tables and registers as a workbook. */
  workbook(...told: Parameters<typeof reportSheets>): Promise<Buffer> {
    return this.#press.print({ kind: 'workbook', sheets: reportSheets(...told) });
  }

  /** The bytes as they were issued, with the number that was attached last. */
  async find({ unitId, id }: ReportRef, format: PaperFormat): Promise<Buffer | undefined> {
    const [row] = await this.#tenancy.ask<{ readonly content: Buffer }>({ units: [unitId] }, FIND, [
      unitId,
      id,
      format,
    ]);
    return row?.content;
  }

  /** The signed paper as it came back, by what it is. */
  async findSigned({ unitId, id }: ReportRef, sha256: string): Promise<Buffer | undefined> {
    const values = [unitId, id, Buffer.from(sha256, 'hex')];
    const [row] = await this.#tenancy.ask<{ readonly content: Buffer }>(
      { units: [unitId] },
      FIND_SIGNED,
      values,
    );
    return row?.content;
  }

  /** Prints an edition and seals it; whoever seals in the same unit waits, so the caller holds its lock. */
  async keep(
    transaction: Transaction,
    { unitId, id }: ReportRef,
    { printable, at, signed }: Edition,
  ): Promise<void> {
    await transaction.execute(WAIT_FOR_THE_PRESS, []);
    const [last] = await transaction.query<{ readonly link: number; readonly sha256: Buffer }>(
      LAST,
      [unitId],
    );
    const [edition] = await transaction.query<{ readonly next: number }>(EDITION, [unitId, id]);
    let { link, previous } = { link: last?.link ?? 0, previous: last?.sha256 ?? null };
    for (const [format, content] of await this.#printed(printable, signed)) {
      const seal = sha256(previous ?? Buffer.alloc(0), sha256(content));
      link += 1;
      await transaction.execute(KEEP, [
        ...[unitId, id, edition?.next, format, link, content, previous, seal, sqlInstant(at)],
      ]);
      previous = seal;
    }
  }

  async #printed(
    printable: Printable,
    signed: Edition['signed'],
  ): Promise<readonly (readonly [string, Uint8Array])[]> {
    const papers: [string, Uint8Array][] = [];
    for (const format of FORMATS) papers.push([format, await this.print(printable, format)]);
    return signed === undefined ? papers : [...papers, ['signed', signed]];
  }
}
