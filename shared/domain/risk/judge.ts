import type { Slices } from '../kernel/index.ts';
import {
  DAY_MS,
  dayOf,
  dayStart,
  instant,
  isWorkingDay,
  plusDays,
  type Instant,
  type WorkingCalendar,
} from '../working-time/index.ts';
import type { Experience } from './habit.ts';
import { learning, type Lesson } from './learn.ts';
import { outlookOf } from './predict.ts';
import { queuesOf, type QueueAt } from './queue.ts';
import { shareAbove } from './spread.ts';
import { hoursBetween, stretchAt, staysOf, type Road } from './stay.ts';

/** Why expectations are shown for a procedure, or kept back. */
export const VERDICTS = ['shown', 'thin', 'meanIsBetter', 'allowanceIsBetter'] as const;

export type Verdict = (typeof VERDICTS)[number];

/** How far expectations were off, beside the two naive guesses; mean absolute error in working hours. */
export interface Figure {
  readonly procedureCode: string;
  readonly dossiers: number;
  readonly questions: number;
  readonly predicted: number;
  readonly byMean: number;
  readonly byAllowance: number;
  /** Brier score of a step's lateness, and that of saying always how often it was late; null: never asked. */
  readonly step: { readonly predicted: number; readonly byRate: number } | null;
  readonly verdict: Verdict;
}

/** One question asked of the past, with the answers and what came true. */
interface Question {
  readonly procedureCode: string;
  readonly dossierId: string;
  readonly actual: number;
  readonly predicted: number;
  readonly byMean: number;
  readonly byAllowance: number;
  readonly step: {
    readonly wasLate: boolean;
    readonly likelihood: number;
    readonly rate: number;
  } | null;
}

const FOLDS = 3;
const FOLD_MS = 30 * DAY_MS;
/** Fewer held-out dossiers prove nothing. */
const ENOUGH = 8;
/** What comes nearer by less than a twentieth may have come nearer by luck. */
const NEARER = 0.95;

interface Fold {
  readonly from: Instant;
  readonly to: Instant;
}

/** The months held out one after another; of a short history its last third. */
function foldsOf(roads: readonly Road[], now: Instant): readonly Fold[] {
  const first = roads.reduce<number>((least, { receivedAt }) => Math.min(least, receivedAt), now);
  const months = Math.min(FOLDS, Math.floor((now - first) / FOLD_MS) - 1);
  if (months < 1) return [{ from: instant(now - (now - first) / 3), to: now }];
  return Array.from({ length: months }, (_, back) => ({
    from: instant(now - (back + 1) * FOLD_MS),
    to: instant(now - back * FOLD_MS),
  }));
}

/** When the office would have looked: as each stay began, and every morning. */
function momentsOf(road: Road, finishedAt: Instant, calendar: WorkingCalendar): readonly Instant[] {
  const begun = staysOf(road, calendar, finishedAt).map(({ from }) => from);
  const mornings: Instant[] = [];
  for (let day = dayOf(road.receivedAt); day <= dayOf(finishedAt); day = plusDays(day, 1)) {
    if (isWorkingDay(calendar, day)) mornings.push(dayStart(calendar, day));
  }
  return [...begun, ...mornings.filter((at) => at > road.receivedAt && at < finishedAt)];
}

const spentUntil = (road: Road, calendar: WorkingCalendar, until: Instant): number =>
  staysOf(road, calendar, until).reduce((sum, { hours }) => sum + hours, 0);

interface Examined {
  readonly road: Road;
  readonly finishedAt: Instant;
  readonly experience: Experience;
  readonly calendar: WorkingCalendar;
  readonly queueAt: QueueAt;
}

/** What would have been said at that moment, by whoever did not know the end. */
function questionAt(examined: Examined, at: Instant): Question | undefined {
  const { road, finishedAt, experience, calendar, queueAt } = examined;
  const stretch = stretchAt(road, at);
  const mean = experience.means[road.procedureCode];
  const queue = queueAt(stretch?.holder ?? null, at);
  const outlook = outlookOf({ road, at, queue }, experience, calendar);
  if (outlook === undefined || mean === undefined) return undefined;
  const dueAt = stretch?.dueAt ?? null;
  if (dueAt === null) return undefined;
  const spent = spentUntil(road, calendar, at);
  return {
    ...{ procedureCode: road.procedureCode, dossierId: road.dossierId, predicted: outlook.hours },
    actual: spentUntil(road, calendar, finishedAt) - spent,
    byMean: Math.max(0, mean - spent),
    byAllowance: Math.max(0, hoursBetween(calendar, at, dueAt)),
    step: stepQuestion(examined, at, outlook.stepLikelihood),
  };
}

