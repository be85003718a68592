import type { ShareAnswer } from '#contract/reports';
import { reportWords } from '#wording/reports';
import type { SheetCell } from '../../forms/index.ts';

const PERCENT = '0.00';

/**
 * A share as the report prints it: a formula, except where the sheet would round to a hundred or to nothing
 * what is neither, and where there is nothing to divide by.
 */
export function shareCell(
  { numerator, denominator, text }: ShareAnswer,
  part: string,
  whole: string,
): SheetCell {
  if (text === null) return reportWords.vi.notArising;
  const value = Number(text.replace(',', '.'));
  const rounded = Math.round((numerator / denominator) * 10_000) / 100;
  const formula = rounded === value ? `=ROUND(${part}/${whole}*100,2)` : `=${value}`;
  return { formula, value, format: PERCENT };
}
