import { Inject, Injectable } from '@nestjs/common';
import type { ProblemCode } from '#contract/problem';
import {
  effectiveEvents,
  type DossierEvent,
  type DossierState,
  type OfficeEvent,
} from '#domain/dossier';
import { Tenancy } from '../../platform/database/tenancy.ts';
import { sqlInstant } from '../../platform/database/wire-types.ts';
import { ruleProblem } from '../refusal.ts';
import type { Attempt } from './attempt.ts';

interface Known {
  readonly officer: boolean;
  readonly department: boolean;
  readonly dossier: boolean;
}

const KNOWN = `select
  $2::uuid is null or exists (select from membership where unit_id = $1 and user_id = $2
    and from_at <= $5 and $5 < until_at) as officer,
  $3::text is null or exists (select from department where unit_id = $1 and code = $3
    and closed_at is null) as department,
  $4::uuid is null or exists (select from dossier where unit_id = $1 and id = $4) as dossier`;

interface Named {
  readonly userId?: string;
  readonly departmentCode?: string;
  readonly dossierId?: string;
}

type Told = Pick<OfficeEvent, 'type' | 'payload'>;

/** What the event says of the office, or makes an earlier one say. */
const toldBy = (event: DossierEvent, { history }: DossierState): readonly Told[] => {
  if (event.type === 'voided') return [];
  if (event.type !== 'corrected') return [event];
  const { payload } = event;
  if ('insert' in payload) return [payload.insert];
  const mended = effectiveEvents(history).filter(({ version }) => version === payload.version);
  const said = payload.changes.payload ?? {};
  return mended.map(({ type }) => ({ type, payload: said }));
};

const namedBy = ({ type, payload }: Told): Named =>
  type === 'assigned' || type === 'linked' ? (payload as Named) : {};

/** Whether whom and what a command names is there: the domain cannot know. */
@Injectable()
export class References {
  readonly #tenancy: Tenancy;

  constructor(@Inject(Tenancy) tenancy: Tenancy) {
    this.#tenancy = tenancy;
  }

  async check(attempt: Attempt, events: readonly DossierEvent[]): Promise<void> {
    for (const event of events) {
      for (const told of toldBy(event, attempt.state)) {
        const named = namedBy(told);
        if (Object.keys(named).length === 0) continue;
        const missing = await this.#missing(attempt, named, event.recordedAt);
        if (missing !== undefined) throw ruleProblem(missing, attempt.body);
      }
    }
  }

  async #missing(
    { unitId, id }: Attempt,
    { userId, departmentCode, dossierId }: Named,
    now: number,
  ): Promise<ProblemCode | undefined> {
    if (dossierId === id) return 'unknown-dossier';
    const [known] = await this.#tenancy.ask<Known>({ units: [unitId] }, KNOWN, [
      ...[unitId, userId, departmentCode, dossierId, sqlInstant(now)],
    ]);
    if (known?.officer !== true) return 'unknown-assignee';
    if (!known.department) return 'unknown-department';
    return known.dossier ? undefined : 'unknown-dossier';
  }
}
