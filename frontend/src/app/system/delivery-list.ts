import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  signal,
  untracked,
} from '@angular/core';
import type { DeliveryChannel } from '#contract/alerts';
import {
  deliveriesPath,
  deliveryPageSchema,
  deliveryStates,
  type DeliveryItem,
  type DeliveryState,
} from '#contract/deliveries';
import { alertRuleWords } from '#wording/alert-rules';
import { systemWords } from '#wording/system';
import { ApiClient, PagedList, Session, newActKey } from '../api/index.ts';
import { injectWords, readMoment } from '../language/index.ts';
import {
  Badge,
  Button,
  Chips,
  Code,
  Field,
  FieldInput,
  Notice,
  Toasts,
  Waiting,
  type IconName,
  type Tone,
} from '../ui/index.ts';

const CHANNELS: readonly DeliveryChannel[] = ['browser', 'webhook', 'email'];

const LOOKS = {
  open: { tone: 'plain', icon: 'clock' },
  sent: { tone: 'finished', icon: 'finished' },
  superseded: { tone: 'paused', icon: 'paused' },
  dead: { tone: 'overdue', icon: 'overdue' },
} as const satisfies Record<DeliveryState, { tone: Tone; icon: IconName }>;

type Remedy = 'send-again' | 'put-aside';

/** What became of each notice; those that failed are sent again or put aside, one or many at once. */
@Component({
  selector: 'mc-delivery-list',
  imports: [Badge, Button, Chips, Code, Field, FieldInput, Notice, Waiting],
  templateUrl: './delivery-list.html',
  styleUrls: ['./tables.css', './delivery-list.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DeliveryList {
  readonly #api = inject(ApiClient);
  readonly #session = inject(Session);
  readonly #toasts = inject(Toasts);
  protected readonly words = injectWords(systemWords);
  protected readonly kinds = injectWords(alertRuleWords);
  protected readonly readMoment = readMoment;
  protected readonly channels = CHANNELS;
  protected readonly looks = LOOKS;

  protected readonly state = signal<string | undefined>('dead');
  protected readonly channel = signal<string>('');
  protected readonly chosen = signal<ReadonlySet<string>>(new Set());
  protected readonly busy = signal(false);
  protected readonly mayMend = computed(() => this.#session.may('deliveries.write'));
  protected readonly chips = computed(() =>
    deliveryStates.map((value) => ({
      ...{ value, label: this.words().deliveries.states[value] },
      ...{ icon: LOOKS[value].icon, tone: LOOKS[value].tone },
    })),
  );
  protected readonly list = new PagedList<DeliveryItem>((cursor, abort) =>
    this.#api.read(deliveriesPath, deliveryPageSchema, {
      query: {
        ...{ unitId: this.#session.unit()?.id, cursor },
        ...{ state: this.state(), channel: this.channel() },
      },
      abort,
    }),
  );
  protected readonly mendable = computed(() =>
    this.list.items().filter(({ state, putAside }) => state === 'dead' && !putAside),
  );

  constructor() {
    effect(() => {
      this.#session.unit();
      this.state();
      this.channel();
      untracked(() => this.#begin());
    });
  }

  protected reload(): void {
    this.#begin();
  }

  protected isMendable({ state, putAside }: DeliveryItem): boolean {
    return this.mayMend() && state === 'dead' && !putAside;
  }

  protected setChannel(event: Event): void {
    this.channel.set((event.target as HTMLSelectElement).value);
  }

  protected choose(id: string): void {
    const chosen = new Set(this.chosen());
    if (!chosen.delete(id)) chosen.add(id);
    this.chosen.set(chosen);
  }

  protected chooseAll(): void {
    const all = this.mendable().map(({ id }) => id);
    this.chosen.update((chosen) => new Set(chosen.size === all.length ? [] : all));
  }

  /** One after the other: what is done stays done when the next is refused. */
  protected async mend(remedy: Remedy, ids: readonly string[]): Promise<void> {
    if (this.busy() || ids.length === 0) return;
    this.busy.set(true);
    let done = 0;
    for (const id of ids) {
      const path = `${deliveriesPath}/${id}/${remedy}`;
      if ((await this.#api.act({ path, key: newActKey() })).ok) done += 1;
    }
    this.busy.set(false);
    const { sentAgain, putAside, notAll } = this.words().deliveries;
    if (done > 0) this.#toasts.done(remedy === 'send-again' ? sentAgain(done) : putAside(done));
    if (done < ids.length) this.#toasts.failed(notAll(ids.length - done));
    this.#begin();
  }

  protected async mendChosen(remedy: Remedy): Promise<void> {
    await this.mend(remedy, [...this.chosen()]);
  }

  #begin(): void {
    this.chosen.set(new Set());
    void this.list.reload();
  }
}
