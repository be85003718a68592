import type { Bounds } from '../report/index.ts';
import type { Instant } from '../working-time/index.ts';
import type { Cause } from './cause.ts';
import { causesOf, type CountedDossier } from './counted-dossier.ts';

/** A dossier as the source lists it. */
export interface ListedDossier {
  readonly externalCode: string;
  /** Where it stands in the list. */
  readonly line: number;
  /** The dossier of ours that it is; undefined where we have none. */
  readonly dossierId: string | undefined;
  /** Null where the list is read and the moment no longer kept. */
  readonly receivedAt: Instant | null;
  /** By the list, else by what we know of it; null while it is open, and where nobody tells. */
  readonly finishedAt: Instant | null;
  /** Whether the list tells something otherwise than we knew when it came. */
  readonly saysOtherwise: boolean;
  /** Whether the dossier of ours that it is was annulled: they count it, and we do not any more. */
  readonly isAnnulledHere: boolean;
  /** Whether no line of it can be read: something has to be mended there first. */
  readonly isUnreadable: boolean;
}

export type ListFinding =
  | {
      readonly kind: 'onlyThere';
      readonly listed: ListedDossier;
      readonly causes: readonly Cause[];
    }
  | {
      readonly kind: 'otherwise';
      readonly listed: ListedDossier;
      readonly causes: readonly Cause[];
    }
  | {
      readonly kind: 'onlyHere';
      readonly dossier: CountedDossier;
      readonly causes: readonly Cause[];
    };

/**
 * What a list and ours do not share, exactly: those only there, those only here, and those told otherwise.
 *
 * @example againstList(a list with three more, ours, …).filter(({ kind }) => kind === 'onlyThere').length // 3
 */
export function againstList(
  listed: readonly ListedDossier[],
  ours: readonly CountedDossier[],
  { bounds, exportedAt }: { readonly bounds: Bounds; readonly exportedAt: Instant },
): readonly ListFinding[] {
  const lines = once(listed);
  const inList = new Set(lines.flatMap(({ dossierId }) => dossierId ?? []));
  const codes = new Set(lines.map(({ externalCode }) => externalCode));
  const counted = new Set(ours.map(({ id }) => id));
  const there = lines
    .filter((line) => !isEarlier(line, bounds, counted))
    .flatMap((line) => findingOf(line, bounds));
  const here = ours
    .filter(({ id, externalCode }) => !inList.has(id) && !codes.has(externalCode))
    .map((dossier): ListFinding => {
      const causes = causesOf(dossier, bounds);
      // What came after the list was drawn up could not stand in it.
      const isNewer = dossier.receivedAt > exportedAt && !causes.includes('lateSync');
      return { kind: 'onlyHere', dossier, causes: isNewer ? ['lateSync', ...causes] : causes };
    });
  return [...there, ...here];
}

function findingOf(listed: ListedDossier, { end }: Bounds): readonly ListFinding[] {
  // A list often goes on past the period; what came after it is another report's.
  if (listed.receivedAt !== null && listed.receivedAt >= end) return [];
  if (listed.dossierId === undefined) {
    return [
      { kind: 'onlyThere', listed, causes: [listed.isUnreadable ? 'unknownCode' : 'notImported'] },
    ];
  }
  const isOtherwise = listed.saysOtherwise || listed.isAnnulledHere;
  return isOtherwise ? [{ kind: 'otherwise', listed, causes: ['otherStatus'] }] : [];
}

/** A list often begins long before the period: what was finished by then neither of the two counts in it. */
const isEarlier = (
  { finishedAt, dossierId }: ListedDossier,
  { start }: Bounds,
  counted: ReadonlySet<string>,
): boolean =>
  finishedAt !== null && finishedAt < start && (dossierId === undefined || !counted.has(dossierId));

/** A list may show a dossier twice; it is one. */
const once = (listed: readonly ListedDossier[]): readonly ListedDossier[] => [
  ...new Map(listed.map((each) => [each.externalCode, each])).values(),
];
