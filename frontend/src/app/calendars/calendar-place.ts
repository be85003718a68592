/** Where working time is kept; `?nam=` is the year it shows. */
export const CALENDAR_PLACE = 'quan-tri/lich-lam-viec';
