import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { myPinEndPath, myPinPath } from '#contract/identity';
import { sessionWords } from '#wording/session';
import { ApiClient, type ClientProblem, Session } from '../api/index.ts';
import { injectWords } from '../language/index.ts';
import { Badge, Button, Field, FieldInput, Toasts } from '../ui/index.ts';

const PIN = /^\d{6}$/;
type Step = 'rest' | 'choose' | 'remove';

type Faults = Readonly<Partial<Record<'password' | 'pin' | 'again', string>>>;

const placeOf = ({ code }: ClientProblem): keyof Faults =>
  code === 'pin-too-simple' ? 'pin' : 'password';

/** The six digits with which one takes over at a desk: chosen, changed, given up. */
@Component({
  selector: 'mc-own-pin',
  imports: [Badge, Button, Field, FieldInput],
  templateUrl: './own-pin.html',
  styleUrl: './part.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OwnPin {
  readonly #api = inject(ApiClient);
  readonly #session = inject(Session);
  readonly #toasts = inject(Toasts);
  protected readonly words = injectWords(sessionWords);
  protected readonly step = signal<Step>('rest');
  protected readonly password = signal('');
  protected readonly pin = signal('');
  protected readonly again = signal('');
  protected readonly tried = signal(false);
  protected readonly problem = signal<ClientProblem | undefined>(undefined);
  protected readonly busy = signal(false);
  protected readonly hasPin = computed(() => this.#session.me()?.user.hasPin === true);
  protected readonly needsCode = computed(
    () => this.#session.me()?.user.secondFactor === 'enrolled',
  );

  /** What is wrong, beside the field in which it is. */
  protected readonly faults = computed<Faults>(() => {
    const problem = this.problem();
    return {
      ...(problem !== undefined && { [placeOf(problem)]: problem.detail }),
      ...(this.tried() && this.#typedFaults()),
    };
  });

  readonly #typedFaults = computed<Faults>(() => ({
    ...(!PIN.test(this.pin()) && { pin: this.words().pin.sixDigits }),
    ...(this.pin() !== this.again() && { again: this.words().notTheSame }),
  }));

  protected begin(step: Step): void {
    this.step.set(step);
    for (const typed of [this.password, this.pin, this.again]) typed.set('');
    this.tried.set(false);
    this.problem.set(undefined);
  }

  protected submit(event: Event): void {
    event.preventDefault();
    void (this.step() === 'remove' ? this.#remove() : this.#choose());
  }

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  async #choose(): Promise<void> {
    this.tried.set(true);
    const [password, pin] = [this.password(), this.pin()];
    if (!PIN.test(pin) || pin !== this.again()) return;
    await this.#ask(myPinPath, { password, pin }, this.words().pin.saved);
  }

  async #remove(): Promise<void> {
    await this.#ask(myPinEndPath, { password: this.password() }, this.words().pin.removed);
  }

  async #ask(path: string, body: object, done: string): Promise<void> {
    this.busy.set(true);
    const answer = await this.#api.act({ path, body });
    if (answer.ok) await this.#session.resume();
    this.busy.set(false);
    if (!answer.ok) {
      this.problem.set(answer.problem);
      return;
    }
    this.#toasts.done(done);
    this.begin('rest');
  }
}
