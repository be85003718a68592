import type { ReportFinding } from '#contract/reports';

/** A stretch of a line, with the numbers of the findings that stand in it. */
interface Stretch {
  readonly text: string;
  readonly marks: readonly number[];
}

interface Line {
  readonly from: number;
  readonly text: string;
}

const linesOf = (text: string): readonly Line[] => {
  let from = 0;
  return text.split('\n').map((line) => {
    const begun = from;
    from += line.length + 1;
    return { from: begun, text: line };
  });
};

type Placed = Pick<ReportFinding, 'from' | 'to'>;

function stretchesOf({ from, text }: Line, findings: readonly Placed[]): readonly Stretch[] {
  const to = from + text.length;
  const within = findings.flatMap((finding, place) =>
    finding.from < to && finding.to > from ? [{ ...finding, number: place + 1 }] : [],
  );
  const edges = new Set([from, to, ...within.flatMap((each) => [each.from, each.to])]);
  const cuts = [...edges].filter((at) => at >= from && at <= to).toSorted((a, b) => a - b);
  return cuts.slice(1).map((end, place) => {
    const begin = cuts[place] ?? from;
    const marks = within.filter((each) => each.from <= begin && each.to >= end);
    return {
      text: text.slice(begin - from, end - from),
      marks: marks.map(({ number }) => number),
    };
  });
}

/** The report line by line, each parted where a finding begins or ends. */
export const markedText = (
  text: string,
  findings: readonly Placed[],
): readonly (readonly Stretch[])[] => linesOf(text).map((line) => stretchesOf(line, findings));
