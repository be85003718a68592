import { describe, expect, it } from '@jest/globals';
import { at } from '../../../test/support/moment.ts';
import { NATIONAL_CALENDAR as calendar } from '../../../test/support/office.ts';
import { addWorking, hours, instant, plusDays, dayOf, dayStart } from '../working-time/index.ts';
import type { Instant } from '../working-time/index.ts';
import { habitFor } from './habit.ts';
import { inOneGo } from '../kernel/index.ts';
import { judging, learning, predict, type Lesson, type Road, type Stretch } from './index.ts';

const learn = (lesson: Lesson) => inOneGo(learning(lesson));
const judge = (lesson: Lesson, at: Instant) => inOneGo(judging(lesson, at));
import { staysOf } from './stay.ts';

const CODE = '1.004873';
const FIELD = 'Hộ tịch';
const OFFICER = 'officer-1';

interface Told {
  readonly from: Instant;
  readonly counter?: number;
  readonly appraisal?: number;
  readonly promised?: number;
  readonly procedureCode?: string;
  readonly holder?: string;
  readonly isOpen?: boolean;
}

let number = 0;

const stretch = (from: Instant, to: Instant | null, more: Partial<Stretch>): Stretch => ({
  ...{ from, to, stage: 'receive', holder: null, isPaused: false, dueAt: null },
  ...more,
});

/** Received, appraised, done: two stages with so many working hours each. */
const aRoad = (told: Told): Road => {
  const { from, counter = 2, appraisal = 6, promised = 24, holder = OFFICER } = told;
  const handedOn = addWorking(calendar, from, hours(counter));
  const finishedAt = told.isOpen === true ? null : addWorking(calendar, handedOn, hours(appraisal));
  const dueAt = addWorking(calendar, from, hours(promised));
  number += 1;
  return {
    ...{ dossierId: `d${number}`, procedureCode: told.procedureCode ?? CODE, field: FIELD },
    ...{ receivedAt: from, finishedAt },
    stretches: [
      stretch(from, handedOn, { dueAt }),
      stretch(handedOn, finishedAt, { stage: 'appraise', holder, dueAt }),
      ...(finishedAt === null ? [] : [stretch(finishedAt, null, { stage: 'resultReady', dueAt })]),
    ],
  };
};

const FIRST = dayOf(at('2026-01-05'));

const mornings = (count: number): readonly Instant[] =>
  Array.from({ length: count * 2 }, (_, day) => plusDays(FIRST, day))
    .filter((day) => (day - FIRST) % 7 < 5)
    .slice(0, count)
    .map((day) => dayStart(calendar, day));

const lessonOf = (roads: readonly Road[]) => ({
  ...{ roads, calendar },
  allowances: { [CODE]: { appraise: 8 } },
});

const usually = (appraisal: number): readonly Road[] =>
  mornings(30).map((from) => aRoad({ from, appraisal }));

describe('a stay', () => {
  it('takes no time while the citizen is waited for, and goes on afterwards as the same', () => {
    const road: Road = {
      ...aRoad({ from: at('2026-03-02 08:00') }),
      finishedAt: null,
      stretches: [
        stretch(at('2026-03-02 08:00'), at('2026-03-02 10:00'), { stage: 'appraise' }),
        stretch(at('2026-03-02 10:00'), at('2026-03-04 09:00'), { isPaused: true }),
        stretch(at('2026-03-04 09:00'), null, { stage: 'appraise' }),
      ],
    };
    const stays = staysOf(road, calendar, at('2026-03-04 10:30'));
    expect(stays).toEqual([
      { stage: 'appraise', holder: null, from: at('2026-03-02 08:00'), hours: 3.5 },
    ]);
  });
});

