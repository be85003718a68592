import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  computed,
  effect,
  inject,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { type Call, type CallOutcomeTold, callPageSchema, callsPath } from '#contract/citizens';
import { dossiersPath, revealedSchema } from '#contract/dossiers';
import { type Instant, formatInstant, parseInstant } from '#domain/working-time';
import { citizenWords } from '#wording/citizens';
import { ApiClient, OfficeClock, PagedList, Session, injectLive, newActKey } from '../api/index.ts';

import { injectWords, readMoment } from '../language/index.ts';
import { DOSSIER_PLACE, injectShortcut } from '../shell/index.ts';
import { Badge, Button, Kbd, Notice, Page, Toasts, Waiting } from '../ui/index.ts';
import { CallLater } from './call-later.ts';

/** News after which somebody has to be called, or no longer. */
const RELOADING: ReadonlySet<string> = new Set(['call', 'dossier']);

/** So long a number may be read; then it hides by itself. */
const SHOWN_MS = 180_000;

/** *Gọi cho công dân*: whom no message reached, about what, and how it went: one key each. */
@Component({
  selector: 'mc-calls',
  imports: [Badge, Button, CallLater, Kbd, Notice, Page, RouterLink, Waiting],
  templateUrl: './calls.page.html',
  styleUrl: './calls.page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CallsPage {
  readonly #api = inject(ApiClient);
  readonly #session = inject(Session);
  readonly #toasts = inject(Toasts);
  readonly #clock = inject(OfficeClock);
  protected readonly words = injectWords(citizenWords);
  protected readonly readMoment = readMoment;
  protected readonly place = DOSSIER_PLACE;
  protected readonly dialog = viewChild.required(CallLater);

  readonly #unitId = computed(() => this.#session.unit()?.id);
  protected readonly list = new PagedList<Call>((cursor, abort) =>
    this.#api.read(callsPath, callPageSchema, {
      query: { unitId: this.#unitId(), cursor },
      abort,
    }),
  );
  /** Called here: out of sight at once, whatever the list still says. */
  readonly #done = signal<ReadonlySet<string>>(new Set());
  protected readonly waiting = computed(() =>
    this.list.items().filter(({ id }) => !this.#done().has(id)),
  );
  readonly #activeId = signal<string | undefined>(undefined);
  protected readonly active = computed(
    () => this.waiting().find(({ id }) => id === this.#activeId()) ?? this.waiting()[0],
  );
  protected readonly busyId = signal<string | undefined>(undefined);
  protected readonly phones = signal<ReadonlyMap<string, string>>(new Map());
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();

  constructor() {
    effect(() => {
      this.#unitId();
      untracked(() => void this.list.reload());
    });
    injectLive((news) => {
      if (news === 'reset' || RELOADING.has(news.type)) void this.list.reload();
    });
    inject(DestroyRef).onDestroy(() => {
      for (const timer of this.#timers) clearTimeout(timer);
    });
    const keys = computed(() => this.words().call.keys);
    const withActive = (act: (call: Call) => unknown) => () => {
      const call = this.active();
      if (call !== undefined) act(call);
    };
    const say = (name: keyof ReturnType<typeof keys>) => computed(() => keys()[name]);
    injectShortcut(
      'd',
      say('reached'),
      withActive((call) => this.reached(call)),
    );
    injectShortcut(
      'k',
      say('noAnswer'),
      withActive((call) => this.noAnswer(call)),
    );
    injectShortcut(
      'l',
      say('later'),
      withActive((call) => this.askWhen(call)),
    );
    injectShortcut(
      'h',
      say('reveal'),
      withActive((call) => this.reveal(call)),
    );
  }

  protected stand({ id }: Call): void {
    this.#activeId.set(id);
  }

  /** Only while it lies ahead: afterwards it is simply their turn. */
  protected notBefore({ notBefore }: Call): string | undefined {
    const [at, now] = [parseInstant(notBefore ?? ''), this.#clock.now()];
    const isAhead = at !== undefined && now !== undefined && at > now;
    return isAhead && notBefore !== null ? readMoment(notBefore) : undefined;
  }

  protected async reached(call: Call): Promise<void> {
    if (!(await this.#tell(call, { outcome: 'reached' }))) return;
    this.#done.update((done) => new Set([...done, call.id]));
    this.#toasts.done(this.words().call.done(call.dossierCode));
  }

  protected async noAnswer(call: Call): Promise<void> {
    if (await this.#tell(call, { outcome: 'noAnswer' })) void this.list.reload();
  }

  protected askWhen(call: Call): void {
    this.stand(call);
    this.dialog().open();
  }

  protected async later(until: Instant): Promise<void> {
    const call = this.active();
    if (call === undefined) return;
    // The contract reads a moment from its text, and the body is its text.
    const body = { outcome: 'later', until: formatInstant(until) } as const;
    if (!(await this.#tell(call, body))) return;
    this.#toasts.done(this.words().call.again(call.dossierCode, readMoment(body.until)));
    void this.list.reload();
  }

  /** Written down as every look at a number is, with what it was wanted for. */
  protected async reveal(call: Call): Promise<void> {
    if (this.busyId() !== undefined || this.phones().has(call.id)) return;
    this.busyId.set(call.id);
    const reason = this.words().call.revealReason(this.words().call.about[call.kind]);
    const answer = await this.#api.act({
      path: `${dossiersPath}/${call.dossierId}/reveal`,
      body: { fields: ['phone'], reason },
      answer: revealedSchema,
    });
    this.busyId.set(undefined);
    if (!answer.ok) {
      this.#toasts.failed(`${answer.problem.title}. ${answer.problem.detail}`);
      return;
    }
    const phone = answer.value.phone ?? this.words().call.noPhone;
    this.phones.update((phones) => new Map([...phones, [call.id, phone]]));
    this.#timers.add(setTimeout(() => this.#hide(call.id), SHOWN_MS));
  }

  #hide(id: string): void {
    this.phones.update((phones) => new Map([...phones].filter(([each]) => each !== id)));
  }

  async #tell(
    { id }: Call,
    body: Omit<CallOutcomeTold, 'until'> & { readonly until?: string },
  ): Promise<boolean> {
    if (this.busyId() !== undefined) return false;
    this.busyId.set(id);
    const path = `${callsPath}/${id}/outcome`;
    const answer = await this.#api.act({ path, body, key: newActKey() });
    this.busyId.set(undefined);
    if (answer.ok) return true;
    this.#toasts.failed(`${answer.problem.title}. ${answer.problem.detail}`);
    // Somebody else may have called meanwhile.
    void this.list.reload();
    return false;
  }
}
