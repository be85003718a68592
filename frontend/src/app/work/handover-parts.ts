import type { DossierItem } from '#contract/dossiers';
import type { Page } from '#contract/list';
import {
  type Day,
  type WorkingCalendar,
  dueDayOf,
  nextWorkingDay,
  parseInstant,
} from '#domain/working-time';

export interface HandoverPart {
  readonly name: 'late' | 'came' | 'gone' | 'open';
  readonly rows: readonly DossierItem[];
  /** More than one page holds: said so, and not counted. */
  readonly isMore: boolean;
}

export interface HandoverPages {
  readonly came: Page<DossierItem>;
  readonly gone: Page<DossierItem>;
  /** By their due moment. */
  readonly open: Page<DossierItem>;
}

const isDueBy = ({ dueAt }: DossierItem, day: Day): boolean => {
  const at = parseInstant(dueAt ?? '');
  return at !== undefined && dueDayOf(at) <= day;
};

const partOf = (name: HandoverPart['name'], page: Page<DossierItem>): HandoverPart => ({
  name,
  rows: page.items,
  isMore: page.nextCursor !== null,
});

/** *Bàn giao cuối ngày*: what goes late tomorrow comes first, for that is what the next one has to know. */
export const handoverParts = (
  { came, gone, open }: HandoverPages,
  today: Day,
  calendar: WorkingCalendar,
): readonly HandoverPart[] => {
  const tomorrow = nextWorkingDay(calendar, today);
  const late = open.items.filter((item) => isDueBy(item, tomorrow));
  const isMore = open.nextCursor !== null && late.length === open.items.length;
  return [
    { name: 'late', rows: late, isMore },
    partOf('came', came),
    partOf('gone', gone),
    partOf('open', open),
  ];
};
