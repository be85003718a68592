import { instant, type Instant } from '#domain/working-time';
import type { NoticeWords } from '#wording/notices';

/** What a working day begins with, as far as a leader sees. */
export interface Figures {
  readonly now: Instant;
  /** The unit, or the departments one heads. */
  readonly place: string;
  readonly isWholeUnit: boolean;
  readonly total: Readonly<Record<FigureName, number>>;
  readonly escalated: number;
  readonly departments: readonly DepartmentFigures[];
  /** What is late or due today, the first before the others. */
  readonly first: readonly { readonly code: string; readonly dueAt: number }[];
}

export type FigureName = 'inOne' | 'lateOne' | 'overdue' | 'stepLate' | 'today';

interface DepartmentFigures {
  readonly name: string | null;
  readonly overdue: number;
  readonly today: number;
}

/** A morning with nothing in it is no letter. */
export const isNothing = ({ total, escalated }: Figures): boolean =>
  escalated === 0 && Object.values(total).every((count) => count === 0);

const bulleted = (lines: readonly string[]): readonly string[] => lines.map((line) => `• ${line}`);

const underHeading = (heading: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', heading, ...bulleted(lines)];

const departmentLines = ({ departments }: Figures, words: NoticeWords): readonly string[] =>
  departments
    .filter(({ overdue, today }) => overdue + today > 0)
    .map(({ name, overdue, today }) =>
      words.briefing.department(name ?? words.briefing.nobody, overdue, today),
    );

/** The letter as plain text: codes and counts, nobody's name in a table, nothing of a citizen. */
export function briefingText(
  figures: Figures,
  reader: { readonly displayName: string; readonly unitName: string },
  words: NoticeWords,
  home?: string,
): { readonly subject: string; readonly text: string } {
  const { briefing } = words;
  const { total, now, place, isWholeUnit, escalated, first } = figures;
  const text = [
    words.greeting(reader.displayName),
    '',
    isWholeUnit ? briefing.ofUnit(place, now) : briefing.ofDepartments(place, now),
    ...bulleted([
      briefing.wentLate(total.lateOne),
      briefing.today(total.today),
      briefing.next(total.inOne),
      briefing.standing(total.overdue, total.stepLate),
      briefing.escalated(escalated),
    ]),
    ...underHeading(briefing.byDepartment, isWholeUnit ? departmentLines(figures, words) : []),
    ...underHeading(
      briefing.first,
      first.map(({ code, dueAt }) => briefing.dossier(code, dueAt < now, instant(dueAt))),
    ),
    '',
    ...(home === undefined ? [] : [briefing.steer(new URL('/dieu-hanh', home).href)]),
    words.footer,
    '',
  ].join('\n');
  return { subject: briefing.subject(reader.unitName, total.lateOne, total.today), text };
}
