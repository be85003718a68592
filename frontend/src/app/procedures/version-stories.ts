import type { ProcedureDefinition, ProcedureVersion } from '#contract/procedures';
import type { ProcedureWords } from '#wording/procedures';
import { MEMBERS, changesIn, memberText, withTold } from './procedure-text.ts';

/** A version with what it says otherwise than the one it followed. */
interface Story {
  readonly version: ProcedureVersion;
  readonly key: string;
  readonly lines: readonly string[];
}

type Told = ProcedureVersion['said'];

/** What was said is said whole for an entry, and in parts for what is laid over one. */
const isWhole = (said: Told): said is ProcedureDefinition =>
  MEMBERS.every((member) => said[member] !== undefined);

const partsOf = (
  said: Told,
  base: ProcedureDefinition,
  words: ProcedureWords,
): readonly string[] => {
  const whole = withTold(base, said);
  return MEMBERS.filter((member) => said[member] !== undefined).map(
    (member) => `${words.members[member]}: ${memberText(member, whole, words)}`,
  );
};

const linesOf = (
  version: ProcedureVersion,
  before: ProcedureVersion | undefined,
  base: ProcedureDefinition | undefined,
  words: ProcedureWords,
): readonly string[] => {
  const { said, layer } = version;
  if (layer === 'overlay') return base === undefined ? [] : partsOf(said, base, words);
  if (before === undefined || !isWhole(before.said)) return [words.page.first];
  const changes = changesIn(before.said, said, words);
  return changes.map(({ label, before: was, after }) => `${label}: ${was} → ${after}`);
};

/** Every version beside the one of the same hand that it followed. */
export const storiesOf = (
  versions: readonly ProcedureVersion[],
  words: ProcedureWords,
): readonly Story[] => {
  const base = versions.map(({ said }) => said).find(isWhole);
  return versions.map((version) => {
    const before = versions.find(
      ({ isOwn, layer, number }) =>
        isOwn === version.isOwn && layer === version.layer && number === version.number - 1,
    );
    return {
      ...{ version, key: `${String(version.isOwn)}/${version.number}` },
      lines: linesOf(version, before, base, words),
    };
  });
};
