import type { Absence } from '#contract/identity';
import { type Instant, parseInstant, timeOfDay } from '#domain/working-time';
import type { IdentityWords } from '#wording/identity';
import { dateText, momentText } from '../language/index.ts';
import { lastDayOf } from '../ui/index.ts';

type AbsenceWords = IdentityWords['absences'];

/** Days where it begins and ends with one, moments where it does not. */
export const stretchText = (
  { from, to }: { readonly from: Instant; readonly to: Instant },
  words: AbsenceWords,
): string => {
  const lastDay = lastDayOf(to);
  return words.period(
    timeOfDay(from) === 0 ? dateText(from) : momentText(from),
    lastDay === undefined ? momentText(to) : words.endOf(dateText(lastDay)),
  );
};

export const periodText = ({ from, to }: Absence, words: AbsenceWords): string => {
  const [begins, ends] = [parseInstant(from), parseInstant(to)];
  return begins === undefined || ends === undefined
    ? ''
    : stretchText({ from: begins, to: ends }, words);
};

export const substituteText = ({ substitute }: Absence, words: AbsenceWords): string =>
  substitute === null ? words.byNobody : words.by(substitute.displayName);
