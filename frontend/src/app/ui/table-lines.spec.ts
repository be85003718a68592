import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import { type TableLine, TableLines } from './table-lines.ts';

const stretch = (from: number, to: number): readonly TableLine<string>[] =>
  Array.from({ length: to - from }, (_each, at) => ({ row: `r${from + at}`, at: from + at }));

@Component({
  imports: [TableLines],
  template: `<ng-template [mcLines]="lines()" let-line>
    <p>{{ line.at }} {{ line.row }}</p>
  </ng-template>`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
class Host {
  readonly lines = signal(stretch(0, 10));
}

/** The very same elements, not only equal ones. */
const areThose = (some: readonly Element[], others: readonly Element[]): boolean =>
  some.length === others.length && some.every((element, at) => element === others[at]);
const areAmong = (some: readonly Element[], others: readonly Element[]): boolean =>
  some.every((element) => others.includes(element));

const drawn = async () => {
  const fixture = TestBed.createComponent(Host);
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  const elements = (): readonly Element[] => [...page.querySelectorAll('p')];
  const show = async (from: number, to: number): Promise<readonly Element[]> => {
    fixture.componentInstance.lines.set(stretch(from, to));
    await fixture.whenStable();
    expect(elements().map(({ textContent }) => textContent)).toEqual(
      stretch(from, to).map(({ row, at }) => `${at} ${row}`),
    );
    return elements();
  };
  return { elements, show };
};

describe('a stretch of lines', () => {
  it('scrolled a little leaves those that stay where they are, and fills those that left anew', async () => {
    const { elements, show } = await drawn();
    const before = elements();
    const down = await show(3, 13);
    expect(areThose(down.slice(0, 7), before.slice(3))).toBe(true);
    expect(areAmong(down, before)).toBe(true);
    const up = await show(1, 11);
    expect(areThose(up.slice(2), down.slice(0, 8))).toBe(true);
    expect(areAmong(up, before)).toBe(true);
  });

  it('is right wherever one leaps to, however many lines there are then', async () => {
    const { show } = await drawn();
    const places = [
      ...[
        [500, 510],
        [505, 520],
        [490, 506],
        [495, 500],
        [495, 495],
        [7, 9],
        [0, 12],
        [11, 30],
      ],
      ...[
        [12, 13],
        [0, 40],
        [20, 25],
        [24, 60],
      ],
    ] as const;
    for (const [from = 0, to = 0] of places) await show(from, to);
  });
});
