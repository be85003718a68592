import type { ScheduledReport } from '#domain/report';
import type { Days } from './period-choices.ts';

/** Which report of which city is looked at. */
export interface AskedReport extends Days {
  readonly unitId: number;
  readonly report: ScheduledReport;
}
