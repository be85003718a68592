import { timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { StateName } from '#domain/dossier';
import type { Instant } from '#domain/working-time';
import { Tenancy } from '../platform/database/tenancy.ts';
import { lookupHash, typedLookupCode } from './person/lookup-code.ts';

/** What whoever holds the slip may know. */
export interface PublicDossier {
  readonly code: string;
  readonly official_code: string | null;
  readonly state: StateName;
  readonly received_at: Instant | null;
  readonly due_at: Instant | null;
  readonly finished_at: Instant;
  readonly returned_at: Instant | null;
  readonly unit: string;
}

interface Candidate extends PublicDossier {
  readonly id: string;
  readonly hash: Buffer;
}

const COLUMNS = `dossier.id, dossier.code, official_code, state, received_at, due_at, finished_at,
  returned_at, unit.name as unit, lookup_code.hash`;

const OF = `dossier join unit on unit.id = dossier.unit_id
  join lookup_code on lookup_code.unit_id = dossier.unit_id and dossier_id = dossier.id
  where dossier.unit_id = any(array(select id from unit))`;

const FIND = `select ${COLUMNS} from ${OF} and dossier.code = any($1)
  union all select ${COLUMNS} from ${OF} and official_code = any($1) limit 20`;

const NOBODY = '00000000-0000-0000-0000-000000000000';

/** A dossier found by the pair on its slip, in whatever unit it lies. */
@Injectable()
export class PublicView {
  readonly #tenancy: Tenancy;

  constructor(@Inject(Tenancy) tenancy: Tenancy) {
    this.#tenancy = tenancy;
  }

  async find(code: string, lookupCode: string): Promise<PublicDossier | undefined> {
    const typed = code.normalize('NFC').trim();
    const codes = [...new Set([typed, typed.toUpperCase()])];
    const candidates = await this.#tenancy.everywhere((transaction) =>
      transaction.query<Candidate>(FIND, [codes]),
    );
    const secret = typedLookupCode(lookupCode);
    // As much work for a code nobody has as for one whose secret is wrong.
    const [first, ...others] = candidates.length > 0 ? candidates : [undefined];
    return [first, ...others].find((candidate) => {
      const expected = Buffer.from(lookupHash(candidate?.id ?? NOBODY, secret), 'hex');
      return candidate !== undefined && timingSafeEqual(candidate.hash, expected);
    });
  }
}
