import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  effect,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { Title } from '@angular/platform-browser';
import { Router, RouterLink } from '@angular/router';
import { sessionWords } from '#wording/session';
import { type ClientProblem, type Credentials, Session } from '../api/index.ts';
import { injectWords } from '../language/index.ts';
import { NextPerson } from '../shell/index.ts';
import { Button, Field, FieldInput, Icon } from '../ui/index.ts';
import { AboutProduct } from './about.ts';
import { Doorway } from './doorway.ts';
import { NewPassword } from './new-password.ts';
import { SecondFactor } from './second-factor.ts';
import { TrialAccounts } from './trial-accounts.ts';

/** What the product is, and the way in. */
@Component({
  selector: 'mc-sign-in',
  imports: [
    ...[Button, Doorway, Field, FieldInput, Icon, NewPassword, NextPerson, RouterLink],
    ...[SecondFactor, TrialAccounts],
  ],
  templateUrl: './sign-in.page.html',
  styleUrl: './sign-in.page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SignInPage {
  protected readonly session = inject(Session);
  readonly #router = inject(Router);
  protected readonly about = inject(AboutProduct);
  protected readonly words = injectWords(sessionWords);
  /** Where the person wanted to go, from the address bar. */
  readonly next = input<string>();

  protected readonly username = signal('');
  protected readonly password = signal('');
  protected readonly code = signal('');
  protected readonly remember = signal(false);
  protected readonly problem = signal<ClientProblem | undefined>(undefined);
  protected readonly busy = signal(false);
  protected readonly asksCode = signal(false);
  protected readonly codeBox = viewChild<ElementRef<HTMLInputElement>>('codeBox');

  constructor() {
    inject(Title).setTitle('Motcua');
    void this.about.ask();
    // Where the password was typed, the code is: nobody has to look for the field.
    effect(() => this.codeBox()?.nativeElement.focus());
  }

  protected submit(event: Event): void {
    event.preventDefault();
    const [username, password, totp] = [this.username().trim(), this.password(), this.code()];
    const withCode = this.asksCode() ? { totp: totp.trim(), rememberDevice: this.remember() } : {};
    void this.#enter({ username, password, ...withCode });
  }

  protected tryAs(username: string): void {
    const password = this.about.told()?.password;
    if (typeof password === 'string') void this.#enter({ username, password });
  }

  protected startOver(): void {
    this.asksCode.set(false);
    this.code.set('');
    this.problem.set(undefined);
  }

  /** The password that was right a moment ago; what comes next may ask for it. */
  protected changed(password: string): void {
    this.password.set(password);
    this.goOn();
  }

  protected async leave(): Promise<void> {
    await this.session.signOut();
    this.startOver();
    this.password.set('');
  }

  /** To where the person wanted to go, once nothing is owed any more. */
  protected goOn(): void {
    if (this.session.owes() !== undefined) return;
    // Only places of our own: an address may come from anybody.
    const next = this.next() ?? '/';
    void this.#router.navigateByUrl(/^\/(?!\/)/.test(next) ? next : '/');
  }

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  async #enter(credentials: Credentials): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    const answer = await this.session.signIn(credentials);
    this.busy.set(false);
    if (answer.ok) {
      this.problem.set(undefined);
      this.goOn();
    } else if (answer.problem.code === 'one-time-code-required') {
      this.asksCode.set(true);
      this.problem.set(undefined);
    } else this.problem.set(answer.problem);
  }
}
