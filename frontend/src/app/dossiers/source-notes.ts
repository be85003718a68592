import type { DossierWords, HappenedWords } from '#wording/dossiers';

/** What stands at a system's record of a dossier, in words. */
export interface SourceNotes {
  /** Where it tells it otherwise. */
  readonly differs: readonly string[];
  /** What had to be taken for granted when it was read. */
  readonly marks: readonly string[];
}

type Words = Pick<DossierWords, 'differences' | 'differing' | 'marks'>;

/** `moved:received` → *khác ngày Tiếp nhận*; a code nobody has words for is shown rather than hidden. */
const differenceText = (note: string, words: Words, names: HappenedWords['names']): string => {
  const [kind = '', type = kind] = note.split(':');
  const say = words.differing[kind];
  return (say === undefined ? words.differences[type] : say(names[type] ?? type)) ?? note;
};

export const sourceNotes = (
  notes: readonly string[],
  words: Words,
  names: HappenedWords['names'],
): SourceNotes => ({
  differs: notes
    .filter((note) => words.marks[note] === undefined)
    .map((note) => differenceText(note, words, names)),
  marks: notes.flatMap((note) => words.marks[note] ?? []),
});
