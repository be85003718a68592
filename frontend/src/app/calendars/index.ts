import type { Screen } from '../shell/index.ts';
import { CALENDAR_PLACE } from './calendar-place.ts';

export { CALENDAR_PLACE } from './calendar-place.ts';

export const calendarScreen: Screen = {
  name: 'calendar',
  path: CALENDAR_PLACE,
  icon: 'calendar',
  permissions: ['calendars.write'],
  administers: { group: 'rules' },
  load: async () => (await import('./calendar.page.ts')).CalendarPage,
};
