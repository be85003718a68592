import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import { type Contact, contactPath, contactSchema } from '#contract/deliveries';
import { alertWords } from '#wording/alerts';
import { ApiClient, type ClientProblem } from '../api/index.ts';
import { injectWords } from '../language/index.ts';
import { Button, Field, FieldInput, Toasts } from '../ui/index.ts';

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** Where somebody is reached outside the product: their own to say, and to take back. */
@Component({
  selector: 'mc-contact-form',
  imports: [Button, Field, FieldInput],
  template: `<form (submit)="save($event)" novalidate>
    <p class="muted">{{ words().contactHint }}</p>
    <mc-field [label]="words().address" [fault]="faults().email">
      <input
        mcInput
        type="email"
        maxlength="254"
        autocomplete="email"
        [value]="email()"
        (input)="email.set(textOf($event))"
      />
    </mc-field>
    <mc-field [label]="words().phone" [fault]="faults().phone">
      <input
        mcInput
        type="tel"
        maxlength="16"
        autocomplete="tel"
        [value]="phone()"
        (input)="phone.set(textOf($event))"
      />
    </mc-field>
    <mc-field [label]="words().zalo" [fault]="faults().zaloUserId">
      <input
        mcInput
        inputmode="numeric"
        maxlength="32"
        autocomplete="off"
        [value]="zalo()"
        (input)="zalo.set(textOf($event))"
      />
    </mc-field>
    @if (problem(); as problem) {
      <p class="fault" role="alert">{{ problem.title }}. {{ problem.detail }}</p>
    }
    <div>
      <button mcButton type="submit" icon="check" [busy]="busy()">{{ words().save }}</button>
    </div>
  </form>`,
  styles: `
    form {
      display: grid;
      gap: var(--s3);
    }
    .fault {
      color: var(--overdue);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ContactForm {
  readonly #api = inject(ApiClient);
  readonly #toasts = inject(Toasts);
  readonly #all = injectWords(alertWords);
  protected readonly words = computed(() => this.#all().wishes);
  readonly contact = input.required<Contact>();

  protected readonly email = linkedSignal(() => this.contact().email ?? '');
  protected readonly phone = linkedSignal(() => this.contact().phone ?? '');
  protected readonly zalo = linkedSignal(() => this.contact().zaloUserId ?? '');
  protected readonly tried = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ClientProblem | undefined>(undefined);

  readonly #typed = computed<Contact>(() => ({
    email: orNull(this.email()),
    phone: orNull(this.phone().replaceAll(/[\s.-]/g, '')),
    zaloUserId: orNull(this.zalo()),
  }));

  protected readonly faults = computed<Partial<Record<keyof Contact, string>>>(() => {
    const read = contactSchema.safeParse(this.#typed());
    if (read.success || !this.tried()) return {};
    const wrong = new Set(read.error.issues.map(({ path }) => path[0]));
    const { addressFault, phoneFault, zaloFault } = this.words();
    return {
      ...(wrong.has('email') && { email: addressFault }),
      ...(wrong.has('phone') && { phone: phoneFault }),
      ...(wrong.has('zaloUserId') && { zaloUserId: zaloFault }),
    };
  });

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    if (Object.keys(this.faults()).length > 0 || this.busy()) return;
    this.busy.set(true);
    const answer = await this.#api.act({
      ...{ method: 'PUT', path: contactPath, body: this.#typed(), answer: contactSchema },
    });
    this.busy.set(false);
    this.problem.set(answer.ok ? undefined : answer.problem);
    if (answer.ok) this.#toasts.done(this.words().contactSaved);
  }
}
