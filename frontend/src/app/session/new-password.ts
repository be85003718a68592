import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { myPasswordPath } from '#contract/identity';
import { sessionWords } from '#wording/session';
import { ApiClient, type ClientProblem, Session } from '../api/index.ts';
import { injectWords } from '../language/index.ts';
import { Button, Field, FieldInput, Toasts } from '../ui/index.ts';

/** A password of one's own, chosen with the present one. */
@Component({
  selector: 'mc-new-password',
  imports: [Button, Field, FieldInput],
  templateUrl: './new-password.html',
  styles: `
    form {
      max-width: 28rem;
      display: grid;
      gap: var(--s3);
      justify-items: start;
    }
    mc-field {
      width: 100%;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NewPassword {
  readonly #api = inject(ApiClient);
  readonly #session = inject(Session);
  readonly #toasts = inject(Toasts);
  protected readonly words = injectWords(sessionWords);
  /** Known when somebody has just signed in with it. */
  readonly current = input('');
  /** Tells the new one to whoever has to ask for it again. */
  readonly saved = output<string>();

  protected readonly typedCurrent = signal('');
  protected readonly password = signal('');
  protected readonly again = signal('');
  protected readonly isTried = signal(false);
  protected readonly problem = signal<ClientProblem | undefined>(undefined);
  protected readonly busy = signal(false);

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.isTried.set(true);
    if (this.again() !== this.password()) return;
    this.busy.set(true);
    const [current, password] = [this.current() || this.typedCurrent(), this.password()];
    const body = { current, password };
    const answer = await this.#api.act({ path: myPasswordPath, body });
    this.busy.set(false);
    this.problem.set(answer.ok ? undefined : answer.problem);
    if (!answer.ok) return;
    this.typedCurrent.set('');
    this.password.set('');
    this.again.set('');
    this.isTried.set(false);
    await this.#session.resume();
    this.#toasts.done(this.words().passwordSaved);
    this.saved.emit(password);
  }

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }
}