describe('an expected finish', () => {
  const from = at('2026-03-02 08:00');

  it('counts what a stage usually takes, less what it has taken', () => {
    const experience = learn(lessonOf(usually(6)));
    const road = aRoad({ from, isOpen: true });
    const now = addWorking(calendar, from, hours(4));
    const told = predict({ road, at: now, queue: 1 }, experience, calendar);
    expect(told?.expectedAt).toBe(addWorking(calendar, from, hours(8)));
    expect(told?.reason).toMatchObject({
      stage: 'appraise',
      usual: 6,
      spent: 2,
      here: 4,
      after: 0,
    });
    expect(told?.likelihood).toBe(0);
  });

  it('is late where the usual way is longer than what is left of the promise', () => {
    const experience = learn(lessonOf(usually(20)));
    const road = aRoad({ from, promised: 16, isOpen: true });
    const told = predict({ road, at: from, queue: 0 }, experience, calendar);
    expect(told?.reason.after).toBeGreaterThan(16);
    expect(told?.likelihood).toBe(1);
  });

  it('goes on about as long again where a stage has taken longer than ever', () => {
    const experience = learn(lessonOf(usually(6)));
    const road = aRoad({ from, isOpen: true });
    const now = addWorking(calendar, from, hours(2 + 40));
    expect(predict({ road, at: now, queue: 1 }, experience, calendar)?.hours).toBe(6);
  });

  it('is nobody’s to tell while the dossier stands still', () => {
    const experience = learn(lessonOf(usually(6)));
    const begun = aRoad({ from, isOpen: true });
    const stopped = at('2026-03-02 15:00');
    const [first, second] = begun.stretches;
    if (first === undefined || second === undefined) throw new Error('two stretches');
    const paused = stretch(stopped, null, { stage: 'appraise', isPaused: true });
    const road = { ...begun, stretches: [first, { ...second, to: stopped }, paused] };
    const now = at('2026-03-03 09:00');
    expect(predict({ road, at: now, queue: 1 }, experience, calendar)).toBeUndefined();
  });

  it('of a procedure never seen is drawn from its field, in shares of the promise', () => {
    const experience = learn(lessonOf(usually(6)));
    const road = aRoad({ from, procedureCode: '9.000001', promised: 48, isOpen: true });
    const told = predict({ road, at: from, queue: 0 }, experience, calendar);
    // A third of 24 promised hours; so a third of 48.
    expect(told?.hours).toBeCloseTo(16, 6);
    expect(told?.reason.seen).toBe(0);
  });

  it('lets a seldom seen procedure speak, the louder the more often it was seen', () => {
    const seldom = [1, 2, 3].map((day) =>
      aRoad({
        ...{ from: dayStart(calendar, plusDays(FIRST, day)), procedureCode: '9.000001' },
        ...{ counter: 0.5, appraisal: 23 },
      }),
    );
    const experience = learn(lessonOf([...usually(6), ...seldom]));
    const asked = { field: FIELD, stage: 'appraise', promised: 24 };
    const middle = (procedureCode: string) =>
      habitFor(experience, { ...asked, procedureCode })?.here[10] ?? 0;
    expect(middle('9.000001')).toBeGreaterThan(6.5);
    expect(middle('9.000001')).toBeLessThan(20);
    expect(middle(CODE)).toBeCloseTo(6, 0);
  });

  it('is later where the desk holds more than it usually does, once history has shown it', () => {
    const calm = usually(6).map((road) => ({ ...road, dossierId: `${road.dossierId}c` }));
    const crowded = Array.from({ length: 4 }, (_, week) =>
      Array.from({ length: 12 }, () =>
        aRoad({ from: dayStart(calendar, plusDays(FIRST, 49 + 7 * week)), appraisal: 18 }),
      ),
    ).flat();
    const experience = learn(lessonOf([...calm, ...calm.slice(0, 25), ...crowded]));
    expect(experience.crowd.heavier).toBeGreaterThan(1);
    const road = aRoad({ from, isOpen: true });
    const now = addWorking(calendar, from, hours(2));
    const usual = experience.queues[OFFICER] ?? 0;
    const hoursWith = (queue: number) =>
      predict({ road, at: now, queue }, experience, calendar)?.hours ?? 0;
    expect(hoursWith(usual * 10)).toBeGreaterThan(hoursWith(usual));
  });
});

describe('the judgement on expectations', () => {
  const now = at('2026-06-01 08:00');
  /** One in two is quick, every second slow: their mean is neither, and the allowance is far off. */
  const mixed = mornings(90).map((from, place) =>
    aRoad({ from, appraisal: 5 + (place % 5), promised: 40 }),
  );

  it('shows a procedure where it comes nearer than both naive guesses', () => {
    const [figure] = judge(lessonOf(mixed), now);
    if (figure === undefined) throw new Error('nothing was judged');
    expect(figure).toMatchObject({ procedureCode: CODE, verdict: 'shown' });
    expect(figure.predicted).toBeLessThan(figure.byMean);
    expect(figure.predicted).toBeLessThan(figure.byAllowance);
    expect(figure.step?.predicted).toBeLessThan(1);
  });

  it('keeps back what too few dossiers could prove', () => {
    const few = mornings(90).filter((_, place) => place % 15 === 0);
    const [figure] = judge(lessonOf(few.map((from) => aRoad({ from }))), now);
    expect(figure?.verdict).toBe('thin');
  });

  it('keeps back where a naive guess comes nearer', () => {
    // Each takes all it is promised, and what it is promised changes from one to the next.
    const exact = mornings(90).map((from, place) => {
      const promised = place % 2 === 0 ? 8 : 40;
      return aRoad({ from, promised, counter: 2, appraisal: promised - 2 });
    });
    expect(judge(lessonOf(exact), now)[0]?.verdict).toBe('allowanceIsBetter');
  });

  it('learns nothing from the months it is tried on', () => {
    const before = mixed.filter(({ receivedAt }) => receivedAt < at('2026-03-01'));
    const later = mixed
      .filter(({ receivedAt }) => receivedAt >= at('2026-03-10'))
      .map(({ receivedAt }) => aRoad({ from: receivedAt, appraisal: 30, promised: 40 }));
    const end = instant(Math.max(...later.map(({ finishedAt }) => finishedAt ?? 0)) + 1);
    // Only the first held-out month knows nothing of the slow ones: its errors are theirs.
    const [figure] = judge(lessonOf([...before, ...later.slice(0, 12)]), end);
    expect(figure?.predicted).toBeGreaterThan(5);
  });
});
