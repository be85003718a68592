import { rowsBy, type ReportForm } from '#contract/reports';
import { LATE_COLUMNS } from '#domain/report';

/** What the page of reports shows: figures, lists made of them, and reports drawn up. */
export const TABS = [
  ...(['ii06b', 'digitisation', 'indicators', 'late', 'steps'] as const),
  ...(['issues', 'schedules'] as const),
];
export type Tab = (typeof TABS)[number];

const FORMS = ['ii06b', 'digitisation', 'indicators'] as const satisfies readonly ReportForm[];

/** Its numbers open into their dossiers. */
export const isForm = (tab: Tab): tab is ReportForm => FORMS.some((form) => form === tab);

/** Told from dossiers, now or as they were known then. */
export const isCounted = (tab: Tab): boolean => isForm(tab) || tab === 'late' || tab === 'steps';

/** Rows that mean something within one commune. */
export const ROWS = rowsBy.filter((by) => by !== 'unit');

/** Whether a number counts dossiers that are late, and so has hands to name. */
export const isLateCell = (form: Tab, column: string): boolean =>
  form === 'ii06b' && LATE_COLUMNS.some((each) => each === column);
