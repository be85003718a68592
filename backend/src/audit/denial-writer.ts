import { Inject, Injectable } from '@nestjs/common';
import type { Denial, DenialBook } from '../platform/auth/ports.ts';
import { Tenancy } from '../platform/database/tenancy.ts';
import { AuditBook, homeOf } from './audit-book.ts';

/** Keeps denials where the administrator of the denied looks for them. */
@Injectable()
export class DenialWriter implements DenialBook {
  readonly #tenancy: Tenancy;
  readonly #audit: AuditBook;

  constructor(@Inject(Tenancy) tenancy: Tenancy, @Inject(AuditBook) audit: AuditBook) {
    this.#tenancy = tenancy;
    this.#audit = audit;
  }

  async record({ actor, code, route, request }: Denial): Promise<void> {
    // Whoever reaches a hundred units belongs to the first of them as much as to any.
    const unitId = homeOf(actor);
    await this.#tenancy.within({ units: [unitId] }, (transaction) =>
      this.#audit.write(transaction, {
        unitId,
        actor,
        act: 'request.denied',
        outcome: 'denied',
        facts: { code, route },
        from: request,
      }),
    );
  }
}
