import { Inject, Injectable } from '@nestjs/common';
import type { CalendarApplied, CalendarPreview } from '#contract/calendars';
import { CalendarDraftService, type CalendarDraft, type LayerChange } from '../calendars/index.ts';
import { LOCK_NOT_AVAILABLE, StatementFailed } from '../platform/database/statement-failed.ts';
import { Tenancy } from '../platform/database/tenancy.ts';
import type { Ask } from '../platform/idempotency/ask.ts';
import { once } from '../platform/idempotency/once.ts';
import { ProblemError } from '../platform/problem/problem-error.ts';
import { ChangeKeeper, type Applying } from './change-keeper.service.ts';
import { PreviewBook, type FoundPreview } from './preview-book.service.ts';
import { RevisionPlanner } from './revision-planner.service.ts';
import { RevisionWriter } from './revision-writer.service.ts';

/** Calendars change in two steps: a person sees what would move, and then moves exactly that. */
@Injectable()
export class CalendarChangeService {
  readonly #tenancy: Tenancy;
  readonly #previews: PreviewBook;
  readonly #drafts: CalendarDraftService;
  readonly #planner: RevisionPlanner;
  readonly #keeper: ChangeKeeper;
  readonly #writer: RevisionWriter;

  // eslint-disable-next-line max-params -- here the rooms meet that a change of calendar goes through
  constructor(
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(PreviewBook) previews: PreviewBook,
    @Inject(CalendarDraftService) drafts: CalendarDraftService,
    @Inject(RevisionPlanner) planner: RevisionPlanner,
    @Inject(ChangeKeeper) keeper: ChangeKeeper,
    @Inject(RevisionWriter) writer: RevisionWriter,
  ) {
    this.#tenancy = tenancy;
    this.#previews = previews;
    this.#drafts = drafts;
    this.#planner = planner;
    this.#keeper = keeper;
    this.#writer = writer;
  }

  /** What the change would move. Nothing is in force by it. */
  async preview(unitId: number, change: LayerChange, by: string): Promise<CalendarPreview> {
    const draft = await this.#draft(unitId, change);
    const { moves, fingerprint } = await this.#planner.plan(draft, this.#previews.now());
    const previewId = await this.#previews.keep({ unitId, change, fingerprint }, by);
    return { previewId, moves };
  }

  /** A preview that was shown in one of these units. */
  async getPreview(id: string, units: readonly number[]): Promise<FoundPreview> {
    const found = await this.#previews.find(id, units);
    if (found === undefined) throw new ProblemError('not-found');
    return found;
  }

  /** Puts into force what was shown, or says that it is no longer what would happen. */
  async apply(preview: FoundPreview, ask: Ask): Promise<CalendarApplied> {
    if (preview.outcome !== null) return this.#again(preview.outcome, ask);
    const draft = await this.#draft(preview.unitId, preview.change);
    const plan = await this.#planner.plan(draft, this.#previews.now());
    if (plan.fingerprint !== preview.fingerprint) return this.#overtaken(preview, ask);
    const outcome = { ...draft.ownersVersion, moves: plan.moves };
    await this.#keep({ ...ask, preview, draft, plan, outcome });
    await this.#writer.catchUp(draft);
    return outcome;
  }

  /** Something came between: a twin of this request that was quicker, or another change. */
  async #overtaken({ id, unitId }: FoundPreview, ask: Ask): Promise<CalendarApplied> {
    const { outcome } = await this.getPreview(id, [unitId]);
    if (outcome === null) throw new ProblemError('calendar-preview-stale');
    return this.#again(outcome, ask);
  }

  /** The same request once more is answered as the first was; another one comes too late. */
  async #again(outcome: CalendarApplied, { asking }: Ask): Promise<CalendarApplied> {
    await this.#tenancy.within({ units: [] }, (transaction) =>
      once(transaction, asking, () => Promise.reject(new ProblemError('calendar-preview-applied'))),
    );
    return outcome;
  }

  async #keep(applying: Applying): Promise<void> {
    try {
      await this.#tenancy.within({ units: applying.draft.reached }, (transaction) =>
        this.#keeper.keep(transaction, applying),
      );
    } catch (error) {
      // Somebody else is changing the same calendar, or moving one of the dossiers, right now.
      if (error instanceof StatementFailed && error.state === LOCK_NOT_AVAILABLE) {
        throw new ProblemError('request-under-way');
      }
      throw error;
    }
  }

  async #draft(unitId: number, change: LayerChange): Promise<CalendarDraft> {
    const draft = await this.#drafts.draft(unitId, change);
    if (!draft.ok) throw new ProblemError(draft.refusal.code, draft.refusal.facts);
    return draft.value;
  }
}