function stepQuestion(
  { road, finishedAt, experience, calendar }: Examined,
  at: Instant,
  likelihood: number | undefined,
): Question['step'] {
  const place = staysOf(road, calendar, at).length - 1;
  const whole = staysOf(road, calendar, finishedAt)[place];
  if (likelihood === undefined || whole === undefined) return null;
  const allowed = experience.allowances[road.procedureCode]?.[whole.stage];
  const habit = experience.procedures[road.procedureCode]?.[whole.stage];
  if (allowed === undefined || habit === undefined) return null;
  const rate = shareAbove(habit.here, allowed);
  return { wasLate: whole.hours > allowed, likelihood, rate };
}

function* questionsOf(lesson: Lesson, { from, to }: Fold): Slices<readonly Question[]> {
  const { roads, calendar } = lesson;
  const before = roads.filter(({ finishedAt }) => finishedAt !== null && finishedAt < from);
  const experience = yield* learning({ ...lesson, roads: before });
  const queueAt = queuesOf(roads);
  const questions: Question[] = [];
  for (const road of roads) {
    const { receivedAt, finishedAt } = road;
    if (finishedAt === null || receivedAt < from || receivedAt >= to) continue;
    const examined = { road, finishedAt, experience, calendar, queueAt };
    const moments = momentsOf(road, finishedAt, calendar);
    questions.push(...moments.flatMap((at) => questionAt(examined, at) ?? []));
    yield;
  }
  return questions;
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const square = (value: number): number => value * value;

function stepFigure(questions: readonly Question[]): Figure['step'] {
  const asked = questions.flatMap(({ step }) => step ?? []);
  if (asked.length === 0) return null;
  const brier = (told: (step: (typeof asked)[number]) => number): number =>
    meanOf(asked.map((step) => square(told(step) - Number(step.wasLate))));
  return {
    predicted: brier(({ likelihood }) => likelihood),
    byRate: brier(({ rate }) => rate),
  };
}

function verdictOn({ dossiers, predicted, byMean, byAllowance }: Omit<Figure, 'verdict'>): Verdict {
  if (dossiers < ENOUGH) return 'thin';
  if (predicted < NEARER * Math.min(byMean, byAllowance)) return 'shown';
  return byMean <= byAllowance ? 'meanIsBetter' : 'allowanceIsBetter';
}

function figureOf(procedureCode: string, questions: readonly Question[]): Figure {
  const error = (told: (question: Question) => number): number =>
    meanOf(questions.map((question) => Math.abs(told(question) - question.actual)));
  const figure = {
    procedureCode,
    dossiers: new Set(questions.map(({ dossierId }) => dossierId)).size,
    questions: questions.length,
    predicted: error(({ predicted }) => predicted),
    byMean: error(({ byMean }) => byMean),
    byAllowance: error(({ byAllowance }) => byAllowance),
    step: stepFigure(questions),
  };
  return { ...figure, verdict: verdictOn(figure) };
}

/**
 * Puts expectations to the test on months they were not learned from, procedure by procedure: shown is only
 * what comes nearer than the mean duration and nearer than the allowance itself.
 */
export function* judging(lesson: Lesson, now: Instant): Slices<readonly Figure[]> {
  const questions: Question[] = [];
  for (const fold of foldsOf(lesson.roads, now)) {
    for (const question of yield* questionsOf(lesson, fold)) questions.push(question);
  }
  const figures: Figure[] = [];
  for (const [code, own] of Map.groupBy(questions, ({ procedureCode }) => procedureCode)) {
    yield;
    figures.push(figureOf(code, own));
  }
  return figures.toSorted((one, other) => other.questions - one.questions);
}
