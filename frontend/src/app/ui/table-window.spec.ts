import { describe, expect, it } from '@jest/globals';
import { sightOf, windowOf } from './table-window.ts';

const row = 36;
const height = 720;
const at = (place: number) => ({ scrolled: row * place, height, row });
const whole = (count: number) => ({ count, offset: 0, held: count });

describe('a quarter of a million rows', () => {
  const count = 250_000;

  it('draw no more than what is seen and a little around it', () => {
    const { from, to, above, below } = windowOf(at(100_000), whole(count));
    expect([from, to]).toEqual([99_988, 100_036]);
    expect(above + below + (to - from) * row).toBe(count * row);
  });

  it('are drawn the same while the wheel turns by less than a few rows', () => {
    expect(windowOf(at(1_001), whole(count))).toEqual(windowOf(at(1_003), whole(count)));
  });

  it('never hide what is in sight', () => {
    for (let scrolled = 0; scrolled < 40 * row; scrolled += 7) {
      const view = { scrolled: 90_000 + scrolled, height, row };
      const [{ from, to }, sight] = [windowOf(view, whole(count)), sightOf(view, whole(count))];
      expect([from <= sight.from, to >= sight.to]).toEqual([true, true]);
    }
  });

  it('begin at the first row and end at the last', () => {
    expect(windowOf(at(0), whole(count))).toMatchObject({ from: 0, above: 0 });
    expect(windowOf(at(count), whole(count))).toMatchObject({ to: count, below: 0 });
  });

  it('become fewer under the eyes of somebody at their end, and leave no hole', () => {
    expect(windowOf(at(900), whole(10))).toMatchObject({ to: 10, below: 0 });
    expect(windowOf(at(0), whole(0))).toMatchObject({ from: 0, to: 0, above: 0, below: 0 });
    expect(sightOf(at(900), whole(10))).toEqual({ from: 9, to: 10 });
  });
});

describe('a stretch that is held of a long list', () => {
  const extent = { count: 50_000, offset: 20_000, held: 900 };

  it('is drawn at its place, and no further than it is held', () => {
    expect(windowOf(at(20_400), extent)).toMatchObject({ from: 20_388, above: 20_388 * row });
    const end = windowOf(at(20_890), extent);
    expect([end.to, end.below]).toEqual([20_900, (50_000 - 20_900) * row]);
  });

  it('leaves the length of the list as it is wherever one looks', () => {
    for (const place of [0, 19_990, 20_000, 20_450, 20_899, 20_950, 40_000, 49_999]) {
      const { from, to, above, below } = windowOf(at(place), extent);
      expect(above + below + (to - from) * row).toBe(extent.count * row);
    }
  });
});
