import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { WEEKDAYS } from '#domain/working-time';
import { calendarWords, type CalendarWords } from '#wording/calendars';
import { injectWords } from '../language/index.ts';
import { Button, dayWords } from '../ui/index.ts';
import { runsOf, type Draft, type Run } from './calendar-draft.ts';
import { hoursWords } from './typed-hours.ts';

/** A change in words; its name says which part of the draft it is. */
interface DraftLine {
  readonly name: string;
  readonly text: string;
}

const DAYS = 'days/';
const WEEK = 'week/';
const YEAR = 'year/';

const textOfRun = ({ from, to, said }: Run, { draft, kinds }: CalendarWords): string => {
  const span = from === to ? dayWords(from) : `${dayWords(from)} – ${dayWords(to)}`;
  const hours = said.hours === undefined ? '' : ` ${hoursWords(said.hours)}`;
  const source = said.source === undefined ? '' : ` (${said.source})`;
  return draft.day(span, `${kinds[said.kind]}${hours}`, said.name ?? '') + source;
};

export const linesOf = (draft: Draft, words: CalendarWords): readonly DraftLine[] => [
  ...runsOf(draft.days).map((run) => ({
    ...{ name: `${DAYS}${run.from}/${run.to}`, text: textOfRun(run, words) },
  })),
  ...WEEKDAYS.flatMap((weekday) => {
    const hours = draft.weeklyHours[weekday];
    if (hours === undefined) return [];
    const text = words.draft.week(words.weekdays[weekday], hoursWords(hours) || words.closed);
    return [{ name: `${WEEK}${weekday}`, text }];
  }),
  ...draft.officialYears.map((year) => ({
    ...{ name: `${YEAR}${year}`, text: words.draft.officialYear(year) },
  })),
];

/** The draft without one of its lines. */
export const without = (draft: Draft, name: string): Draft => {
  const [, from = '', to = ''] = name.split('/');
  if (name.startsWith(DAYS)) {
    return { ...draft, days: draft.days.filter(({ date }) => date < from || date > to) };
  }
  if (name.startsWith(YEAR)) {
    return { ...draft, officialYears: draft.officialYears.filter((year) => String(year) !== from) };
  }
  const kept = Object.entries(draft.weeklyHours).filter(([weekday]) => weekday !== from);
  return { ...draft, weeklyHours: Object.fromEntries(kept) };
};

/** What is changed and not in force yet, line by line, each to be taken back. */
@Component({
  selector: 'mc-draft-lines',
  imports: [Button],
  template: `<ul role="list">
    @for (line of lines(); track line.name) {
      <li>
        <span>{{ line.text }}</span>
        <button
          mcButton
          small
          kind="quiet"
          icon="close"
          class="unprinted"
          [attr.aria-label]="words().draft.remove(line.text)"
          (click)="removed.emit(line.name)"
        ></button>
      </li>
    }
  </ul>`,
  styles: `
    li {
      display: flex;
      align-items: center;
      gap: var(--s2);
      padding: var(--s1) 0;
    }

    span {
      min-width: 0;
      overflow-wrap: anywhere;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DraftLines {
  protected readonly words = injectWords(calendarWords);
  readonly lines = input.required<readonly DraftLine[]>();
  readonly removed = output<string>();
}
