import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import { channels } from '#contract/dossiers';
import type { Reconciliation } from '#contract/reconciliations';
import type { Channel } from '#domain/dossier';
import { dayOf, formatDay } from '#domain/working-time';
import { importsWords } from '#wording/imports';
import { reconciliationWords } from '#wording/reconciliations';
import { ApiClient, type ClientProblem, OfficeClock, Session, Sources } from '../api/index.ts';
import { injectWords } from '../language/index.ts';
import { lacksChannel } from '../reception/index.ts';
import { presetPeriod } from '../reports/index.ts';
import { Button, DayInput, Field, FieldInput, Kbd, Notice } from '../ui/index.ts';
import { ASKED_COLUMNS, type AskedColumn, lackingFrom, reconcile } from './reconcile.ts';

const valueOf = (event: Event): string =>
  (event.target as HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement).value;

type Numbers = Readonly<Partial<Record<AskedColumn, number>>>;

const withNumber = (
  numbers: Numbers,
  column: AskedColumn,
  number: number | undefined,
): Numbers => ({
  ...Object.fromEntries(Object.entries(numbers).filter(([name]) => name !== column)),
  ...(number !== undefined && { [column]: number }),
});

/** What a source says of a period: its list, its totals, or both. */
@Component({
  selector: 'mc-reconcile-form',
  imports: [Button, DayInput, Field, FieldInput, Kbd, Notice],
  templateUrl: './reconcile-form.html',
  styleUrl: './reconcile-form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReconcileForm {
  readonly #api = inject(ApiClient);
  readonly #session = inject(Session);
  readonly #clock = inject(OfficeClock);
  protected readonly sources = inject(Sources);
  protected readonly words = injectWords(reconciliationWords);
  protected readonly imports = injectWords(importsWords);
  protected readonly channels = channels;
  protected readonly columns = ASKED_COLUMNS;
  readonly made = output<Reconciliation>();

  readonly #usual = computed(() => {
    const now = this.#clock.now();
    if (now === undefined) return { from: '', to: '' };
    const { from, to } = presetPeriod('lastMonth', dayOf(now));
    return { from: formatDay(from), to: formatDay(to) };
  });
  protected readonly from = linkedSignal(() => this.#usual().from);
  protected readonly to = linkedSignal(() => this.#usual().to);
  protected readonly source = linkedSignal(() => this.sources.known()[0] ?? '');
  protected readonly list = signal('');
  /** What is missing here may be taken in afterwards, so the way they came is never guessed. */
  protected readonly asksChannel = computed(() => lacksChannel(this.list()));
  protected readonly channel = signal<Channel | undefined>(undefined);
  readonly #numbers = signal<Numbers>({});
  protected readonly busy = signal(false);
  protected readonly tried = signal(false);
  protected readonly problem = signal<Pick<ClientProblem, 'title' | 'detail'> | undefined>(
    undefined,
  );
  readonly #saidChannel = computed(() => (this.asksChannel() ? this.channel() : undefined));
  readonly #lacking = computed(() =>
    lackingFrom({ list: this.list(), channel: this.#saidChannel(), numbers: this.#numbers() }),
  );
  protected readonly channelFault = computed(() =>
    this.tried() && this.#lacking() === 'channel' ? this.words().make.noChannel : undefined,
  );
  protected readonly fault = computed(() =>
    this.tried() && this.#lacking() === 'anything' ? this.words().make.nothing : undefined,
  );

  protected chooseSource(event: Event): void {
    this.source.set(valueOf(event));
  }

  protected chooseChannel(event: Event): void {
    this.channel.set(channels.find((each) => each === valueOf(event)));
  }

  protected paste(event: Event): void {
    this.list.set(valueOf(event));
  }

  protected number(column: AskedColumn, event: Event): void {
    const said = valueOf(event).replaceAll(/[.\s]/gu, '');
    const number = /^\d{1,7}$/.test(said) ? Number(said) : undefined;
    this.#numbers.update((numbers) => withNumber(numbers, column, number));
  }

  async start(event?: Event): Promise<void> {
    event?.preventDefault();
    this.tried.set(true);
    if (this.busy() || this.#lacking() !== undefined || this.source() === '') return;
    this.busy.set(true);
    this.problem.set(undefined);
    const answer = await reconcile(this.#api, {
      ...{ unitId: this.#session.unit()?.id, source: this.source(), list: this.list() },
      channel: this.#saidChannel(),
      ...{ from: this.from(), to: this.to(), numbers: this.#numbers() },
    });
    this.busy.set(false);
    if (answer.ok) this.made.emit(answer.value);
    else this.problem.set(answer.problem ?? { title: this.words().make.unread, detail: '' });
  }
}
