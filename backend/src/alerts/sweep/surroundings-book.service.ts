import { Inject, Injectable } from '@nestjs/common';
import { unitRulesOf } from '#contract/units';
import type { Instant } from '#domain/working-time';
import { OfficeBook } from '../../dossiers/index.ts';
import { AlertRulesBook } from '../rules/alert-rules-book.service.ts';
import { PeopleBook } from '../store/people-book.service.ts';
import type { Surroundings } from './look-at-dossier.ts';

/** What one sweep has read of the units it meets; the next sweep reads it again. */
export class SurroundingsOfSweep {
  readonly now: Instant;
  readonly #book: SurroundingsBook;
  readonly #known = new Map<number, Surroundings>();

  constructor(book: SurroundingsBook, now: Instant) {
    this.#book = book;
    this.now = now;
  }

  get unitIds(): readonly number[] {
    return [...this.#known.keys()];
  }

  /** Outside every transaction: whoever holds rows must not wait for another connection. */
  async read(unitIds: Iterable<number>): Promise<void> {
    for (const unitId of unitIds) {
      if (this.#known.has(unitId)) continue;
      this.#known.set(unitId, await this.#book.of(unitId, this.now));
    }
  }

  get(unitId: number): Surroundings {
    const known = this.#known.get(unitId);
    if (known === undefined) throw new Error(`The surroundings of unit ${unitId} were not read`);
    return known;
  }
}

/** A unit as its alerts depend on it: its rules, its calendar, its people, as they are now. */
@Injectable()
export class SurroundingsBook {
  readonly #rules: AlertRulesBook;
  readonly #people: PeopleBook;
  readonly #offices: OfficeBook;

  constructor(
    @Inject(AlertRulesBook) rules: AlertRulesBook,
    @Inject(PeopleBook) people: PeopleBook,
    @Inject(OfficeBook) offices: OfficeBook,
  ) {
    this.#rules = rules;
    this.#people = people;
    this.#offices = offices;
  }

  begin(now: Instant): SurroundingsOfSweep {
    return new SurroundingsOfSweep(this, now);
  }

  async of(unitId: number, now: Instant): Promise<Surroundings> {
    const [rules, calendar, people, { settings }] = await Promise.all([
      this.#rules.inForce(unitId),
      this.#offices.calendar(unitId),
      this.#people.of(unitId, now),
      this.#offices.unit(unitId),
    ]);
    return { rules, calendar, people, unit: unitRulesOf(settings) };
  }
}
