import type { DossierEvent, EventPayloads, EventType } from '#domain/dossier';
import { at } from './moment.ts';
import { anIntake, theImport } from './office.ts';

export type Line = {
  [Type in EventType]: readonly [type: Type, when: string, payload?: Partial<EventPayloads[Type]>];
}[EventType];

/** A history as a source system tells it: nobody here decided any of it. */
export function toldBySource(...lines: readonly Line[]): readonly DossierEvent[] {
  return lines.map(([type, when, payload], index) => eventTold(type, when, index, payload));
}

function eventTold(
  type: EventType,
  when: string,
  index: number,
  payload: object = {},
): DossierEvent {
  return {
    type,
    version: index + 1,
    occurredAt: at(when),
    recordedAt: at('2026-03-20 08:00'),
    backdated: false,
    actor: theImport,
    source: 'mot-cua-hai-phong',
    payload: index === 0 ? { intake: anIntake(), ...payload } : payload,
  } as DossierEvent;
}
