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
import { type FormOccasionAnswer, formOccasionPageSchema, formsPath } from '#contract/forms';
import { dossierWords } from '#wording/dossiers';
import { ApiClient, Session, problemOf } from '../api/index.ts';
import { injectWords, readMoment } from '../language/index.ts';
import { Button, Notice, type PrintTab, Toasts, openPrintTab } from '../ui/index.ts';

interface Offer {
  readonly name: string;
  readonly format: 'pdf' | 'docx';
  readonly paper?: string;
}

const offersOf = ({ formats, papers }: FormOccasionAnswer): readonly Offer[] => [
  ...papers.map((paper) => ({ name: paper, format: 'pdf', paper }) as const),
  ...(formats.includes('docx') ? [{ name: 'docx', format: 'docx' } as const] : []),
];

/** *Mẫu giấy tờ*: which forms there is occasion for, each to be printed or finished in a word processor. */
@Component({
  selector: 'mc-forms-panel',
  imports: [Button, Notice],
  templateUrl: './forms-panel.html',
  styleUrl: './side-panels.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FormsPanel {
  readonly #api = inject(ApiClient);
  readonly #toasts = inject(Toasts);
  readonly #document = inject(DOCUMENT);
  readonly #session = inject(Session);
  protected readonly words = injectWords(dossierWords);
  protected readonly readMoment = readMoment;
  readonly id = input.required<string>();
  /** With every change there may be occasion for another one. */
  readonly version = input.required<number>();
  protected readonly busy = signal('');
  protected readonly mayPrint = computed(() => this.#session.may('forms.print'));

  readonly #path = computed(() => formsPath.replace(':id', this.id()));
  protected readonly occasions = resource({
    params: () => ({ path: this.#path(), version: this.version() }),
    loader: ({ params: { path }, abortSignal: abort }) =>
      this.#api.read(path, formOccasionPageSchema, { abort }),
  });
  protected readonly problem = computed(() => problemOf(this.occasions.error()));
  protected readonly shown = computed(() =>
    this.occasions.hasValue()
      ? this.occasions.value().items.map((item) => ({ ...item, offers: offersOf(item) }))
      : undefined,
  );

  protected async print({ form, version }: FormOccasionAnswer, offer: Offer): Promise<void> {
    const name = `${form}/${version}/${offer.name}`;
    if (this.busy() !== '') return;
    const isLetter = offer.format === 'docx';
    const tab = isLetter ? undefined : openPrintTab(this.#document, this.words().printing);
    if (!isLetter && tab === undefined) {
      this.#toasts.failed(this.words().popupBlocked);
      return;
    }
    this.busy.set(name);
    const { format, paper } = offer;
    const body = { format, version, ...(paper !== undefined && { paper }) };
    const answer = await this.#api.fetchFile(`${this.#path()}/${form}`, body);
    this.busy.set('');
    if (answer.ok) this.#hand(answer.value, `${form}.docx`, tab);
    else {
      tab?.close();
      this.#toasts.failed(`${answer.problem.title}. ${answer.problem.detail}`);
    }
    // It has a number from now on.
    this.occasions.reload();
  }

  /** A page to be printed opens beside; a letter to be finished is saved. */
  #hand(file: Blob, name: string, tab: PrintTab | undefined): void {
    if (tab !== undefined) {
      tab.show(file);
      return;
    }
    const link = this.#document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }
}
