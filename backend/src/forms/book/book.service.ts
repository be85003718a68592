import { Inject, Injectable } from '@nestjs/common';
import { BOOK_DAYS, type BookRequest } from '#contract/forms';
import { STANDARD_EDITION } from '#domain/form';
import { plusDays, startOf } from '#domain/working-time';
import { DossierFile, type Asking } from '../../dossiers/index.ts';
import { Tenancy } from '../../platform/database/tenancy.ts';
import { sqlInstant } from '../../platform/database/wire-types.ts';
import { ProblemError } from '../../platform/problem/problem-error.ts';
import { writtenDay } from '../facts/moments.ts';
import { FormEditionBook } from '../editions/form-edition-book.ts';
import { bookTitle } from './book-title.ts';
import { Press } from '../press/press.service.ts';
import type { BookRow } from './book-row.ts';

/** More lines than this are no book any more, and hold a process up. */
const MOST_ROWS = { xlsx: 20_000, pdf: 2_000 } as const;

const ROWS = `select coalesce(dossier.official_code, dossier.code) as code,
    coalesce(procedure.name, dossier.procedure_code) as procedure, applicant.name,
    applicant.address, applicant.phone, department.name as department,
    received_at as "receivedAt", original_due_at as "dueAt", finished_at as "finishedAt",
    returned_at as "returnedAt", state,
    (select min(from_at) from dossier_span as span where span.unit_id = dossier.unit_id
       and span.dossier_id = dossier.id and coalesce(holder_department, holder_agency) is not null)
      as "movedAt",
    (select payload ->> 'method' from dossier_event as event where event.unit_id = dossier.unit_id
       and event.dossier_id = dossier.id and type = 'returned' and returned_at is not null order by version desc limit 1) as method
  from dossier
    left join applicant on applicant.unit_id = dossier.unit_id and applicant.dossier_id = dossier.id
    left join department on department.unit_id = dossier.unit_id and department.code = holder_department
    left join lateral (select name from procedure where code = dossier.procedure_code
      order by owner_id = dossier.unit_id desc limit 1) as procedure on true
  where dossier.unit_id = $1 and received_at >= $2 and received_at < $3 and not annulled
  order by received_at, dossier.id limit $4`;

/** Mẫu 07, *Sổ theo dõi hồ sơ*: what was received in a range of days. */
@Injectable()
export class BookService {
  readonly #files: DossierFile;
  readonly #tenancy: Tenancy;
  readonly #press: Press;
  readonly #editions: FormEditionBook;

  constructor(
    @Inject(DossierFile) files: DossierFile,
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(Press) press: Press,
    @Inject(FormEditionBook) editions: FormEditionBook,
  ) {
    this.#files = files;
    this.#tenancy = tenancy;
    this.#press = press;
    this.#editions = editions;
  }

  async make(asking: Asking, { unitId, from, to, format }: BookRequest): Promise<Buffer> {
    const unit = asking.actor.choose('forms.print', unitId);
    if (to < from) throw new ProblemError('book-range-inverted');
    if (to - from >= BOOK_DAYS) throw new ProblemError('book-too-long', { days: BOOK_DAYS });
    const most = MOST_ROWS[format];
    const bounds = [sqlInstant(startOf(from)), sqlInstant(startOf(plusDays(to, 1)))];
    const rows = await this.#tenancy.within({ units: [unit.id] }, async (transaction) => {
      const found = await transaction.query<BookRow>(ROWS, [unit.id, ...bounds, most + 1]);
      const facts = { form: 'mau07', rows: Math.min(found.length, most) };
      await this.#files.note(transaction, asking, {
        unit,
        id: null,
        act: 'dossiers.export',
        facts,
      });
      return found;
    });
    if (rows.length > most) throw new ProblemError('book-too-long', { rows: most });
    const wording = (await this.#editions.latest(unit.id, 'mau07'))?.wording ?? STANDARD_EDITION;
    const title = bookTitle(unit.name, wording, `Từ ${writtenDay(from)} đến ${writtenDay(to)}`);
    return this.#press.print({ kind: 'book', format, title, rows });
  }
}
