import { describe, expect, it } from '@jest/globals';
import { act, given, receivedAt } from '../../../test/support/dossier-case.ts';
import { at } from '../../../test/support/moment.ts';
import { director, processing, reception } from '../../../test/support/office.ts';
import { effectiveEvents } from './effective.ts';
import { firstUnlawful } from './lawful.ts';

const received = receivedAt('2026-03-02 08:00', reception);
const proposed = act('2026-03-04 09:00', processing, 'propose-supplement', {
  items: 'Bản sao giấy khai sinh',
  reason: 'Thiếu',
});

describe('a history is lawful', () => {
  it('where a finish was entered late that happened before a remark told meanwhile', () => {
    const history = given(
      received,
      proposed,
      act(
        {
          told: '2026-03-05 08:00',
          occurredAt: at('2026-03-03 09:00'),
          backdateReason: 'Mất điện',
        },
        director,
        'refuse',
        { reasonCode: 'khac', reason: 'Không đủ điều kiện' },
      ),
    ).history();
    const effective = effectiveEvents(history);
    expect(effective.map(({ type }) => type)).toEqual([
      'received',
      'refused',
      'supplementProposed',
    ]);
    expect(firstUnlawful(effective)).toBeUndefined();
  });

  it('but not where the remark is told of a dossier that was finished already', () => {
    const [first, second] = given(received, proposed).history();
    const finished = given(
      received,
      act('2026-03-03 09:00', director, 'refuse', { reasonCode: 'khac', reason: 'x' }),
    ).history();
    const late = { ...second, version: 3 } as (typeof finished)[number];
    expect(first?.type).toBe('received');
    expect(firstUnlawful(effectiveEvents([...finished, late]))?.type).toBe('supplementProposed');
  });
});
