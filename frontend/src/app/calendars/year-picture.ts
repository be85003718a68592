import {
  ChangeDetectionStrategy,
  Component,
  DOCUMENT,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import type { CalendarDay, CalendarYear, LayerName } from '#contract/calendars';
import { WEEKDAYS, formatDay, parseDay, plusDays, type SpecialDay } from '#domain/working-time';
import { calendarWords, type DayLook } from '#wording/calendars';
import { injectWords } from '../language/index.ts';
import { dayWords } from '../ui/index.ts';
import { drafted, lookOf, ofLayer, weekdayOf } from './day-look.ts';
import { hoursWords } from './typed-hours.ts';
import { monthsOf } from './year-months.ts';

/** The first and the last day of a choice. */
export interface Stretch {
  readonly from: string;
  readonly to: string;
}

interface Cell {
  readonly date: string;
  readonly number: number;
  readonly look: DayLook;
  readonly provisional: boolean;
  readonly drafted: boolean;
  readonly label: string;
}

const WEEK = 7;
const STEPS: Readonly<Record<string, number>> = {
  ...{ ArrowLeft: -1, ArrowRight: 1, ArrowUp: -WEEK, ArrowDown: WEEK },
};

const LEGEND: readonly DayLook[] = ['off', 'swapped', 'makeUp', 'hours', 'takenBack', 'weekend'];

/** The year as twelve leaves; a day or a stretch is chosen by mouse or by arrows. */
@Component({
  selector: 'mc-year-picture',
  templateUrl: './year-picture.html',
  styleUrl: './year-picture.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '(document:mouseup)': 'release()' },
})
export class YearPicture {
  readonly #document = inject(DOCUMENT);
  protected readonly words = injectWords(calendarWords);
  protected readonly weekdays = WEEKDAYS;
  protected readonly legend = LEGEND;

  readonly year = input.required<CalendarYear>();
  readonly today = input.required<string>();
  /** What is said but not in force, by date. */
  readonly draft = input<ReadonlyMap<string, SpecialDay>>(new Map());
  /** Only what this layer says; without one the calendar as it counts. */
  readonly layer = input<LayerName>();
  readonly chosen = output<Stretch>();

  readonly #anchor = signal<string | undefined>(undefined);
  readonly #isDragging = signal(false);
  /** Where the keyboard stands. */
  protected readonly at = linkedSignal(() => {
    const [{ year }, today] = [this.year(), this.today()];
    return today.startsWith(`${year}-`) ? today : `${year}-01-01`;
  });
  readonly #stretch = computed((): Stretch => {
    const [at, anchor] = [this.at(), this.#anchor() ?? this.at()];
    return anchor < at ? { from: anchor, to: at } : { from: at, to: anchor };
  });
  protected readonly months = computed(() => {
    const { days } = this.year();
    return monthsOf(days).map(({ number, weeks }) => ({
      number,
      weeks: weeks.map((week) => week.map((day) => day && this.#cell(day))),
    }));
  });

  protected isChosen(date: string): boolean {
    const { from, to } = this.#stretch();
    return this.#anchor() !== undefined && from <= date && date <= to;
  }

  protected grab(date: string, event: MouseEvent): void {
    if (event.button !== 0) return;
    if (!event.shiftKey || this.#anchor() === undefined) this.#anchor.set(date);
    this.#isDragging.set(true);
    this.at.set(date);
  }

  protected drag(date: string): void {
    if (this.#isDragging()) this.at.set(date);
  }

  protected release(): void {
    if (!this.#isDragging()) return;
    this.#isDragging.set(false);
    this.#focus();
    this.#choose();
  }

  protected press(event: KeyboardEvent): void {
    const next = this.#nextOf(event.key);
    if (next !== undefined) this.#walk(next, event.shiftKey);
    else if (event.key === 'Enter' || event.key === ' ') this.#choose();
    else return;
    event.preventDefault();
  }

  #walk(date: string, isExtending: boolean): void {
    this.#anchor.update((anchor) => (isExtending ? (anchor ?? this.at()) : undefined));
    this.at.set(date);
    this.#focus();
  }

  #choose(): void {
    this.chosen.emit(this.#stretch());
    this.#anchor.set(undefined);
  }

  /** The day a key leads to, if it stays within the year. */
  #nextOf(key: string): string | undefined {
    const at = parseDay(this.at());
    if (at === undefined) return undefined;
    const { year } = this.year();
    const step = STEPS[key];
    if (step !== undefined) {
      const next = formatDay(plusDays(at, step));
      return next.startsWith(`${year}-`) ? next : this.at();
    }
    const month = Number(this.at().slice(5, 7));
    const to = { PageUp: month - 1, PageDown: month + 1, Home: 1, End: 12 }[key];
    if (to === undefined) return undefined;
    return to < 1 || to > 12 ? this.at() : `${year}-${String(to).padStart(2, '0')}-01`;
  }

  #focus(): void {
    this.#document.querySelector<HTMLElement>(`[data-date="${this.at()}"]`)?.focus();
  }

  #cell(known: CalendarDay): Cell {
    const [{ weeklyHours }, layer, said] = [
      this.year(),
      this.layer(),
      this.draft().get(known.date),
    ];
    const inForce = layer === undefined ? known : ofLayer(known, layer, weeklyHours);
    const day = said === undefined ? inForce : drafted(known, said, weeklyHours);
    const look = lookOf(day, weeklyHours);
    return {
      ...{ date: day.date, number: Number(day.date.slice(8)), look },
      ...{ provisional: day.provisional, drafted: said !== undefined },
      label: this.#label(day, look, said !== undefined),
    };
  }

  #label(day: CalendarDay, look: DayLook, isDrafted: boolean): string {
    const words = this.words();
    const isPlain = look === 'ordinary' || look === 'weekend';
    return [
      `${words.weekdays[weekdayOf(day.date)]} ${dayWords(day.date)}: ${words.looks[look]}`,
      ...(day.name === undefined ? [] : [day.name]),
      ...(isPlain || day.hours.length === 0 ? [] : [hoursWords(day.hours)]),
      ...(day.layer === undefined ? [] : [words.saidBy(words.layers[day.layer])]),
      ...(day.provisional ? [words.provisional] : []),
      ...(isDrafted ? [words.drafted] : []),
    ].join(', ');
  }
}
