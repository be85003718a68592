import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  resource,
  signal,
} from '@angular/core';
import {
  createdHookSchema,
  hookListSchema,
  hookTemplates,
  hooksPath,
  type HookTemplate,
} from '#contract/deliveries';
import { MESSAGE_KINDS, type MessageKind } from '#domain/citizen';
import { citizenWords } from '#wording/citizens';
import { ApiClient, newActKey, problemOf } from '../api/index.ts';
import { injectWords } from '../language/index.ts';
import { Button, Field, FieldInput, Notice, Toasts, Waiting } from '../ui/index.ts';

/** *Cổng nhắn tin*: by which other system citizens are told; without one they are called. */
@Component({
  selector: 'mc-gateway-panel',
  imports: [Button, Field, FieldInput, Notice, Waiting],
  templateUrl: './gateway-panel.html',
  styleUrl: './messages.page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class GatewayPanel {
  readonly #api = inject(ApiClient);
  readonly #toasts = inject(Toasts);
  protected readonly words = injectWords(citizenWords);
  protected readonly templates = hookTemplates;
  protected readonly kinds = MESSAGE_KINDS;
  readonly unitId = input.required<number>();
  protected readonly template = signal<HookTemplate>('sms');
  protected readonly url = signal('');
  protected readonly token = signal('');
  protected readonly templateIds = signal<Readonly<Partial<Record<MessageKind, string>>>>({});
  protected readonly secret = signal<string | undefined>(undefined);
  protected readonly busy = signal(false);

  protected readonly told = resource({
    params: () => this.unitId(),
    loader: ({ params: unitId, abortSignal: abort }) =>
      this.#api.read(hooksPath, hookListSchema, { query: { unitId }, abort }),
  });
  protected readonly problem = computed(() => problemOf(this.told.error()));
  protected readonly inUse = computed(() =>
    this.told.hasValue()
      ? this.told
          .value()
          .items.find(({ unitId, serves }) => unitId === this.unitId() && serves === 'citizens')
      : undefined,
  );
  protected readonly sentence = computed(() => {
    const [hook, words] = [this.inUse(), this.words().settings];
    if (hook === undefined) return words.gatewayNone;
    return words.gatewayIs(words.templates[hook.template], new URL(hook.url).host);
  });

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement | HTMLSelectElement).value;
  }

  protected choose(event: Event): void {
    const chosen = hookTemplates.find((each) => each === this.textOf(event));
    if (chosen !== undefined) this.template.set(chosen);
  }

  protected name(kind: MessageKind, event: Event): void {
    this.templateIds.update((ids) => ({ ...ids, [kind]: this.textOf(event).trim() }));
  }

  protected async add(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy()) return;
    this.busy.set(true);
    const answer = await this.#api.act({
      path: hooksPath,
      body: this.#body(),
      answer: createdHookSchema,
      key: newActKey(),
    });
    this.busy.set(false);
    if (!answer.ok) {
      this.#toasts.failed(`${answer.problem.title}. ${answer.problem.detail}`);
      return;
    }
    this.secret.set(answer.value.secret ?? undefined);
    this.url.set('');
    this.token.set('');
    this.told.reload();
  }

  protected async end(id: string): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    const answer = await this.#api.act({ path: `${hooksPath}/${id}`, method: 'DELETE' });
    this.busy.set(false);
    this.secret.set(undefined);
    if (!answer.ok) this.#toasts.failed(`${answer.problem.title}. ${answer.problem.detail}`);
    this.told.reload();
  }

  #body(): object {
    const named = Object.entries(this.templateIds()).filter(([, id]) => id !== '');
    const isZalo = this.template() === 'zaloOa' && named.length > 0;
    return {
      ...{ unitId: this.unitId(), url: this.url().trim(), template: this.template() },
      serves: 'citizens',
      ...(this.token() !== '' && { token: this.token().trim() }),
      ...(isZalo && { templateIds: Object.fromEntries(named) }),
    };
  }
}
