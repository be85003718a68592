import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import {
  DEFAULT_WISH,
  type KindWish,
  type NotificationWish,
  notificationWishSchema,
  notificationsPath,
  wishFor,
} from '#contract/alerts';
import { type AlertKind, KIND_FACTS } from '#domain/alert';
import { isTimeOfDay } from '#domain/working-time';
import { alertWords } from '#wording/alerts';
import { ApiClient, type ClientProblem, Session } from '../api/index.ts';
import { injectWords } from '../language/index.ts';
import { Button, Field, FieldInput, Toasts } from '../ui/index.ts';

const MOST_PUSHES = 100;
const MOST_DIGESTS = 6;

const kinds = Object.keys(KIND_FACTS) as readonly AlertKind[];
const emails = ['push', 'digest', 'off'] as const satisfies readonly KindWish['email'][];

/** `07:30, 16:00` as somebody types it; undefined where one of them is no time of day. */
export const typedTimes = (text: string): readonly string[] | undefined => {
  const times = text.split(/[\s,;]+/).filter((part) => part !== '');
  const isSound = times.length <= MOST_DIGESTS && times.every((time) => isTimeOfDay(time));
  return isSound ? [...new Set(times)].toSorted() : undefined;
};

/** Kinds × channels, how many a day, and when the rest comes together. */
@Component({
  selector: 'mc-wish-form',
  imports: [Button, Field, FieldInput],
  templateUrl: './wish-form.html',
  styleUrl: './wish-form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WishForm {
  readonly #api = inject(ApiClient);
  readonly #session = inject(Session);
  readonly #toasts = inject(Toasts);
  readonly #all = injectWords(alertWords);
  protected readonly emails = emails;
  readonly wish = input.required<NotificationWish>();

  protected readonly words = computed(() => this.#all().wishes);
  protected readonly kinds = linkedSignal(() => this.wish().kinds);
  protected readonly cap = linkedSignal(() => String(this.wish().dailyCap));
  protected readonly digests = linkedSignal(() => this.wish().digestAt.join(', '));
  protected readonly anyHour = linkedSignal(() => this.wish().leadersAtAnyHour);
  protected readonly digestOfDay = linkedSignal(() => this.wish().leadersDigest ?? true);
  protected readonly getsBriefing = computed(() => this.isLeader() || this.#session.has('head'));
  protected readonly isLeader = computed(
    () => this.#session.has('director') || this.#session.has('viceChair'),
  );
  protected readonly busy = signal(false);
  protected readonly problem = signal<ClientProblem | undefined>(undefined);

  protected readonly rows = computed(() =>
    kinds.map((kind) => ({
      ...{ kind, name: this.#all().kinds[kind] },
      wish: wishFor({ kinds: this.kinds() }, kind),
    })),
  );
  protected readonly times = computed(() => typedTimes(this.digests()));
  protected readonly isCapSound = computed(
    () => /^\d{1,3}$/.test(this.cap().trim()) && Number(this.cap()) <= MOST_PUSHES,
  );

  protected tick(kind: AlertKind, channel: 'browser' | 'webhook', event: Event): void {
    this.#change(kind, { [channel]: (event.target as HTMLInputElement).checked });
  }

  protected mail(kind: AlertKind, event: Event): void {
    const email = emails.find((each) => each === (event.target as HTMLSelectElement).value);
    if (email !== undefined) this.#change(kind, { email });
  }

  protected usual(): void {
    this.kinds.set({});
    this.cap.set(String(DEFAULT_WISH.dailyCap));
    this.digests.set(DEFAULT_WISH.digestAt.join(', '));
    this.anyHour.set(DEFAULT_WISH.leadersAtAnyHour);
    this.digestOfDay.set(true);
  }

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected isTicked(event: Event): boolean {
    return (event.target as HTMLInputElement).checked;
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const digestAt = this.times();
    if (digestAt === undefined || !this.isCapSound() || this.busy()) return;
    this.busy.set(true);
    const body = {
      ...{ kinds: this.kinds(), dailyCap: Number(this.cap()), digestAt },
      leadersAtAnyHour: this.anyHour(),
      leadersDigest: this.digestOfDay(),
    };
    const answer = await this.#api.act({
      ...{ method: 'PUT', path: notificationsPath, body, answer: notificationWishSchema },
    });
    this.busy.set(false);
    this.problem.set(answer.ok ? undefined : answer.problem);
    if (answer.ok) this.#toasts.done(this.words().saved);
  }

  #change(kind: AlertKind, to: Partial<KindWish>): void {
    this.kinds.update((known) => ({
      ...known,
      [kind]: { ...wishFor({ kinds: known }, kind), ...to },
    }));
  }
}
