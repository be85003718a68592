import {
  ChangeDetectionStrategy,
  Component,
  booleanAttribute,
  effect,
  inject,
  input,
} from '@angular/core';
import { PageTitle } from './page-title.ts';

/**
 * What every screen stands in: its name as the only `h1`, its acts under `[mcPageActions]`, its filters
 * under `[mcPageTools]`. With `fill` the content takes the height that is left and scrolls by itself.
 */
@Component({
  selector: 'mc-page',
  templateUrl: './page.html',
  styleUrl: './page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[class.fill]': 'fill()' },
})
export class Page {
  readonly #title = inject(PageTitle);
  readonly heading = input.required<string>();
  readonly fill = input(false, { transform: booleanAttribute });

  constructor() {
    effect(() => this.#title.head(this.heading()));
  }
}
