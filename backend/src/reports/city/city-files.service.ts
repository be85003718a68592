import { createHash, randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { CityFile, NewCityFile } from '#contract/reports';
import { checkPeriod } from '#domain/report';
import { formatDay, formatInstant, type Day, type Instant } from '#domain/working-time';
import { AuditBook } from '../../audit/index.ts';
import { OfficeBook } from '../../dossiers/index.ts';
import { isUuid } from '../../platform/auth/path-id.ts';
import type { Locator } from '../../platform/auth/policy.ts';
import type { RequestActor } from '../../platform/auth/request-actor.ts';
import { sqlInstant } from '../../platform/database/wire-types.ts';
import { Tenancy, type Transaction } from '../../platform/database/tenancy.ts';
import type { Ask } from '../../platform/idempotency/ask.ts';
import { once } from '../../platform/idempotency/once.ts';
import { ProblemError } from '../../platform/problem/problem-error.ts';
import { refusalProblem } from '../../platform/problem/refusal-problem.ts';
import { ReportReader } from '../reading/report-reader.service.ts';
import type { FileTold } from '../reading/told-file.ts';

type Told = Exclude<FileTold, { readonly refused: string }>;
type Asked = Omit<NewCityFile, 'file'>;

const ADD = `insert into report_file (unit_id, id, report, from_day, to_day, file_name, sha256, forms,
    findings, names_period, taken_at, taken_by)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`;

const FIND = `select unit_id as "unitId", id, file_name as "fileName", taken_at as "takenAt", findings,
    names_period as "namesPeriod" from report_file
  where unit_id = any($1) and id = $2 and withdrawn_at is null`;

const WITHDRAW = `update report_file set withdrawn_at = $3
  where unit_id = $1 and id = $2 and withdrawn_at is null`;

interface FileRow {
  readonly unitId: number;
  readonly id: string;
  readonly fileName: string;
  readonly takenAt: Instant;
  readonly findings: number;
  readonly namesPeriod: boolean;
}

const printed = (day: Day): string => formatDay(day).split('-').reverse().join('/');

/** Reports of units that work without the product: their figures are kept, the files are not. */
@Injectable()
export class CityFiles implements Locator {
  readonly #reader: ReportReader;
  readonly #offices: OfficeBook;
  readonly #tenancy: Tenancy;
  readonly #audit: AuditBook;

  constructor(
    @Inject(ReportReader) reader: ReportReader,
    @Inject(OfficeBook) offices: OfficeBook,
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(AuditBook) audit: AuditBook,
  ) {
    this.#reader = reader;
    this.#offices = offices;
    this.#tenancy = tenancy;
    this.#audit = audit;
  }

  async locate(id: string, units: readonly number[]): Promise<readonly number[] | undefined> {
    const found = isUuid(id) ? await this.#find(units, id) : undefined;
    return found && [found.unitId];
  }

  /** A newer file of the same unit over the same days takes the place of the older. */
  async take(ask: Ask, { file, ...asked }: NewCityFile): Promise<CityFile> {
    const unit = ask.actor.require('reports.receive', asked.unitId);
    if (unit.kind !== 'commune') throw new ProblemError('not-found');
    const period = checkPeriod(asked.from, asked.to);
    if (!period.ok) throw refusalProblem(period.refusal);
    if (file === undefined) throw new ProblemError('file-required');
    const sha256 = createHash('sha256').update(file).digest();
    const told = await this.#reader.forms(file, {
      from: printed(asked.from),
      to: printed(asked.to),
    });
    if ('refused' in told) throw new ProblemError(told.refused);
    const { id } = await this.#tenancy.within({ units: [unit.id] }, (transaction) =>
      once(transaction, ask.asking, async () => {
        const fresh = randomUUID();
        await this.#add(transaction, ask, { id: fresh, asked, sha256, told });
        return { id: fresh, result: undefined };
      }),
    );
    return this.#told([unit.id], id);
  }

  /** *Gỡ tệp*: put in for the wrong unit, or over the wrong days. */
  async withdraw(ask: Ask, id: string): Promise<void> {
    const found = await this.#find(unitsOf(ask.actor), id);
    if (found === undefined) throw new ProblemError('not-found');
    const { unitId } = found;
    await this.#tenancy.within({ units: [unitId] }, async (transaction) => {
      await transaction.execute(WITHDRAW, [unitId, id, sqlInstant(this.#offices.now())]);
      await this.#note(transaction, ask, { unitId, id, act: 'report.fileWithdrawn' });
    });
  }

  async #add(
    transaction: Transaction,
    ask: Ask,
    { id, asked, sha256, told }: Added,
  ): Promise<void> {
    const { unitId } = asked;
    const { forms, findings, namesPeriod } = told;
    const by = { kind: ask.actor.kind, id: ask.actor.id };
    await transaction.execute(ADD, [
      ...[unitId, id, asked.report, formatDay(asked.from), formatDay(asked.to), asked.fileName],
      ...[sha256, JSON.stringify(forms), findings, namesPeriod],
      ...[sqlInstant(this.#offices.now()), JSON.stringify(by)],
    ]);
    await this.#note(transaction, ask, { unitId, id, act: 'report.fileTaken' });
  }

  async #note(
    transaction: Transaction,
    { actor, from }: Ask,
    { unitId, id, act }: { readonly unitId: number; readonly id: string; readonly act: string },
  ): Promise<void> {
    const subject = { type: 'reportFile', id };
    await this.#audit.write(transaction, { unitId, actor, subject, from, act });
  }

  async #find(units: readonly number[], id: string): Promise<FileRow | undefined> {
    const [row] = await this.#tenancy.ask<FileRow>({ units }, FIND, [units, id]);
    return row;
  }

  async #told(units: readonly number[], id: string): Promise<CityFile> {
    const row = await this.#find(units, id);
    if (row === undefined) throw new ProblemError('not-found');
    const { fileName, takenAt, findings, namesPeriod } = row;
    return { id, fileName, takenAt: formatInstant(takenAt), findings, namesPeriod };
  }
}

interface Added {
  readonly id: string;
  readonly asked: Asked;
  readonly sha256: Buffer;
  readonly told: Told;
}

const unitsOf = (actor: RequestActor): readonly number[] =>
  actor.covers('reports.receive', undefined);
