import {
  ChangeDetectionStrategy,
  Component,
  Injector,
  afterNextRender,
  computed,
  inject,
  output,
  signal,
  viewChild,
} from '@angular/core';
import {
  indicatorDefinitionsPath,
  indicatorDefinitionsSchema,
  type IndicatorDefinitionsAnswer,
} from '#contract/reports';
import { isAim } from '#domain/report';
import { cityWords } from '#wording/city';
import { reportWords } from '#wording/reports';
import { uiWords } from '#wording/ui';
import { ApiClient, newActKey, type ClientProblem } from '../api/index.ts';
import { injectWords } from '../language/index.ts';
import {
  Button,
  DayInput,
  Dialog,
  Field,
  FieldInput,
  Icon,
  Toasts,
  dayWords,
} from '../ui/index.ts';
import { typedPercent, type Dated, type TargetLine } from './target-lines.ts';

interface Begun {
  readonly line: TargetLine;
  readonly today: string;
  readonly unitId: number;
}

/** By what a ratio is divided and how high it has to be, from a day on. */
@Component({
  selector: 'mc-target-dialog',
  imports: [Button, DayInput, Dialog, Field, FieldInput, Icon],
  templateUrl: './target-dialog.html',
  styleUrl: './target-dialog.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TargetDialog {
  readonly #api = inject(ApiClient);
  readonly #toasts = inject(Toasts);
  readonly #injector = inject(Injector);
  readonly #all = injectWords(cityWords);
  protected readonly words = computed(() => this.#all().targets);
  protected readonly names = injectWords(reportWords);
  protected readonly ui = injectWords(uiWords);
  protected readonly dialog = viewChild.required(Dialog);
  protected readonly populations = ['new', 'total'] as const;
  readonly done = output<IndicatorDefinitionsAnswer>();

  protected readonly begun = signal<Begun | undefined>(undefined);
  protected readonly population = signal<Dated['population']>('total');
  protected readonly percent = signal('');
  protected readonly since = signal('');
  protected readonly busy = signal(false);
  protected readonly tried = signal(false);
  protected readonly problem = signal<ClientProblem | undefined>(undefined);

  protected readonly name = computed(() => {
    const line = this.begun()?.line;
    return line === undefined ? '' : this.names().indicators[line.indicator];
  });
  /** A ratio nobody should raise has no target to be typed. */
  protected readonly hasAim = computed(() => {
    const line = this.begun()?.line;
    return line !== undefined && isAim(line.indicator);
  });
  protected readonly aim = computed(() => (this.hasAim() ? typedPercent(this.percent()) : null));
  protected readonly isPast = computed(() => {
    const [since, today] = [this.since(), this.begun()?.today ?? ''];
    return since !== '' && since < today;
  });

  begin(begun: Begun): void {
    const { population, targetPercent } = begun.line;
    this.begun.set(begun);
    this.population.set(population);
    this.percent.set(targetPercent === null ? '' : String(targetPercent));
    this.since.set(begun.today);
    this.tried.set(false);
    this.problem.set(undefined);
    afterNextRender(() => this.dialog().open(), { injector: this.#injector });
  }

  protected choosePopulation(chosen: string): void {
    this.population.set(chosen === 'new' ? 'new' : 'total');
  }

  protected lineOf({ effectiveFrom, targetPercent, population }: Dated): string {
    const { historyLine, noTarget, percent, populations } = this.words();
    const target = targetPercent === null ? noTarget : percent(String(targetPercent));
    return historyLine(dayWords(effectiveFrom), target, populations[population]);
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    const [begun, targetPercent] = [this.begun(), this.aim()];
    const isReady = targetPercent !== undefined && this.since() !== '';
    if (begun === undefined || !isReady || this.busy()) return;
    this.busy.set(true);
    const { unitId, line } = begun;
    const told = { unitId, indicator: line.indicator, population: this.population() };
    const answer = await this.#api.act({
      ...{ method: 'PUT', path: indicatorDefinitionsPath, answer: indicatorDefinitionsSchema },
      ...{ body: { ...told, targetPercent, effectiveFrom: this.since() }, key: newActKey() },
    });
    this.busy.set(false);
    if (!answer.ok) {
      this.problem.set(answer.problem);
      return;
    }
    this.#toasts.done(this.words().saved);
    this.dialog().close();
    this.done.emit(answer.value);
  }
}
