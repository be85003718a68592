import { isWorkingDay, plusDays, dayOf, type Day, type Instant } from '#domain/working-time';
import type { Append } from '../../../backend/src/dossiers/store/append.ts';
import { appendOf, type Keys } from '../../../backend/src/evaluation/month/append-of.ts';
import { PLAYING_HOURS } from '../../../backend/src/evaluation/month/hours.ts';
import { hasBegun, planDay, type Plan } from '../../../backend/src/evaluation/month/plan.ts';
import { actsUntil, play } from '../../../backend/src/evaluation/month/player.ts';
import type {
  StageBook,
  StageSet,
} from '../../../backend/src/evaluation/month/stage-book.service.ts';
import { plannedOffice, type Commune } from './commune.ts';

export interface CrowdAsked {
  readonly commune: Commune;
  readonly dossiers: number;
  readonly days: number;
  readonly now: Instant;
  readonly keys: Keys;
}

const isWorked = (day: Day): boolean => isWorkingDay(PLAYING_HOURS, day);

const workedDays = (last: Day, days: number): number =>
  Array.from({ length: days }, (_, back) => plusDays(last, -back)).filter(isWorked).length;

const lived = ({ commune, now, keys }: CrowdAsked, plan: Plan, stages: StageSet): Append | null => {
  const stage = stages.for(plan);
  const { state, refused } = play(plan, actsUntil(plan, now), null, stage);
  if (refused !== undefined) throw new Error(`${plan.procedureCode}: ${refused.code}`);
  if (state === null) return null;
  const { id: unitId, code: unitCode } = commune;
  const append = appendOf({ unitId, unitCode, plan, stage, state, before: 0, now }, keys);
  // The sweep has been here: what is over and done with has nothing left to signal.
  const isOver =
    state.finishedAt !== null && (state.returnedAt !== null || state.outcome !== 'issued');
  return isOver ? { ...append, signals: { ...append.signals, nextSignalAt: null } } : append;
};

/** The dossiers of one commune, day by day and the newest day first, decided as they would be live. */
export async function* crowdOf(
  asked: CrowdAsked,
  book: StageBook,
): AsyncGenerator<readonly Append[]> {
  const { commune, dossiers, days, now } = asked;
  const today = dayOf(now);
  const office = plannedOffice(commune, dossiers / workedDays(today, days));
  let left = dossiers;
  for (let day = today; left > 0; day = plusDays(day, -1)) {
    if (!isWorked(day)) continue;
    const plans = planDay(day, office)
      .filter((plan) => hasBegun(plan, now))
      .slice(0, left);
    const stages = await book.setFor(commune.id, plans);
    const appends = plans.flatMap((plan) => lived(asked, plan, stages) ?? []);
    left -= appends.length;
    if (appends.length > 0) yield appends;
  }
}
