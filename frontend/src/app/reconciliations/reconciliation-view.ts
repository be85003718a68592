import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  viewChild,
} from '@angular/core';
import {
  evidenceFormats,
  evidencePath,
  findingKinds,
  type EvidenceFormat,
  type FindingKind,
  type Reconciliation,
} from '#contract/reconciliations';
import { TOTAL_ROW } from '#domain/report';
import { reconciliationWords } from '#wording/reconciliations';
import { ApiClient, Session, Sources } from '../api/index.ts';
import { injectWords, numberText } from '../language/index.ts';
import { PastedImport } from '../reception/index.ts';
import { Button, type Chip, Chips, Notice, Toasts, dayWords } from '../ui/index.ts';
import { FindingList } from './finding-list.ts';
import { ReconciliationHistory } from './reconciliation-history.ts';

/** One reconciliation: both totals, and the dossiers between them. */
@Component({
  selector: 'mc-reconciliation-view',
  imports: [Button, Chips, FindingList, Notice, ReconciliationHistory],
  templateUrl: './reconciliation-view.html',
  styleUrl: './reconciliation-view.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReconciliationView {
  readonly #session = inject(Session);
  readonly #sources = inject(Sources);
  readonly #toasts = inject(Toasts);
  readonly #import = new PastedImport(inject(ApiClient));
  protected readonly words = injectWords(reconciliationWords);
  protected readonly numberText = numberText;
  protected readonly sumRow = TOTAL_ROW;
  readonly told = input.required<Reconciliation>();
  readonly explained = output();
  protected readonly history = viewChild(ReconciliationHistory);

  protected readonly kinds = computed(() =>
    findingKinds.filter((kind) => this.told().findings[kind] > 0),
  );
  protected readonly kind = linkedSignal<FindingKind | undefined>(() => this.kinds()[0]);
  protected readonly chips = computed<readonly Chip[]>(() =>
    this.kinds().map((value) => ({
      ...{ value, label: this.words().kinds[value], count: this.told().findings[value] },
    })),
  );
  protected readonly heading = computed(() => {
    const { source, from, to } = this.told();
    const days = [dayWords(from), dayWords(to)] as const;
    return this.words().result.heading(this.#sources.nameOf(source), ...days);
  });
  /** How many the source has more in its sum, of which nothing but a list can say which they are. */
  protected readonly unnamed = computed(() => {
    const { cells, importId } = this.told();
    const sum = cells.find(({ row, column }) => row === TOTAL_ROW && column === 'total');
    const more = importId === null && sum !== undefined ? sum.declared - sum.ours : 0;
    return more > 0 ? more : undefined;
  });
  protected readonly missing = computed(() => {
    const { importId, findings } = this.told();
    const mayTake = importId !== null && this.#session.may('imports.write');
    return mayTake && findings.onlyThere > 0 ? findings.onlyThere : undefined;
  });
  protected readonly formats = evidenceFormats;
  protected readonly hasEvidence = computed(() => {
    const { lateThere, lateHere } = this.told().findings;
    return lateThere + lateHere > 0;
  });
  protected readonly taking = signal(false);
  protected readonly isTaken = linkedSignal({
    source: () => this.told().id,
    computation: () => false,
  });

  protected said(): void {
    this.history()?.told.reload();
    this.explained.emit();
  }

  /** A press on what is chosen shows it still. */
  protected choose(value: string | undefined): void {
    this.kind.update((kind) => this.kinds().find((each) => each === value) ?? kind);
  }

  protected evidenceOf(format: EvidenceFormat): string {
    return `${evidencePath(this.told().id)}?format=${format}`;
  }

  protected differenceOf({ declared, ours }: Reconciliation['cells'][number]): string {
    const difference = declared - ours;
    if (difference === 0) return this.words().result.same;
    return `${difference > 0 ? '+' : '−'}${numberText(Math.abs(difference))}`;
  }

  protected async take(): Promise<void> {
    const { importId } = this.told();
    if (importId === null || this.taking()) return;
    this.taking.set(true);
    const answer = await this.#import.commit(importId);
    if (answer.ok) {
      await this.#import.follow(importId, () => undefined);
      this.isTaken.set(true);
    } else {
      this.#toasts.failed(answer.problem.title);
    }
    this.taking.set(false);
  }
}
