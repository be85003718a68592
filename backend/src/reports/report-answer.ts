import type { ReportHead, ShareAnswer } from '#contract/reports';
import { numbersOf, percentageOf, type Cells, type Share, type Sized } from '#domain/report';
import { formatDay, formatInstant, type Instant } from '#domain/working-time';
import type { Frame } from './engine/frame.ts';

/** Up to where the report has listened, and when. */
export interface Heard {
  readonly position: number;
  readonly now: Instant;
}

export const headOf = (
  { about, period, authority }: Frame,
  { position, now }: Heard,
): ReportHead => ({
  unit: { id: about.id, code: about.code, name: about.name },
  from: formatDay(period.from),
  to: formatDay(period.to),
  authority,
  position,
  asOf: formatInstant(now),
});

interface LabelledRow<Column extends string> {
  readonly key: string;
  readonly label: string;
  readonly cells: Cells<Column, Sized>;
}

export const rowOf = <Column extends string>({ key, label, cells }: LabelledRow<Column>) => ({
  key,
  label,
  ...numbersOf(cells),
});

/** A share as a report prints it. */
export const shareOf = (share: Share): ShareAnswer => {
  const percentage = percentageOf(share);
  return { ...share, text: percentage.code === 'not-arising' ? null : percentage.text };
};
