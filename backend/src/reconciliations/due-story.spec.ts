import { describe, expect, it } from '@jest/globals';
import type { DossierEvent } from '#domain/dossier';
import { at } from '../../../test/support/moment.ts';
import { dueStory } from './due-story.ts';

const event = (version: number, type: string, moment: string, more: object = {}): DossierEvent =>
  ({
    ...{ version, type, occurredAt: at(moment), recordedAt: at(moment), backdated: false },
    ...{ actor: { kind: 'import', id: 'dvc' }, payload: {}, ...more },
  }) as DossierEvent;

const HERE = { actor: { kind: 'officer', id: 'lan', roles: [], departments: [] } };

describe('what a due moment rests on', () => {
  it('is told in order, with whoever says it; what was voided is not told', () => {
    const history = [
      event(1, 'received', '2026-03-02 08:00'),
      event(2, 'assigned', '2026-03-02 08:10'),
      event(3, 'supplementRequested', '2026-03-03 09:00', HERE),
      event(4, 'supplementReceived', '2026-03-05 09:00', HERE),
      event(5, 'held', '2026-03-06 09:00', { ...HERE, payload: { basisCode: 'x' } }),
      event(6, 'voided', '2026-03-06 10:00', { ...HERE, payload: { version: 5, dues: [] } }),
      event(7, 'resultIssued', '2026-03-09 09:00'),
    ];
    expect(dueStory({ history }).map(({ type, source }) => [type, source])).toEqual([
      ['received', 'dvc'],
      ['supplementRequested', null],
      ['supplementReceived', null],
      ['resultIssued', 'dvc'],
    ]);
  });
});
