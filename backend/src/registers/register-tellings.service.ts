import { Inject, Injectable } from '@nestjs/common';
import { registerTelling, type RegisterTelling } from '#domain/register';
import type { Period } from '#domain/report';
import { formatDay } from '#domain/working-time';
import type { Transaction } from '../platform/database/tenancy.ts';
import { RegisterStore, registerEntry } from './register-store.ts';

/** What the registers of an office say to its report. */
@Injectable()
export class RegisterTellings {
  readonly #store: RegisterStore;

  constructor(@Inject(RegisterStore) store: RegisterStore) {
    this.#store = store;
  }

  /** Of the same moment as whatever else the report counts in the transaction. */
  async tell(
    transaction: Transaction,
    unitId: number,
    days: { readonly main: Period; readonly feedback: Period },
  ): Promise<RegisterTelling> {
    const last = formatDay(days.main.to > days.feedback.to ? days.main.to : days.feedback.to);
    const rows = await this.#store.told(transaction, unitId, last);
    const entries = Map.groupBy(rows, ({ kind }) => kind);
    return registerTelling(
      new Map([...entries].map(([kind, some]) => [kind, some.map(registerEntry)])),
      days,
    );
  }
}
