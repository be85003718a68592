import type { TrendDay } from '#contract/steering';

const WIDTH = 900;
const HEIGHT = 180;

interface Bar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface TrendShape {
  readonly width: number;
  readonly height: number;
  /** What the top of the chart stands for. */
  readonly top: number;
  readonly daysOff: readonly Bar[];
  readonly inTime: readonly Bar[];
  readonly late: readonly Bar[];
  /** The points of the line of what was received; it passes over days on which nobody works. */
  readonly received: string;
}

const NICE = [1, 2, 5, 10] as const;

/** The next round number that everything fits under. */
export function topOf(most: number): number {
  const size = 10 ** Math.floor(Math.log10(Math.max(1, most)));
  return size * (NICE.find((each) => each * size >= most) ?? 10);
}

/** Days as bars of what was finished, the late on top, with a line of what was received. */
export function shapeOf(days: readonly TrendDay[]): TrendShape {
  const top = topOf(
    Math.max(1, ...days.map(({ received, finished }) => Math.max(received, finished))),
  );
  const step = WIDTH / Math.max(1, days.length);
  const tall = (count: number): number => (count / top) * HEIGHT;
  const bar = (index: number, from: number, count: number): Bar => ({
    ...{ x: index * step + step * 0.15, width: step * 0.7 },
    ...{ y: HEIGHT - tall(from + count), height: tall(count) },
  });
  const off = (day: TrendDay, index: number): readonly Bar[] =>
    day.isWorked ? [] : [{ x: index * step, y: 0, width: step, height: HEIGHT }];
  return {
    ...{ width: WIDTH, height: HEIGHT, top },
    daysOff: days.flatMap(off),
    inTime: days.map(({ inTime }, index) => bar(index, 0, inTime)),
    late: days.map(({ inTime, late }, index) => bar(index, inTime, late)),
    received: days
      .flatMap(({ received, isWorked }, index) =>
        isWorked || received > 0 ? [`${(index + 0.5) * step},${HEIGHT - tall(received)}`] : [],
      )
      .join(' '),
  };
}
