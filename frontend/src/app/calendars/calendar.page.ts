import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  resource,
  signal,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { calendarYearPath, calendarYearSchema, type LayerName } from '#contract/calendars';
import { dayOf, formatDay, type SpecialDay } from '#domain/working-time';
import { calendarWords } from '#wording/calendars';
import { ApiClient, OfficeCalendar, OfficeClock, Session, problemOf } from '../api/index.ts';
import { injectWords } from '../language/index.ts';
import { injectShortcut } from '../shell/index.ts';
import { Badge, Button, Chips, Kbd, Notice, Page, Waiting } from '../ui/index.ts';
import { NO_DRAFT, withDays } from './calendar-draft.ts';
import { ChangeDesk } from './change-desk.ts';
import type { Week } from './day-look.ts';
import { DayEditor } from './day-editor.ts';
import { DayTable } from './day-table.ts';
import { DraftLines, linesOf, without } from './draft-lines.ts';
import { MoveList } from './move-list.ts';
import { VersionList } from './version-list.ts';
import { WeekEditor } from './week-editor.ts';
import { hoursWords } from './typed-hours.ts';
import { YearPicture, type Stretch } from './year-picture.ts';

const LAYERS: readonly LayerName[] = ['national', 'city', 'unit'];
const YEAR = /^20\d\d$|^2100$/;

/** *Lịch làm việc*: the year as a picture, changed in the unit's layer, applied after seeing what moves. */
@Component({
  selector: 'mc-calendar',
  imports: [
    ...[Badge, Button, Chips, DayEditor, DayTable, DraftLines, Kbd, MoveList, Notice, Page],
    ...[RouterLink, VersionList, Waiting, WeekEditor, YearPicture],
  ],
  templateUrl: './calendar.page.html',
  styleUrl: './calendar.page.css',
  providers: [ChangeDesk],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CalendarPage {
  readonly #api = inject(ApiClient);
  readonly #session = inject(Session);
  readonly #clock = inject(OfficeClock);
  readonly #office = inject(OfficeCalendar);
  protected readonly desk = inject(ChangeDesk);
  protected readonly words = injectWords(calendarWords);
  protected readonly editor = viewChild(DayEditor);
  protected readonly weekEditor = viewChild(WeekEditor);

  /** The year in the address bar. */
  readonly nam = input<string>();

  readonly #unitId = computed(() => this.#session.unit()?.id);
  protected readonly today = computed(() => {
    const now = this.#clock.now();
    return now === undefined ? '' : formatDay(dayOf(now));
  });
  readonly #thisYear = computed(() => Number(this.today().slice(0, 4)));
  protected readonly yearShown = computed(() => {
    const asked = this.nam();
    return asked !== undefined && YEAR.test(asked) ? Number(asked) : this.#thisYear();
  });
  protected readonly told = resource({
    params: () => {
      const [unitId, year] = [this.#unitId(), this.yearShown()];
      return year === 0 ? undefined : { unitId, year };
    },
    loader: ({ params: { unitId, year }, abortSignal: abort }) =>
      this.#api.read(calendarYearPath.replace(':year', String(year)), calendarYearSchema, {
        ...{ query: { unitId }, abort },
      }),
  });
  protected readonly problem = computed(() => problemOf(this.told.error()));
  protected readonly year = computed(() => (this.told.hasValue() ? this.told.value() : undefined));

  protected readonly draftDays = computed(
    () => new Map(this.desk.draft().days.map((day) => [day.date, day])),
  );
  protected readonly lines = computed(() => linesOf(this.desk.draft(), this.words()));
  protected readonly layer = signal<LayerName | undefined>(undefined);
  protected readonly layers = computed(() => {
    const year = this.year();
    return LAYERS.map((value) => ({
      ...{ value, label: this.words().layers[value] },
      count: year?.layers.find(({ layer }) => layer === value)?.days.length ?? 0,
    }));
  });

  /** A year ahead whose official days nobody has told yet. */
  protected readonly missingYear = computed(() => {
    const [calendar, next] = [this.#office.current(), this.#thisYear() + 1];
    const isMissing = calendar !== undefined && !calendar.definition.officialYears.includes(next);
    return isMissing && next !== this.yearShown() ? next : undefined;
  });
  protected readonly expected = computed(() => {
    const year = this.year();
    if (year === undefined || year.provisional) return 0;
    return year.days.filter(({ provisional }) => provisional).length;
  });
  protected readonly weekLines = computed(() => {
    const week = this.year()?.weeklyHours;
    if (week === undefined) return [];
    const { weekdays, closed } = this.words();
    return (Object.keys(weekdays) as (keyof typeof weekdays)[]).map((weekday) => ({
      ...{ weekday, name: weekdays[weekday] },
      hours: hoursWords(week[weekday]) || closed,
    }));
  });

  constructor() {
    const keys = computed(() => this.words().keys);
    injectShortcut(
      's',
      computed(() => keys().edit),
      () => this.edit(),
    );
    injectShortcut(
      'x',
      computed(() => keys().preview),
      () => void this.desk.tryOut(),
    );
    injectShortcut(
      'l',
      computed(() => keys().apply),
      () => void this.apply(),
    );
  }

  protected chooseLayer(value: string | undefined): void {
    this.layer.set(LAYERS.find((each) => each === value));
  }

  protected edit(stretch?: Stretch): void {
    const from = stretch?.from ?? this.#firstDay();
    const chosen = stretch ?? { from, to: from };
    this.editor()?.begin(chosen, this.draftDays().get(from) ?? this.#ownDay(from));
  }

  protected say(days: readonly SpecialDay[]): void {
    this.desk.change(withDays(this.desk.draft(), days));
  }

  protected sayWeek(weeklyHours: Partial<Week>): void {
    this.desk.change({ ...this.desk.draft(), weeklyHours });
  }

  protected confirmYear(year: number): void {
    const years = new Set([...this.desk.draft().officialYears, year]);
    this.desk.change({ ...this.desk.draft(), officialYears: [...years] });
  }

  protected remove(name: string): void {
    this.desk.change(without(this.desk.draft(), name));
  }

  protected drop(): void {
    this.desk.change(NO_DRAFT);
  }

  protected async apply(): Promise<void> {
    if (await this.desk.apply()) this.told.reload();
  }

  #firstDay(): string {
    const today = this.today();
    return today.startsWith(`${this.yearShown()}-`) ? today : `${this.yearShown()}-01-01`;
  }

  /** What the unit itself says of a day already. */
  #ownDay(date: string): SpecialDay | undefined {
    const own = this.year()?.layers.find(({ layer }) => layer === this.#ownLayer());
    return own?.days.find((day) => day.date === date);
  }

  #ownLayer(): LayerName {
    return this.#session.unit()?.kind === 'city' ? 'city' : 'unit';
  }
}
