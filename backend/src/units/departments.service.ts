import { Inject, Injectable } from '@nestjs/common';
import type { Page } from '#contract/list';
import type {
  Department,
  DepartmentChanges,
  DepartmentsQuery,
  NewDepartment,
} from '#contract/units';
import { OPEN_STATES } from '#domain/dossier';
import { AuditBook } from '../audit/index.ts';
import type { RequestActor } from '../platform/auth/request-actor.ts';
import { CLOCK, type Clock } from '../platform/clock/clock.ts';
import { Tenancy, type Transaction } from '../platform/database/tenancy.ts';
import { sqlInstant } from '../platform/database/wire-types.ts';
import type { Ask } from '../platform/idempotency/ask.ts';
import { once } from '../platform/idempotency/once.ts';
import { pageOfRows, part, readCursor } from '../platform/list/page.ts';
import { ProblemError } from '../platform/problem/problem-error.ts';

const DEPARTMENT = 'unit_id as "unitId", code, name, closed_at is not null as closed';

// People who work there now, and open dossiers that wait there: neither may lose its place.
const USES = `select
  (select count(distinct membership.user_id)::int from membership
     join office_user on office_user.id = membership.user_id and disabled_at is null
     where unit_id = $1 and department_code = $2 and until_at = 'infinity') as members,
  (select count(*)::int from dossier where unit_id = $1 and holder_department = $2
     and state = any($3)) as dossiers`;

@Injectable()
export class Departments {
  readonly #tenancy: Tenancy;
  readonly #audit: AuditBook;
  readonly #clock: Clock;

  constructor(
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(AuditBook) audit: AuditBook,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#tenancy = tenancy;
    this.#audit = audit;
    this.#clock = clock;
  }

  async list(actor: RequestActor, query: DepartmentsQuery): Promise<Page<Department>> {
    const [afterUnit = 0, afterCode = ''] = readCursor(query.cursor, part.int, part.text) ?? [];
    const rows = await this.#tenancy.ask<Department>(
      { units: actor.covers('departments.read', query.unitId) },
      `select ${DEPARTMENT} from department
       where (closed_at is null or $4) and (unit_id, code collate "C") > ($1, $2)
       order by unit_id, code collate "C" limit $3`,
      [afterUnit, afterCode, query.limit + 1, query.closed === 'true'],
    );
    return pageOfRows(rows, query.limit, {
      item: (row) => row,
      key: ({ unitId, code }) => [unitId, code],
    });
  }

  async add({ unitId: given, code, name }: NewDepartment, ask: Ask): Promise<Department> {
    const { actor, from } = ask;
    const unitId = actor.choose('departments.write', given).id;
    await this.#tenancy.within({ units: [unitId] }, (transaction) =>
      once(transaction, ask.asking, async () => {
        const added = await transaction.execute(
          `insert into department (unit_id, code, name) values ($1, $2, $3) on conflict do nothing`,
          [unitId, code, name],
        );
        if (added === 0) throw new ProblemError('department-code-taken');
        const subject = { type: 'department', id: code };
        const facts = { after: { name } };
        const act = 'department.added';
        await this.#audit.write(transaction, { unitId, actor, act, subject, facts, from });
        return { id: code, result: undefined };
      }),
    );
    return { unitId, code, name, closed: false };
  }

  async change(
    code: string,
    { unitId: given, ...changes }: DepartmentChanges,
    ask: Ask,
  ): Promise<Department> {
    const unitId = ask.actor.choose('departments.write', given).id;
    return this.#tenancy.within({ units: [unitId] }, async (transaction) => {
      const before = await this.#get(transaction, unitId, code);
      if (changes.closed === true) await this.#requireUnused(transaction, unitId, code);
      await transaction.execute(
        `update department set name = coalesce($3, name), closed_at = case
           when $4::boolean is null then closed_at when $4 then coalesce(closed_at, $5) end
         where unit_id = $1 and code = $2`,
        [unitId, code, changes.name, changes.closed, sqlInstant(this.#clock.officeNow())],
      );
      const { actor, from } = ask;
      await this.#audit.write(transaction, {
        ...{ unitId, actor, act: 'department.changed', from },
        subject: { type: 'department', id: code },
        facts: { before: { name: before.name, closed: before.closed }, after: changes },
      });
      return this.#get(transaction, unitId, code);
    });
  }

  async #get(transaction: Transaction, unitId: number, code: string): Promise<Department> {
    const [row] = await transaction.query<Department>(
      `select ${DEPARTMENT} from department where unit_id = $1 and code = $2 for update`,
      [unitId, code],
    );
    if (row === undefined) throw new ProblemError('not-found');
    return row;
  }

  async #requireUnused(transaction: Transaction, unitId: number, code: string): Promise<void> {
    const [uses] = await transaction.query<{ members: number; dossiers: number }>(USES, [
      ...[unitId, code, OPEN_STATES],
    ]);
    if (uses !== undefined && uses.members + uses.dossiers > 0) {
      throw new ProblemError('department-in-use', { ...uses });
    }
  }
}
