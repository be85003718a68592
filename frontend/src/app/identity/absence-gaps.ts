import type { Absence, User } from '#contract/identity';
import type { Role } from '#domain/dossier';
import { type Instant, instant, parseInstant } from '#domain/working-time';

type GapReason = 'leaderUncovered' | 'substituteAway' | 'officerUncovered';

/** A stretch in which the work of somebody away is nobody's. */
export interface Gap {
  readonly absence: Absence;
  readonly from: Instant;
  readonly to: Instant;
  readonly why: GapReason;
}

interface Stretch {
  readonly from: Instant;
  readonly to: Instant;
}

const LEADING: readonly Role[] = ['head', 'director', 'viceChair'];

const stretchOf = ({ from, to }: Absence): Stretch | undefined => {
  const [begins, ends] = [parseInstant(from), parseInstant(to)];
  return begins === undefined || ends === undefined ? undefined : { from: begins, to: ends };
};

const common = (one: Stretch, other: Stretch): Stretch | undefined => {
  const from = instant(Math.max(one.from, other.from));
  const to = instant(Math.min(one.to, other.to));
  return from < to ? { from, to } : undefined;
};

/** Parts of a stretch in which nobody acts, however many stand in for each other. */
const uncovered = (
  absence: Absence,
  stretch: Stretch,
  all: readonly Absence[],
): readonly Stretch[] => {
  const { substitute } = absence;
  if (substitute === null) return [stretch];
  // The server lets nobody stand in a circle: each round is another person.
  return all
    .filter(({ user }) => user.id === substitute.id)
    .flatMap((next) => {
      const both = stretchOf(next);
      const part = both && common(stretch, both);
      return part === undefined ? [] : uncovered(next, part, all);
    });
};

/** Leaders first, then as they come: what somebody who looks after the office has to see to. */
export const gapsIn = (
  absences: readonly Absence[],
  colleagues: readonly User[],
): readonly Gap[] => {
  const leads = (id: string, unitId: number): boolean =>
    colleagues
      .filter((each) => each.id === id)
      .flatMap(({ memberships }) => memberships)
      .some((each) => each.unitId === unitId && each.roles.some((role) => LEADING.includes(role)));
  const whyOf = ({ user, unitId, substitute }: Absence): GapReason => {
    if (substitute !== null) return 'substituteAway';
    return leads(user.id, unitId) ? 'leaderUncovered' : 'officerUncovered';
  };
  const gaps = absences.flatMap((absence) => {
    const stretch = stretchOf(absence);
    if (stretch === undefined) return [];
    const why = whyOf(absence);
    return uncovered(absence, stretch, absences).map((part) => ({ absence, ...part, why }));
  });
  const ranks: readonly GapReason[] = ['leaderUncovered', 'substituteAway', 'officerUncovered'];
  return gaps.toSorted(
    (one, other) => ranks.indexOf(one.why) - ranks.indexOf(other.why) || one.from - other.from,
  );
};
