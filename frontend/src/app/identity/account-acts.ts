import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  output,
  resource,
} from '@angular/core';
import { type User, holdingsSchema, userSchema, usersPath } from '#contract/identity';
import { identityWords } from '#wording/identity';
import { ApiClient } from '../api/index.ts';
import { injectWords, numberText } from '../language/index.ts';
import { Button, Confirmations, Toasts } from '../ui/index.ts';

/** What an administrator does to an account: a link, the sessions, the second factor, its end. */
@Component({
  selector: 'mc-account-acts',
  imports: [Button],
  template: `<h3>{{ words().account.heading }}</h3>
    <div class="acts">
      @if (user().disabled) {
        <button mcButton icon="undo" (click)="reopen()">{{ words().account.reopen }}</button>
      } @else {
        <button mcButton icon="key" (click)="linkWanted.emit()">{{ words().account.link }}</button>
        @if (sessions() > 0) {
          <button mcButton icon="signOut" (click)="endSessions()">
            {{ words().account.sessions(numberText(sessions())) }}
          </button>
        }
        @if (user().secondFactor) {
          <button mcButton icon="phone" (click)="removeSecondFactor()">
            {{ words().account.secondFactor }}
          </button>
        }
        <button mcButton kind="danger" icon="lock" (click)="leaving.emit()">
          {{ words().account.close }}
        </button>
      }
    </div>
    <p>{{ words().account.linkHint }}</p>`,
  styles: `
    :host {
      display: grid;
      gap: var(--s2);
      margin-top: var(--s5);
      padding-top: var(--s4);
      border-top: 1px solid var(--rule);
    }

    h3 {
      font-size: var(--text);
    }

    .acts {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s2);
    }

    button {
      white-space: normal;
    }

    p {
      color: var(--ink-muted);
      font-size: var(--text-s);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AccountActs {
  readonly #api = inject(ApiClient);
  readonly #toasts = inject(Toasts);
  readonly #confirmations = inject(Confirmations);
  protected readonly words = injectWords(identityWords);
  protected readonly numberText = numberText;
  readonly user = input.required<User>();
  readonly linkWanted = output();
  readonly leaving = output();
  readonly changed = output<User>();
  readonly done = output();

  readonly #path = computed(() => `${usersPath}/${this.user().id}`);
  readonly #holdings = resource({
    params: () => this.#path(),
    loader: ({ params: path, abortSignal: abort }) =>
      this.#api.read(`${path}/holdings`, holdingsSchema, { abort }),
  });
  protected readonly sessions = computed(() =>
    this.#holdings.hasValue() ? this.#holdings.value().sessions : 0,
  );

  protected async endSessions(): Promise<void> {
    const answer = await this.#api.act({ method: 'DELETE', path: `${this.#path()}/sessions` });
    if (answer.ok) this.#toasts.done(this.words().account.endedSessions);
    else this.#toasts.failed(`${answer.problem.title}. ${answer.problem.detail}`);
    this.#holdings.reload();
  }

  protected async removeSecondFactor(): Promise<void> {
    const { account } = this.words();
    const asked = { heading: account.secondFactorQuestion, text: account.secondFactorText };
    const question = { ...asked, act: account.secondFactor, danger: true };
    if ((await this.#confirmations.ask(question)) === undefined) return;
    const path = `${this.#path()}/second-factor`;
    const answer = await this.#api.act({ method: 'DELETE', path });
    if (!answer.ok) {
      this.#toasts.failed(`${answer.problem.title}. ${answer.problem.detail}`);
      return;
    }
    this.#toasts.done(account.secondFactorGone);
    this.changed.emit({ ...this.user(), secondFactor: false });
    this.done.emit();
  }

  protected async reopen(): Promise<void> {
    const body = { disabled: false };
    const act = { method: 'PATCH' as const, path: this.#path(), body, answer: userSchema };
    const answer = await this.#api.act(act);
    if (!answer.ok) {
      this.#toasts.failed(`${answer.problem.title}. ${answer.problem.detail}`);
      return;
    }
    this.#toasts.done(this.words().account.reopened(answer.value.displayName));
    this.changed.emit(answer.value);
    this.done.emit();
  }
}
