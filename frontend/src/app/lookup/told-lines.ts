import type { LookupAnswer } from '#contract/lookup';
import type { LookupWords } from '#wording/lookup';

export interface ToldLine {
  readonly label: string;
  readonly text: string;
  /** What the citizen has to know first. */
  readonly isMain: boolean;
}

type ReadMoment = (told: string | null) => string;

/** What is told of a dossier, line by line: only what is known, and what matters now before the rest. */
export const toldLines = (
  found: LookupAnswer,
  words: LookupWords,
  read: ReadMoment,
): readonly ToldLine[] => {
  const isOpen = found.finishedAt === null;
  const due = read(found.dueAt) || (isOpen && found.receivedAt !== null ? words.noDue : '');
  const lines: readonly (readonly [label: string, text: string, isMain: boolean])[] = [
    [words.collectAt, found.collectAt === null ? '' : words.centreOf(found.collectAt), true],
    [words.respondBy, read(found.respondBy), true],
    [words.dueAt, due, isOpen],
    [words.receivedAt, read(found.receivedAt), false],
    [words.finishedAt, read(found.finishedAt), false],
    [words.returnedAt, read(found.returnedAt), false],
    [words.unit, found.collectAt === null ? found.unit : '', false],
  ];
  return lines
    .filter(([, text]) => text !== '')
    .map(([label, text, isMain]) => ({ label, text, isMain }));
};
