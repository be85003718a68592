import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { SecondFactorOffer } from '#contract/identity';
import { CLOCK, type Clock } from '../../platform/clock/clock.ts';
import { Tenancy, type Transaction } from '../../platform/database/tenancy.ts';
import { qrOf } from '../../platform/scannable/qr.ts';
import { SECRET_BOX, type SecretBox } from '../../platform/secret-box/secret-box.ts';
import { base32 } from './base32.ts';
import { enrolmentUri, findStep } from './totp.ts';

const SEED_BYTES = 20;
const RECOVERY_CODES = 10;
const RECOVERY_BYTES = 10;

interface SeedRow {
  readonly totp_seed: Buffer | null;
  readonly totp_offer: Buffer | null;
  readonly totp_last_step: number | null;
}

// 80 random bits: nothing to guess, so a quick hash keeps them.
const recoveryHash = (code: string): Buffer =>
  createHash('sha256')
    .update(code.replace(/[^A-Z2-7]/gi, '').toUpperCase())
    .digest();

const placeOf = (userId: string): string => `totp ${userId}`;

const seedsOf = async (transaction: Transaction, userId: string): Promise<SeedRow> => {
  const [row] = await transaction.query<SeedRow>(
    'select totp_seed, totp_offer, totp_last_step from office_user where id = $1',
    [userId],
  );
  return row ?? { totp_seed: null, totp_offer: null, totp_last_step: null };
};

/** The telephone in the other hand: seeds sealed, codes for one use, ten codes for when it is lost. */
@Injectable()
export class SecondFactor {
  readonly #tenancy: Tenancy;
  readonly #clock: Clock;
  readonly #box: SecretBox;

  constructor(
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(CLOCK) clock: Clock,
    @Inject(SECRET_BOX) box: SecretBox,
  ) {
    this.#tenancy = tenancy;
    this.#clock = clock;
    this.#box = box;
  }

  /** A seed to be confirmed with a code of it; nothing changes until then. */
  async offer(userId: string, username: string): Promise<SecondFactorOffer> {
    const seed = randomBytes(SEED_BYTES);
    await this.#tenancy.within({ units: [] }, (transaction) =>
      transaction.execute('update office_user set totp_offer = $2 where id = $1', [
        userId,
        this.#box.seal(seed, placeOf(userId)),
      ]),
    );
    const uri = enrolmentUri(seed, username);
    return { secret: base32(seed), uri, qr: qrOf(uri) };
  }

  async isOffered(userId: string): Promise<boolean> {
    const rows = await this.#tenancy.ask(
      { units: [] },
      'select 1 as one from office_user where id = $1 and totp_offer is not null',
      [userId],
    );
    return rows.length > 0;
  }

  /** Makes the offered seed the one that counts and gives the recovery codes; undefined for a wrong code. */
  async confirm(
    transaction: Transaction,
    userId: string,
    code: string,
  ): Promise<readonly string[] | undefined> {
    const { totp_offer: offer } = await seedsOf(transaction, userId);
    const step = offer && this.#stepOf(offer, userId, { code, usedUpTo: -1 });
    if (offer === null || step === null || step === undefined) return undefined;
    await transaction.execute(
      `update office_user set totp_seed = totp_offer, totp_offer = null, totp_last_step = $2
       where id = $1`,
      [userId, step],
    );
    return this.#newRecoveryCodes(transaction, userId);
  }

  /** Uses up a code of the authenticator, or a recovery code. Two at once: one wins. */
  async spend(transaction: Transaction, userId: string, code: string): Promise<boolean> {
    const { totp_seed: seed, totp_last_step: last } = await seedsOf(transaction, userId);
    const step = seed && this.#stepOf(seed, userId, { code, usedUpTo: last ?? -1 });
    if (step === null || step === undefined) return this.#spendRecovery(transaction, userId, code);
    const spent = await transaction.execute(
      `update office_user set totp_last_step = $2
       where id = $1 and coalesce(totp_last_step, -1) < $2`,
      [userId, step],
    );
    return spent > 0;
  }

  async remove(transaction: Transaction, userId: string): Promise<void> {
    await transaction.execute(
      `update office_user set totp_seed = null, totp_offer = null, totp_last_step = null
       where id = $1`,
      [userId],
    );
    await transaction.execute('delete from recovery_code where user_id = $1', [userId]);
  }

  #stepOf(
    sealed: Buffer,
    userId: string,
    { code, usedUpTo }: { readonly code: string; readonly usedUpTo: number },
  ): number | undefined {
    const seed = this.#box.open(sealed, placeOf(userId));
    return findStep(seed, code, { now: this.#clock.machineNow(), usedUpTo });
  }

  async #spendRecovery(transaction: Transaction, userId: string, code: string): Promise<boolean> {
    const spent = await transaction.execute(
      'delete from recovery_code where user_id = $1 and code_hash = $2',
      [userId, recoveryHash(code)],
    );
    return spent > 0;
  }

  async #newRecoveryCodes(transaction: Transaction, userId: string): Promise<readonly string[]> {
    const codes = Array.from({ length: RECOVERY_CODES }, () => base32(randomBytes(RECOVERY_BYTES)));
    await transaction.execute('delete from recovery_code where user_id = $1', [userId]);
    await transaction.execute('insert into recovery_code select $1, unnest($2::bytea[])', [
      userId,
      codes.map(recoveryHash),
    ]);
    return codes.map((code) => code.replace(/.{4}(?=.)/g, '$&-'));
  }
}
