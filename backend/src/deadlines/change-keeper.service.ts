import { Inject, Injectable } from '@nestjs/common';
import type { CalendarApplied } from '#contract/calendars';
import { AuditBook } from '../audit/index.ts';
import { CalendarDraftService, type CalendarDraft } from '../calendars/index.ts';
import { sqlInstant } from '../platform/database/wire-types.ts';
import type { Transaction } from '../platform/database/tenancy.ts';
import type { Ask } from '../platform/idempotency/ask.ts';
import { once } from '../platform/idempotency/once.ts';
import { ProblemError } from '../platform/problem/problem-error.ts';
import { PreviewBook, type FoundPreview } from './preview-book.service.ts';
import type { RevisionPlan } from './revision-planner.service.ts';
import { RevisionWriter } from './revision-writer.service.ts';

// Open pages count the time that is left by it.
const TELL = `insert into feed (unit_id, op, type, id, at) values ($1, 'changed', 'calendar', $2, $3)`;

export interface Applying extends Ask {
  readonly preview: FoundPreview;
  readonly draft: CalendarDraft;
  readonly plan: RevisionPlan;
  readonly outcome: CalendarApplied;
}

/** Layer, versions, due moments and the line that says who did it: all of them, or none. */
@Injectable()
export class ChangeKeeper {
  readonly #previews: PreviewBook;
  readonly #drafts: CalendarDraftService;
  readonly #writer: RevisionWriter;
  readonly #audit: AuditBook;

  constructor(
    @Inject(PreviewBook) previews: PreviewBook,
    @Inject(CalendarDraftService) drafts: CalendarDraftService,
    @Inject(RevisionWriter) writer: RevisionWriter,
    @Inject(AuditBook) audit: AuditBook,
  ) {
    this.#previews = previews;
    this.#drafts = drafts;
    this.#writer = writer;
    this.#audit = audit;
  }

  async keep(transaction: Transaction, applying: Applying): Promise<void> {
    await once(transaction, applying.asking, async () => {
      await this.#keep(transaction, applying);
      return { id: applying.preview.id, result: undefined };
    });
  }

  async #keep(transaction: Transaction, applying: Applying): Promise<void> {
    const { actor, preview, draft, plan, outcome } = applying;
    await this.#drafts.lock(transaction, draft);
    if (!(await this.#previews.claim(transaction, preview, outcome))) {
      throw new ProblemError('calendar-preview-applied');
    }
    if (!(await this.#drafts.stillHolds(transaction, draft))) {
      throw new ProblemError('calendar-preview-stale');
    }
    const at = sqlInstant(this.#previews.now());
    await this.#drafts.keep(transaction, draft, { at, by: actor.id });
    await this.#note(transaction, applying);
    for (const { unitId, version } of draft.versions) {
      await transaction.execute(TELL, [unitId, String(version.number), at]);
    }
    // Last: the store narrows the transaction to the unit of each dossier.
    await this.#writer.write(transaction, plan);
  }

  #note(transaction: Transaction, { actor, from, preview, draft, plan }: Applying) {
    return this.#audit.write(transaction, {
      unitId: draft.ownerId,
      actor,
      act: 'calendar.applied',
      subject: { type: 'calendar', id: preview.id },
      facts: {
        layerVersion: draft.layerVersion,
        versions: draft.versions.map(({ unitId, version }) => [unitId, version.number]),
        moved: plan.moves.length,
      },
      from,
    });
  }
}
