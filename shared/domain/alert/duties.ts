import type { DossierState, OfficeEvent } from '../dossier/index.ts';
import type { Instant } from '../working-time/index.ts';
import type { Cause } from './signal.ts';
import type { Duty, SourceView } from './subject.ts';
import { sinceWhen, type Trail } from './trail.ts';

type Happened = ReadonlySet<OfficeEvent['type']>;

const FILES: Happened = new Set([
  'componentsDigitised',
  'resultDigitised',
  'electronicResultIssued',
  'archivedToStore',
]);

/** Who counts in Phụ lục 01 and has a result of its own. */
const isCounted = ({ outcome, linkedTo, intake }: DossierState): boolean =>
  outcome === 'issued' && linkedTo === null && intake.procedure.authority === 'commune';

/** Most lists say nothing of files: of one that does not, none are concluded to be missing. */
const listTellsFiles = (effective: readonly OfficeEvent[]): boolean =>
  effective.some(({ type, source }) => source !== undefined && FILES.has(type));

const isOwed = {
  'digitisation.missing': (done: Happened, paperResult: boolean) =>
    !done.has('componentsDigitised') || (paperResult && !done.has('resultDigitised')),
  'eResult.missing': (done: Happened, paperResult: boolean) =>
    paperResult && !done.has('electronicResultIssued'),
  'archive.missing': (done: Happened) => !done.has('archivedToStore'),
} as const satisfies Record<Duty['kind'], (done: Happened, paperResult: boolean) => boolean>;

/** Owed to the stores: told in the digest and listed, but nobody drops a citizen's dossier for them. */
export const DUTY_KINDS = Object.keys(isOwed) as readonly Duty['kind'][];

/**
 * What a dossier with a result still owes the stores: its files, the electronic result, its place in the
 * archive. The same facts that Phụ lục 01 counts, owed since the result.
 * @example dutiesOf(issuedAndNotArchived, effective, trail) // [{ kind: 'archive.missing', since: the result }]
 */
export function dutiesOf(
  state: DossierState,
  effective: readonly OfficeEvent[],
  trail: Trail,
): readonly Duty[] {
  const since = isCounted(state) ? sinceWhen(trail, ({ outcome }) => outcome) : null;
  if (since === null) return [];
  if (since.happenedAt !== undefined && !listTellsFiles(effective)) return [];
  const done: Happened = new Set(effective.map(({ type }) => type));
  return DUTY_KINDS.filter((kind) => isOwed[kind](done, state.intake.procedure.paperResult)).map(
    (kind) => ({ kind, since }),
  );
}

const DUTIES: ReadonlySet<string> = new Set(DUTY_KINDS);

/** Years of history come by list: what had been missing when the product first heard of it is told to nobody. */
export const isOldDuty = (
  { kind, countdown }: Cause,
  passedAt: Instant,
  source: SourceView | null,
): boolean =>
  DUTIES.has(kind) &&
  countdown.since.happenedAt !== undefined &&
  source !== null &&
  passedAt < source.firstImportedAt;
