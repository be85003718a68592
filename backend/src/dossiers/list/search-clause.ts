import type { KeyedHash } from '../person/keyed-hash.ts';
import { plainNumber, plainPhone } from '../person/known-person.ts';
import { plainText } from '../store/plain-text.ts';
import type { Parameters } from './predicates.ts';

/** Above every character there is: a range of beginnings ends here. */
const LAST = '\u{10FFFF}';

const HASHES = (place: string): string =>
  `(select decode(each, 'hex') from unnest(${place}::text[]) as each)`;

const byNumber = (column: string, hashes: readonly string[], p: Parameters): string =>
  `select dossier_id from applicant where unit_id = asked.unit_id
     and ${column} in ${HASHES(p.add(hashes))}`;

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

/** What is found by a code, a name without its accents, or a number: all of them behind indexes. */
export const searchClause = (sought: Sought, p: Parameters): string => {
  const plain = plainText(sought.q);
  const names = sought.withPersons || /\d/.test(plain);
  const from = p.add(names ? plain : '');
  const to = p.add(names ? `${plain}${LAST}` : '');
  const words = `select dossier_id from search_word where unit_id = asked.unit_id
     and word >= ${from}::text collate "C" and word < ${to}::text collate "C"`;
  const numbers = sought.withPersons ? numberClauses(sought, p) : [];
  return `dossier.id in (${[words, ...numbers].join(' union ')})`;
};
