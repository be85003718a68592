import type { Ii06bAnswer } from '#contract/reports';
import { numbersIn, type Ii06bColumn, type Layout } from '#domain/report';
import { reportWords } from '#wording/reports';
import {
  firstRowOf,
  letterOf,
  rangeOf,
  type SheetCell,
  type WideSheet,
} from '../../forms/index.ts';
import { formLayout, type FormLayout } from '../paper/ii06b-table.ts';

type Numbers = Ii06bAnswer['total'];

const { vi } = reportWords;

const FORMS: Readonly<Record<Layout, string>> = {
  16: 'Biểu số II.06b/VPCP/KSTT',
  13: 'Biểu số II.06a/VPCP/KSTT (13 cột)',
};
const day = (date: string): string => date.split('-').reverse().join('/');

/** Where the columns of a layout stand on its sheet, and what follows from what. */
class Form {
  readonly #layout: FormLayout;

  constructor(layout: FormLayout) {
    this.#layout = layout;
  }

  /** Columns that are sums of others are formulas: whoever mends a number sees what follows. */
  numbers(numbers: Numbers, row: number): readonly SheetCell[] {
    const { columns, sums } = this.#layout;
    return columns.map((column) => {
      const [, parts] = sums.find(([whole]) => whole === column) ?? [];
      const value = numbers[column];
      return parts === undefined ? value : { formula: `=${this.#sum(parts, row)}`, value };
    });
  }

  totals(total: Numbers, first: number, last: number): readonly SheetCell[] {
    return this.#layout.columns.map((column) =>
      last < first
        ? total[column]
        : { formula: `=SUM(${rangeOf(this.#at(column), first, last)})`, value: total[column] },
    );
  }

  /** Each sum of the form as a difference that is 0 where it holds: anybody can see that it does. */
  proofs(total: Numbers, row: number): readonly (readonly SheetCell[])[] {
    const { sums, placeOf } = this.#layout;
    const identities = [...sums, ['total', ['resolved', 'pending']] as const];
    return identities.map(([whole, parts]) => {
      const value = parts.reduce((left, part) => left - total[part], total[whole]);
      const formula = `=${this.#cell(whole, row)}-(${this.#sum(parts, row)})`;
      const name = `${placeOf(whole)} − [${parts.map(placeOf).join(' + ')}]`;
      return [null, name, { formula, value }];
    });
  }

  #at(column: Ii06bColumn): number {
    return this.#layout.columns.indexOf(column) + 2;
  }

  #cell(column: Ii06bColumn, row: number): string {
    return `${letterOf(this.#at(column))}${row}`;
  }

  #sum(parts: readonly Ii06bColumn[], row: number): string {
    return parts.map((part) => this.#cell(part, row)).join('+');
  }
}

const notes = (
  { notCounted, withoutDueMoment }: Ii06bAnswer,
  layout: Layout,
): readonly string[] => [
  vi.notCounted(notCounted),
  ...(withoutDueMoment > 0 ? [vi.screen.withoutDue(withoutDueMoment)] : []),
  ...(layout === 13 ? [vi.folded] : []),
];

/** The form as a sheet, in one of its layouts. */
export function ii06bSheet(name: string, answer: Ii06bAnswer, layout: Layout = 16): WideSheet {
  const { unit, from, to } = answer;
  const told = formLayout(layout);
  const form = new Form(told);
  const rows = answer.rows.map((row) => ({ label: row.label, ...numbersIn(layout, row) }));
  const total = numbersIn(layout, answer.total);
  const frame = {
    headlines: [FORMS[layout], vi.formTitle(unit.name), vi.formPeriod(day(from), day(to))],
    head: told.head,
    places: told.places,
  };
  const first = firstRowOf(frame);
  const last = first + rows.length - 1;
  const widths = [6, 34, ...told.columns.map(() => 9)];
  return {
    ...{ ...frame, name, measure: vi.formUnit, widths },
    rows: rows.map((row, index) => [index + 1, row.label, ...form.numbers(row, first + index)]),
    totals: [['', vi.groups.total, ...form.totals(total, first, last)]],
    below: [...form.proofs(total, last + 1), ...notes(answer, layout).map((note) => [null, note])],
  };
}
