import {
  ChangeDetectionStrategy,
  Component,
  DOCUMENT,
  computed,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { dossiersPath, exportFormats, type ExportFormat } from '#contract/dossiers';
import { exportWords } from '#wording/work';
import { uiWords } from '#wording/ui';
import { ApiClient, type ClientProblem, Session } from '../api/index.ts';
import { injectWords } from '../language/index.ts';
import { Button, DayInput, Dialog, Field, FieldInput, Toasts } from '../ui/index.ts';
import { type WorkFilters, meantQuery } from './work-filters.ts';

/** *Xuất hồ sơ*: what the list shows, or all the unit has, as a file; with persons only for a reason. */
@Component({
  selector: 'mc-export-dossiers',
  imports: [Button, DayInput, Dialog, Field, FieldInput],
  templateUrl: './export-dossiers.html',
  styleUrl: './export-dossiers.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ExportDossiers {
  readonly #api = inject(ApiClient);
  readonly #session = inject(Session);
  readonly #toasts = inject(Toasts);
  readonly #document = inject(DOCUMENT);
  readonly filters = input.required<WorkFilters>();
  protected readonly dialog = viewChild.required(Dialog);
  protected readonly words = injectWords(exportWords);
  protected readonly ui = injectWords(uiWords);
  protected readonly formats = exportFormats.toReversed();
  protected readonly mayReveal = computed(() => this.#session.may('personalData.reveal'));

  protected readonly isUnit = signal(false);
  protected readonly from = signal('');
  protected readonly to = signal('');
  protected readonly format = signal<ExportFormat>('xlsx');
  protected readonly withPersons = signal(false);
  protected readonly reason = signal('');
  protected readonly tried = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ClientProblem | undefined>(undefined);
  protected readonly isReasonMissing = computed(
    () => this.withPersons() && this.reason().trim() === '',
  );

  protected open(): void {
    this.withPersons.set(false);
    this.reason.set('');
    this.tried.set(false);
    this.problem.set(undefined);
    this.dialog().open();
  }

  protected choose(event: Event): void {
    const chosen = exportFormats.find((each) => each === this.valueOf(event));
    if (chosen !== undefined) this.format.set(chosen);
  }

  protected valueOf(event: Event): string {
    return (event.target as HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement).value;
  }

  protected async take(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    if (this.busy() || this.isReasonMissing()) return;
    this.busy.set(true);
    const answer = await this.#api.fetchFile(`${dossiersPath}/export`, this.#asked());
    this.busy.set(false);
    if (!answer.ok) {
      this.problem.set(answer.problem);
      return;
    }
    this.#keep(answer.value);
    this.dialog().close();
    this.#toasts.done(this.words().done);
  }

  #asked(): Readonly<Record<string, unknown>> {
    const unitId = this.#session.unit()?.id ?? 0;
    const { text } = this.filters();
    const meant = { ...meantQuery(this.filters(), unitId), ...(text !== '' && { q: text }) };
    const [from, to] = [this.from(), this.to()];
    return {
      ...(this.isUnit() ? { unitId } : meant),
      ...(from !== '' && { from }),
      ...(to !== '' && { to }),
      format: this.format(),
      ...(this.withPersons() && { reason: this.reason().trim() }),
    };
  }

  #keep(file: Blob): void {
    const link = this.#document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = `ho-so-${this.#session.unit()?.code ?? ''}.${this.format()}`;
    link.click();
    URL.revokeObjectURL(link.href);
  }
}
