import {
  ChangeDetectionStrategy,
  Component,
  DOCUMENT,
  computed,
  inject,
  input,
  resource,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { dossierAnswerSchema, dossierSchema, dossiersPath } from '#contract/dossiers';
import { formsPath } from '#contract/forms';
import { receptionWords } from '#wording/reception';
import { ApiClient, newActKey } from '../api/index.ts';
import { DOSSIER_PLACE } from '../dossiers/index.ts';
import { injectWords, readMoment } from '../language/index.ts';
import { injectShortcut } from '../shell/index.ts';
import { Button, Code, Kbd, Toasts, openPrintTab } from '../ui/index.ts';
import type { Receipt } from './receipt-form.ts';

const PAPER = 'motcua-slip-paper';
const papers = ['a5x2', 'a5', 'roll80'] as const;
type Paper = (typeof papers)[number];

const isPaper = (text: string | null | undefined): text is Paper =>
  papers.some((paper) => paper === text);

/** What has just been received: its slip to print, and on the spot its end. */
@Component({
  selector: 'mc-last-receipt',
  imports: [Button, Code, Kbd, RouterLink],
  templateUrl: './last-receipt.html',
  styleUrl: './last-receipt.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LastReceipt {
  readonly #api = inject(ApiClient);
  readonly #toasts = inject(Toasts);
  readonly #document = inject(DOCUMENT);
  readonly #page = this.#document.defaultView;
  readonly #words = injectWords(receptionWords);
  protected readonly words = computed(() => this.#words().last);
  protected readonly readMoment = readMoment;
  protected readonly papers = papers;
  protected readonly place = DOSSIER_PLACE;

  readonly receipt = input.required<Receipt>();

  protected readonly busy = signal<'print' | 'finish' | undefined>(undefined);
  readonly #remembered = this.#page?.localStorage.getItem(PAPER);
  protected readonly paper = signal<Paper>(
    isPaper(this.#remembered) ? this.#remembered : papers[0],
  );

  /** As it stands now, with what may be done to it: by this person, by the server's own word. */
  readonly #now = resource({
    params: () => this.receipt().dossier.id,
    loader: ({ params: id, abortSignal: abort }) =>
      this.#api.read(`${dossiersPath}/${id}`, dossierSchema, { abort }),
  });
  readonly #finishedId = signal<string | undefined>(undefined);

  protected readonly dossier = computed(() => this.receipt().dossier);
  protected readonly code = computed(() => this.dossier().officialCode ?? this.dossier().code);
  protected readonly hasSlip = computed(() => this.dossier().officialCode !== null);
  protected readonly isPrintable = computed(
    () => !this.hasSlip() && this.dossier().receivedAt !== null,
  );
  readonly #mayFinish = computed(
    () =>
      this.#now.hasValue() &&
      this.#now.value().allowed.includes('complete-on-the-spot') &&
      (this.receipt().procedure?.onTheSpot ?? null) !== null,
  );
  protected readonly isFinishable = computed(
    () => this.#mayFinish() && this.#finishedId() !== this.dossier().id,
  );

  constructor() {
    const keys = computed(() => this.#words().keys);
    injectShortcut(
      'Ctrl+p',
      computed(() => keys().print),
      () => void this.print(),
    );
    injectShortcut(
      'Ctrl+enter',
      computed(() => keys().onTheSpot),
      () => void this.finish(),
    );
  }

  protected choosePaper(event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    if (!isPaper(value)) return;
    this.paper.set(value);
    this.#page?.localStorage.setItem(PAPER, value);
  }

  protected async print(): Promise<void> {
    if (!this.isPrintable() || this.busy() !== undefined) return;
    const tab = openPrintTab(this.#document, this.words().printing);
    if (tab === undefined) {
      this.#toasts.failed(this.words().popupBlocked);
      return;
    }
    this.busy.set('print');
    const path = `${formsPath.replace(':id', this.dossier().id)}/mau01`;
    const answer = await this.#api.fetchFile(path, { paper: this.paper() });
    this.busy.set(undefined);
    if (answer.ok) {
      tab.show(answer.value);
      this.#toasts.news(this.#words().printReady);
    } else {
      tab.close();
      this.#toasts.failed(`${answer.problem.title}. ${answer.problem.detail}`);
    }
  }

  /** *5 tại chỗ*: everything the procedure's template lists, in one act. */
  protected async finish(): Promise<void> {
    const { id, version } = this.dossier();
    if (!this.isFinishable() || this.busy() !== undefined) return;
    this.busy.set('finish');
    const answer = await this.#api.act({
      path: `${dossiersPath}/${id}/complete-on-the-spot`,
      body: {},
      answer: dossierAnswerSchema,
      version,
      key: newActKey(),
    });
    this.busy.set(undefined);
    if (answer.ok) {
      this.#finishedId.set(id);
      this.#toasts.done(this.words().returned(this.code()));
    } else this.#toasts.failed(`${answer.problem.title}. ${answer.problem.detail}`);
  }
}
