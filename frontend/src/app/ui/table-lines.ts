import {
  Directive,
  type EmbeddedViewRef,
  type OnChanges,
  TemplateRef,
  ViewContainerRef,
  inject,
  input,
} from '@angular/core';

/** A row with its number in the list. */
export interface TableLine<Row> {
  readonly row: Row;
  readonly at: number;
}

interface LineContext<Row> {
  $implicit: TableLine<Row>;
}

/**
 * Draws a stretch of consecutive lines; what leaves at one end is filled anew and comes in at the other, so
 * that scrolling makes nothing and throws nothing away. `@for` cannot be told that: it would move every line
 * that stays when one comes in before them.
 */
@Directive({ selector: 'ng-template[mcLines]' })
export class TableLines<Row> implements OnChanges {
  readonly #template = inject<TemplateRef<LineContext<Row>>>(TemplateRef);
  readonly #views = inject(ViewContainerRef);
  readonly #drawn: EmbeddedViewRef<LineContext<Row>>[] = [];
  #from = 0;

  readonly lines = input.required<readonly TableLine<Row>[]>({ alias: 'mcLines' });

  static ngTemplateContextGuard<Row>(
    _directive: TableLines<Row>,
    context: unknown,
  ): context is LineContext<Row> {
    return context !== null;
  }

  ngOnChanges(): void {
    const lines = this.lines();
    const from = lines[0]?.at ?? 0;
    const spare = this.#takeOut(from, from + lines.length);
    if (this.#drawn.length === 0) this.#from = from;
    const before = lines.slice(0, this.#from - from).toReversed();
    for (const line of before) this.#drawn.unshift(this.#put(line, 0, spare));
    const after = lines.slice(this.#drawn.length);
    for (const line of after) this.#drawn.push(this.#put(line, this.#drawn.length, spare));
    for (const view of spare) view.destroy();
    this.#from = from;
    for (const [at, line] of lines.entries()) this.#fill(this.#drawn[at], line);
  }

  /** Those no longer wanted, out of the page but kept. */
  #takeOut(from: number, to: number): EmbeddedViewRef<LineContext<Row>>[] {
    const spare: EmbeddedViewRef<LineContext<Row>>[] = [];
    const isOutside = (at: number): boolean => at < from || at >= to;
    while (this.#drawn.length > 0 && isOutside(this.#from)) {
      this.#views.detach(0);
      spare.push(...this.#drawn.splice(0, 1));
      this.#from += 1;
    }
    while (this.#drawn.length > 0 && isOutside(this.#from + this.#drawn.length - 1)) {
      this.#views.detach(this.#drawn.length - 1);
      spare.push(...this.#drawn.splice(-1));
    }
    return spare;
  }

  #put(
    line: TableLine<Row>,
    place: number,
    spare: EmbeddedViewRef<LineContext<Row>>[],
  ): EmbeddedViewRef<LineContext<Row>> {
    const view = spare.pop();
    if (view === undefined) {
      return this.#views.createEmbeddedView(this.#template, { $implicit: line }, place);
    }
    this.#views.insert(view, place);
    return view;
  }

  #fill(view: EmbeddedViewRef<LineContext<Row>> | undefined, line: TableLine<Row>): void {
    if (view !== undefined) view.context.$implicit = line;
  }
}
