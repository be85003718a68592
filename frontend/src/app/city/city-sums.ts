import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  resource,
  signal,
} from '@angular/core';
import {
  cityCellSchema,
  cityConsolidationSchema,
  cityDigitisation,
  cityIi06b,
  cityPath,
  reportIssuesPath,
  type CityCell,
} from '#contract/reports';
import type { Ii06bColumn } from '#domain/report';
import { cityWords } from '#wording/city';
import { reportWords } from '#wording/reports';
import { ApiClient, problemOf } from '../api/index.ts';
import { injectWords, numberText } from '../language/index.ts';
import {
  CellList,
  FileTable,
  Ii06bTable,
  RatioTable,
  type CellPress,
  type OpenedCell,
} from '../reports/index.ts';
import { Badge, Button, Chips, Notice, Waiting } from '../ui/index.ts';
import type { AskedReport } from './asked.ts';
import { differencesOf } from './differences.ts';

const FORMS = ['ii06b', 'digitisation', 'indicators'] as const;
const FILES = ['docx', 'xlsx', 'pdf'] as const;
type Part = CityCell['items'][number];

/** What the units say together: each number opens into its units, and from a unit into its dossiers. */
@Component({
  selector: 'mc-city-sums',
  imports: [
    ...[Badge, Button, CellList, Chips, FileTable, Ii06bTable, Notice, RatioTable, Waiting],
  ],
  templateUrl: './city-sums.html',
  styleUrl: './city-table.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CitySums {
  readonly #api = inject(ApiClient);
  protected readonly words = injectWords(cityWords);
  protected readonly names = injectWords(reportWords);
  protected readonly numberText = numberText;
  readonly asked = input.required<AskedReport>();
  protected readonly chosenForm = signal<string | undefined>('ii06b');

  protected readonly sums = resource({
    params: () => this.asked(),
    loader: ({ params, abortSignal: abort }) =>
      this.#api.read(`${cityPath}/consolidation`, cityConsolidationSchema, {
        ...{ query: { ...params }, abort },
      }),
  });
  protected readonly problem = computed(() => problemOf(this.sums.error()));
  protected readonly told = computed(() => (this.sums.hasValue() ? this.sums.value() : undefined));
  protected readonly form = computed(
    () => FORMS.find((form) => form === this.chosenForm()) ?? 'ii06b',
  );
  protected readonly forms = computed(() =>
    FORMS.map((value) => ({ value, label: this.words().sums.forms[value] })),
  );
  protected readonly ii06b = computed(() => {
    const told = this.told();
    return told && cityIi06b(told);
  });
  protected readonly digitisation = computed(() => {
    const told = this.told();
    return told && cityDigitisation(told);
  });
  protected readonly differences = computed(() => differencesOf(this.told()?.ii06b.parts ?? []));

  /** The same as files: a letter to write on, and its tables. */
  protected readonly files = computed(() => {
    const { unitId, ...period } = this.asked();
    return FILES.map((format) => {
      const query = new URLSearchParams({ ...period, unitId: String(unitId), format });
      const href = `${cityPath}/consolidation/export?${query.toString()}`;
      return { format: format.toUpperCase(), href };
    });
  });

  protected readonly press = linkedSignal<unknown, CellPress | undefined>({
    source: () => [this.asked(), this.form()],
    computation: () => undefined,
  });
  protected readonly heading = computed(() => {
    const press = this.press();
    return press && `${press.rowLabel} – ${this.columnName(press.column)}`;
  });
  protected readonly cell = resource({
    params: () => {
      const press = this.press();
      if (press === undefined) return undefined;
      return { ...this.asked(), form: this.form(), row: press.row, column: press.column };
    },
    loader: ({ params: query, abortSignal: abort }) =>
      this.#api.read(`${cityPath}/consolidation/units`, cityCellSchema, { query, abort }),
  });
  protected readonly cellProblem = computed(() => problemOf(this.cell.error()));
  protected readonly dossiers = linkedSignal<unknown, OpenedCell | undefined>({
    source: () => this.press(),
    computation: () => undefined,
  });

  /** A row of Phụ lục 01 is a unit already; of II.06b it is a field of all of them. */
  protected open(press: CellPress): void {
    const parts = this.told()?.digitisation.parts ?? [];
    const unit = this.form() === 'digitisation' && parts.find(({ code }) => code === press.row);
    this.press.set(press);
    if (unit === false || unit === undefined) return;
    this.press.set(undefined);
    this.openDossiers({ ...unit, row: 'total', count: press.count }, press);
  }

  protected openDossiers(part: Omit<Part, 'numbers'>, press = this.press()): void {
    if (part.issueId === null || press === undefined) return;
    const form = this.form();
    const heading = this.words().sums.ofUnit(part.name, this.columnName(press.column));
    this.dossiers.set({
      path: `${reportIssuesPath}/${part.issueId}/dossiers`,
      query: { section: 'main', form, row: part.row, column: press.column },
      ...{ heading, count: part.count },
    });
  }

  protected columnName(column: string): string {
    const { cells, screen } = this.names();
    const known: Readonly<Record<string, string>> =
      this.form() === 'digitisation' ? screen.fileColumns : cells;
    return known[column] ?? column;
  }

  protected differenceName(column: string): string {
    return this.names().cells[column as Ii06bColumn];
  }
}
