import { Inject, Injectable } from '@nestjs/common';
import type { ActorUnit, RequestActor } from '../../platform/auth/request-actor.ts';
import { Tenancy } from '../../platform/database/tenancy.ts';
import { ProblemError } from '../../platform/problem/problem-error.ts';

/** A unit that reports to the city. */
export interface CityUnit {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly level: 'xa' | 'phuong' | 'dacKhu' | null;
}

export interface City {
  readonly about: Pick<ActorUnit, 'id' | 'code' | 'name'>;
  readonly units: readonly CityUnit[];
}

const UNITS = `select id, code, name, level from unit
  where parent_id = $1 and kind = 'commune' and closed_at is null and id = any($2) order by code collate "C"`;

/** Which city receives, and from whom: its own children, as far as whoever asks may read them. */
@Injectable()
export class CityBook {
  readonly #tenancy: Tenancy;

  constructor(@Inject(Tenancy) tenancy: Tenancy) {
    this.#tenancy = tenancy;
  }

  async of(actor: RequestActor, unitId: number | undefined): Promise<City> {
    const { id, code, name } = cityOf(actor, unitId);
    const readable = actor.covers('reports.receive', undefined);
    const units = await this.#tenancy.ask<CityUnit>({ units: [] }, UNITS, [id, readable]);
    return { about: { id, code, name }, units };
  }
}

/** The city meant; a commune receives no reports. */
function cityOf(actor: RequestActor, unitId: number | undefined): ActorUnit {
  const cities = actor.unitsWhere('reports.receive').filter(({ kind }) => kind === 'city');
  const asked = unitId === undefined ? cities : [actor.require('reports.receive', unitId)];
  const [only, ...others] = asked.filter(({ kind }) => kind === 'city');
  if (only !== undefined && others.length === 0) return only;
  if (cities.length === 0) throw new ProblemError('not-permitted');
  throw new ProblemError('unit-required', { units: cities.slice(0, 20).map(({ id }) => id) });
}
