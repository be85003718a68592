import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { FeeClosing, FeeOfficerBook } from '#contract/fees';
import { feesWords } from '#wording/fees';
import { DOSSIER_PLACE } from '../dossiers/index.ts';
import { injectWords, numberText, readMoment } from '../language/index.ts';
import { Badge, Button, Kbd } from '../ui/index.ts';
import { BookLines } from './book-lines.ts';

type Money = FeeOfficerBook['changes'][number]['was'];

/** One officer's day: the lines, whether it was closed and by whom, and what changed since. */
@Component({
  selector: 'mc-officer-book',
  imports: [Badge, BookLines, Button, Kbd, RouterLink],
  templateUrl: './officer-book.html',
  styleUrl: './officer-book.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OfficerBook {
  protected readonly words = injectWords(feesWords);
  protected readonly numberText = numberText;
  protected readonly readMoment = readMoment;
  protected readonly place = `/${DOSSIER_PLACE}`;
  readonly book = input.required<FeeOfficerBook>();
  readonly day = input.required<string>();
  readonly mayClose = input.required<boolean>();
  readonly isMine = input(false);
  readonly closing = output();

  protected readonly name = computed(() => {
    const { id, name } = this.book().officer;
    if (name !== null) return name;
    const { otherSystem, program } = this.words();
    return id.startsWith('source:') ? otherSystem : program;
  });
  protected readonly query = computed(() => ({
    ...{ view: 'taken', from: this.day(), to: this.day() },
    officer: this.book().officer.id,
  }));
  protected readonly latest = computed(() => this.book().closings[0]);

  protected closedText({ closedAt, closedBy }: FeeClosing): string {
    return this.words().book.closed(readMoment(closedAt), closedBy.name ?? this.words().program);
  }

  protected differenceText({ difference }: FeeClosing): string {
    const { book, money } = this.words();
    if (difference === 0) return book.even;
    return money(`${difference > 0 ? '+' : '−'}${numberText(Math.abs(difference))}`);
  }

  protected countedText({ counted }: FeeClosing): string {
    return counted
      .map(
        ({ method, amount }) => `${this.words().methods[method] ?? method} ${numberText(amount)}`,
      )
      .join(' · ');
  }

  protected moneyText(money: Money): string {
    if (money === null) return this.words().book.gone;
    const { methods } = this.words();
    return `${numberText(money.amount)} · ${methods[money.method] ?? money.method}`;
  }
}
