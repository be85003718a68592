import {
  ChangeDetectionStrategy,
  Component,
  DOCUMENT,
  DestroyRef,
  computed,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import { Router } from '@angular/router';
import { type DossierItem, dossierPageSchema, dossiersPath } from '#contract/dossiers';
import { receptionWords } from '#wording/reception';
import { ApiClient, Session, problemOf } from '../api/index.ts';
import { DOSSIER_PLACE } from '../dossiers/index.ts';
import { injectWords, readMoment } from '../language/index.ts';
import { Notice, Page, Toasts } from '../ui/index.ts';
import { LastReceipt } from './last-receipt.ts';
import { isTable } from './pasted-import.ts';
import { PastedList } from './pasted-list.ts';
import { type Receipt, ReceiptForm } from './receipt-form.ts';
import { ReceptionDesk } from './reception-desk.ts';
import { ScanEar } from './scan-ear.ts';
import { WaitingDossiers } from './waiting-dossiers.ts';

/** *Tiếp nhận*: the front door. What is known elsewhere is pasted or scanned; typing is the fallback. */
@Component({
  selector: 'mc-reception',
  imports: [LastReceipt, Notice, Page, PastedList, ReceiptForm, WaitingDossiers],
  templateUrl: './reception.page.html',
  styleUrl: './reception.page.css',
  providers: [ReceptionDesk],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '(dragover)': '$event.preventDefault()', '(drop)': 'drop($event)' },
})
export class ReceptionPage {
  readonly #api = inject(ApiClient);
  readonly #session = inject(Session);
  readonly #router = inject(Router);
  readonly #toasts = inject(Toasts);
  readonly #document = inject(DOCUMENT);
  protected readonly desk = inject(ReceptionDesk);
  protected readonly words = injectWords(receptionWords);
  protected readonly form = viewChild(ReceiptForm);

  /** A table that is being looked at; the receipt that was begun stays a draft beneath it. */
  protected readonly pasted = signal<string | undefined>(undefined);
  protected readonly last = signal<Receipt | undefined>(undefined);
  protected readonly failure = computed(() => problemOf(this.desk.failure()));
  readonly #ear = new ScanEar(() => this.form()?.draft());

  constructor() {
    const ears = new AbortController();
    const { signal: until } = ears;
    const hear = (event: KeyboardEvent): void => this.#hear(event);
    this.#document.addEventListener('keydown', hear, { capture: true, signal: until });
    this.#document.addEventListener('paste', (event) => this.#paste(event), { signal: until });
    inject(DestroyRef).onDestroy(() => ears.abort());
  }

  protected take(receipt: Receipt): void {
    this.last.set(receipt);
    const { officialCode, code, dueAt, state } = receipt.dossier;
    const [shown, due] = [officialCode ?? code, readMoment(dueAt)];
    const { submitted, received, receivedNoDue } = this.words();
    if (state === 'submitted') this.#toasts.done(submitted(shown));
    else this.#toasts.done(due === '' ? receivedNoDue(shown) : received(shown, due));
  }

  /** Opens what is known under the code; begins a receipt with what is not. */
  protected async look(code: string): Promise<void> {
    const found = await this.#find(code);
    if (found === 'unknown') return;
    if (found !== undefined) {
      await this.#router.navigate(['/', DOSSIER_PLACE, found.id]);
      return;
    }
    this.form()?.begin(code);
    this.#toasts.news(this.words().scanned(code));
  }

  #hear(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (this.#document.querySelector('dialog:modal') !== null) return;
    const heard = this.#ear.hear(event);
    if (heard === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    // What the scanner wrote into a field on its way is taken back out of it.
    if (heard.before !== undefined) this.form()?.restore(heard.before);
    void this.look(heard.code);
  }

  /** Wherever one stands: a table is a table, and no field here takes one. */
  #paste(event: ClipboardEvent): void {
    this.#takeTable(event, event.clipboardData);
  }

  protected drop(event: DragEvent): void {
    this.#takeTable(event, event.dataTransfer);
  }

  #takeTable(event: Event, data: DataTransfer | null): void {
    const text = data?.getData('text/plain') ?? '';
    if (!isTable(text) || !this.#session.may('imports.write')) return;
    event.preventDefault();
    this.pasted.set(text);
  }

  async #find(code: string): Promise<DossierItem | undefined | 'unknown'> {
    const query = { unitId: this.desk.unitId(), q: code, limit: 5 };
    try {
      const { items } = await this.#api.read(dossiersPath, dossierPageSchema, { query });
      return items.find((each) => [each.officialCode, each.code, each.externalCode].includes(code));
    } catch (error) {
      const problem = problemOf(error);
      if (problem === undefined) throw error;
      this.#toasts.failed(`${problem.title}. ${problem.detail}`);
      return 'unknown';
    }
  }
}
