import { Inject, Injectable } from '@nestjs/common';
import type { FormEditionAnswer, PreviewFormEdition, SetFormEdition } from '#contract/forms';
import { offersOf } from '#contract/forms';
import {
  STANDARD_EDITION,
  formFaults,
  formSheets,
  trimmedEdition,
  type FormEdition,
  type FormSheet,
} from '#domain/form';
import { formatInstant, instant } from '#domain/working-time';
import { AuditBook } from '../../audit/index.ts';
import type { RequestActor } from '../../platform/auth/request-actor.ts';
import { CLOCK, type Clock } from '../../platform/clock/clock.ts';
import { Tenancy } from '../../platform/database/tenancy.ts';
import { sqlInstant } from '../../platform/database/wire-types.ts';
import type { Ask } from '../../platform/idempotency/ask.ts';
import { ProblemError } from '../../platform/problem/problem-error.ts';
import { bookTitle } from '../book/book-title.ts';
import { fill } from '../layout/fill.ts';
import { worded } from '../layout/worded.ts';
import { Press } from '../press/press.service.ts';
import type { PressTask } from '../press/task.ts';
import { TEMPLATES } from '../templates/index.ts';
import { FormEditionBook, headed, type EditionKept } from './form-edition-book.ts';
import { SAMPLE_MARK, sampleFacts, sampleRows } from './sample.ts';
import { sheetPieces } from './sheet-pieces.ts';

const ONE_AT_A_TIME = `select pg_advisory_xact_lock(hashtextextended('form editions ' || $1, 0))`;

const ADD = `insert into form_edition (unit_id, sheet, version, wording, set_at, set_by, reason)
  values ($1, $2, $3, $4, $5, $6, $7)`;

interface Unit {
  readonly id: number;
  readonly name: string;
}

/** How a unit words its forms: told, tried on a sample, set version by version. */
@Injectable()
export class FormEditions {
  readonly #book: FormEditionBook;
  readonly #tenancy: Tenancy;
  readonly #audit: AuditBook;
  readonly #press: Press;
  readonly #clock: Clock;

  // eslint-disable-next-line max-params -- what is kept, said and printed lies in as many rooms
  constructor(
    @Inject(FormEditionBook) book: FormEditionBook,
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(AuditBook) audit: AuditBook,
    @Inject(Press) press: Press,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#book = book;
    this.#tenancy = tenancy;
    this.#audit = audit;
    this.#press = press;
    this.#clock = clock;
  }

  async list(
    actor: RequestActor,
    unitId: number | undefined,
  ): Promise<readonly FormEditionAnswer[]> {
    const unit = actor.choose('formEditions.write', unitId);
    const kept = await this.#book.all(unit.id);
    return formSheets.map((sheet) =>
      told(
        unit,
        sheet,
        kept.filter((each) => each.sheet === sheet),
      ),
    );
  }

  async set(
    sheet: FormSheet,
    wanted: SetFormEdition,
    { actor, from }: Ask,
  ): Promise<FormEditionAnswer> {
    const unit = actor.choose('formEditions.write', wanted.unitId);
    const edition = checked(unit, sheet, wanted);
    await this.#tenancy.within({ units: [unit.id] }, async (transaction) => {
      await transaction.query(ONE_AT_A_TIME, [String(unit.id)]);
      const version = (await this.#book.latest(unit.id, sheet, transaction))?.version ?? 0;
      if (wanted.version !== undefined && wanted.version !== version) {
        throw new ProblemError('version-stale', { version });
      }
      const now = instant(this.#clock.officeNow());
      await transaction.execute(ADD, [
        ...[unit.id, sheet, version + 1, edition, sqlInstant(now)],
        ...[actor.id, wanted.reason ?? null],
      ]);
      // Which parts, never their words: people write names into them.
      const { texts, without } = edition;
      const facts = { sheet, version: version + 1, worded: Object.keys(texts), without };
      const subject = { type: 'formEdition', id: `${sheet}/${version + 1}` };
      await this.#audit.write(transaction, {
        ...{ unitId: unit.id, actor, act: 'formEdition.set', from, subject, facts },
      });
    });
    const kept = await this.#book.all(unit.id);
    return told(
      unit,
      sheet,
      kept.filter((each) => each.sheet === sheet),
    );
  }

  /** The form with a dossier that is nobody's, marked as such; what is wrong with it may be seen. */
  async preview(
    actor: RequestActor,
    sheet: FormSheet,
    wanted: PreviewFormEdition,
  ): Promise<Buffer> {
    const unit = actor.choose('formEditions.write', wanted.unitId);
    const unknown = faultsOf(unit, sheet, wanted).filter(
      ({ code }) => code === 'form-fact-unknown' || code === 'form-piece-unknown',
    );
    if (unknown.length > 0) throw refused(unknown);
    const head =
      sheet === 'head'
        ? wanted
        : ((await this.#book.latest(unit.id, 'head'))?.wording ?? STANDARD_EDITION);
    return this.#press.print(sampleTask(unit, sheet, { edition: wanted, head }));
  }
}

const faultsOf = (unit: Unit, sheet: FormSheet, edition: FormEdition) =>
  formFaults(sheetPieces(sheet, unit.name), edition);

const refused = (faults: ReturnType<typeof formFaults>): ProblemError =>
  new ProblemError(
    faults[0]?.code ?? 'form-piece-unknown',
    {},
    faults.map(({ code, key }) => ({ path: key, code })),
  );

const checked = (unit: Unit, sheet: FormSheet, { texts, without }: SetFormEdition): FormEdition => {
  const faults = faultsOf(unit, sheet, { texts, without });
  if (faults.length > 0) throw refused(faults);
  return trimmedEdition(sheetPieces(sheet, unit.name), { texts, without });
};

const told = (unit: Unit, sheet: FormSheet, kept: readonly EditionKept[]): FormEditionAnswer => {
  const [latest] = kept;
  return {
    ...{ sheet, unitId: unit.id, version: latest?.version ?? 0 },
    ...(latest?.wording ?? STANDARD_EDITION),
    pieces: sheetPieces(sheet, unit.name),
    history: kept.map(({ version, setAt, setBy, reason, wording }) => ({
      ...{ version, setAt: formatInstant(setAt), setBy, reason, ...wording },
    })),
  };
};

interface Wording {
  readonly edition: FormEdition;
  readonly head: FormEdition;
}

/** The head is looked at on the form that is printed most. */
const sampleTask = (unit: Unit, sheet: FormSheet, { edition, head }: Wording): PressTask => {
  if (sheet === 'mau07') {
    const title = bookTitle(
      unit.name,
      edition,
      'Từ ngày 01 tháng 01 năm 2026 đến ngày 31 tháng 01 năm 2026',
    );
    return { kind: 'book', format: 'pdf', title, rows: sampleRows, mark: SAMPLE_MARK };
  }
  const form = sheet === 'head' ? 'mau02' : sheet;
  const template = sheet === 'head' ? TEMPLATES[form] : worded(TEMPLATES[form], edition);
  const filled = fill(template, headed(sampleFacts(unit.name), head));
  const paper = offersOf(form).papers.includes('a5') ? 'a5' : 'a4';
  return { kind: 'form', format: 'pdf', paper, form: { ...filled, mark: SAMPLE_MARK } };
};
