import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { anyCalendar } from '../../../test/support/any-calendar.ts';
import {
  anyAllowance,
  anyLength,
  anyMode,
  anyMoment,
  anyPauses,
  anyPolicy,
} from '../../../test/support/any-clock.ts';
import { propertyRuns } from '../../../test/support/property-runs.ts';
import { dueDayOf, formatDay, instant, parseDay } from '../working-time/index.ts';
import { previewDue, type DuePreview, type DueQuestion } from './index.ts';

const some = { numRuns: propertyRuns(0.04) };

const anyQuestion: fc.Arbitrary<DueQuestion> = anyMoment
  .chain((receivedAt) => fc.tuple(fc.constant(receivedAt), anyPauses(receivedAt)))
  .chain(([receivedAt, pauses]) =>
    fc.record({
      receivedAt: fc.constant(receivedAt),
      allowance: anyAllowance,
      mode: anyMode,
      onSupplement: anyPolicy,
      pauses: fc.constant(pauses.map(({ from, to }) => ({ from, to }))),
    }),
  );

const answered = (result: ReturnType<typeof previewDue>): DuePreview => {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
};

const counts = (preview: DuePreview, ...kinds: readonly string[]): number =>
  preview.explanation.filter(({ kind }) => kinds.includes(kind)).length;

describe('the explanation of a due moment', () => {
  it('names every day from start to due moment once, in order', () => {
    fc.assert(
      fc.property(anyCalendar, anyQuestion, anyLength, ({ calendar }, question, later) => {
        const preview = answered(
          previewDue(question, calendar, instant(question.receivedAt + later)),
        );
        const [first, ...rest] = preview.explanation;
        expect(first?.kind).toBe('receiptDay');
        expect(rest.some(({ kind }) => kind === 'receiptDay')).toBe(false);
        const begin = parseDay(first?.date ?? '') ?? 0;
        const dates = preview.explanation.map(({ date }) => date);
        expect(dates).toStrictEqual(dates.map((_, index) => formatDay((begin + index) as never)));
        expect(dates.at(-1)).toBe(formatDay(dueDayOf(preview.dueAt ?? instant(0))));
      }),
      some,
    );
  });

  it('counts as many working days as the citizen was promised', () => {
    fc.assert(
      fc.property(
        anyCalendar,
        anyQuestion,
        fc.integer({ min: 1, max: 12 }),
        ({ calendar }, asked, amount) => {
          const allowance = { kind: 'workingDays', amount } as const;
          const question: DueQuestion = { ...asked, allowance, mode: 'wholeDays' };
          const preview = answered(previewDue(question, calendar, asked.receivedAt));
          expect(counts(preview, 'counted', 'makeUp')).toBe(amount);
        },
      ),
      some,
    );
  });

  it('counts as many calendar days as were promised, whatever days they are', () => {
    fc.assert(
      fc.property(
        anyCalendar,
        anyQuestion,
        fc.integer({ min: 1, max: 40 }),
        ({ calendar }, asked, amount) => {
          const question: DueQuestion = { ...asked, allowance: { kind: 'calendarDays', amount } };
          const free = answered(
            previewDue({ ...question, pauses: [] }, calendar, asked.receivedAt),
          );
          expect(counts(free, 'counted')).toBe(amount);
          const preview = answered(previewDue(question, calendar, asked.receivedAt));
          // More, where a pause begun on a rolled day reaches beyond the due day it is added to.
          expect(counts(preview, 'counted')).toBeGreaterThanOrEqual(amount);
          expect(counts(preview, 'dayOff', 'weekend', 'makeUp')).toBe(0);
        },
      ),
      some,
    );
  });

  it('has rolled days only at the very end, before the working day it rolled to', () => {
    fc.assert(
      fc.property(anyCalendar, anyQuestion, ({ calendar, office }, asked) => {
        const preview = answered(previewDue(asked, calendar, asked.receivedAt));
        const kinds = preview.explanation.map(({ kind }) => kind);
        const rolled = preview.explanation.filter(({ kind }) => kind === 'rolled');
        const tail = kinds.slice(-1 - rolled.length, -1).filter((kind) => kind !== 'paused');
        expect(tail.every((kind) => kind === 'rolled' || rolled.length === 0)).toBe(true);
        expect(rolled.some(({ date }) => office.isWorkingDay(parseDay(date) ?? NaN))).toBe(false);
      }),
      some,
    );
  });

  it('marks a day provisional exactly where no notice has confirmed it, and says so beside the due moment', () => {
    fc.assert(
      fc.property(anyCalendar, anyQuestion, ({ calendar }, question) => {
        const preview = answered(previewDue(question, calendar, question.receivedAt));
        expect(preview.provisional).toBe(
          preview.explanation.some((day) => day.provisional === true),
        );
      }),
      some,
    );
  });
});
