import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  resource,
} from '@angular/core';
import {
  reconciliationHistoryPath,
  reconciliationHistorySchema,
  type ReconciliationSaying,
} from '#contract/reconciliations';
import { reconciliationWords } from '#wording/reconciliations';
import { ApiClient, problemOf } from '../api/index.ts';
import { injectWords, readMoment } from '../language/index.ts';
import { Notice, Waiting } from '../ui/index.ts';

/** Who said what of the differences, the newest first. */
@Component({
  selector: 'mc-reconciliation-history',
  imports: [Notice, Waiting],
  templateUrl: './reconciliation-history.html',
  styleUrl: './reconciliation-history.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReconciliationHistory {
  readonly #api = inject(ApiClient);
  protected readonly words = injectWords(reconciliationWords);
  protected readonly readMoment = readMoment;
  readonly reconciliation = input.required<string>();

  readonly told = resource({
    params: () => this.reconciliation(),
    loader: ({ params: id, abortSignal: abort }) =>
      this.#api.read(reconciliationHistoryPath(id), reconciliationHistorySchema, { abort }),
  });
  protected readonly problem = computed(() => problemOf(this.told.error()));

  protected saidOf({ before, after }: ReconciliationSaying): string {
    const { history, causes } = this.words();
    const cause = before === null ? history.first(causes[after.cause]) : undefined;
    const changed =
      before !== null && before.cause !== after.cause
        ? history.cause(causes[before.cause], causes[after.cause])
        : undefined;
    const said = [cause ?? changed, this.#ownerOf(before, after), this.#noteOf(before, after)];
    return said.filter((each) => each !== undefined).join('; ') || history.same;
  }

  #ownerOf(
    before: ReconciliationSaying['before'],
    { owner }: ReconciliationSaying['after'],
  ): string | undefined {
    const was = before?.owner ?? null;
    if (owner === was) return undefined;
    const { history } = this.words();
    return owner === null ? history.ownerGone(was ?? '') : history.owner(owner);
  }

  #noteOf(
    before: ReconciliationSaying['before'],
    { note }: ReconciliationSaying['after'],
  ): string | undefined {
    if (note === (before?.note ?? null)) return undefined;
    const { history } = this.words();
    return note === null ? history.noteGone : history.note(note);
  }
}
