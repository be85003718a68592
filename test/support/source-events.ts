import type { DossierEvent, EventPayloads, EventType } from '#domain/dossier';
import { instant } from '#domain/working-time';
import { at } from './moment.ts';
import { anIntake, theImport } from './office.ts';

export type Line = {
  [Type in EventType]: readonly [type: Type, when: string, payload?: Partial<EventPayloads[Type]>];
}[EventType];

/** A history as a source system tells it: nobody here decided any of it. */
export function toldBySource(...lines: readonly Line[]): readonly DossierEvent[] {
  // One export tells them all, right after the last of it.
  const recordedAt = instant(Math.max(...lines.map(([, when]) => at(when))));
  return lines.map((line, index) => ({ ...eventTold(line, index), recordedAt }));
}

function eventTold([type, when, payload = {}]: Line, index: number): DossierEvent {
  return {
    type,
    version: index + 1,
    occurredAt: at(when),
    backdated: false,
    actor: theImport,
    source: 'mot-cua-hai-phong',
    payload: index === 0 ? { intake: anIntake(), ...payload } : payload,
  } as DossierEvent;
}
