import type { MessageFault } from '#contract/citizens';
import { MESSAGE_FACTS, MESSAGE_KINDS, type MessageWay } from '#domain/citizen';
import type { Tenancy, Transaction } from '../platform/database/tenancy.ts';
import { sqlInstant } from '../platform/database/wire-types.ts';
import { NEXT, type Outgoing } from './outgoing.ts';

export interface Now {
  readonly office: number;
  readonly machine: number;
}

/** What became of a message: it is settled, or comes again. */
export type Ending =
  | { readonly state: 'sent' }
  | { readonly state: 'superseded' | 'call'; readonly fault: MessageFault | null };

/** In which states of a dossier what each kind says is so, as two columns. */
export const SO: readonly [readonly string[], readonly string[]] = (() => {
  const pairs = MESSAGE_KINDS.flatMap((kind) =>
    MESSAGE_FACTS[kind].trueIn.map((state) => [kind, state] as const),
  );
  return [pairs.map(([kind]) => kind), pairs.map(([, state]) => state)];
})();

const CALLED = MESSAGE_KINDS.filter((kind) => MESSAGE_FACTS[kind].isCalledAbout);

const WAITING = `select distinct unit_id as "unitId" from citizen_message
  where state = 'open' and at <= $1 and (retry_at is null or retry_at <= $2)`;

// Whoever took it is gone, and nobody knows how far they came: it is told by voice, not twice.
const UNSURE = `update citizen_message as message
  set state = case when kind = any ($3) and exists (select from applicant
        where applicant.unit_id = message.unit_id and applicant.dossier_id = message.dossier_id
          and applicant.phone is not null) then 'call' else 'superseded' end,
    fault = 'unsure', leased_until = null, settled_at = $1
  where state = 'leaving' and leased_until <= $2`;

const NO_LONGER_SO = `update citizen_message as message
  set state = 'superseded', settled_at = $1, fault = 'not-so' from dossier
  where message.state = 'call' and dossier.unit_id = message.unit_id
    and dossier.id = message.dossier_id and not exists
      (select from unnest($2::text[], $3::text[]) as so (kind, state)
        where so.kind = message.kind and so.state = dossier.state)
  returning message.unit_id as "unitId", message.id`;

const KEY = 'unit_id = $1 and id = $2';

const LEAVE = `update citizen_message set state = 'leaving', way = $3, tries = tries + 1,
    first_tried_at = coalesce(first_tried_at, $4), retry_at = null, leased_until = $5
  where ${KEY}`;

// Who was slower than the lease has had the word taken from them.
const SETTLE = `update citizen_message set state = $3, fault = $4, settled_at = $5, leased_until = null
  where ${KEY} and state in ('open', 'leaving')`;

const PUT_OFF = `update citizen_message set state = 'open', at = greatest(at, $3), retry_at = $4,
    fault = $5, leased_until = null where ${KEY} and state in ('open', 'leaving')`;

/** What citizens are to be told. Turns are of the office's clock, leases and tries of the machine's. */
export class MessageStore {
  readonly #tenancy: Tenancy;

  constructor(tenancy: Tenancy) {
    this.#tenancy = tenancy;
  }

  async waiting({ office, machine }: Now): Promise<readonly number[]> {
    const moments = [sqlInstant(office), sqlInstant(machine)];
    const rows = await this.#tenancy.askEverywhere<{ readonly unitId: number }>(WAITING, moments);
    return rows.map(({ unitId }) => unitId);
  }

  /** What was left half done, and calls that nobody needs to make any more. */
  tidy({ office, machine }: Now): Promise<readonly { unitId: number; id: string }[]> {
    return this.#tenancy.everywhere(async (transaction) => {
      const moments = [sqlInstant(office), sqlInstant(machine)];
      await transaction.execute(UNSURE, [...moments, CALLED]);
      return transaction.query(NO_LONGER_SO, [sqlInstant(office), ...SO]);
    });
  }

  async next(
    transaction: Transaction,
    unitId: number,
    { office, machine }: Now,
  ): Promise<Outgoing | undefined> {
    const values = [unitId, sqlInstant(office), sqlInstant(machine)];
    const [row] = await transaction.query<Outgoing>(NEXT, values);
    return row;
  }

  /** Written before anything leaves. */
  async leave(
    transaction: Transaction,
    { unitId, id }: { readonly unitId: number; readonly id: string },
    { way, machine, until }: { readonly way: MessageWay; machine: number; until: number },
  ): Promise<void> {
    await transaction.execute(LEAVE, [unitId, id, way, sqlInstant(machine), sqlInstant(until)]);
  }

  async settle(
    transaction: Transaction,
    { unitId, id }: { readonly unitId: number; readonly id: string },
    ending: Ending,
    { office }: Now,
  ): Promise<void> {
    const fault = 'fault' in ending ? ending.fault : null;
    await transaction.execute(SETTLE, [unitId, id, ending.state, fault, sqlInstant(office)]);
  }

  async putOff(
    transaction: Transaction,
    { unitId, id }: { readonly unitId: number; readonly id: string },
    wait: { readonly at: number; readonly retryAt: number | null; fault: MessageFault | null },
  ): Promise<void> {
    const { at, retryAt, fault } = wait;
    const again = retryAt === null ? null : sqlInstant(retryAt);
    await transaction.execute(PUT_OFF, [unitId, id, sqlInstant(at), again, fault]);
  }
}
