import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  computed,
  effect,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import { type Me, type Unlock } from '#contract/identity';
import { shellWords } from '#wording/shell';
import { type Answer, type ClientProblem, Session } from '../api/index.ts';
import { injectWords } from '../language/index.ts';
import { Button, Dialog, Field, FieldInput } from '../ui/index.ts';
import { NextPerson } from './next-person.ts';

const PIN = /^\d{6}$/;

/** The session ended or the screen was locked: the same person goes on where they were, drafts and all. */
@Component({
  selector: 'mc-interruption',
  imports: [Button, Dialog, Field, FieldInput, NextPerson],
  templateUrl: './interruption.html',
  styleUrl: './interruption.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Interruption {
  protected readonly dialog = viewChild.required(Dialog);
  protected readonly session = inject(Session);
  protected readonly words = injectWords(shellWords);
  protected readonly password = signal('');
  protected readonly code = signal('');
  protected readonly remember = signal(false);
  protected readonly asksCode = signal(false);
  protected readonly problem = signal<ClientProblem | undefined>(undefined);
  protected readonly busy = signal(false);
  protected readonly first = viewChild<ElementRef<HTMLInputElement>>('first');
  protected readonly isOpen = computed(
    () => this.session.me() !== undefined && this.session.interruption() !== undefined,
  );
  protected readonly isLocked = computed(() => this.session.interruption() === 'locked');
  readonly #takesPin = computed(() => {
    const me = this.session.me();
    return me !== undefined && me.desk !== null && me.user.hasPin;
  });

  protected readonly said = computed(() => {
    const { locked, signedOut } = this.words();
    if (!this.isLocked()) return { ...signedOut, label: locked.password };
    const text = locked.text(this.session.me()?.user.displayName ?? '');
    const label = this.#takesPin() ? locked.passwordOrPin : locked.password;
    return { title: locked.title, text, label };
  });

  constructor() {
    effect(() => {
      if (this.isOpen()) this.dialog().open();
      else {
        this.dialog().close();
        this.#forget();
      }
    });
    // Where the password was asked for, the code is: nobody has to look for the field.
    effect(() => {
      if (this.asksCode()) this.first()?.nativeElement.focus();
    });
  }

  protected async resume(event: Event): Promise<void> {
    event.preventDefault();
    this.busy.set(true);
    const answer = await this.#tried(this.password());
    this.busy.set(false);
    if (answer?.ok === false) this.#refused(answer.problem);
  }

  protected startOver(): void {
    this.#forget();
  }

  protected async giveWay(): Promise<void> {
    await this.session.giveWay();
  }

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  /** The password is asked for first: who has none of the account's learns nothing of its second factor. */
  #refused(problem: ClientProblem): void {
    const isNext = problem.code === 'one-time-code-required';
    this.problem.set(isNext ? undefined : problem);
    this.code.set('');
    if (isNext) this.asksCode.set(true);
    else if (!this.asksCode()) this.password.set('');
  }

  #forget(): void {
    this.password.set('');
    this.code.set('');
    this.remember.set(false);
    this.asksCode.set(false);
    this.problem.set(undefined);
  }

  async #tried(password: string): Promise<Answer<Me> | undefined> {
    if (this.isLocked()) {
      const isPin = this.#takesPin() && PIN.test(password);
      const shown: Unlock = isPin ? { pin: password } : { password };
      return this.session.unlock(shown);
    }
    const username = this.session.me()?.user.username;
    if (username === undefined) return undefined;
    const withCode = { totp: this.code().trim(), rememberDevice: this.remember() };
    return this.session.signIn({ username, password, ...(this.asksCode() && withCode) });
  }
}
