import type { MappingVersion } from '#contract/imports';
import type { MappedColumn, NationalColumn } from '#domain/import';
import { valueChoices, type ImportsWords } from '#wording/imports';
import type { SourceWords } from '#wording/sources';
import { differenceBetween, isSame } from './mapping-edits.ts';

export interface VersionLine {
  readonly id: string;
  readonly version: number;
  readonly by: string;
  readonly at: string;
  /** What it says otherwise than the one before. */
  readonly said: readonly string[];
}

interface Words {
  readonly own: SourceWords;
  readonly imports: ImportsWords;
}

/** The versions of a mapping, newest first, each with what it changed. */
export const versionLines = (
  versions: readonly MappingVersion[],
  words: Words,
): readonly VersionLine[] =>
  versions.map(({ id, version, by, createdAt, ...meaning }, at) => {
    const before = versions[at + 1];
    const after = { id, version, by, createdAt, ...meaning };
    return { ...{ id, version, by, at: createdAt }, said: saidBetween(before, after, words) };
  });

function saidBetween(
  before: MappingVersion | undefined,
  after: MappingVersion,
  words: Words,
): readonly string[] {
  const { mappings } = words.own;
  if (before === undefined) return [mappings.first];
  const kept = keptLine(before, after, words.own);
  if (isSame(before, after)) return [kept ?? mappings.same];
  return [...(kept === undefined ? [] : [kept]), ...differenceLines(before, after, words)];
}

const keptLine = (
  before: MappingVersion,
  after: MappingVersion,
  { mappings: { retired, restore } }: SourceWords,
): string | undefined => {
  if (before.retired === after.retired) return undefined;
  return after.retired ? retired : restore;
};

function differenceLines(
  before: MappingVersion,
  after: MappingVersion,
  { own: { mappings }, imports }: Words,
): readonly string[] {
  const columnText = (column: NationalColumn | null | undefined): string => {
    if (column === undefined) return mappings.absent;
    return column === null ? imports.mapping.unused : imports.columns[column];
  };
  const meansText = (column: MappedColumn, means: string | undefined): string => {
    if (means === undefined) return imports.mapping.leave;
    return valueChoices(column, imports).find(([each]) => each === means)?.[1] ?? means;
  };
  const { columns, values, rules } = differenceBetween(before, after);
  return [
    ...columns.map(([title, was, is]) => mappings.column(title, columnText(was), columnText(is))),
    ...values.map(([{ column, value }, was, is]) =>
      mappings.meant(
        imports.columns[column],
        ...([value, meansText(column, was), meansText(column, is)] as const),
      ),
    ),
    ...rules.map(([rule, isOn]) =>
      mappings.rule(rule === 'daysOnly' ? mappings.daysOnly : mappings.handover, isOn),
    ),
  ];
}
