import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  inject,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { feeClosingSchema, feesPath, type FeeOfficerBook } from '#contract/fees';
import { feesWords } from '#wording/fees';
import { uiWords } from '#wording/ui';
import { ApiClient, type ClientProblem, newActKey } from '../api/index.ts';
import { injectWords, numberText } from '../language/index.ts';
import { Button, dayWords, Dialog, Field, FieldInput, Toasts } from '../ui/index.ts';
import { type TypedAmounts, countOf, readAmount } from './closing-sum.ts';

export interface Closing {
  readonly book: FeeOfficerBook;
  readonly day: string;
  readonly unitId: number;
}

/** *Chốt sổ*: notes are counted, so cash begins empty; what a bank tells stands there to be compared. */
@Component({
  selector: 'mc-closing-dialog',
  imports: [Button, Dialog, Field, FieldInput],
  templateUrl: './closing-dialog.html',
  styleUrl: './closing-dialog.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ClosingDialog {
  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef);
  readonly #injector = inject(Injector);
  readonly #api = inject(ApiClient);
  readonly #toasts = inject(Toasts);
  protected readonly words = injectWords(feesWords);
  protected readonly ui = injectWords(uiWords);
  protected readonly numberText = numberText;
  protected readonly dialog = viewChild.required(Dialog);
  readonly done = output();
  /** Money came while it was counted. */
  readonly moved = output();

  /** The book that is being counted against: it stays while figures around it move. */
  protected readonly asked = signal<Closing | undefined>(undefined);
  protected readonly typed = signal<TypedAmounts>({});
  protected readonly reason = signal('');
  protected readonly tried = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ClientProblem | undefined>(undefined);
  #key = newActKey();

  protected readonly heading = computed(() => {
    const { book, day } = this.asked() ?? {};
    const { otherSystem, book: words } = this.words();
    return book && day ? words.heading(book.officer.name ?? otherSystem, dayWords(day)) : '';
  });
  protected readonly count = computed(() => countOf(this.asked()?.book.lines ?? [], this.typed()));
  protected readonly differenceText = computed(() => {
    const { counted, difference, isEven } = this.count();
    if (counted === undefined) return '–';
    if (isEven) return this.words().book.even;
    const sign = difference > 0 ? '+' : difference < 0 ? '−' : '';
    return this.words().money(`${sign}${numberText(Math.abs(difference))}`);
  });
  protected readonly needsReason = computed(() => {
    const { counted, isEven } = this.count();
    return counted !== undefined && !isEven;
  });

  begin(closing: Closing): void {
    this.asked.set(closing);
    this.typed.set(
      Object.fromEntries(
        closing.book.lines.map(({ method, amount }) => [
          method,
          method === 'cash' ? '' : numberText(amount),
        ]),
      ),
    );
    this.reason.set('');
    this.tried.set(false);
    this.problem.set(undefined);
    this.#key = newActKey();
    afterNextRender(() => this.#show(), { injector: this.#injector });
  }

  protected methodOf(method: string): string {
    return this.words().methods[method] ?? method;
  }

  protected say(method: string, event: Event): void {
    const { value } = event.target as HTMLInputElement;
    this.typed.update((typed) => ({ ...typed, [method]: value }));
  }

  protected explain(event: Event): void {
    this.reason.set((event.target as HTMLTextAreaElement).value);
  }

  protected faultOf(method: string): string | undefined {
    const isUnread = readAmount(this.typed()[method] ?? '') === undefined;
    return this.tried() && isUnread ? this.words().book.unread : undefined;
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    const body = this.#body();
    if (body === undefined || this.busy()) return;
    this.busy.set(true);
    const answer = await this.#api.act({
      path: `${feesPath}/closings`,
      body,
      answer: feeClosingSchema,
      key: this.#key,
    });
    this.busy.set(false);
    if (answer.ok) this.#finish();
    else this.#refuse(answer.problem);
  }

  /** Undefined as long as something is still to be said. */
  #body(): object | undefined {
    const [asked, { counted }, reason] = [this.asked(), this.count(), this.reason().trim()];
    if (asked === undefined || counted === undefined) return undefined;
    if (this.needsReason() && reason === '') return undefined;
    const { book, day, unitId } = asked;
    const seen = { count: book.count, amount: book.amount, revision: latestOf(book) };
    return {
      ...{ unitId, day, counted, seen, officer: book.officer.id },
      ...(reason !== '' && { reason }),
    };
  }

  #finish(): void {
    this.#toasts.done(this.words().book.done);
    this.dialog().close();
    this.done.emit();
  }

  #refuse(problem: ClientProblem): void {
    this.problem.set(problem);
    // Whether the server heard it is not known while the line is down: the same key asks for the same closing.
    if (problem.code !== 'offline') this.#key = newActKey();
    if (problem.status === 409) this.moved.emit();
  }

  #show(): void {
    this.dialog().open();
    this.#host.nativeElement.querySelector<HTMLElement>('input, textarea')?.focus();
  }
}

const latestOf = ({ closings }: FeeOfficerBook): number => closings[0]?.revision ?? 0;
