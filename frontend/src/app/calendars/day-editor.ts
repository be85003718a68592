import {
  ChangeDetectionStrategy,
  Component,
  Injector,
  afterNextRender,
  computed,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import type { CalendarDay, CalendarYear } from '#contract/calendars';
import type { SpecialDay, SpecialDayKind } from '#domain/working-time';
import { calendarWords } from '#wording/calendars';
import { uiWords } from '#wording/ui';
import { injectWords } from '../language/index.ts';
import {
  Button,
  type Chip,
  Chips,
  DayInput,
  Dialog,
  Field,
  FieldInput,
  nextId,
} from '../ui/index.ts';
import { datesBetween, daysOfEdit } from './calendar-draft.ts';
import { hoursWords, typedHours } from './typed-hours.ts';
import type { Stretch } from './year-picture.ts';

const KINDS: readonly SpecialDayKind[] = ['off', 'worked', 'plain'];

/** A weekend is chosen to be worked, any other day to be taken off. */
const kindFirst = (known: CalendarDay | undefined, said: SpecialDay | undefined): SpecialDayKind =>
  said?.kind ?? (known?.kind === 'weekend' ? 'worked' : 'off');

/** What shall be said of a day or a stretch in the unit's own layer. */
@Component({
  selector: 'mc-day-editor',
  imports: [Button, Chips, DayInput, Dialog, Field, FieldInput],
  templateUrl: './day-editor.html',
  styleUrl: './day-editor.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DayEditor {
  readonly #injector = inject(Injector);
  protected readonly words = injectWords(calendarWords);
  protected readonly ui = injectWords(uiWords);
  protected readonly dialog = viewChild.required(Dialog);
  protected readonly formId = nextId('day-edit');

  readonly year = input.required<CalendarYear>();
  readonly said = output<readonly SpecialDay[]>();

  protected readonly isOpen = signal(false);
  protected readonly from = signal('');
  protected readonly to = signal('');
  protected readonly kind = signal<SpecialDayKind>('off');
  protected readonly name = signal('');
  protected readonly hours = signal('');
  protected readonly source = signal('');
  protected readonly tried = signal(false);

  protected readonly kinds = computed<readonly Chip[]>(() =>
    KINDS.map((value) => ({ value, label: this.words().kinds[value] })),
  );
  readonly #dates = computed(() => datesBetween(this.from(), this.to()));
  readonly #hours = computed(() => typedHours(this.hours()));
  protected readonly rangeFault = computed(() =>
    this.#dates().length === 0 ? this.words().edit.badRange : undefined,
  );
  protected readonly hoursFault = computed(() =>
    this.tried() && this.kind() !== 'off' && this.#hours() === undefined
      ? this.words().edit.badHours
      : undefined,
  );
  protected readonly keepsWeekends = computed(
    () => this.kind() === 'off' && this.#dates().length > 1,
  );

  /** Begins with what is said of the first of these days. */
  begin({ from, to }: Stretch, said?: SpecialDay): void {
    const known = this.year().days.find(({ date }) => date === from);
    // What nobody said here is as the layers above have it.
    const told = { ...known, ...said };
    this.from.set(from);
    this.to.set(to);
    this.kind.set(kindFirst(known, said));
    this.name.set(told.name ?? '');
    this.source.set(told.source ?? '');
    this.hours.set(hoursWords(said?.hours ?? []));
    this.tried.set(false);
    this.isOpen.set(true);
    afterNextRender(() => this.dialog().open(), { injector: this.#injector });
  }

  /** A press on what is chosen chooses nothing else. */
  protected chooseKind(value: string | undefined): void {
    this.kind.update((kind) => KINDS.find((each) => each === value) ?? kind);
  }

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected apply(event: Event): void {
    event.preventDefault();
    this.tried.set(true);
    const [hours, kind] = [this.#hours(), this.kind()];
    if (this.rangeFault() !== undefined || (kind !== 'off' && hours === undefined)) return;
    const edit = {
      ...{ from: this.from(), to: this.to(), kind },
      ...{ name: this.name(), source: this.source() },
      ...(hours !== undefined && { hours }),
    };
    this.said.emit(daysOfEdit(edit, this.year().weeklyHours));
    this.dialog().close();
  }
}
