import type { Tenancy } from '../../platform/database/tenancy.ts';
import type { KeyedHash } from '../person/keyed-hash.ts';
import { plainNumber, plainPhone } from '../person/known-person.ts';
import { plainText } from '../../platform/text/plain-text.ts';
import { Parameters } from './predicates.ts';

/** Above every character there is: a range of beginnings ends here. */
const LAST = '\u{10FFFF}';

/** What finds more than this finds so much that the first page is full soon, in whatever order. */
const FEW = 5_000;

const byNumber = (column: string, hashes: readonly string[], p: Parameters): string =>
  `select dossier_id from applicant
   where unit_id = any($1::int[]) and ${column} = any(${p.add(hashes.map((hash) => `\\x${hash}`))}::bytea[])`;

export interface Sought {
  readonly q: string;
  readonly units: readonly number[];
  readonly hashes: KeyedHash;
  /** Whoever may not see persons finds none by their names and numbers. */
  readonly withPersons: boolean;
}

const numberClauses = ({ q, units, hashes }: Sought, p: Parameters): readonly string[] => {
  const of = (kind: string, text: string) =>
    units.flatMap((unit) => hashes.allOf(unit, kind, text));
  const phone = plainPhone(q);
  const isNumber = /^[\d +().-]{6,}$/.test(q);
  return [
    ...(isNumber ? [byNumber('phone_hash', of('phone', phone), p)] : []),
    ...(/^[\dA-Za-z-]{6,30}$/.test(q) ? [byNumber('id_hash', of('id', plainNumber(q)), p)] : []),
  ];
};

/** What a search has found: few enough to be named, or so many that each dossier is asked in its turn. */
export type Found =
  | { readonly kind: 'few'; readonly ids: readonly string[] }
  | { readonly kind: 'many'; readonly beginning: string };

interface Hit {
  readonly id: string;
}

/** Looks for a code, a name without its accents, or a number: all of them behind indexes. */
export async function find(tenancy: Tenancy, sought: Sought): Promise<Found> {
  const plain = plainText(sought.q);
  const beginning = sought.withPersons || /\d/.test(plain) ? plain : '';
  const p = new Parameters();
  p.add(sought.units);
  const words = `select dossier_id from search_word where unit_id = any($1::int[])
     and word >= ${p.add(beginning)}::text collate "C"
     and word < ${p.add(beginning === '' ? '' : `${beginning}${LAST}`)}::text collate "C"`;
  const numbers = sought.withPersons ? numberClauses(sought, p) : [];
  const all = [...numbers, words].map((each) => `(${each})`).join(' union all ');
  const hits = await tenancy.ask<Hit>(
    { units: sought.units },
    `select dossier_id as id from (${all}) as hit limit ${p.add(FEW + 1)}`,
    p.values,
  );
  if (hits.length > FEW) return { kind: 'many', beginning };
  return { kind: 'few', ids: [...new Set(hits.map(({ id }) => id))] };
}

/** What was found, as a condition on a dossier. */
export const foundClause = (found: Found, p: Parameters): string => {
  if (found.kind === 'few') return `dossier.id = any(${p.add(found.ids)}::uuid[])`;
  // "offset 0" keeps it a question to each dossier, and a function keeps it from the index by words: the
  // planner takes many for few and would go through all of them, once or for every dossier.
  return `exists (select from search_word where search_word.unit_id = dossier.unit_id
     and dossier_id = dossier.id and starts_with(word, ${p.add(found.beginning)}) offset 0)`;
};
