import {
  ChangeDetectionStrategy,
  Component,
  computed,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import type { UnknownCode } from '#contract/procedures';
import { procedureWords } from '#wording/procedures';
import { injectWords, numberText, readMoment } from '../language/index.ts';
import { Badge, Button, type Choice, Code, Combobox } from '../ui/index.ts';

/** What a code was chosen to be; nothing takes it back. */
export interface ChosenMatch {
  readonly targetCode: string | null;
  readonly name: string;
}

/** One code that nobody knows: what is told of it, what it may be, and what somebody said it is. */
@Component({
  selector: 'mc-unknown-code',
  imports: [Badge, Button, Code, Combobox],
  templateUrl: './unknown-code-card.html',
  styleUrl: './unknown-code-card.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class UnknownCodeCard {
  readonly #words = injectWords(procedureWords);
  protected readonly words = computed(() => this.#words().matches);
  protected readonly numberText = numberText;
  protected readonly readMoment = readMoment;

  readonly told = input.required<UnknownCode>();
  readonly choices = input.required<readonly Choice[]>();
  readonly busy = input(false);
  readonly chosen = output<ChosenMatch>();

  protected readonly other = signal<string | undefined>(undefined);
  /** A code that was matched shows what may be chosen only where somebody wants to choose again. */
  protected readonly isChoosing = linkedSignal({
    source: this.told,
    computation: ({ match }) => match === null,
  });
  protected readonly otherName = computed(
    () => this.choices().find(({ value }) => value === this.other())?.label ?? '',
  );

  protected takeOther(): void {
    const targetCode = this.other();
    if (targetCode !== undefined) this.chosen.emit({ targetCode, name: this.otherName() });
  }
}
