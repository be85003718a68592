import { computeDue, type Allowance, type ClockRules } from '#domain/deadline';
import { DEFAULT_WEEKLY_HOURS, NATIONAL_DAYS, instant } from '#domain/working-time';
import { naiveOffice } from '../../support/naive-clock.ts';
import { naiveDue } from '../../support/naive-due.ts';
import { nationalCalendar } from './contenders.ts';
import { chance } from './receipts.ts';

export interface Agreement {
  readonly samples: number;
  readonly differing: readonly string[];
}

const BEGIN = Date.parse('2025-01-01T00:00:00+07:00');
const SPAN = 900 * 86_400_000;

/** Random receipts, to the millisecond and at any hour, against the walk from minute to minute. */
export function agree(samples: number, report: (done: number) => void): Agreement {
  const calendar = nationalCalendar();
  const office = naiveOffice([{ weeklyHours: DEFAULT_WEEKLY_HOURS, days: NATIONAL_DAYS }]);
  const random = chance(2026);
  const differing: string[] = [];
  for (let done = 0; done < samples; done += 1) {
    if (done % 100_000 === 0) report(done);
    const allowance = anAllowance(random);
    const receivedAt = BEGIN + Math.floor(random() * SPAN);
    const rules: ClockRules = {
      limits: { commune: allowance },
      mode: 'wholeDays',
      onSupplement: 'pause',
    };
    const history = { startedAt: instant(receivedAt), pauses: [], fixed: [] };
    const core = computeDue(history, rules, calendar).dueAt;
    const oracle = naiveDue(office, {
      receivedAt,
      allowance,
      runningHours: false,
      onSupplement: 'pause',
      pauses: [],
    });
    if (core !== oracle) differing.push(JSON.stringify({ receivedAt, allowance, core, oracle }));
  }
  report(samples);
  return { samples, differing };
}

/** Three in four count hours, up to five working days of them: those are walked by the minute. */
function anAllowance(random: () => number): Allowance {
  const amount = 1 + Math.floor(random() * 40);
  const draw = random();
  if (draw < 0.75) return { kind: 'workingHours', amount };
  if (draw < 0.85) return { kind: 'workingDays', amount };
  return draw < 0.95 ? { kind: 'calendarDays', amount } : { kind: 'sameDay', cutoff: '15:00' };
}
