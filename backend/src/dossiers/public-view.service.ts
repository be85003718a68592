import { timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { StateName } from '#domain/dossier';
import type { Instant } from '#domain/working-time';
import { Tenancy } from '../platform/database/tenancy.ts';
import { WaitingLine } from '../platform/waiting-line/waiting-line.ts';
import { lookupHash, typedLookupCode } from './person/lookup-code.ts';
import { typedCode } from './person/typed-code.ts';

/** What whoever holds the slip may know. */
export interface PublicDossier {
  readonly code: string;
  readonly official_code: string | null;
  readonly state: StateName;
  readonly received_at: Instant | null;
  readonly due_at: Instant | null;
  readonly respond_by: Instant | null;
  readonly finished_at: Instant;
  readonly returned_at: Instant | null;
  readonly unit: string;
}

interface Candidate extends PublicDossier {
  readonly id: string;
  readonly hash: Buffer;
}

/**
 * By the whole code as it was typed, by day and number under the code of each unit, and by the words under which
 * the search knows official codes; then only those whose letters and digits are the typed ones. The units' codes
 * are made beforehand: behind the wall between units an index serves nothing that has yet to be worked out.
 */
const FIND = `with place as materialized (
    select id, 'MC.' || code || '-' || spoken as code from unit cross join unnest($3::text[]) as spoken
  ), candidate as (
    select unit_id, id from dossier where unit_id = any(array(select id from unit)) and code = any($1)
    union select unit_id, dossier.id from place join dossier
      on dossier.unit_id = place.id and dossier.code = place.code
    union select unit_id, id from dossier
      where unit_id = any(array(select id from unit)) and official_code = any($1)
    union select unit_id, dossier_id from search_word
      where unit_id = any(array(select id from unit)) and word = any($2)
  )
  select dossier.id, dossier.code, official_code, state, received_at, due_at, respond_by, finished_at,
    returned_at, unit.name as unit, lookup_code.hash
  from candidate
  join dossier on dossier.unit_id = candidate.unit_id and dossier.id = candidate.id
  join unit on unit.id = dossier.unit_id
  join lookup_code on lookup_code.unit_id = dossier.unit_id and lookup_code.dossier_id = dossier.id
  where $4 in (
    regexp_replace(upper(dossier.code), '[^0-9A-Z]', '', 'g'),
    regexp_replace(upper(official_code), '[^0-9A-Z]', '', 'g')
  ) limit 20`;

/** Few of the connections there are: however many guess, the office goes on. */
const AT_ONCE = 3;
const WAITING = 5_000;

const NOBODY = '00000000-0000-0000-0000-000000000000';

/** A dossier found by the pair on its slip, in whatever unit it lies. */
@Injectable()
export class PublicView {
  readonly #tenancy: Tenancy;
  readonly #line = new WaitingLine({ atOnce: AT_ONCE, waiting: WAITING });

  constructor(@Inject(Tenancy) tenancy: Tenancy) {
    this.#tenancy = tenancy;
  }

  async find(code: string, lookupCode: string): Promise<PublicDossier | undefined> {
    const { plain, whole, words, ends } = typedCode(code);
    const candidates = await this.#line.run(() =>
      this.#tenancy.askEverywhere<Candidate>(FIND, [whole, words, ends, plain]),
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
