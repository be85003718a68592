import { DEFAULT_ALERT_RULES } from '#domain/alert';
import { DEFAULT_UNIT_RULES, effectiveEvents, spansOf } from '#domain/dossier';
import { stretchOf, type Road } from '#domain/risk';
import { isWorkingDay, plusDays, type Day, type Instant } from '#domain/working-time';
import { PLAYING_HOURS } from '../../../backend/src/evaluation/month/hours.ts';
import { planDay, type Plan } from '../../../backend/src/evaluation/month/plan.ts';
import { play, type Stage } from '../../../backend/src/evaluation/month/player.ts';
import { STARTER_CATALOGUE } from '../../../backend/src/procedures/catalogue/starter-catalogue.ts';
import { rulesOf, snapshotOf } from '../../../backend/src/procedures/definition.ts';
import { plannedOffice } from '../loader/commune.ts';

const stageFor = ({ procedureCode }: Plan): Stage | undefined => {
  const found = STARTER_CATALOGUE.find(({ code }) => code === procedureCode);
  if (found === undefined) return undefined;
  return {
    calendar: PLAYING_HOURS,
    unit: DEFAULT_UNIT_RULES,
    alertRules: DEFAULT_ALERT_RULES,
    procedure: rulesOf(found.definition),
    snapshot: snapshotOf(found.code, 1, found.definition),
  };
};

/** The way one planned dossier goes when the product's own rules decide each of its acts. */
function roadOf(plan: Plan, now: Instant): readonly Road[] {
  const stage = stageFor(plan);
  if (stage === undefined) return [];
  const acts = plan.acts.filter(({ at }) => at <= now);
  const { state } = play(plan, acts, null, stage);
  if (state === null || state.receivedAt === null) return [];
  if (state.outcome !== null && state.outcome !== 'issued') return [];
  const { receivedAt, finishedAt, intake } = state;
  const { code: procedureCode, field } = intake.procedure;
  const stretches = spansOf(effectiveEvents(state.history)).map(stretchOf);
  return [{ dossierId: plan.id, procedureCode, field, receivedAt, finishedAt, stretches }];
}

/** The roads of a commune's last days as the living month tells them, of as many a day as asked. */
export function livedRoads(
  now: Instant,
  today: Day,
  days: number,
  perDay: number,
): readonly Road[] {
  const office = plannedOffice({ id: 1, code: 'H24.101' }, perDay);
  return Array.from({ length: days }, (_, back) => plusDays(today, back - days + 1))
    .filter((day) => isWorkingDay(PLAYING_HOURS, day))
    .flatMap((day) => planDay(day, office))
    .flatMap((plan) => roadOf(plan, now));
}

/** What the steps of the catalogue allow. */
export const stepAllowances = (): Readonly<Record<string, Readonly<Record<string, number>>>> =>
  Object.fromEntries(
    STARTER_CATALOGUE.map(({ code, definition }) => [
      code,
      Object.fromEntries(definition.steps.map(({ key, allowanceHours }) => [key, allowanceHours])),
    ]),
  );
