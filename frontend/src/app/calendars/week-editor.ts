import {
  ChangeDetectionStrategy,
  Component,
  Injector,
  afterNextRender,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { WEEKDAYS, type Weekday } from '#domain/working-time';
import { calendarWords } from '#wording/calendars';
import { uiWords } from '#wording/ui';
import { injectWords } from '../language/index.ts';
import { Button, Dialog, Field, FieldInput, nextId } from '../ui/index.ts';
import type { Week } from './day-look.ts';
import { hoursWords, typedHours } from './typed-hours.ts';

const CLOSED: Week = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };

type Typed = Readonly<Record<Weekday, string>>;

const typedWeek = (week: Week): Typed => ({
  ...{ mon: hoursWords(week.mon), tue: hoursWords(week.tue), wed: hoursWords(week.wed) },
  ...{ thu: hoursWords(week.thu), fri: hoursWords(week.fri), sat: hoursWords(week.sat) },
  sun: hoursWords(week.sun),
});

/** When the unit is open in a plain week. */
@Component({
  selector: 'mc-week-editor',
  imports: [Button, Dialog, Field, FieldInput],
  template: `<mc-dialog drawer [heading]="words().week.heading" (closed)="isOpen.set(false)">
    @if (isOpen()) {
      <form [id]="formId" (submit)="apply($event)" novalidate>
        <p>{{ words().week.hint }}</p>
        <p class="muted">{{ words().week.warning }}</p>
        @for (weekday of weekdays; track weekday) {
          <mc-field [label]="words().weekdays[weekday]" [fault]="faultOf(weekday)">
            <input
              mcInput
              maxlength="120"
              autocomplete="off"
              [value]="typed()[weekday]"
              (input)="type(weekday, $event)"
            />
          </mc-field>
        }
      </form>
    }
    <ng-container mcDialogActions>
      <button mcButton (click)="dialog().close()">{{ ui().cancel }}</button>
      <button mcButton type="submit" [attr.form]="formId" kind="primary">
        {{ words().edit.apply }}
      </button>
    </ng-container>
  </mc-dialog>`,
  styles: `
    form {
      display: grid;
      gap: var(--s3);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WeekEditor {
  readonly #injector = inject(Injector);
  protected readonly words = injectWords(calendarWords);
  protected readonly ui = injectWords(uiWords);
  protected readonly weekdays = WEEKDAYS;
  protected readonly dialog = viewChild.required(Dialog);
  protected readonly formId = nextId('week-edit');

  /** What is in force, and what is said already instead. */
  readonly week = input.required<Week>();
  readonly draft = input.required<Partial<Week>>();
  /** Only the weekdays that are otherwise than in force. */
  readonly said = output<Partial<Week>>();

  protected readonly isOpen = signal(false);
  protected readonly tried = signal(false);
  protected readonly typed = signal<Typed>(typedWeek(CLOSED));

  begin(): void {
    this.typed.set(typedWeek({ ...this.week(), ...this.draft() }));
    this.tried.set(false);
    this.isOpen.set(true);
    afterNextRender(() => this.dialog().open(), { injector: this.#injector });
  }

  protected type(weekday: Weekday, event: Event): void {
    const text = (event.target as HTMLInputElement).value;
    this.typed.update((typed) => ({ ...typed, [weekday]: text }));
  }

  protected faultOf(weekday: Weekday): string | undefined {
    const isUnread = typedHours(this.typed()[weekday]) === undefined;
    return this.tried() && isUnread ? this.words().edit.badHours : undefined;
  }

  protected apply(event: Event): void {
    event.preventDefault();
    this.tried.set(true);
    if (WEEKDAYS.some((weekday) => this.faultOf(weekday) !== undefined)) return;
    const inForce = typedWeek(this.week());
    const changed = WEEKDAYS.map(
      (weekday) => [weekday, typedHours(this.typed()[weekday]) ?? []] as const,
    ).filter(([weekday, hours]) => hoursWords(hours) !== inForce[weekday]);
    this.said.emit(Object.fromEntries(changed));
    this.dialog().close();
  }
}
