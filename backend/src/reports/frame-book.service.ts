import { Inject, Injectable } from '@nestjs/common';
import type { ReportQuery } from '#contract/reports';
import {
  DEFAULT_UNIT_SETTINGS,
  latenessOf,
  unitSettingsChangesSchema,
  withSettings,
} from '#contract/units';
import { checkPeriod } from '#domain/report';
import type { Instant } from '#domain/working-time';
import { FactBook } from '../dossiers/index.ts';
import type { RequestActor } from '../platform/auth/request-actor.ts';
import { CLOCK, type Clock } from '../platform/clock/clock.ts';
import { Tenancy } from '../platform/database/tenancy.ts';
import { refusalProblem } from '../platform/problem/refusal-problem.ts';
import type { Frame, FrameUnit } from './engine/frame.ts';

interface UnitRow {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly settings: unknown;
}

const unitOf = ({ id, code, name, settings }: UnitRow): FrameUnit => ({
  ...{ id, code, name },
  lateness: latenessOf(
    withSettings(DEFAULT_UNIT_SETTINGS, unitSettingsChangesSchema.parse(settings)),
  ),
});

/** Whose dossiers a report counts, and over which days: asked and allowed. */
@Injectable()
export class FrameBook {
  readonly #tenancy: Tenancy;
  readonly #facts: FactBook;
  readonly #clock: Clock;

  constructor(
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(FactBook) facts: FactBook,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#tenancy = tenancy;
    this.#facts = facts;
    this.#clock = clock;
  }

  /** Of a city: its communes, as far as whoever asks may read them. */
  async of(actor: RequestActor, query: ReportQuery): Promise<Frame> {
    const { unitId, from, to, authority, asOf } = query;
    const about = actor.choose('reports.read', unitId);
    const period = checkPeriod(from, to);
    if (!period.ok) throw refusalProblem(period.refusal);
    const readable = actor.unitsWhere('reports.read').map(({ id }) => id);
    const units = await this.#units(about, readable);
    await this.#facts.complete(units.map(({ id }) => id));
    return { about, units, period: period.value, authority, ...this.#then(asOf) };
  }

  /** Of what will be known nobody knows anything: a moment to come is now. */
  #then(asOf: Instant | undefined): Pick<Frame, 'asOf'> {
    return asOf === undefined || asOf >= this.#clock.officeNow() ? {} : { asOf };
  }

  async #units(
    { id, kind }: { readonly id: number; readonly kind: 'city' | 'commune' },
    readable: readonly number[],
  ): Promise<readonly FrameUnit[]> {
    const rows = await this.#tenancy.ask<UnitRow>(
      { units: [] },
      kind === 'city'
        ? `select id, code, name, settings from unit
           where parent_id = $1 and kind = 'commune' and id = any($2) order by id`
        : 'select id, code, name, settings from unit where id = $1 and id = any($2)',
      [id, readable],
    );
    return rows.map(unitOf);
  }
}
