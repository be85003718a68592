import type { Bounds } from '#domain/report';
import { DAY_MS, hours, instant, workingBetween, type Instant } from '#domain/working-time';
import { NATIONAL_CALENDAR } from '../support/office.ts';
import type { Dice } from './dice.ts';
import { anyMoment, later, workingMoment, type Entry, type Story } from './story.ts';

/** Back far enough for every story, over weekends and days off. */
const LOOK_BACK_MS = 60 * DAY_MS;

/** How many working hours before the period a dossier comes that is carried over, if its story does not say. */
const CARRIED_HOURS = 6;

type Needs = Pick<Story, 'needsHours' | 'withinHours' | 'carriedHours'>;

/** When a citizen comes so that the story can end as it must: online at any hour, else in office hours. */
export function beginningOf(story: Needs, entry: Entry, period: Bounds, dice: Dice): Instant {
  const [from, until] = entry === 'carriedOver' ? before(story, period) : within(story, period);
  return entry === 'onlineInPeriod' && dice.share() < 0.5
    ? anyMoment(dice, from, until)
    : workingMoment(dice, from, until);
}

function within({ needsHours, withinHours }: Needs, { start, end }: Bounds): [Instant, Instant] {
  const from = withinHours === undefined ? start : hoursBefore(end, withinHours);
  return [from, hoursBefore(end, needsHours)];
}

const before = ({ carriedHours = CARRIED_HOURS }: Needs, { start }: Bounds): [Instant, Instant] => [
  hoursBefore(start, carriedHours),
  hoursBefore(start, 0.3),
];

/** So many working hours before a moment. */
function hoursBefore(at: Instant, workingHours: number): Instant {
  const from = instant(at - LOOK_BACK_MS);
  const total = workingBetween(NATIONAL_CALENDAR, from, at);
  return later(from, (total - hours(workingHours)) / hours(1));
}
