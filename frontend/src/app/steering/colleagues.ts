import type { User } from '#contract/identity';
import type { Steering, SteeringItem } from '#contract/steering';

/** Where a dossier lies. */
export interface Holder {
  readonly userId?: string | undefined;
  readonly departmentCode?: string | undefined;
}

/** Somebody, or some department, a dossier may be handed to. */
export interface Candidate extends Holder {
  readonly key: string;
  readonly name: string;
  /** How much lies there now; undefined where that is not for whoever asks. */
  readonly open?: number | undefined;
  readonly isAway: boolean;
}

interface Asked {
  readonly board: Steering;
  readonly unitId: number;
  readonly users: readonly Pick<User, 'displayName' | 'id' | 'memberships'>[];
  readonly item: SteeringItem;
}

/** Who works on dossiers; those who only lead, count or configure do not. */
const WORKING: ReadonlySet<string> = new Set(['reception', 'processing', 'clerk', 'head']);

const seatOf = (
  { memberships }: Asked['users'][number],
  unitId: number,
): { readonly departmentCode?: string | undefined } | undefined =>
  memberships.find(
    (seat) => seat.unitId === unitId && seat.roles.some((role) => WORKING.has(role)),
  );

/** Where it lay before, so that handing it over can be taken back; with nobody, or elsewhere, it cannot. */
export function handBack({ holder }: Pick<SteeringItem, 'holder'>): Holder | undefined {
  const { userId, departmentCode, agency } = holder ?? {};
  const isOurs = agency === undefined && (userId ?? departmentCode) !== undefined;
  return isOurs ? { userId, departmentCode } : undefined;
}

/**
 * Those whom a dossier can go to: for a head the own department, for leaders whole departments and whoever
 * works there; the dossier's own department first, whoever is away last.
 */
export function candidatesFor({ board, unitId, users, item }: Asked): readonly Candidate[] {
  const rows = new Map(board.rows.map((row) => [row.key, row]));
  const away = new Set(board.away.map(({ userId }) => userId));
  const people = users.flatMap((user): readonly Candidate[] => {
    const seat = seatOf(user, unitId);
    const isReached = board.by === 'department' || rows.has(user.id);
    if (seat === undefined || !isReached || user.id === item.holder?.userId) return [];
    const { departmentCode } = seat;
    return [
      {
        ...{ key: user.id, name: user.displayName, userId: user.id, isAway: away.has(user.id) },
        ...(departmentCode !== undefined && { departmentCode }),
        open: rows.get(user.id)?.cells.open,
      },
    ];
  });
  const rank = ({ departmentCode, isAway }: Candidate): number =>
    (isAway ? 2 : 0) + (departmentCode === (item.departmentCode ?? undefined) ? 0 : 1);
  return people.toSorted((a, b) => rank(a) - rank(b) || (a.open ?? 0) - (b.open ?? 0));
}
