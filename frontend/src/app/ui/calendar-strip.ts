import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { ExplainedKind } from '#domain/deadline';
import { dayOfDate, parseDay, weekdayPlace } from '#domain/working-time';
import { uiWords } from '#wording/ui';
import { injectWords } from '../language/index.ts';

/** One day of *Căn cứ tính hạn trả*, as the API tells it. */
export interface StripDay {
  readonly date: string;
  readonly kind: string;
  readonly name?: string | undefined;
  readonly provisional?: true | undefined;
}

const COUNTED: ReadonlySet<string> = new Set(['counted', 'makeUp']);

const isKnown = (kind: string, words: object): kind is ExplainedKind => kind in words;

/** How a due moment was counted, day by day: which counted, which did not, and why. */
@Component({
  selector: 'mc-calendar-strip',
  templateUrl: './calendar-strip.html',
  styleUrl: './calendar-strip.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CalendarStrip {
  protected readonly words = injectWords(uiWords);
  readonly days = input.required<readonly StripDay[]>();

  protected readonly shown = computed(() => {
    let counted = 0;
    return this.days().map((day) => {
      const isCounted = COUNTED.has(day.kind);
      if (isCounted) counted += 1;
      return { ...day, ...this.#readable(day), number: isCounted ? counted : undefined };
    });
  });

  #readable({ date, kind, name }: StripDay): Readonly<Record<'weekday' | 'day' | 'said', string>> {
    const { basis, weekdays } = this.words();
    const [, month = '', day = ''] = date.split('-');
    const weekday = weekdays[weekdayPlace(parseDay(date) ?? dayOfDate(1970, 1, 1))] ?? '';
    const said = name ?? (isKnown(kind, basis) ? basis[kind] : kind);
    return { weekday, day: `${day}/${month}`, said };
  }
}
