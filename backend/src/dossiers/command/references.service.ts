import { Inject, Injectable } from '@nestjs/common';
import type { DossierEvent } from '#domain/dossier';
import { Tenancy } from '../../platform/database/tenancy.ts';
import { sqlInstant } from '../../platform/database/wire-types.ts';
import { ProblemError } from '../../platform/problem/problem-error.ts';

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

const namedBy = (event: DossierEvent): Named => {
  if (event.type === 'assigned') return event.payload;
  return event.type === 'linked' ? event.payload : {};
};

/** Whether whom and what a command names is there: the domain cannot know. */
@Injectable()
export class References {
  readonly #tenancy: Tenancy;

  constructor(@Inject(Tenancy) tenancy: Tenancy) {
    this.#tenancy = tenancy;
  }

  async check(unitId: number, dossierId: string, events: readonly DossierEvent[]): Promise<void> {
    for (const event of events) {
      const named = namedBy(event);
      if (named.dossierId === dossierId) throw new ProblemError('unknown-dossier');
      if (Object.keys(named).length > 0) await this.#check(unitId, named, event.recordedAt);
    }
  }

  async #check(unitId: number, named: Named, now: number): Promise<void> {
    const { userId = null, departmentCode = null, dossierId = null } = named;
    const [known] = await this.#tenancy.ask<Known>({ units: [unitId] }, KNOWN, [
      ...[unitId, userId, departmentCode, dossierId, sqlInstant(now)],
    ]);
    if (known?.officer !== true) throw new ProblemError('unknown-assignee');
    if (!known.department) throw new ProblemError('unknown-department');
    if (!known.dossier) throw new ProblemError('unknown-dossier');
  }
}
