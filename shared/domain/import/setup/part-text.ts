import type { ComponentKind, Role, Step } from '../../dossier/index.ts';
import { plainTitle } from '../title.ts';
import { entriesIn, meantBy, wordsFor } from './word.ts';

/** A step as a file tells of it: its key is what it always was, or comes of its name. */
export type ToldStep = Omit<Step, 'key'>;

export interface ToldComponent {
  readonly name: string;
  readonly kind: ComponentKind;
  readonly copies: number;
}

const STEP_ROLES = wordsFor<Role>(
  ['reception', 'Tiếp nhận', 'Tiếp nhận và trả kết quả', 'Một cửa'],
  ['processing', 'Thụ lý', 'Thụ lý hồ sơ', 'Xử lý', 'Chuyên môn'],
  ['clerk', 'Văn thư'],
  ['cashier', 'Thu phí', 'Thu ngân'],
  ['head', 'Trưởng phòng', 'Lãnh đạo phòng'],
  ['director', 'Giám đốc Trung tâm', 'Giám đốc'],
  ['viceChair', 'Phó Chủ tịch', 'Phó Chủ tịch UBND'],
);

const KINDS = wordsFor<ComponentKind>(
  ['original', 'bản chính'],
  ['certified', 'bản sao chứng thực', 'bản chứng thực'],
  ['copy', 'bản sao', 'bản chụp', 'bản photo'],
  ['electronic', 'bản điện tử'],
);

const HOURS = /^(?<hours>\d{1,4}(?:[.,]\d{1,2})?)\s*(?:giờ|h|giờ làm việc)?$/iu;
const COPIES = /^(?<copies>\d{1,3})\s*(?:bản)?$/iu;

const partsOf = (entry: string): readonly string[] => entry.split(';').map((part) => part.trim());

/** All of them, or none: a list that is understood in part would leave a step out. */
function every<Part>(
  cell: string,
  one: (parts: readonly string[]) => Part | undefined,
): readonly Part[] | undefined {
  const all = entriesIn(cell).map((entry) => one(partsOf(entry)));
  const understood = all.filter((part) => part !== undefined);
  return understood.length === all.length && all.length > 0 ? understood : undefined;
}

/**
 * The steps of a cell: name; role; hours; and the code of a department, where it matters.
 *
 * @example stepsIn('Tiếp nhận; Tiếp nhận; 4 | Ký; Phó Chủ tịch; 2,5')
 */
export const stepsIn = (cell: string): readonly ToldStep[] | undefined => every(cell, stepIn);

const MOST_STEP_PARTS = 4;
const MOST_COMPONENT_PARTS = 3;

function stepIn(parts: readonly string[]): ToldStep | undefined {
  if (parts.length > MOST_STEP_PARTS) return undefined;
  const [name, departmentCode] = [partAt(parts, 0), partAt(parts, 3)];
  const role = meantBy(STEP_ROLES, partAt(parts, 1));
  const allowanceHours = hoursIn(partAt(parts, 2));
  if (name === '' || role === undefined || !(allowanceHours > 0)) return undefined;
  const step = { name, role, allowanceHours };
  return departmentCode === '' ? step : { ...step, departmentCode };
}

const partAt = (parts: readonly string[], place: number): string => parts[place] ?? '';

const hoursIn = (text: string): number =>
  Number(HOURS.exec(text)?.groups?.['hours']?.replace(',', '.') ?? Number.NaN);

/** The papers of a cell: name; in what form; how many, one where nothing is said. */
export const componentsIn = (cell: string): readonly ToldComponent[] | undefined =>
  every(cell, componentIn);

function componentIn(parts: readonly string[]): ToldComponent | undefined {
  const [name = '', kindText = ''] = parts;
  const kind = meantBy(KINDS, kindText);
  const copies = copiesIn(parts[2]);
  if (name === '' || kind === undefined || parts.length > MOST_COMPONENT_PARTS) return undefined;
  return copies >= 1 ? { name, kind, copies } : undefined;
}

const copiesIn = (text = '1'): number => Number(COPIES.exec(text)?.groups?.['copies'] ?? 0);

/** Steps with their keys: a dossier half-way through finds its step again by the key it always had. */
export function withKeys(
  told: readonly ToldStep[],
  known: readonly Pick<Step, 'key' | 'name'>[],
): readonly Step[] {
  const taken = new Set<string>();
  return told.map((step) => {
    const before = known.find(
      ({ key, name }) => plainTitle(name) === plainTitle(step.name) && !taken.has(key),
    );
    const others = before === undefined ? [...taken, ...known.map(({ key }) => key)] : [];
    const key = before?.key ?? freshKey(slugOf(step.name), new Set(others));
    taken.add(key);
    return { key, ...step };
  });
}

const LONGEST_KEY = 32;

const slugOf = (name: string): string =>
  name
    .split(/[^\p{L}\p{N}]+/u)
    .map(plainTitle)
    .filter((word) => word !== '')
    .join('-')
    .slice(0, LONGEST_KEY)
    .replace(/-$/u, '') || 'buoc';

function freshKey(slug: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const key = number === 1 ? slug : `${slug}-${number}`;
    if (!taken.has(key)) return key;
  }
}
