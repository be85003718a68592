declare module 'moment-business-time' {
  import type { Moment } from 'moment';

  interface WorkingMoment extends Moment {
    addWorkingTime(amount: number, unit: 'days' | 'hours'): WorkingMoment;
  }

  interface WorkingLocale {
    readonly workinghours: Readonly<Record<number, readonly string[] | null>>;
    readonly holidays: readonly string[];
  }

  function moment(epochMs: number): WorkingMoment;
  namespace moment {
    function updateLocale(name: string, settings: WorkingLocale): void;
  }
  export = moment;
}
