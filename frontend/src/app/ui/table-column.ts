import { Directive, TemplateRef, inject, input } from '@angular/core';

interface RowContext<Row> {
  readonly $implicit: Row;
}

/**
 * A column of a table: `<ng-template mcColumn="code" [mcColumnOf]="rows()" heading="Mã hồ sơ" let-row>`.
 * Columns of higher `rank` leave first when there is no room for all.
 */
@Directive({ selector: 'ng-template[mcColumn]' })
export class TableColumn<Row> {
  readonly template = inject<TemplateRef<RowContext<Row>>>(TemplateRef);
  readonly name = input.required<string>({ alias: 'mcColumn' });
  readonly rows = input<readonly Row[]>([], { alias: 'mcColumnOf' });
  readonly heading = input.required<string>();
  readonly width = input<string>();
  readonly align = input<'start' | 'end'>('start');
  /** 1 always stays; 2 leaves where there is little room, 3 before it. */
  readonly rank = input<1 | 2 | 3>(1);
  /** What `sort` says when its heading is pressed; without it the heading is only a word. */
  readonly sort = input<string>();

  static ngTemplateContextGuard<Row>(
    _directive: TableColumn<Row>,
    context: unknown,
  ): context is RowContext<Row> {
    return context !== null;
  }
}

const REM_PX = 16;
/** Less than this is no column. */
const REST_PX = 7 * REM_PX;
/** How wide a column is that says nothing of it: it shares what is left. */
export const REST = `minmax(${REST_PX}px, 1fr)`;

interface Ranked {
  readonly rank: number;
  readonly width: string | undefined;
}

const leastOf = ({ width }: Ranked): number =>
  width?.endsWith('rem') === true ? Number.parseFloat(width) * REM_PX : REST_PX;

/**
 * The columns there is room for, in their order: those of the first rank in any case, then as many of each next
 * rank as fit, the earlier ones first.
 */
export const columnsWithin = <Column extends Ranked>(
  columns: readonly Column[],
  room: number,
): readonly Column[] => {
  let left = room;
  const kept = new Set<Column>();
  for (const column of columns.toSorted((a, b) => a.rank - b.rank)) {
    const least = leastOf(column);
    if (column.rank > 1 && least > left) break;
    kept.add(column);
    left -= least;
  }
  return columns.filter((column) => kept.has(column));
};

/** The whole row in two lines, for a phone: `<ng-template mcCompact [mcCompactOf]="rows()" let-row>`. */
@Directive({ selector: 'ng-template[mcCompact]' })
export class CompactRow<Row> {
  readonly template = inject<TemplateRef<RowContext<Row>>>(TemplateRef);
  readonly rows = input<readonly Row[]>([], { alias: 'mcCompactOf' });

  static ngTemplateContextGuard<Row>(
    _directive: CompactRow<Row>,
    context: unknown,
  ): context is RowContext<Row> {
    return context !== null;
  }
}
