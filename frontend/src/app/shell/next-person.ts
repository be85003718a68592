import {
  ChangeDetectionStrategy,
  Component,
  inject,
  output,
  resource,
  signal,
} from '@angular/core';
import { ownDeskPath, ownDeskSchema } from '#contract/identity';
import { shellWords } from '#wording/shell';
import { ApiClient, type ClientProblem, Session } from '../api/index.ts';
import { injectWords } from '../language/index.ts';
import { Button, Field, FieldInput } from '../ui/index.ts';

/** *Đổi người trực*: at a registered desk a colleague takes over with six digits. */
@Component({
  selector: 'mc-next-person',
  imports: [Button, Field, FieldInput],
  templateUrl: './next-person.html',
  styles: `
    form {
      display: grid;
      gap: var(--s3);
      margin-top: var(--s4);
      padding-top: var(--s4);
      border-top: 1px solid var(--rule);
      justify-items: start;
    }
    mc-field {
      width: 100%;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NextPerson {
  readonly #api = inject(ApiClient);
  readonly #session = inject(Session);
  protected readonly words = injectWords(shellWords);
  /** Whoever was here before has gone on; a colleague begins with a page of their own. */
  readonly taken = output();
  protected readonly username = signal('');
  protected readonly pin = signal('');
  protected readonly problem = signal<ClientProblem | undefined>(undefined);
  protected readonly busy = signal(false);

  protected readonly desk = resource({
    loader: ({ abortSignal: abort }) => this.#api.read(ownDeskPath, ownDeskSchema, { abort }),
  });

  protected async takeOver(event: Event): Promise<void> {
    event.preventDefault();
    this.busy.set(true);
    const answer = await this.#session.changePerson({ username: this.username(), pin: this.pin() });
    this.busy.set(false);
    this.pin.set('');
    this.problem.set(answer.ok ? undefined : answer.problem);
    if (answer.ok) this.taken.emit();
  }

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }
}
