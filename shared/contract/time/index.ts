export { instantText, tellInstant, toldInstant } from './instant.ts';
export { dateText, dayText } from './day.ts';
export { hoursText, timeText, weekChangeSchema, weekSchema } from './hours.ts';
