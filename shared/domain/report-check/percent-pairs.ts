import type { Count, Figure, Percent, Ratio } from './figure.ts';

/** The number a percentage is told of: the one just before it, in the same breath. */
export function subjectOf(percent: Percent, figures: readonly Figure[]): Count | Ratio | undefined {
  const before = figures.filter(
    ({ paragraph, to }) => paragraph === percent.paragraph && to <= percent.from,
  );
  const last = before.at(-1);
  if (last === undefined || last.kind === 'percent') return undefined;
  const { text, from } = percent.paragraph;
  const between = text.slice(last.to - from, percent.from - from);
  // Past the end of a bracket, or under a name of its own, it is another thing's.
  const isOthers = last.isAside && !percent.isAside;
  const isFar = between.length > 150 || /;|\.\s|\p{L}\s*:/u.test(between);
  return isOthers || isFar ? undefined : last;
}

/** *A bằng C % so với kế hoạch B*. */
export const baseAfter = (percent: Percent, figures: readonly Figure[]): Count | undefined => {
  const next = figures.find(({ from }) => from >= percent.to);
  if (next?.kind !== 'count' || next.paragraph !== percent.paragraph) return undefined;
  const { plain, from } = percent.paragraph;
  const between = plain.slice(percent.to - from, next.from - from);
  return /^\s*(?:so voi|cua|tren)\b[^.;,]*$/.test(between) ? next : undefined;
};

/** *đạt C % (A/B hồ sơ)*, *đạt C %, tương ứng A/B hồ sơ*: the numbers may stand behind their share. */
export const ratioBehind = (percent: Percent, figures: readonly Figure[]): Ratio | undefined => {
  const next = figures.find(({ from }) => from >= percent.to);
  if (next?.kind !== 'ratio' || next.paragraph !== percent.paragraph) return undefined;
  const { plain, from } = percent.paragraph;
  const between = plain.slice(percent.to - from, next.from - from);
  return /^\s*,?\s*\(?\s*(?:(?:tuong (?:ung|duong)|tuc|la)(?: voi| la)?)?\s*$/.test(between)
    ? next
    : undefined;
};
