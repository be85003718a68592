import type { EventAnswer } from '#contract/dossiers';
import { tellInstant } from '#contract/time';
import type { Actor, DossierEvent } from '#domain/dossier';
import { formatInstant } from '#domain/working-time';
import { toStored } from '../store/event-codec.ts';

/** An event as it is told: moments written out, who did it without the roles held then. */
export const eventAnswer = (event: DossierEvent): EventAnswer => {
  const { texts = {}, due, source } = event;
  const { reason: given, ...others } = texts;
  // Told late, the reason for that is the event's, unless it has one of its own.
  const reason = given ?? others.backdateReason;
  return {
    version: event.version,
    type: event.type,
    occurredAt: formatInstant(event.occurredAt),
    recordedAt: formatInstant(event.recordedAt),
    backdated: event.backdated,
    ...(reason !== undefined && { reason }),
    ...(Object.keys(others).length > 0 && { texts: others }),
    actor: actorAnswer(event.actor),
    payload: toStored(event).payload as Record<string, unknown>,
    ...(due !== undefined && {
      dueAt: tellInstant(due.dueAt),
      calendarVersion: due.calendarVersion,
    }),
    ...(source !== undefined && { source }),
  };
};

const actorAnswer = (actor: Actor): EventAnswer['actor'] => {
  const standsInFor = actor.kind === 'officer' ? actor.standsInFor : undefined;
  return { kind: actor.kind, id: actor.id, ...(standsInFor !== undefined && { standsInFor }) };
};
