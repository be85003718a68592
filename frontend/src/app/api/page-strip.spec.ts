import { describe, expect, it } from '@jest/globals';
import type { Page } from '#contract/list';
import {
  type PageStrip,
  type Sight,
  emptyStrip,
  filled,
  heldOf,
  lengthOf,
  missingOf,
  nearOnly,
  replaced,
} from './page-strip.ts';

interface Row {
  readonly id: string;
}

const SIZE = 100;
const TOTAL = 250_000;

/** A server whose rows are numbers; a cursor is the number of the last row given. */
class Rows {
  gone = new Set<number>();
  come = new Map<number, number>();
  asked = 0;

  page(cursor = '-1', until = `${TOTAL - 1}`, limit = SIZE): Page<Row> {
    this.asked += 1;
    const found: Row[] = [];
    let at = Number(cursor) + 1;
    for (; at <= Number(until) && found.length < limit; at += 1) found.push(...this.#rowsAt(at));
    return { items: found, nextCursor: at <= Number(until) ? String(at - 1) : null };
  }

  #rowsAt(at: number): readonly Row[] {
    const here = this.gone.has(at) ? [] : [{ id: String(at) }];
    const come = Array.from({ length: this.come.get(at) ?? 0 }, () => ({ id: `${at}+` }));
    return [...here, ...come];
  }
}

const look = (rows: Rows, strip: PageStrip<Row>, sight: Sight): PageStrip<Row> => {
  let now = strip;
  for (;;) {
    const wanted = missingOf(now, sight);
    if (wanted === undefined) return now;
    const size = wanted.until === undefined ? SIZE : 500;
    const page = rows.page(wanted.cursor, wanted.until, size);
    now = nearOnly(filled(now, wanted, page), sight, wanted.place);
  }
};

const inSight = (strip: PageStrip<Row>, { from, to }: Sight): readonly string[] => {
  const { offset, items } = heldOf(strip);
  return items.slice(from - offset, to - offset).map(({ id }) => id);
};

const numbers = (from: number, to: number): readonly string[] =>
  Array.from({ length: to - from }, (_each, at) => String(from + at));

const through = (rows: Rows, until: number): PageStrip<Row> => {
  let strip: PageStrip<Row> = emptyStrip;
  for (let from = 0; from < until; from += 50) strip = look(rows, strip, { from, to: from + 20 });
  return strip;
};

describe('a quarter of a million rows, scrolled through', () => {
  it('are never held but around the reader, and the whole length is known', () => {
    const rows = new Rows();
    let [strip, most] = [emptyStrip as PageStrip<Row>, 0];
    for (let from = 0; from < TOTAL; from += 150) {
      strip = look(rows, strip, { from, to: Math.min(from + 20, TOTAL) });
      most = Math.max(most, heldOf(strip).items.length);
    }
    expect(most).toBeLessThanOrEqual(1_000);
    expect([lengthOf(strip), strip.next, rows.asked]).toEqual([TOTAL, null, TOTAL / SIZE]);
  });

  it('are there again, in their places, for whoever goes back', () => {
    const rows = new Rows();
    let strip = through(rows, 6_000);
    for (let from = 5_950; from >= 0; from -= 50) {
      const sight = { from, to: from + 20 };
      strip = look(rows, strip, sight);
      expect(inSight(strip, sight)).toEqual(numbers(from, from + 20));
    }
    expect(heldOf(strip).offset).toBe(0);
  });

  it('are there for whoever leaps, with a few pages asked for and not all between', () => {
    const rows = new Rows();
    const strip = through(rows, 50_000);
    const before = rows.asked;
    const sight = { from: 20_010, to: 20_030 };
    const there = look(rows, strip, sight);
    expect(inSight(there, sight)).toEqual(numbers(20_010, 20_030));
    expect(rows.asked - before).toBeLessThanOrEqual(6);
    expect(lengthOf(there)).toBe(lengthOf(strip));
  });
});

describe('a page asked for again', () => {
  const sight = { from: 500, to: 520 };

  it('has no row twice and none missing after others have left or come', () => {
    const rows = new Rows();
    const strip = through(rows, 5_000);
    rows.gone = new Set([450, 451, 452, 612]);
    rows.come = new Map([[505, 2]]);
    const { items } = heldOf(look(rows, strip, sight));
    const ids = items.map(({ id }) => id);
    const from = Number(ids[0]);
    const wanted = numbers(from, Number(ids.at(-1)) + 1)
      .filter((id) => !rows.gone.has(Number(id)))
      .flatMap((id) => (id === '505' ? ['505', '505+', '505+'] : [id]));
    expect(ids).toEqual(wanted);
  });

  it('that has become too long for one answer goes on in a page of its own', () => {
    const rows = new Rows();
    const strip = through(rows, 5_000);
    rows.come = new Map([[501, 700]]);
    const there = look(rows, strip, { from: 490, to: 1_300 });
    const shown = inSight(there, { from: 490, to: 1_300 });
    expect(shown).toHaveLength(810);
    expect(shown.filter((id) => id === '501+')).toHaveLength(700);
    expect(shown.at(-1)).toBe('599');
  });

  it('that has become empty leaves no hole', () => {
    const rows = new Rows();
    const strip = through(rows, 5_000);
    rows.gone = new Set(numbers(300, 700).map(Number));
    const there = look(rows, strip, { from: 290, to: 310 });
    expect(inSight(there, { from: 290, to: 310 })).toEqual([
      ...numbers(290, 300),
      ...numbers(700, 710),
    ]);
  });
});

it('a row that changed stands where it stood', () => {
  const strip = through(new Rows(), 200);
  const changed = { id: '7', version: 2 };
  expect(heldOf(replaced(strip, changed)).items[7]).toEqual(changed);
  expect(replaced(strip, { id: 'unknown' })).toBe(strip);
});
