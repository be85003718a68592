import { formatDay, dayOf, instant, plusDays } from '#domain/working-time';
import type { Commune } from '../loader/commune.ts';
import { someoneAt } from '../loader/commune.ts';

/** One question to a list: by its address, or with a body to the search. */
export interface ListQuestion {
  readonly name: string;
  readonly query: Readonly<Record<string, string>>;
  readonly asks: 'list' | 'search' | 'counts';
  /** How many pages are turned before the one that is measured. */
  readonly turned?: number;
}

/** What is there to be looked for. */
export interface Sample {
  readonly code: string;
  readonly officialCode: string;
  readonly externalCode: string;
  readonly name: string;
  readonly phone: string;
}

const list = (name: string, query: ListQuestion['query'] = {}, turned = 0): ListQuestion => ({
  ...{ name, query, turned },
  asks: 'list',
});

const search = (name: string, q: string, more: ListQuestion['query'] = {}): ListQuestion => ({
  ...{ name, query: { q, ...more } },
  asks: 'search',
});

const counts = (name: string, query: ListQuestion['query'] = {}): ListQuestion => ({
  ...{ name, query },
  asks: 'counts',
});

const day = (back: number): string => formatDay(plusDays(dayOf(instant(Date.now())), -back));

const sorted: readonly ListQuestion[] = [
  list('everything, by due'),
  list('everything, by due, page 200', {}, 199),
  list('everything, latest due first', { sort: '-due' }),
  list('everything, by receipt', { sort: 'received' }),
  list('everything, newest first', { sort: '-received' }),
  list('newest first, page 200', { sort: '-received' }, 199),
];

const filtered = (commune: Commune): readonly ListQuestion[] => [
  list('state=processing', { state: 'processing' }),
  list('state=returned', { state: 'returned' }),
  list('state=returned, newest first', { state: 'returned', sort: '-received' }),
  list('two states', { state: 'received,processing' }),
  list('field, the commonest', { field: 'Chứng thực' }),
  list('field, newest first', { field: 'Chứng thực', sort: '-received' }),
  list('field, a rare one', { field: 'Đất đai' }),
  list('procedure', { procedure: '1.004873' }),
  list('procedure, newest first', { procedure: '1.004873', sort: '-received' }),
  list('holder', { holder: someoneAt(commune, 'xuly', 3) }),
  list('holder, newest first', { holder: someoneAt(commune, 'xuly', 3), sort: '-received' }),
  list('holder=me, who holds nothing', { holder: 'me' }),
  list('department', { department: 'van-phong' }),
  list('source, a rare one', { source: 'dat-dai-quoc-gia' }),
  list('source, the commonest', { source: 'mot-cua-hai-phong' }),
  list('channel=online', { channel: 'online' }),
  list('channel=direct', { channel: 'direct' }),
  list('received in a month', { from: day(60), to: day(30) }),
  list('received in a month, newest first', { from: day(60), to: day(30), sort: '-received' }),
  list('received today', { from: day(0) }),
  list('field in a month', { field: 'Hộ tịch', from: day(60), to: day(30) }),
];

const working: readonly ListQuestion[] = [
  ...['overdue', 'near', 'today', 'later', 'none'].map((due) => list(`due=${due}`, { due })),
  list('paused', { paused: 'true' }),
  list('stepLate', { stepLate: 'true' }),
  list('stepLate=false', { stepLate: 'false' }),
  list('stale', { stale: 'true' }),
  list('stale=false', { stale: 'false' }),
  list('overdue in a department', { due: 'overdue', department: 'van-phong' }),
];

const sought = ({ code, officialCode, externalCode, name, phone }: Sample) => [
  search('own code', code),
  search('official code', officialCode),
  search('end of a code', officialCode.split('-').slice(-2).join('-')),
  search('a day in codes', officialCode.split('-').slice(-2, -1).join('')),
  search('external code', externalCode),
  search('whole name', name),
  search(
    'name without accents',
    name.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('Đ', 'D'),
  ),
  search('name, decomposed', name.normalize('NFD')),
  search('Đặng as dang', 'dang'),
  search('half of everybody: n', 'n'),
  search('family name, newest first', 'nguyễn', { sort: '-received' }),
  search('family name among the open', 'nguyen', { state: 'processing' }),
  search('phone', phone),
  search('nobody', 'không ai cả'),
];

export const questionsFor = (commune: Commune, sample: Sample): readonly ListQuestion[] => [
  ...sorted,
  ...filtered(commune),
  ...working,
  ...sought(sample),
  counts('all chips'),
  counts('all chips of a department', { department: 'van-phong' }),
  counts('all chips of one officer', { holder: someoneAt(commune, 'xuly', 3) }),
];
