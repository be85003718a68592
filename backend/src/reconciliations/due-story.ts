import { effectiveEvents, type Actor, type DossierState, type OfficeEvent } from '#domain/dossier';
import type { Instant } from '#domain/working-time';

/** Events that say from when a dossier's clock ran, when it stood, and to when it was moved. */
const TOLD = [
  ...(['received', 'supplementRequested', 'supplementSubmitted', 'supplementReceived'] as const),
  ...(['paymentRequested', 'paymentReceived', 'held', 'resumed', 'extended'] as const),
  ...(['dueRevised', 'resultIssued', 'refused', 'stopped', 'withdrawn'] as const),
] as const satisfies readonly OfficeEvent['type'][];

type ToldType = (typeof TOLD)[number];

interface StoryLine {
  readonly type: ToldType;
  readonly at: Instant;
  /** Whose word it is: the source's that told it, or null for this office's own. */
  readonly source: string | null;
}

const told: ReadonlySet<string> = new Set(TOLD);

const isTold = (type: OfficeEvent['type']): type is ToldType => told.has(type);

const sourceOf = (actor: Actor): string | null => (actor.kind === 'import' ? actor.id : null);

/** What made a dossier's due moment what it is, and who says so: corrected as it is known now. */
export const dueStory = ({ history }: Pick<DossierState, 'history'>): readonly StoryLine[] =>
  effectiveEvents(history).flatMap(({ type, occurredAt, actor }) =>
    isTold(type) ? [{ type, at: occurredAt, source: sourceOf(actor) }] : [],
  );
