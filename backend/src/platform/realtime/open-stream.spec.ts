import type { MessageEvent } from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import type { FeedRow } from './feed-store.ts';
import { OpenStream } from './open-stream.ts';

const row = (position: number, unitId = 1): FeedRow => ({
  position,
  unit_id: unitId,
  op: 'changed',
  type: 'dossier',
  id: `d${position}`,
});

const open = (units = [1]) => {
  const sent: MessageEvent[] = [];
  const stream = new OpenStream({
    personId: 'lan',
    units,
    send: (message) => sent.push(message),
    end: () => undefined,
  });
  return { sent, stream, changes: () => sent.filter(({ type }) => type === undefined) };
};

describe('an open page', () => {
  it('is told first where it is, so that it can come back to this place', () => {
    const { sent, stream } = open();
    stream.begin(10, []);
    expect(sent).toEqual([{ type: 'heartbeat', data: {}, id: '10' }]);
  });

  it('hears what happened while it was finding its place, once and in order', () => {
    const { stream, changes } = open();
    stream.hear(row(11));
    stream.hear(row(12));
    stream.begin(9, [row(10), row(11)]);
    stream.hear(row(12));
    expect(changes().map(({ id }) => id)).toEqual(['10', '11', '12']);
  });

  it('hears of its own units only, and of what changed only the id', () => {
    const { stream, changes } = open([1, 3]);
    stream.begin(1, []);
    for (const unit of [1, 2, 3]) stream.hear(row(10 + unit, unit));
    expect(changes().map(({ data }) => data)).toEqual([
      { op: 'changed', type: 'dossier', id: 'd11' },
      { op: 'changed', type: 'dossier', id: 'd13' },
    ]);
  });

  it('hears no more of a unit it may no longer see', () => {
    const { stream, changes } = open([1]);
    stream.begin(1, []);
    stream.narrowTo([2]);
    stream.hear(row(11));
    expect(changes()).toEqual([]);
  });

  it('is told to fetch everything anew when its place is gone', () => {
    const { sent, stream } = open();
    stream.hear(row(51));
    stream.begin(50, 'gone');
    expect(sent.map(({ type, id }) => [type, id])).toEqual([
      ['reset', '50'],
      [undefined, '51'],
    ]);
  });

  it('moves its place on with the heartbeat, and never back', () => {
    const { sent, stream } = open();
    stream.begin(10, []);
    stream.beat(20);
    stream.beat(15);
    stream.beat(undefined);
    expect(sent.map(({ id }) => id)).toEqual(['10', '20', '20', '20']);
  });
});
