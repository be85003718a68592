import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  inject,
  output,
  signal,
  viewChild,
} from '@angular/core';
import type { Instant } from '#domain/working-time';
import { citizenWords } from '#wording/citizens';
import { uiWords } from '#wording/ui';
import { OfficeClock } from '../api/index.ts';
import { injectWords } from '../language/index.ts';
import { Button, Dialog, Field, FieldInput, typedMoment } from '../ui/index.ts';

/** *Gọi lại lúc…*: the moment the citizen named. */
@Component({
  selector: 'mc-call-later',
  imports: [Button, Dialog, Field, FieldInput],
  template: `<mc-dialog [heading]="words().call.laterHeading">
    <form id="mc-call-later" (submit)="send($event)">
      <mc-field
        [label]="words().call.moment"
        [hint]="words().call.laterHint"
        [fault]="isWrong() ? words().call.badMoment : undefined"
      >
        <input
          #box
          mcInput
          autocomplete="off"
          maxlength="40"
          [value]="typed()"
          (input)="type($event)"
        />
      </mc-field>
    </form>
    <ng-container mcDialogActions>
      <button mcButton (click)="dialog().close()">{{ ui().cancel }}</button>
      <button mcButton kind="primary" type="submit" form="mc-call-later">
        {{ words().call.keep }}
      </button>
    </ng-container>
  </mc-dialog>`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CallLater {
  readonly #clock = inject(OfficeClock);
  readonly #injector = inject(Injector);
  protected readonly dialog = viewChild.required(Dialog);
  protected readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');
  protected readonly words = injectWords(citizenWords);
  protected readonly ui = injectWords(uiWords);
  protected readonly typed = signal('');
  protected readonly isWrong = signal(false);
  readonly chosen = output<Instant>();

  open(): void {
    this.typed.set('');
    this.isWrong.set(false);
    afterNextRender(
      () => {
        this.dialog().open();
        this.box().nativeElement.focus();
      },
      { injector: this.#injector },
    );
  }

  protected type(event: Event): void {
    this.typed.set((event.target as HTMLInputElement).value);
    this.isWrong.set(false);
  }

  protected send(event: Event): void {
    event.preventDefault();
    const now = this.#clock.now();
    const at = now === undefined ? undefined : typedMoment(this.typed(), now);
    if (at === undefined || now === undefined || at <= now) {
      this.isWrong.set(true);
      return;
    }
    this.dialog().close();
    this.chosen.emit(at);
  }
}
