import { Inject, Injectable } from '@nestjs/common';
import { AuditBook } from '../audit/index.ts';
import { CalendarDraftService, type CalendarDraft } from '../calendars/index.ts';
import type { RequestActor } from '../platform/auth/request-actor.ts';
import { sqlInstant } from '../platform/database/wire-types.ts';
import type { Transaction } from '../platform/database/tenancy.ts';
import type { HttpRequest } from '../platform/http/exchange.ts';
import { ProblemError } from '../platform/problem/problem-error.ts';
import { PreviewBook, type FoundPreview } from './preview-book.service.ts';
import type { RevisionPlan } from './revision-planner.service.ts';
import { RevisionWriter } from './revision-writer.service.ts';

/** Who changes a calendar, and from where. */
export interface Changing {
  readonly actor: RequestActor;
  readonly request: HttpRequest;
}

export interface Applying extends Changing {
  readonly preview: FoundPreview;
  readonly draft: CalendarDraft;
  readonly plan: RevisionPlan;
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
    const { actor, preview, draft, plan } = applying;
    await this.#drafts.lock(transaction, draft);
    if (!(await this.#previews.claim(transaction, preview))) {
      throw new ProblemError('calendar-preview-applied');
    }
    if (!(await this.#drafts.stillHolds(transaction, draft))) {
      throw new ProblemError('calendar-preview-stale');
    }
    const at = sqlInstant(this.#previews.now());
    await this.#drafts.keep(transaction, draft, { at, by: actor.id });
    await this.#note(transaction, applying);
    // Last: the store narrows the transaction to the unit of each dossier.
    await this.#writer.write(transaction, plan);
  }

  #note(transaction: Transaction, { actor, request, preview, draft, plan }: Applying) {
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
      from: request,
    });
  }
}
