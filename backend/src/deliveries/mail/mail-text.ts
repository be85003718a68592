import { MOST_OLD } from '#domain/alert';
import { instant } from '#domain/working-time';
import type { LetterWords, NoticeWords } from '#wording/notices';
import { letterLines, type LetterLine } from '../post/letter-lines.ts';
import type { Letter, NoticeRow } from '../post/parcel.ts';

const SHOWN = 50;

export interface MailText {
  readonly subject: string;
  readonly text: string;
}

const tallyOf = (notices: readonly NoticeRow[], words: NoticeWords): string => {
  const count = (severity: NoticeRow['severity']) =>
    notices.filter((notice) => notice.severity === severity).length;
  return words.tally({ late: count('late'), warning: count('warning'), info: count('info') });
};

const bulletOf =
  (home: string | undefined) =>
  ({ text, path }: LetterLine): string =>
    home === undefined ? `• ${text}` : `• ${text}\n  ${new URL(path, home).href}`;

const reasonsOf = (notices: readonly NoticeRow[], words: NoticeWords): readonly string[] =>
  [...new Set(notices.map(({ reason }) => reason))].map((reason) =>
    words.because(words.reasons[reason]),
  );

/** A letter as plain text, for every mail programme there is. Codes and moments, nothing of a citizen. */
export const mailText = (
  { to, notices, now }: Letter,
  words: LetterWords,
  home?: string,
): MailText => {
  const lines = letterLines(notices, words);
  const [first] = lines;
  const subject =
    lines.length === 1 && first !== undefined
      ? words.subjectOfOne(to.unitName, first.text)
      : words.subjectOfMany(to.unitName, tallyOf(notices, words));
  const rest = lines.length - SHOWN;
  const isOld = notices.some(({ hush }) => hush === 'beforeImport');
  const text = [
    words.greeting(to.displayName),
    '',
    words.counted(notices.length, instant(now)),
    ...lines.slice(0, SHOWN).map(bulletOf(home)),
    ...(rest > 0 ? [words.more(rest)] : []),
    ...(isOld ? [words.old(MOST_OLD)] : []),
    '',
    ...reasonsOf(notices, words),
    words.footer,
    '',
  ].join('\n');
  return { subject, text };
};
