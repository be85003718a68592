import { Inject, Injectable } from '@nestjs/common';
import { TELL_CITIZEN, type TellCitizen } from '#contract/citizens';
import type { MessageKind } from '#domain/citizen';
import { CLOCK, type Clock } from '../../platform/clock/clock.ts';
import { Tenancy } from '../../platform/database/tenancy.ts';
import { sqlInstant } from '../../platform/database/wire-types.ts';
import { Outbox } from '../../platform/outbox/outbox.service.ts';
import { evaluationAccounts } from '../accounts.ts';

/** As many as somebody at the counter rings up in a morning. */
const MOST = 8;
const DAY_MS = 86_400_000;

// Who waits for papers or a result, and has a telephone: some of them said yes when they came.
const LISTENERS = `with chosen as (
    select dossier.unit_id, dossier.id, dossier.state, dossier.version, dossier.received_at
    from dossier join applicant
      on applicant.unit_id = dossier.unit_id and applicant.dossier_id = dossier.id
    where dossier.unit_id = $1 and dossier.state in ('resultReady', 'awaitingSupplement')
      and dossier.received_at > $2 and applicant.phone is not null
    order by dossier.id desc limit ${MOST}), said as (
  insert into citizen_consent (unit_id, dossier_id, given_at, given_by)
    select unit_id, id, received_at, $3 from chosen on conflict do nothing returning dossier_id)
  select chosen.id, chosen.state, chosen.version from chosen join said on said.dossier_id = chosen.id
  order by chosen.id`;

interface Listener {
  readonly id: string;
  readonly state: 'resultReady' | 'awaitingSupplement';
  readonly version: number;
}

const KINDS = {
  resultReady: 'resultReady',
  awaitingSupplement: 'supplement',
} as const satisfies Record<Listener['state'], MessageKind>;

/** Citizens of the trial who want to be told: without a gateway they are called. */
@Injectable()
export class Listeners {
  readonly #tenancy: Tenancy;
  readonly #outbox: Outbox;
  readonly #clock: Clock;

  constructor(
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(Outbox) outbox: Outbox,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#tenancy = tenancy;
    this.#outbox = outbox;
    this.#clock = clock;
  }

  /** Whoever waits of the last days; asked again it finds those it has not found yet. */
  async ask(unitId: number): Promise<void> {
    const at = this.#clock.officeNow();
    const officer = evaluationAccounts().find(({ username }) => username === 'tiepnhan');
    await this.#tenancy.within({ units: [unitId] }, async (transaction) => {
      const since = sqlInstant(at - 7 * DAY_MS);
      const found = await transaction.query<Listener>(LISTENERS, [unitId, since, officer?.id]);
      const orders = found.map(({ id, state, version }) => {
        const payload: TellCitizen = { unitId, dossierId: id, kind: KINDS[state], version };
        return { name: TELL_CITIZEN, payload };
      });
      await this.#outbox.put(transaction, { unitId, at }, orders);
    });
    this.#outbox.announce();
  }
}
