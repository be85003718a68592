import {
  ChangeDetectionStrategy,
  Component,
  DOCUMENT,
  type ElementRef,
  type OnInit,
  computed,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import {
  type SecondFactorOffer,
  type SignedInUser,
  mySecondFactorEndPath,
  mySecondFactorPath,
  mySecondFactorProofPath,
  recoveryCodesSchema,
  secondFactorOfferSchema,
} from '#contract/identity';
import { sessionWords } from '#wording/session';
import { ApiClient, type ClientProblem, Session } from '../api/index.ts';
import { injectWords } from '../language/index.ts';
import { Badge, Button, Code, Field, FieldInput, Toasts, copyText } from '../ui/index.ts';
import { DeviceList } from './device-list.ts';

/** Two-step verification: begun, proved, ended; the codes for a lost phone are shown once. */
@Component({
  selector: 'mc-second-factor',
  imports: [Badge, Button, Code, DeviceList, Field, FieldInput],
  templateUrl: './second-factor.html',
  styleUrl: './second-factor.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SecondFactor implements OnInit {
  readonly #api = inject(ApiClient);
  readonly #session = inject(Session);
  readonly #toasts = inject(Toasts);
  readonly #document = inject(DOCUMENT);
  protected readonly words = injectWords(sessionWords);
  readonly standing = input.required<SignedInUser['secondFactor']>();
  /** The password, where somebody has just signed in with it. */
  readonly current = input('');
  readonly done = output();
  protected readonly list = viewChild<ElementRef<HTMLElement>>('list');

  protected readonly offer = signal<SecondFactorOffer | undefined>(undefined);
  protected readonly isEnding = signal(false);
  protected readonly codes = signal<readonly string[]>([]);
  protected readonly password = signal('');
  protected readonly totp = signal('');
  protected readonly problem = signal<ClientProblem | undefined>(undefined);
  protected readonly busy = signal(false);

  protected readonly said = computed(() => {
    const { secondFactorNone, secondFactorRequired, secondFactorEnrolled } = this.words().profile;
    return {
      none: secondFactorNone,
      required: secondFactorRequired,
      enrolled: secondFactorEnrolled,
    }[this.standing()];
  });

  protected readonly isPasswordWrong = computed(() => this.problem()?.code === 'wrong-password');
  protected readonly codeFault = computed(() =>
    this.isPasswordWrong() ? undefined : this.problem()?.detail,
  );

  /** What has to be done need not be asked for. */
  ngOnInit(): void {
    if (this.standing() === 'required') void this.begin();
  }

  protected cancel(): void {
    this.offer.set(undefined);
    this.isEnding.set(false);
    this.problem.set(undefined);
    for (const typed of [this.password, this.totp]) typed.set('');
  }

  protected async copyCodes(): Promise<void> {
    const { codesCopied, codesNotCopied } = this.words().profile;
    const list = this.list()?.nativeElement ?? null;
    const isCopied = await copyText(this.#document, this.codes().join('\n'), list);
    if (isCopied) this.#toasts.done(codesCopied);
    else this.#toasts.news(codesNotCopied);
  }

  protected async begin(): Promise<void> {
    this.busy.set(true);
    const answer = await this.#api.act({
      path: mySecondFactorPath,
      answer: secondFactorOfferSchema,
    });
    this.busy.set(false);
    if (answer.ok) this.offer.set(answer.value);
    else this.problem.set(answer.problem);
  }

  protected submit(event: Event): void {
    event.preventDefault();
    void (this.isEnding() ? this.#end() : this.#prove());
  }

  protected async keepCodes(): Promise<void> {
    this.codes.set([]);
    await this.#session.resume();
    this.done.emit();
  }

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  async #prove(): Promise<void> {
    this.busy.set(true);
    const answer = await this.#api.act({
      path: mySecondFactorProofPath,
      body: this.#proof(),
      answer: recoveryCodesSchema,
    });
    this.#settle(answer.ok ? undefined : answer.problem);
    if (answer.ok) this.codes.set(answer.value.recoveryCodes);
  }

  async #end(): Promise<void> {
    this.busy.set(true);
    const answer = await this.#api.act({ path: mySecondFactorEndPath, body: this.#proof() });
    this.#settle(answer.ok ? undefined : answer.problem);
    if (!answer.ok) return;
    this.#toasts.done(this.words().profile.removed);
    await this.#session.resume();
  }

  #proof(): { readonly password: string; readonly totp: string } {
    return { password: this.current() || this.password(), totp: this.totp().trim() };
  }

  #settle(problem: ClientProblem | undefined): void {
    this.busy.set(false);
    this.problem.set(problem);
    this.totp.set('');
    if (problem !== undefined) return;
    this.password.set('');
    this.offer.set(undefined);
    this.isEnding.set(false);
  }
}
