import type { EventAnswer } from '#contract/dossiers';
import { tellInstant } from '#contract/time';
import type { DossierEvent } from '#domain/dossier';
import { formatInstant } from '#domain/working-time';
import { toStored } from '../store/event-codec.ts';

/** An event as it is told: moments written out, who did it without the roles held then. */
export const eventAnswer = (event: DossierEvent): EventAnswer => {
  const { texts = {}, due, source } = event;
  const { reason, ...others } = texts;
  return {
    version: event.version,
    type: event.type,
    occurredAt: formatInstant(event.occurredAt),
    recordedAt: formatInstant(event.recordedAt),
    backdated: event.backdated,
    ...(reason !== undefined && { reason }),
    ...(Object.keys(others).length > 0 && { texts: others }),
    actor: { kind: event.actor.kind, id: event.actor.id },
    payload: toStored(event).payload as Record<string, unknown>,
    ...(due !== undefined && {
      dueAt: tellInstant(due.dueAt),
      calendarVersion: due.calendarVersion,
    }),
    ...(source !== undefined && { source }),
  };
};
