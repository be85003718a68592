import type { TextRun } from '#contract/reports';
import { countIn } from '#domain/report-text';
import { daysText } from './period-words.ts';
import { bracketed, cellOf, counted, dash, percent, run, type Teller, type Told } from './say.ts';

const isMain = ({ section, figures }: Told): boolean => {
  const { main } = figures.sections;
  return section.from === main.from && section.to === main.to;
};

function inTime(told: Told): readonly TextRun[] {
  const { ii06b } = told.section;
  const share = { numerator: countIn(ii06b, 'inTime'), denominator: countIn(ii06b, 'withResult') };
  const part = percent(share, cellOf(told.name, 'ii06b', 'inTime'));
  if (part === undefined) return [];
  return run`; giải quyết đúng và trước hạn ${counted(told, 'inTime')}/${counted(told, 'withResult')} hồ sơ (${part})`;
}

/** *Lũy kế*, beside the period itself; in the first month of a year they are the same. */
export const cumulative: Teller = (told) => {
  const { ii06b, from, to } = told.section;
  if (isMain(told)) return [];
  const days = daysText({ from, to });
  if (ii06b.total === 0) return [dash`Lũy kế ${days}: không phát sinh hồ sơ TTHC.`];
  const done = bracketed(
    { numerator: ii06b.resolved, denominator: ii06b.total },
    cellOf(told.name, 'ii06b', 'resolved'),
  );
  return [
    dash`Lũy kế ${days}: tổng số ${counted(told, 'total')} hồ sơ, tiếp nhận mới ${counted(told, 'fresh')} hồ sơ, đã giải quyết ${counted(told, 'resolved')} hồ sơ${done}, đang giải quyết ${counted(told, 'pending')} hồ sơ${inTime(told)}.`,
  ];
};

/** The week in which a report over a longer time is made up. */
export const week: Teller = (told) => {
  const { ii06b, from, to } = told.section;
  if (isMain(told)) return [];
  const days = daysText({ from, to });
  if (ii06b.total === 0) return [dash`Trong tuần ${days}: không phát sinh hồ sơ TTHC.`];
  return [
    dash`Trong tuần ${days}: tiếp nhận mới ${counted(told, 'fresh')} hồ sơ, đã giải quyết ${counted(told, 'resolved')} hồ sơ, đang giải quyết ${counted(told, 'pending')} hồ sơ.`,
  ];
};
