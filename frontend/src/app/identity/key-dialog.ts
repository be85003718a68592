import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { type CreatedApiKey, apiKeysPath, createdApiKeySchema } from '#contract/identity';
import { formatInstant, instant } from '#domain/working-time';
import { identityWords } from '#wording/identity';
import { uiWords } from '#wording/ui';
import { ApiClient, type ClientProblem, Session, newActKey } from '../api/index.ts';
import { injectWords } from '../language/index.ts';
import { Button, type Chip, Chips, Dialog, Field, FieldInput } from '../ui/index.ts';
import {
  type KeyExpiry,
  type KeyPurpose,
  expiryAt,
  keyExpiries,
  keyPurposes,
  rightsOf,
} from './key-purposes.ts';

/** A key made: for whom, for what, until when. */
@Component({
  selector: 'mc-key-dialog',
  imports: [Button, Chips, Dialog, Field, FieldInput],
  templateUrl: './key-dialog.html',
  styleUrls: ['./user-dialog.css', './place-editor.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class KeyDialog {
  readonly #api = inject(ApiClient);
  readonly #session = inject(Session);
  protected readonly words = injectWords(identityWords);
  protected readonly ui = injectWords(uiWords);
  protected readonly dialog = viewChild.required(Dialog);
  readonly made = output<CreatedApiKey>();

  protected readonly purposes = keyPurposes;
  protected readonly name = signal('');
  protected readonly chosen = signal<readonly KeyPurpose[]>([]);
  protected readonly expiry = signal<KeyExpiry>('quarter');
  protected readonly tried = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ClientProblem | undefined>(undefined);

  protected readonly expiries = computed<readonly Chip[]>(() =>
    keyExpiries.map((value) => ({ value, label: this.words().keys.expiries[value] })),
  );

  open(): void {
    this.name.set('');
    this.chosen.set([]);
    this.expiry.set('quarter');
    this.tried.set(false);
    this.problem.set(undefined);
    this.dialog().open();
  }

  protected hintOf(purpose: KeyPurpose): `${KeyPurpose}Hint` {
    return `${purpose}Hint`;
  }

  protected say(event: Event): void {
    this.name.set((event.target as HTMLInputElement).value);
  }

  protected toggle(purpose: KeyPurpose): void {
    this.chosen.update((chosen) =>
      chosen.includes(purpose) ? chosen.filter((each) => each !== purpose) : [...chosen, purpose],
    );
  }

  protected until(value: string | undefined): void {
    this.expiry.update((expiry) => keyExpiries.find((each) => each === value) ?? expiry);
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    const body = this.#body();
    if (this.busy() || body === undefined) return;
    this.busy.set(true);
    const key = newActKey();
    const act = { path: apiKeysPath, body, answer: createdApiKeySchema, key };
    const answer = await this.#api.act(act);
    this.busy.set(false);
    this.problem.set(answer.ok ? undefined : answer.problem);
    if (!answer.ok) return;
    this.dialog().close();
    this.made.emit(answer.value);
  }

  #body(): object | undefined {
    const [name, permissions] = [this.name().trim(), rightsOf(this.chosen())];
    const unitId = this.#session.unit()?.id;
    if (unitId === undefined || name === '' || permissions.length === 0) return undefined;
    // A key ends by the machine's time, as sessions do: whatever the office's clock shows.
    const expiresAt = expiryAt(this.expiry(), instant(Math.trunc(performance.timeOrigin)));
    return {
      ...{ name, unitId, permissions },
      ...(expiresAt !== undefined && { expiresAt: formatInstant(expiresAt) }),
    };
  }
}
