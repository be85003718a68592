import { Inject, Injectable } from '@nestjs/common';
import type { TimelineQuery } from '#contract/incidents';
import { sourceNameIn } from '#contract/units';
import { MINUTE_MS, dayOf, instant, workingBetween } from '#domain/working-time';
import { incidentWords } from '#wording/incidents';
import { AuditBook } from '../audit/index.ts';
import { OfficeBook } from '../dossiers/index.ts';
import { Letterheads, Press, shortMoment, writtenDay, type PrintedTable } from '../forms/index.ts';
import type { UnitCard } from '../platform/auth/request-actor.ts';
import { Tenancy } from '../platform/database/tenancy.ts';
import type { Ask } from '../platform/idempotency/ask.ts';
import { LAST_ID } from '../platform/list/page.ts';
import { ProblemError } from '../platform/problem/problem-error.ts';
import { IncidentStore, type IncidentRow } from './incident-store.ts';

/** More lines than this are no timeline anybody reads. */
const MOST = 2_000;

/** A paper of the office: it is in Vietnamese, whatever the screen speaks. */
const words = incidentWords.vi;

/** In characters of a sheet, column by column. */
const WIDTHS = [8, 26, 22, 18, 18, 14, 14, 40];

/** When which system did not work, for the ministry that runs it. What was written by mistake is left out. */
@Injectable()
export class IncidentTimeline {
  readonly #store: IncidentStore;
  readonly #offices: OfficeBook;
  readonly #tenancy: Tenancy;
  readonly #audit: AuditBook;
  readonly #heads: Letterheads;
  readonly #press: Press;

  // eslint-disable-next-line max-params -- a paper is made of what lies in as many rooms
  constructor(
    @Inject(IncidentStore) store: IncidentStore,
    @Inject(OfficeBook) offices: OfficeBook,
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(AuditBook) audit: AuditBook,
    @Inject(Letterheads) heads: Letterheads,
    @Inject(Press) press: Press,
  ) {
    this.#store = store;
    this.#offices = offices;
    this.#tenancy = tenancy;
    this.#audit = audit;
    this.#heads = heads;
    this.#press = press;
  }

  async make({ actor, from }: Ask, query: TimelineQuery): Promise<Buffer> {
    const unit = actor.choose('incidents.read', query.unitId);
    const asked = { ...query, limit: MOST };
    const latest = { at: undefined, id: LAST_ID };
    const found = await this.#store.list([unit.id], asked, latest);
    if (found.length > MOST) throw new ProblemError('book-too-long', { rows: MOST });
    const rows = found.filter(({ withdrawn }) => !withdrawn).toReversed();
    await this.#tenancy.within({ units: [unit.id] }, (transaction) =>
      this.#audit.write(transaction, {
        ...{ unitId: unit.id, actor, from, act: 'incident.exported' },
        facts: { format: query.format, rows: rows.length },
      }),
    );
    const table = await this.#table(unit, rows);
    return this.#press.print({ kind: 'table', format: query.format, table });
  }

  async #table(unit: UnitCard, rows: readonly IncidentRow[]): Promise<PrintedTable> {
    const [{ settings }, calendar] = await Promise.all([
      this.#offices.unit(unit.id),
      this.#offices.calendar(unit.id),
    ]);
    const now = instant(this.#offices.now());
    const { authority, centre, place } = await this.#heads.of(unit);
    const { paper, kinds, list } = words;
    return {
      head: [authority, centre],
      title: [paper.title],
      ...{ sheet: paper.sheet, signers: paper.signers },
      columns: paper.columns.map((label, at) => ({ label, width: WIDTHS[at] ?? 18 })),
      rows: rows.map((row, index) => [
        ...[String(index + 1), sourceNameIn(settings, row.system), kinds[row.kind]],
        ...[shortMoment(row.from), row.to === null ? list.lasting : shortMoment(row.to)],
        Math.floor(workingBetween(calendar, row.from, row.to ?? now) / MINUTE_MS),
        ...[row.dossiers, row.note ?? ''],
      ]),
      totals: [],
      dateLine: `${place}, ${writtenDay(dayOf(now))}`,
    };
  }
}
