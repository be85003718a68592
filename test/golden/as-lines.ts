import { effectiveEvents, type Intake, type OfficeEvent } from '#domain/dossier';
import { formatInstant, type Instant } from '#domain/working-time';
import type { Played } from './histories.ts';

/** Stories that end by an act of this office, which no other system can tell. */
const OURS: ReadonlySet<string> = new Set(['annulled', 'linked', 'unlinked']);

export const isTellableByOthers = ({ history }: Played): boolean =>
  !history.some(({ type }) => OURS.has(type));

/** What a system says besides type and moment; a due moment only where it is another than the one said before. */
function saidOf(event: OfficeEvent, promised: Instant | null): object {
  const { due } = event;
  if (event.type === 'extended') return { dueAt: formatInstant(event.payload.dueAt) };
  const dueAt = due?.beforeExtensionAt ?? null;
  return {
    ...(dueAt !== null && dueAt !== promised && { dueAt: formatInstant(dueAt) }),
    ...(event.type === 'termAgreed' && { variantKey: event.payload.variantKey }),
    ...(event.type === 'difficultyNoted' && { kind: event.payload.kind }),
  };
}

function eventsOf(history: Played['history']): readonly object[] {
  let promised: Instant | null = null;
  return effectiveEvents(history).map((event) => {
    const said = saidOf(event, promised);
    promised = event.due?.beforeExtensionAt ?? promised;
    return { type: event.type, at: formatInstant(event.occurredAt), ...said };
  });
}

const intakeOf = ({ id, history }: Played): Intake => {
  const [first] = history;
  const intake =
    first !== undefined && 'intake' in first.payload ? first.payload.intake : undefined;
  if (intake === undefined) throw new Error(`${id} has no beginning`);
  return intake;
};

/** The dossier as a system of the city would export it: what became of it in the end, in the order it happened. */
export function lineOf(played: Played): string {
  const { procedure, channel } = intakeOf(played);
  const { code, field, authority, onlineLevel } = procedure;
  return JSON.stringify({
    externalCode: played.id,
    ...{ procedureCode: code, field, authority, onlineLevel, channel },
    events: eventsOf(played.history),
  });
}
