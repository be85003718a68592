import { Inject, Injectable } from '@nestjs/common';
import type { CalendarVersion, CalendarVersionsQuery, CalendarYear } from '#contract/calendars';
import type { Page } from '#contract/list';
import type { WorkingCalendar } from '#domain/working-time';
import { CLOCK, type Clock } from '../platform/clock/clock.ts';
import { Tenancy, type Transaction } from '../platform/database/tenancy.ts';
import { sqlInstant } from '../platform/database/wire-types.ts';
import {
  addVersion,
  findHead,
  findVersion,
  latestLayers,
  unitsUnder,
  versionsBefore,
  type StoredVersion,
  type VersionHead,
} from './calendar-store.ts';
import { daysOfYear, type NamedLayers } from './calendar-year.ts';
import { CompiledCalendars } from './compiled.ts';
import { layersOf, mergedOrBroken } from './unit-layers.ts';
import { hashOf, numberOf, versionId } from './version-id.ts';
import { storyOf } from './version-story.ts';

type Asking = Pick<Transaction, 'query'>;

/** When the office is open, for whoever counts with it. */
@Injectable()
export class CalendarService {
  readonly #tenancy: Tenancy;
  readonly #clock: Clock;
  readonly #compiled = new CompiledCalendars();

  constructor(@Inject(Tenancy) tenancy: Tenancy, @Inject(CLOCK) clock: Clock) {
    this.#tenancy = tenancy;
    this.#clock = clock;
  }

  /**
   * The calendar a unit counts with now: one short question, and the compiled calendar of a version met
   * before. Inside a transaction, pass it.
   */
  async inForce(unitId: number, transaction?: Asking): Promise<WorkingCalendar> {
    const asking = transaction ?? this.#asking(unitId);
    const head = (await findHead(asking, unitId)) ?? (await this.#makeFirst(unitId));
    return this.ofHead(unitId, head, asking);
  }

  /** The calendar of a version whose number and hash are known already, as from the dossier's own question. */
  async ofHead(
    unitId: number,
    { number, hash }: VersionHead,
    transaction?: Asking,
  ): Promise<WorkingCalendar> {
    const known = this.#compiled.find(number, hash);
    if (known !== undefined) return known;
    const stored = await findVersion(transaction ?? this.#asking(unitId), unitId, number);
    if (stored === undefined) throw new Error(`Unit ${unitId} has no calendar version ${number}`);
    return this.#compiled.compiled(stored);
  }

  /** A version by the name events carry. */
  async version(unitId: number, id: string): Promise<WorkingCalendar> {
    const found = await this.findVersion(unitId, id);
    if (found === undefined) throw new Error(`Unit ${unitId} has no calendar version ${id}`);
    return found;
  }

  async findVersion(unitId: number, id: string): Promise<WorkingCalendar | undefined> {
    const number = numberOf(id);
    const stored =
      number === undefined ? undefined : await findVersion(this.#asking(unitId), unitId, number);
    return stored !== undefined && versionId(stored.number, stored.hash) === id
      ? this.#compiled.compiled(stored)
      : undefined;
  }

  /** A calendar that is not in force yet, ready for counting. */
  compile(version: StoredVersion): WorkingCalendar {
    return this.#compiled.compiled(version);
  }

  /** A year as the calendar in force has it, and the layers that make it so. */
  async year(unitId: number, year: number): Promise<CalendarYear> {
    const calendar = await this.inForce(unitId);
    const layers = await this.#tenancy.within({ units: [unitId] }, (transaction) =>
      this.#layers(transaction, unitId),
    );
    const { definition, version } = calendar;
    return {
      unitId,
      year,
      version,
      hash: hashOf(definition),
      provisional: !definition.officialYears.includes(year),
      weeklyHours: definition.weeklyHours,
      days: daysOfYear(calendar, layers, year),
      layers: layers.map(({ name, layer }) => ({
        layer: name,
        weeklyHours: layer.weeklyHours ?? {},
        days: (layer.days ?? []).filter(({ date }) => date.startsWith(`${year}-`)),
      })),
    };
  }

  /** Which versions there were, the last one first, with who made each and what it changed. */
  async versions(
    unitId: number,
    { limit, cursor }: CalendarVersionsQuery,
  ): Promise<Page<CalendarVersion>> {
    await this.inForce(unitId);
    const before = cursor === undefined ? null : Number(cursor);
    const made = await versionsBefore(this.#asking(unitId), unitId, { before, limit: limit + 1 });
    const shown = made.slice(0, limit);
    return {
      items: shown.map((each, place) => storyOf(each, made[place + 1])),
      nextCursor: made.length > limit ? String(shown.at(-1)?.number) : null,
    };
  }

  /** A unit that was never asked about its time keeps the layers there are: its first version says so. */
  async #makeFirst(unitId: number): Promise<VersionHead> {
    return this.#tenancy.within({ units: [unitId] }, async (transaction) => {
      const definition = mergedOrBroken(await this.#layers(transaction, unitId));
      const first = { number: 1, hash: hashOf(definition), definition };
      const at = sqlInstant(this.#clock.officeNow());
      const added = await addVersion(transaction, { unitId, ...first, at, by: 'first-use' });
      return added === 1 ? first : ((await findHead(transaction, unitId)) ?? first);
    });
  }

  async #layers(transaction: Asking, unitId: number): Promise<NamedLayers> {
    const [unit] = (await unitsUnder(transaction, unitId)).filter(({ id }) => id === unitId);
    if (unit === undefined) throw new Error(`No unit ${unitId}`);
    return layersOf(unit, await latestLayers(transaction, unitId));
  }

  #asking(unitId: number): Asking {
    return { query: (sql, parameters) => this.#tenancy.ask({ units: [unitId] }, sql, parameters) };
  }
}
