import type { PageSize } from 'pdfmake/interfaces.js';
import type { PrintRequest } from '#contract/forms';

type PaperName = NonNullable<PrintRequest['paper']>;

const POINTS_PER_MM = 72 / 25.4;
export const mm = (length: number): number => length * POINTS_PER_MM;

export interface Paper {
  readonly size: PageSize;
  readonly orientation: 'portrait' | 'landscape';
  /** Left, top, right, bottom. */
  readonly margins: [number, number, number, number];
  readonly fontSize: number;
  /** Copies beside each other on one sheet: one for the citizen, one that stays. */
  readonly copies: 1 | 2;
}

/** NĐ 30/2020: 20–25 mm above and below, 30–35 left, 15–20 right; small paper has none to give away. */
export const PAPERS: Readonly<Record<PaperName, Paper>> = {
  a4: {
    size: 'A4',
    orientation: 'portrait',
    margins: [mm(30), mm(20), mm(17), mm(20)],
    fontSize: 13,
    copies: 1,
  },
  a5: {
    size: 'A5',
    orientation: 'portrait',
    margins: [mm(12), mm(8), mm(10), mm(8)],
    fontSize: 9.5,
    copies: 1,
  },
  a5x2: {
    size: 'A4',
    orientation: 'landscape',
    margins: [mm(9), mm(8), mm(9), mm(8)],
    fontSize: 9,
    copies: 2,
  },
  roll80: {
    size: { width: mm(80), height: 'auto' },
    orientation: 'portrait',
    margins: [mm(4), mm(4), mm(4), mm(6)],
    fontSize: 8.5,
    copies: 1,
  },
};
