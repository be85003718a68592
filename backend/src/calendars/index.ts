export {
  CalendarDraftService,
  type CalendarDraft,
  type DraftedVersion,
} from './calendar-draft.service.ts';
export { CalendarService } from './calendar.service.ts';
export { CalendarsModule } from './calendars.module.ts';
export type { LayerChange } from './layer-change.ts';
