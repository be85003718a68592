import { computeDue, type Allowance, type ClockRules } from '#domain/deadline';
import {
  DEFAULT_WEEKLY_HOURS,
  NATIONAL_DAYS,
  compileCalendar,
  instant,
  mergeLayers,
  type WorkingCalendar,
} from '#domain/working-time';
import dayjs from 'dayjs';
import businessTime from 'dayjs-business-time';
import moment from 'moment-business-time';
import { DAYS_OFF_2026 } from './receipts.ts';

/** One way of counting: from a receipt to a due moment, both in milliseconds. */
export interface Contender {
  readonly name: string;
  readonly due: (receivedAt: number) => number;
}

/** The span the goal is set for: counting time is what the libraries find hard. */
export const FIVE_WORKING_DAYS_OF_TIME = 'five working days of working time, 40 hours';

/** The same question in the words of each library. */
export interface Race {
  readonly title: string;
  readonly ours: Contender;
  readonly others: readonly Contender[];
}

export function nationalCalendar(): WorkingCalendar {
  const merged = mergeLayers([{ weeklyHours: DEFAULT_WEEKLY_HOURS, days: NATIONAL_DAYS }]);
  if (!merged.ok) throw new Error(merged.refusal.code);
  return compileCalendar(merged.value, 'bench');
}

export function races(): readonly Race[] {
  prepareDayjs();
  prepareMoment();
  return [
    {
      title: 'the end of the fifth working day',
      ours: core({ kind: 'workingDays', amount: 5 }),
      others: [
        {
          name: 'dayjs-business-time',
          due: (at) => dayjs(at).addBusinessDays(5).valueOf(),
        },
        {
          name: 'moment-business-time',
          due: (at) => moment(at).addWorkingTime(5, 'days').valueOf(),
        },
      ],
    },
    {
      title: FIVE_WORKING_DAYS_OF_TIME,
      ours: core({ kind: 'workingHours', amount: 40 }),
      others: [
        {
          name: 'dayjs-business-time',
          due: (at) => dayjs(at).addBusinessHours(40).valueOf(),
        },
        {
          name: 'moment-business-time',
          due: (at) => moment(at).addWorkingTime(40, 'hours').valueOf(),
        },
      ],
    },
  ];
}

/** The whole decision as the product makes it, not only the addition. */
function core(commune: Allowance): Contender {
  const calendar = nationalCalendar();
  const rules: ClockRules = { limits: { commune }, mode: 'wholeDays', onSupplement: 'pause' };
  const due = (at: number): number =>
    computeDue({ startedAt: instant(at), pauses: [], fixed: [] }, rules, calendar).dueAt ?? NaN;
  return { name: 'core', due };
}

function prepareDayjs(): void {
  dayjs.extend(businessTime);
  const officeDay = [
    { start: '07:30:00', end: '11:30:00' },
    { start: '13:00:00', end: '17:00:00' },
  ];
  dayjs.setBusinessTime({
    sunday: null,
    monday: officeDay,
    tuesday: officeDay,
    wednesday: officeDay,
    thursday: officeDay,
    friday: officeDay,
    saturday: null,
  });
  dayjs.setHolidays([...DAYS_OFF_2026]);
}

function prepareMoment(): void {
  const officeDay = ['07:30:00', '11:30:00', '13:00:00', '17:00:00'];
  moment.updateLocale('en', {
    workinghours: {
      0: null,
      1: officeDay,
      2: officeDay,
      3: officeDay,
      4: officeDay,
      5: officeDay,
      6: null,
    },
    holidays: DAYS_OFF_2026,
  });
}
