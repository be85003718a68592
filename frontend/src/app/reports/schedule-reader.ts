import { computed, inject, resource } from '@angular/core';
import { reportSchedulesPath, reportSchedulesSchema } from '#contract/reports';
import { ApiClient, Session, problemOf } from '../api/index.ts';

/** The schedule of the unit somebody works in, as whoever shows it needs it. */
export function readSchedules() {
  const api = inject(ApiClient);
  const session = inject(Session);
  const schedules = resource({
    params: () => session.unit()?.id,
    loader: ({ params: unitId, abortSignal: abort }) =>
      api.read(reportSchedulesPath, reportSchedulesSchema, { query: { unitId }, abort }),
  });
  return { schedules, problem: computed(() => problemOf(schedules.error())) };
}
