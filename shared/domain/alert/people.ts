import type { Role, UserId } from '../dossier/index.ts';
import type { Instant } from '../working-time/index.ts';
import type { Addressee, LeadingLevel } from './recipient.ts';

export interface Colleague {
  readonly userId: UserId;
  readonly roles: readonly Role[];
  readonly departments: readonly string[];
}

/** Away during [from, to). */
export interface Absence {
  readonly userId: UserId;
  readonly from: Instant;
  readonly to: Instant;
  readonly substituteId: UserId | null;
}

/** Who fills which rung in the unit, and who is away. */
export interface People {
  readonly colleagues: readonly Colleague[];
  readonly absences: readonly Absence[];
}

/** Where in the office a matter lies, and at which moment it is to be told. */
export interface Setting {
  readonly people: People;
  readonly departmentCode: string | null;
  readonly at: Instant;
}

const absenceOf = (userId: UserId, { people, at }: Setting): Absence | undefined =>
  people.absences.find(
    (absence) => absence.userId === userId && absence.from <= at && at < absence.to,
  );

/**
 * Who acts for an officer at that moment: the officer, the substitute, the substitute's substitute; null
 * when everybody in that row is away.
 */
export function findActing(userId: UserId, setting: Setting): UserId | null {
  const asked = new Set<UserId>();
  let acting: UserId | null = userId;
  while (acting !== null && !asked.has(acting)) {
    asked.add(acting);
    const absence = absenceOf(acting, setting);
    if (absence === undefined) return acting;
    acting = absence.substituteId;
  }
  return null;
}

const CHAIN: readonly LeadingLevel[] = ['head', 'director', 'viceChair'];

const leads = (colleague: Colleague, level: LeadingLevel, departmentCode: string | null): boolean =>
  colleague.roles.includes(level) &&
  (level !== 'head' || (departmentCode !== null && colleague.departments.includes(departmentCode)));

const actingLeaders = (level: LeadingLevel, setting: Setting): Addressee[] =>
  setting.people.colleagues
    .filter((colleague) => leads(colleague, level, setting.departmentCode))
    .flatMap(({ userId }) => {
      const acting = findActing(userId, setting);
      if (acting === null) return [];
      return {
        recipient: { kind: 'user', userId: acting },
        level,
        reason: level,
        standsInFor: acting === userId ? null : userId,
      };
    });

const isOneOf = (addressee: Addressee, users: readonly (UserId | null)[]): boolean =>
  addressee.recipient.kind === 'user' && users.includes(addressee.recipient.userId);

/**
 * The leaders of a level, or of the next one up where it is vacant, away without a substitute, or filled only
 * by those the alert is about: nobody is set to watch over himself (contract §2.4; ADR 0043). Where no leader
 * is known at all the row waits on the desk of the level, so that a late dossier is never nobody's.
 */
export function leadersFrom(
  level: LeadingLevel,
  setting: Setting,
  about: readonly (UserId | null)[],
): readonly Addressee[] {
  const levels = CHAIN.slice(CHAIN.indexOf(level)).map((each) => actingLeaders(each, setting));
  const others = levels
    .map((leaders) => leaders.filter((leader) => !isOneOf(leader, about)))
    .find((leaders) => leaders.length > 0);
  if (others !== undefined) return others;
  if (levels.some((leaders) => leaders.length > 0)) return [];
  const recipient = { kind: 'desk', role: level, departmentCode: null } as const;
  return [{ recipient, level, reason: 'desk', standsInFor: null }];
}
