import { isFinish, mayFollowFinish, mayOpen, type Telling } from '../dossier/index.ts';
import { FIRST_DAY, LAST_DAY, plusDays, startOf, type Instant } from '../working-time/index.ts';
import type { ImportFault } from './fault.ts';

export interface TellingFault {
  /** Of which telling; undefined where one is missing. */
  readonly index?: number;
  readonly code: ImportFault;
}

/**
 * What no dossier can have lived, in tellings that are in order. Whether the office would have decided so is
 * not asked: the source tells what happened.
 */
export function faultOf(tellings: readonly Telling[], now: Instant): TellingFault | undefined {
  if (!tellings.some(({ type }) => mayOpen(type))) return { code: 'opening-required' };
  const checks = [
    rangeFault,
    openingFault,
    futureFault(now),
    twiceFault,
    finishFault,
    handoverFault,
  ];
  for (const check of checks) {
    const fault = check(tellings);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

type Check = (tellings: readonly Telling[]) => TellingFault | undefined;

const at = (index: number, code: ImportFault): TellingFault | undefined =>
  index < 0 ? undefined : { index, code };

/** Far enough from both ends of the calendar for every wait and every term. */
const EARLIEST = startOf(plusDays(FIRST_DAY, 366));
const LATEST = startOf(plusDays(LAST_DAY, -30 * 366));

/** Whether our calendar can count from and to it. */
export const isCountable = (at: Instant): boolean => at >= EARLIEST && at < LATEST;

const rangeFault: Check = (tellings) =>
  at(
    tellings.findIndex((telling) => !momentsOf(telling).every(isCountable)),
    'out-of-range',
  );

const momentsOf = ({ at: happened, payload }: Telling): readonly Instant[] => [
  happened,
  ...('declaredDueAt' in payload ? [payload.declaredDueAt] : []),
  ...('dueAt' in payload ? [payload.dueAt] : []),
];

const openingFault: Check = ([first]) =>
  first === undefined || mayOpen(first.type) ? undefined : { index: 0, code: 'opening-required' };

const futureFault =
  (now: Instant): Check =>
  (tellings) =>
    at(
      tellings.findIndex((telling) => telling.at > now),
      'in-the-future',
    );

const twiceFault: Check = (tellings) => {
  const first = tellings.findIndex(({ type }) => type === 'received');
  return at(
    tellings.findIndex(({ type }, index) => type === 'received' && index > first),
    'told-twice',
  );
};

const finishAt = (tellings: readonly Telling[]): number =>
  tellings.findIndex(({ type }) => isFinish(type));

const finishFault: Check = (tellings) => {
  const finish = finishAt(tellings);
  if (finish < 0) return undefined;
  return at(
    tellings.findIndex(({ type }, index) => index > finish && !mayFollowFinish(type)),
    'after-finish',
  );
};

const handoverFault: Check = (tellings) => {
  const returned = tellings.findIndex(({ type }) => type === 'returned');
  const finish = finishAt(tellings);
  return returned >= 0 && (finish < 0 || finish > returned)
    ? { index: returned, code: 'finish-required' }
    : undefined;
};
