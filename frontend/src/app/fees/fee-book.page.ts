import {
  ChangeDetectionStrategy,
  Component,
  DOCUMENT,
  DestroyRef,
  computed,
  inject,
  input,
  resource,
  viewChild,
} from '@angular/core';
import { Router } from '@angular/router';
import { feeBookSchema, feesPath, type FeeOfficerBook } from '#contract/fees';
import { dayOf, formatDay, plusDays } from '#domain/working-time';
import { feesWords } from '#wording/fees';
import { ApiClient, OfficeClock, Session, injectLive, problemOf } from '../api/index.ts';
import { injectWords, numberText } from '../language/index.ts';
import { injectShortcut } from '../shell/index.ts';
import { Button, DayInput, dayWords, Kbd, Notice, Page, Toasts, Waiting } from '../ui/index.ts';
import { ClosingDialog } from './closing-dialog.ts';
import { dayOr } from './day-or.ts';
import { FEES_PLACE } from './fee-places.ts';
import { OfficerBook } from './officer-book.ts';
import { BookLines } from './book-lines.ts';

const TOGETHER_MS = 1_000;
const NEWS: ReadonlySet<string> = new Set(['dossier', 'feeBook']);

/** *Sổ thu cuối ngày*: what each officer took, counted and closed; on paper it is signed. */
@Component({
  selector: 'mc-fee-book',
  imports: [BookLines, Button, ClosingDialog, DayInput, Kbd, Notice, OfficerBook, Page, Waiting],
  templateUrl: './fee-book.page.html',
  styleUrl: './fee-book.page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FeeBookPage {
  readonly #api = inject(ApiClient);
  readonly #router = inject(Router);
  readonly #session = inject(Session);
  readonly #toasts = inject(Toasts);
  readonly #clock = inject(OfficeClock);
  readonly #document = inject(DOCUMENT);
  protected readonly words = injectWords(feesWords);
  protected readonly numberText = numberText;
  protected readonly dialog = viewChild.required(ClosingDialog);
  readonly day = input<string>();

  readonly #today = computed(() => {
    const now = this.#clock.now();
    return now === undefined ? undefined : dayOf(now);
  });
  readonly #shown = computed(() => {
    const today = this.#today();
    return today === undefined ? undefined : dayOr(this.day(), today);
  });
  protected readonly shown = computed(() => {
    const shown = this.#shown();
    return shown === undefined ? '' : formatDay(shown);
  });
  protected readonly lastDay = computed(() => {
    const today = this.#today();
    return today === undefined ? '' : formatDay(today);
  });
  protected readonly heading = computed(() =>
    this.shown() === ''
      ? this.words().book.title
      : this.words().book.titleOf(dayWords(this.shown())),
  );

  protected readonly book = resource({
    params: () => {
      const [unitId, day] = [this.#session.unit()?.id, this.shown()];
      return unitId === undefined || day === '' ? undefined : { unitId, day };
    },
    loader: ({ params: query, abortSignal: abort }) =>
      this.#api.read(`${feesPath}/book`, feeBookSchema, { query, abort }),
  });
  protected readonly problem = computed(() => problemOf(this.book.error()));
  protected readonly told = computed(() => (this.book.hasValue() ? this.book.value() : undefined));
  protected readonly unitName = computed(() => this.#session.unit()?.name ?? '');
  readonly #mine = computed(() => {
    const me = this.#session.me()?.user.id;
    return this.told()?.officers.find(({ officer }) => officer.id === me);
  });

  constructor() {
    let timer: ReturnType<typeof setTimeout> | undefined;
    injectLive((news) => {
      if (news !== 'reset' && !NEWS.has(news.type)) return;
      timer ??= setTimeout(() => {
        timer = undefined;
        this.book.reload();
      }, TOGETHER_MS);
    });
    inject(DestroyRef).onDestroy(() => clearTimeout(timer));
    const keys = computed(() => this.words().keys);
    injectShortcut(
      'p',
      computed(() => keys().print),
      () => this.print(),
    );
    injectShortcut(
      'c',
      computed(() => keys().close),
      () => this.#closeMine(),
    );
    injectShortcut(
      'Escape',
      computed(() => this.words().title),
      () => void this.#router.navigateByUrl(`/${FEES_PLACE}`),
    );
  }

  protected mayClose({ officer }: FeeOfficerBook): boolean {
    const isMine = this.isMine({ officer });
    return this.#session.may(isMine ? 'fees.close' : 'fees.closeOthers');
  }

  protected isMine({ officer }: Pick<FeeOfficerBook, 'officer'>): boolean {
    return officer.id === this.#session.me()?.user.id;
  }

  protected close(book: FeeOfficerBook): void {
    this.dialog().begin({ book, day: this.shown(), unitId: this.#session.unit()?.id ?? 0 });
  }

  protected move(by: number): void {
    const shown = this.#shown();
    if (shown !== undefined) this.go(formatDay(plusDays(shown, by)));
  }

  protected go(day: string): void {
    const isToday = day === this.lastDay() || day === '';
    void this.#router.navigate([], { queryParams: { day: isToday ? null : day } });
  }

  protected print(): void {
    this.#document.defaultView?.print();
  }

  #closeMine(): void {
    const mine = this.#mine();
    if (mine === undefined) this.#toasts.news(this.words().book.none);
    else if (this.mayClose(mine)) this.close(mine);
  }
}
