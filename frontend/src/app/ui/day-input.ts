import { ChangeDetectionStrategy, Component, input, output, signal } from '@angular/core';
import { formatDay } from '#domain/working-time';
import { dayWords } from './day-words.ts';
import { typedDay } from './typed-day.ts';

/** A day, typed as it is read: the browser's own field would write it by the language of the computer. */
@Component({
  selector: 'mc-day-input',
  template: `<input
    class="mc-input"
    inputmode="numeric"
    maxlength="10"
    autocomplete="off"
    placeholder="dd/mm/yyyy"
    [value]="shown()"
    [attr.aria-label]="label()"
    [attr.aria-invalid]="isUnread() ? 'true' : null"
    (change)="take($event)"
  />`,
  styles: `
    input {
      width: 7.5rem;
      font-variant-numeric: tabular-nums;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DayInput {
  readonly label = input.required<string>();
  readonly day = input.required<string>();
  readonly chosen = output<string>();
  protected readonly isUnread = signal(false);

  protected shown(): string {
    return dayWords(this.day());
  }

  protected take(event: Event): void {
    const day = typedDay((event.target as HTMLInputElement).value);
    this.isUnread.set(day === undefined);
    if (day !== undefined) this.chosen.emit(formatDay(day));
  }
}
