import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  ElementRef,
  Injector,
  afterNextRender,
  booleanAttribute,
  computed,
  contentChild,
  contentChildren,
  effect,
  inject,
  input,
  linkedSignal,
  model,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { NgTemplateOutlet } from '@angular/common';
import { uiWords } from '#wording/ui';
import { injectWords } from '../language/index.ts';
import { Icon } from './icon.ts';
import { nextId } from './next-id.ts';
import { toggled, withStretch } from './table-choice.ts';
import { CompactRow, REST, TableColumn, columnsWithin } from './table-column.ts';
import { COMPACT_PX, TALL_ROW_PX, TableFrame, rowPxOf } from './table-frame.ts';
import { placeAfter } from './table-keys.ts';
import { type Direction, directionIn, turnedBy } from './table-sort.ts';
import { type TableLine, TableLines } from './table-lines.ts';
import {
  type Sight,
  type TableWindow,
  isSameSight,
  isSameWindow,
  sightOf,
  windowOf,
} from './table-window.ts';

const HEAD_PX = 36;
const TICK_PX = 36;

const isHeld = ({ ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  ctrlKey || metaKey || altKey;

/**
 * A long list as a real table: sticky heading, only the rows in sight drawn, what is in sight told so that it
 * can be fetched, and the whole of it by keyboard: ↑ ↓ PgUp PgDn Home End move, Enter opens, Space
 * selects, Shift extends.
 */
@Component({
  selector: 'mc-table',
  imports: [Icon, NgTemplateOutlet, TableLines],
  templateUrl: './table.html',
  styleUrl: './table.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Table<Row extends { readonly id: string }> {
  protected readonly words = injectWords(uiWords);
  protected readonly id = nextId('table');
  protected readonly frame = viewChild.required<ElementRef<HTMLElement>>('frame');
  protected readonly grid = viewChild.required<ElementRef<HTMLElement>>('grid');

  readonly label = input.required<string>();
  readonly rows = input.required<readonly Row[]>();
  /** How many rows come before those that are held … */
  readonly offset = input(0);
  /** … and how many there are, as far as it is known; without it they are all held. */
  readonly length = input<number>();
  /** Whether more may come after what is known. */
  readonly endless = input(false);
  readonly loading = input(false);
  readonly selectable = input(false, { transform: booleanAttribute });
  /** The row being worked with; it stays the same whatever is loaded. */
  readonly activeId = model<string>();
  readonly selected = model<ReadonlySet<string>>(new Set());
  readonly sort = model<string>();
  readonly opened = output<Row>();
  /** Which rows are looked at, held or not. */
  readonly seen = output<Sight>();

  protected readonly columnList = contentChildren<TableColumn<Row>>(TableColumn);
  protected readonly compactRow = contentChild<CompactRow<Row>>(CompactRow);
  readonly #frame = new TableFrame(() => this.frame().nativeElement, inject(Injector));

  /** The template of two-line rows, where there is one and no room for columns. */
  protected readonly compact = computed(() =>
    this.#frame.width() < COMPACT_PX ? this.compactRow()?.template : undefined,
  );
  protected readonly rowPx = computed(() =>
    rowPxOf(this.#frame.width(), this.compact() !== undefined),
  );
  protected readonly isTall = computed(() => this.rowPx() === TALL_ROW_PX);

  readonly #headPx = computed(() => (this.compact() === undefined ? HEAD_PX : 0));

  protected readonly columns = computed(() => {
    const columns = this.columnList();
    const room = this.#frame.width() - (this.selectable() ? TICK_PX : 0);
    const told = columns.map((column) => {
      return { column, rank: column.rank(), width: column.width() };
    });
    return columnsWithin(told, room).map(({ column }) => column);
  });

  /** How wide each column is, the ticks' included. */
  protected readonly tracks = computed(() => {
    const ofColumns = this.columns().map((column) => column.width() ?? REST);
    const tracks = this.compact() === undefined ? ofColumns : [REST];
    return (this.selectable() ? [`${TICK_PX}px`, ...tracks] : tracks).join(' ');
  });

  readonly #view = computed(() => ({
    scrolled: this.#frame.scrolled(),
    height: this.#frame.height(),
    row: this.rowPx(),
  }));

  readonly #extent = computed(() => {
    const [offset, held] = [this.offset(), this.rows().length];
    return { offset, held, count: this.length() ?? offset + held };
  });

  protected readonly count = computed(() => this.#extent().count);
  protected readonly window = computed<TableWindow>(() => windowOf(this.#view(), this.#extent()), {
    equal: isSameWindow,
  });
  readonly #sight = computed<Sight>(() => sightOf(this.#view(), this.#extent()), {
    equal: isSameSight,
  });

  protected readonly drawn = computed<readonly TableLine<Row>[]>(() => {
    const [{ from, to }, offset] = [this.window(), this.offset()];
    return this.rows()
      .slice(from - offset, to - offset)
      .map((row, at) => ({ row, at: from + at }));
  });

  /** The number of the row one stands on, which is remembered while it is not held. */
  readonly #active = linkedSignal<{ at: number; id: string | undefined }, number>({
    source: () => {
      const [id, offset] = [this.activeId(), this.offset()];
      const held = this.rows().findIndex((row) => row.id === id);
      return { id, at: held === -1 ? -1 : offset + held };
    },
    computation: ({ at, id }, before) =>
      at === -1 && before?.source.id === id ? (before?.value ?? -1) : at,
  });

  /** The row one goes to, until it is held. */
  readonly #wanted = signal<number | undefined>(undefined);
  #top: { readonly id: string; readonly at: number; readonly rows: readonly Row[] } | undefined;

  protected readonly activeElement = computed(() => {
    const [at, { from, to }] = [this.#active(), this.window()];
    return at >= from && at < to ? `${this.id}-${at}` : null;
  });

  protected readonly allSelected = computed(
    () => this.rows().length > 0 && this.rows().every(({ id }) => this.selected().has(id)),
  );

  constructor() {
    const destroyed = inject(DestroyRef);
    afterNextRender(() => destroyed.onDestroy(this.#frame.watch()));
    effect(() => {
      const [sight] = [this.#sight(), this.rows()];
      untracked(() => this.seen.emit(sight));
    });
    effect(() => this.#arrive());
    effect(() => this.#stay());
  }

  focus(): void {
    this.grid().nativeElement.focus();
  }

  /** To its beginning: another list is coming. */
  toTop(): void {
    this.#top = undefined;
    this.#wanted.set(undefined);
    this.#frame.toTop();
  }

  protected scroll(): void {
    this.#frame.take();
  }

  /** The grid is entered by Tab: there has to be a row one stands on. */
  protected enter(): void {
    if (this.#active() === -1) this.#goTo(this.#sight().from);
  }

  protected press(event: KeyboardEvent): void {
    if (isHeld(event)) return;
    const place = this.#placeOf(event.key);
    if (place !== undefined) {
      if (event.shiftKey) this.#extend(this.#active());
      this.#goTo(place, event.shiftKey);
    } else if (event.key === 'Enter') this.#openActive();
    else if (event.key === ' ' && this.selectable()) this.#toggleActive();
    else return;
    event.preventDefault();
  }

  /** So many rows on from where one stands, for keys that work wherever the focus is. */
  step(by: number): void {
    this.#goTo(Math.min(Math.max(this.#standing() + by, 0), this.count() - 1));
    this.focus();
  }

  protected pick(row: Row, event: MouseEvent): void {
    const from = this.#active();
    this.#wanted.set(undefined);
    this.activeId.set(row.id);
    if (!this.selectable()) this.opened.emit(row);
    else if (event.shiftKey) this.#chooseTo(from);
    else if (event.ctrlKey || event.metaKey) this.toggle(row.id);
    else this.opened.emit(row);
  }

  protected toggle(id: string): void {
    this.selected.update((selected) => toggled(selected, id));
  }

  protected toggleAll(): void {
    this.selected.set(this.allSelected() ? new Set() : new Set(this.rows().map(({ id }) => id)));
  }

  protected sortBy(column: TableColumn<Row>): void {
    const name = column.sort();
    if (name !== undefined) this.sort.update((sort) => turnedBy(sort, name));
  }

  protected directionOf(column: TableColumn<Row>): Direction | null {
    const name = column.sort();
    return name === undefined ? null : directionIn(this.sort(), name);
  }

  /** Where one stands or is about to; with no row yet, before the first in sight. */
  #standing(): number {
    const at = this.#wanted() ?? this.#active();
    return at === -1 ? this.#sight().from - 1 : at;
  }

  #rowAt(at: number): Row | undefined {
    return this.rows()[at - this.offset()];
  }

  #placeOf(key: string): number | undefined {
    const seen = this.#frame.height() - this.#headPx();
    const page = Math.max(1, Math.floor(seen / this.rowPx()) - 1);
    return placeAfter(key, { at: this.#standing(), last: this.count() - 1, page });
  }

  #openActive(): void {
    const row = this.#rowAt(this.#active());
    if (row !== undefined) this.opened.emit(row);
  }

  #toggleActive(): void {
    const row = this.#rowAt(this.#active());
    if (row !== undefined) this.toggle(row.id);
  }

  #chooseTo(start: number): void {
    const [to, offset] = [this.#active(), this.offset()];
    const from = start === -1 ? to : start;
    this.selected.update((chosen) => withStretch(chosen, this.rows(), from - offset, to - offset));
  }

  #extend(at: number): void {
    const place = at - this.offset();
    if (!this.selectable() || place < 0) return;
    this.selected.update((chosen) => withStretch(chosen, this.rows(), place, place));
  }

  #goTo(at: number, isExtending = false): void {
    if (at < 0 || at >= this.count()) return;
    this.#wanted.set(at);
    this.#arrive();
    if (isExtending) this.#extend(at);
    this.#frame.show(at * this.rowPx(), (at + 1) * this.rowPx() + this.#headPx());
  }

  /** Stands on the row one goes to, at once or when it has been fetched. */
  #arrive(): void {
    const at = this.#wanted();
    const row = at === undefined ? undefined : this.#rowAt(at);
    if (row === undefined) return;
    this.#wanted.set(undefined);
    this.activeId.set(row.id);
  }

  /** The first row in sight stays where it is, whatever has been fetched before it. */
  #stay(): void {
    const [rows, offset, sight] = [this.rows(), this.offset(), this.#sight()];
    const top = this.#top;
    if (top !== undefined && top.at > 0 && top.rows !== rows) {
      const at = offset + rows.findIndex(({ id }) => id === top.id);
      if (at >= offset && at !== top.at) this.#frame.moveBy((at - top.at) * untracked(this.rowPx));
    }
    const first = rows[sight.from - offset];
    this.#top = first && { id: first.id, at: sight.from, rows };
  }
}
