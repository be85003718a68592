import type { Count, Figure } from './figure.ts';
import type { Measure } from './measure.ts';

const WHOLES: ReadonlySet<Measure | null> = new Set<Measure>([
  ...(['total', 'fresh', 'resolved', 'pending'] as const),
]);

/** Whether a figure is told as a part of what stands before it: in the same breath, or on a line below. */
function isPartOf(whole: Figure, { paragraph, from }: Figure): boolean {
  if (whole.paragraph !== paragraph) return true;
  const between = paragraph.plain.slice(whole.to - paragraph.from, from - paragraph.from);
  return /trong do|gom|[(:]/.test(between) && !/\.\s/.test(between);
}

/** What is late, or in time, of those that still wait. */
function ofPending({ measure, label }: Count): Measure | null {
  if (measure === 'late') return 'pendingLate';
  if (measure !== null) return measure;
  if (/^bo sung$/.test(label)) return 'supplement';
  return /^(?:con|trong)(?: thoi)? han$/.test(label) ? 'pendingInTime' : null;
}

/** *Trực tiếp 09 hồ sơ, bưu chính 04 hồ sơ* are two; *trực tiếp, bưu chính 13 hồ sơ* are one. */
function isPostAlone(figure: Count, before: readonly Figure[]): boolean {
  if (figure.measure !== 'direct' || !/buu chinh/.test(figure.label)) return false;
  const isDesk = ({ measure, label }: Count): boolean =>
    measure === 'direct' && !/buu chinh/.test(label);
  return before.some((former) => former.kind === 'count' && isDesk(former));
}

function within(figure: Count, whole: Figure | undefined, before: readonly Figure[]): Count {
  if (isPostAlone(figure, before)) return { ...figure, measure: 'postal' };
  const isWaiting = whole?.kind !== 'percent' && whole?.measure === 'pending';
  return isWaiting && isPartOf(whole, figure) ? { ...figure, measure: ofPending(figure) } : figure;
}

/**
 * The figures of a statement, each by what is told before it: *đang giải quyết 10 hồ sơ, trong đó quá hạn 03*
 * counts nothing that is done.
 */
export function inContext(figures: readonly Figure[]): readonly Figure[] {
  let whole: Figure | undefined;
  return figures.map((figure, at) => {
    if (figure.kind === 'percent') return figure;
    const former = whole;
    if (WHOLES.has(figure.measure)) whole = figure;
    return figure.kind === 'ratio' ? figure : within(figure, former, figures.slice(0, at));
  });
}
