import { Inject, Injectable } from '@nestjs/common';
import type { Page } from '#contract/list';
import type { Department, DepartmentsQuery, NewDepartment } from '#contract/units';
import { AuditBook } from '../audit/index.ts';
import type { RequestActor } from '../platform/auth/request-actor.ts';
import { Tenancy } from '../platform/database/tenancy.ts';
import type { Ask } from '../platform/idempotency/ask.ts';
import { once } from '../platform/idempotency/once.ts';
import { pageOfRows, readCursor } from '../platform/list/page.ts';
import { ProblemError } from '../platform/problem/problem-error.ts';

@Injectable()
export class Departments {
  readonly #tenancy: Tenancy;
  readonly #audit: AuditBook;

  constructor(@Inject(Tenancy) tenancy: Tenancy, @Inject(AuditBook) audit: AuditBook) {
    this.#tenancy = tenancy;
    this.#audit = audit;
  }

  async list(actor: RequestActor, query: DepartmentsQuery): Promise<Page<Department>> {
    const [afterUnit = 0, afterCode = ''] = readCursor(query.cursor, 2) ?? [];
    const rows = await this.#tenancy.ask<Department>(
      { units: actor.covers('departments.read', query.unitId) },
      `select unit_id as "unitId", code, name from department
       where closed_at is null and (unit_id, code collate "C") > ($1, $2)
       order by unit_id, code collate "C" limit $3`,
      [afterUnit, afterCode, query.limit + 1],
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
    return { unitId, code, name };
  }
}
