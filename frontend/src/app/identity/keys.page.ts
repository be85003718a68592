import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  resource,
  viewChild,
} from '@angular/core';
import { type ApiKey, type CreatedApiKey, apiKeyPageSchema, apiKeysPath } from '#contract/identity';
import { instant, parseInstant } from '#domain/working-time';
import { identityWords } from '#wording/identity';
import { ApiClient, Session, problemOf } from '../api/index.ts';
import { injectWords, numberText, readMoment } from '../language/index.ts';
import { injectShortcut } from '../shell/index.ts';
import {
  Badge,
  Button,
  Confirmations,
  Kbd,
  Notice,
  Page,
  ShownOnce,
  Toasts,
  Waiting,
} from '../ui/index.ts';
import { KeyDialog } from './key-dialog.ts';
import { purposesOf, standingOf } from './key-purposes.ts';

const MOST = 500;

/** *Khóa API*: which other software may do what in the unit. */
@Component({
  selector: 'mc-keys',
  imports: [Badge, Button, Kbd, KeyDialog, Notice, Page, ShownOnce, Waiting],
  templateUrl: './keys.page.html',
  styleUrl: './keys.page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class KeysPage {
  readonly #api = inject(ApiClient);
  readonly #session = inject(Session);
  readonly #toasts = inject(Toasts);
  readonly #confirmations = inject(Confirmations);
  protected readonly words = injectWords(identityWords);
  protected readonly dialog = viewChild.required(KeyDialog);
  protected readonly once = viewChild.required(ShownOnce);

  protected readonly list = resource({
    params: () => this.#session.unit()?.id,
    loader: ({ params: unitId, abortSignal: abort }) =>
      this.#api.read(apiKeysPath, apiKeyPageSchema, { query: { unitId, limit: MOST }, abort }),
  });
  protected readonly problem = computed(() => problemOf(this.list.error()));
  protected readonly rows = computed(() => {
    const keys = this.list.hasValue() ? this.list.value().items : [];
    const now = instant(Math.trunc(performance.timeOrigin));
    return keys.map((key) => ({
      ...{ key, rights: this.#rightsOf(key), times: this.#timesOf(key) },
      standing: standingOf(parseInstant(key.expiresAt ?? ''), now),
    }));
  });

  constructor() {
    const label = computed(() => this.words().keys.add);
    injectShortcut('n', label, () => this.dialog().open());
  }

  protected show({ name, key }: CreatedApiKey): void {
    const { keys } = this.words();
    this.list.reload();
    // Of a repeated request only the first answer could show it.
    if (key !== null)
      this.once().show({ heading: keys.made(name), hint: keys.madeHint, value: key });
  }

  protected async revoke({ id, name }: ApiKey): Promise<void> {
    const { revokeQuestion, revokeText: text, revoke: act, revoked } = this.words().keys;
    const question = { heading: revokeQuestion(name), text, act, danger: true };
    if ((await this.#confirmations.ask(question)) === undefined) return;
    const answer = await this.#api.act({ method: 'DELETE', path: `${apiKeysPath}/${id}` });
    if (answer.ok) this.#toasts.done(revoked);
    else this.#toasts.failed(`${answer.problem.title}. ${answer.problem.detail}`);
    this.list.reload();
  }

  #rightsOf({ permissions }: ApiKey): string {
    const { purposes, rights } = this.words().keys;
    const served = purposesOf(permissions).map((purpose) => purposes[purpose]);
    return [...served, rights(numberText(permissions.length))].join(' · ');
  }

  #timesOf({ createdAt, lastUsedAt, expiresAt }: ApiKey): string {
    const { created, used, unused, until, never } = this.words().keys;
    return [
      created(readMoment(createdAt)),
      lastUsedAt === null ? unused : used(readMoment(lastUsedAt)),
      expiresAt === null ? never : until(readMoment(expiresAt)),
    ].join(' · ');
  }
}
