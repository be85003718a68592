import type { Bounds, Passage } from '../report/index.ts';
import type { Instant } from '../working-time/index.ts';
import type { Cause } from './cause.ts';

/** A dossier that a source system knows and the period counts, with what speaks for counting it otherwise. */
export interface CountedDossier {
  readonly id: string;
  readonly code: string;
  /** By which the source knows it. */
  readonly externalCode: string;
  /** The field it is counted in. */
  readonly row: string;
  readonly passage: Passage;
  readonly receivedAt: Instant;
  /** Null where it was not finished before the end. */
  readonly finishedAt: Instant | null;
  /** Of when the source's data on it are; null where nobody told. */
  readonly asOf: Instant | null;
  /** Whether the source says otherwise than we do. */
  readonly saysOtherwise: boolean;
  /** In how many systems it stands. */
  readonly systems: number;
  /** Its procedure is in no official catalogue yet. */
  readonly hasUnknownProcedure: boolean;
  readonly isNotViaCentre: boolean;
}

/** A day on either side of the period's ends: another clock, another cut-off. */
const NEAR_MS = 24 * 60 * 60 * 1000;

const isNear = (moment: Instant, { start, end }: Bounds): boolean =>
  Math.min(Math.abs(moment - start), Math.abs(moment - end)) < NEAR_MS;

/**
 * What speaks for a dossier being counted otherwise in its source, the strongest first.
 *
 * @example causesOf(received a quarter before midnight of the last day, bounds) // ['otherDate']
 */
export function causesOf(dossier: CountedDossier, bounds: Bounds): readonly Cause[] {
  const { asOf, receivedAt, finishedAt } = dossier;
  const speaks: Partial<Record<Cause, boolean>> = {
    otherStatus: dossier.saysOtherwise,
    lateSync: asOf !== null && asOf < (finishedAt ?? bounds.end),
    otherDate: isNear(receivedAt, bounds) || (finishedAt !== null && isNear(finishedAt, bounds)),
    countedTwice: dossier.systems > 1,
    unknownCode: dossier.hasUnknownProcedure,
    notViaCentre: dossier.isNotViaCentre,
  };
  return (Object.keys(speaks) as Cause[]).filter((cause) => speaks[cause] === true);
}
