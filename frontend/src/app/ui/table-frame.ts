import { type Injector, afterNextRender, signal } from '@angular/core';

/** Before anything is measured. */
const HEIGHT_PX = 600;
const WIDE_PX = 960;
/** Less than the columns that stay need beside a name: rows of two lines instead. */
export const COMPACT_PX = 680;

const ROW_PX = 36;
const COMPACT_ROW_PX = 64;
/** Three lines, where two would cut names off. */
export const TALL_ROW_PX = 88;
const TALL_PX = 400;

export const rowPxOf = (width: number, isCompact: boolean): number => {
  if (!isCompact) return ROW_PX;
  return width < TALL_PX ? TALL_ROW_PX : COMPACT_ROW_PX;
};

/** The frame through which a long list is seen: how large it is, and how far it is scrolled. */
export class TableFrame {
  readonly #injector: Injector;
  readonly #element: () => HTMLElement;
  readonly #scrolled = signal(0);
  readonly #height = signal(HEIGHT_PX);
  readonly #width = signal(WIDE_PX);

  readonly scrolled = this.#scrolled.asReadonly();
  readonly height = this.#height.asReadonly();
  readonly width = this.#width.asReadonly();

  constructor(element: () => HTMLElement, injector: Injector) {
    this.#element = element;
    this.#injector = injector;
  }

  /** Measures now and whenever its size changes, until the returned function is called. */
  watch(): () => void {
    const element = this.#element();
    const measure = (): void => {
      this.#height.set(element.clientHeight);
      this.#width.set(element.clientWidth);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }

  /** Somebody has scrolled. */
  take(): void {
    this.#scrolled.set(this.#element().scrollTop);
  }

  toTop(): void {
    this.#element().scrollTop = 0;
    this.#scrolled.set(0);
  }

  /** Rows have come or gone above: what is being read stays where it is. */
  moveBy(pixels: number): void {
    this.#scrolled.update((scrolled) => Math.max(0, scrolled + pixels));
    const move = (): void => {
      this.#element().scrollTop = this.#scrolled();
    };
    afterNextRender({ write: move }, { injector: this.#injector });
  }

  /** Scrolls no further than until that stretch can be seen. */
  show(top: number, bottom: number): void {
    const element = this.#element();
    if (top < element.scrollTop) element.scrollTop = top;
    else if (bottom > element.scrollTop + element.clientHeight) {
      element.scrollTop = bottom - element.clientHeight;
    }
  }
}
