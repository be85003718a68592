import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import { uiWords } from '#wording/ui';
import { injectWords } from '../language/index.ts';
import { Button } from './button.ts';
import { Confirmations } from './confirmations.ts';
import { Dialog } from './dialog.ts';
import { Field, FieldInput } from './field.ts';

/** Where confirmations are asked, once a page. */
@Component({
  selector: 'mc-confirmation',
  imports: [Button, Dialog, Field, FieldInput],
  templateUrl: './confirmation.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Confirmation {
  readonly #confirmations = inject(Confirmations);
  protected readonly dialog = viewChild.required(Dialog);
  protected readonly words = injectWords(uiWords);
  protected readonly question = computed(() => this.#confirmations.asked()?.question);
  protected readonly reason = signal('');
  protected readonly reasonCode = signal('');
  protected readonly tried = signal(false);

  protected readonly isMissing = computed(() => {
    const { reason, reasons } = this.question() ?? {};
    if (reasons !== undefined && this.reasonCode() === '') return true;
    return reason === 'required' && this.reason().trim() === '';
  });

  constructor() {
    effect(() => {
      const question = this.question();
      if (question === undefined) return;
      this.reason.set(question.suggested ?? '');
      this.reasonCode.set('');
      this.tried.set(false);
      this.dialog().open();
    });
  }

  protected confirm(event: Event): void {
    event.preventDefault();
    this.tried.set(true);
    if (this.isMissing()) return;
    const [reason, reasonCode] = [this.reason().trim(), this.reasonCode()];
    const answer = this.#confirmations.asked()?.answer;
    answer?.({ reason: reason || undefined, reasonCode: reasonCode || undefined });
    this.dialog().close();
  }

  protected giveUp(): void {
    this.#confirmations.asked()?.answer(undefined);
    this.dialog().close();
  }

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }
}
