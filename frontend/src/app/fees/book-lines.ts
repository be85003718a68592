import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { FeeBook } from '#contract/fees';
import { feesWords } from '#wording/fees';
import { injectWords, numberText } from '../language/index.ts';
import { FEES_PLACE } from './fee-places.ts';

type ListQuery = Readonly<Record<string, string>>;

/** Ways of paying with their figures, each a way into the payments behind it. */
@Component({
  selector: 'mc-book-lines',
  imports: [RouterLink],
  templateUrl: './book-lines.html',
  styleUrl: './book-lines.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BookLines {
  protected readonly words = injectWords(feesWords);
  protected readonly numberText = numberText;
  protected readonly place = `/${FEES_PLACE}`;
  readonly label = input.required<string>();
  readonly lines = input.required<FeeBook['lines']>();
  readonly count = input.required<number>();
  readonly amount = input.required<number>();
  readonly query = input.required<ListQuery>();

  protected queryOf(method: string): ListQuery {
    return { ...this.query(), method };
  }

  protected methodOf(method: string): string {
    return this.words().methods[method] ?? method;
  }
}
