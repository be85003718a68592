import { describe, expect, it } from '@jest/globals';
import { registerTelling, type FeedbackAim } from '#domain/register';
import { dayOfDate } from '#domain/working-time';
import { figuresOf, sectionOf } from '../../../test/support/report-heaps.ts';
import { composeText } from './compose.ts';
import { printedText } from './printed-text.ts';

const DAYS = { from: dayOfDate(2025, 12, 15), to: dayOfDate(2026, 1, 14) };

const registers = registerTelling(
  new Map([
    [
      'feedback',
      [
        {
          ...{ id: 'a', day: dayOfDate(2026, 1, 5) },
          values: { about: 'conduct', dueOn: '2026-01-09', answeredOn: '2026-01-12' },
        },
      ],
    ],
  ]),
  { main: DAYS, feedback: DAYS },
);

const told = (feedbackAim: FeedbackAim | null): string =>
  printedText(
    composeText({
      figures: figuresOf(sectionOf([], DAYS), { registers, feedbackAim }),
      office: { name: 'Xã Đồng Muối', level: 'xa', city: 'Thành phố Hải Phòng' },
      ...{ heading: {}, headingVersion: 0, passages: new Map(), document: null },
      asOf: '2026-01-15T08:00:00+07:00',
    }),
  );

const AIM: FeedbackAim = {
  ...{ population: 'total', targetPercent: 95, numerator: 3, denominator: 4, needed: 1 },
};

describe('the target for feedback in a report', () => {
  it('is told with what was reached and how many more would do', () => {
    expect(told(AIM)).toContain(
      'Chỉ tiêu PAKN trả lời đúng hạn: 03/04 PAKN (75,00%; chỉ tiêu thành phố giao 95%, còn thiếu 01 PAKN).',
    );
  });

  it('says of which feedback it is where the city divides by what is new, and nothing more once reached', () => {
    expect(told({ ...AIM, population: 'new', numerator: 4, needed: 0 })).toContain(
      'Chỉ tiêu PAKN tiếp nhận trong kỳ trả lời đúng hạn: 04/04 PAKN (100%; chỉ tiêu thành phố giao 95%).',
    );
  });

  it('is no sentence where the city has given none, or nothing was answered', () => {
    for (const aim of [null, { ...AIM, numerator: 0, denominator: 0, needed: null }]) {
      expect(told(aim)).toContain('Phản ánh, kiến nghị (PAKN)');
      expect(told(aim)).not.toContain('Chỉ tiêu PAKN');
    }
  });
});
