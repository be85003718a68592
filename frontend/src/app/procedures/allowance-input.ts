import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { procedureWords } from '#wording/procedures';
import { injectWords } from '../language/index.ts';
import { Field, FieldInput } from '../ui/index.ts';
import type { TypedAllowance, TypedKind } from './typed-procedure.ts';

const KINDS: readonly TypedKind[] = [
  ...(['none', 'sameDay', 'workingHours', 'workingDays', 'calendarDays'] as const),
];

/** How long the office may take: a way of counting, and how much of it. */
@Component({
  selector: 'mc-allowance-input',
  imports: [Field, FieldInput],
  template: `<mc-field [label]="label() + ': ' + words().editor.kind">
      <select mcInput (change)="setKind($event)">
        @for (kind of kinds(); track kind) {
          <option [value]="kind" [selected]="kind === typed().kind">
            {{ words().kinds[kind] }}
          </option>
        }
      </select>
    </mc-field>
    @if (typed().kind !== 'none') {
      <mc-field [label]="label() + ': ' + amountLabel()" [fault]="fault()">
        <input
          mcInput
          maxlength="9"
          autocomplete="off"
          [value]="typed().amount"
          (input)="setAmount($event)"
        />
      </mc-field>
    }`,
  styles: `
    :host {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(12rem, 100%), 1fr));
      align-items: start;
      gap: var(--s3);
    }

    mc-field {
      min-width: 0;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AllowanceInput {
  protected readonly words = injectWords(procedureWords);

  readonly label = input.required<string>();
  readonly typed = input.required<TypedAllowance>();
  readonly required = input(false);
  readonly fault = input<string>();
  readonly changed = output<TypedAllowance>();

  protected readonly kinds = computed(() =>
    this.required() ? KINDS.filter((kind) => kind !== 'none') : KINDS,
  );
  protected readonly amountLabel = computed(() => {
    const { cutoff, amount } = this.words().editor;
    return this.typed().kind === 'sameDay' ? cutoff : amount;
  });

  /** Hours of a day and numbers of days are nothing to each other. */
  protected setKind(event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    const kind = KINDS.find((each) => each === value) ?? 'none';
    const isOtherSort = (kind === 'sameDay') !== (this.typed().kind === 'sameDay');
    const usual = kind === 'sameDay' ? '15:00' : '';
    this.changed.emit({ kind, amount: isOtherSort ? usual : this.typed().amount });
  }

  protected setAmount(event: Event): void {
    this.changed.emit({ ...this.typed(), amount: (event.target as HTMLInputElement).value });
  }
}
