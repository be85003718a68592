import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Live, type LiveNews } from './live.ts';
import { LiveLeader } from './live-leader.ts';
import { LiveWire, type WireEvents } from './live-wire.ts';

class SilentChannel extends EventTarget {
  postMessage(): void {
    // Nobody else is here.
  }
  close(): void {
    // Nothing was opened.
  }
}

let opened: { readonly path: string; readonly events: WireEvents }[];
let heard: LiveNews[];
let live: Live;
const wire = () => opened.at(-1)?.events;

beforeEach(() => {
  jest.useFakeTimers();
  Object.assign(globalThis, { BroadcastChannel: SilentChannel });
  [opened, heard] = [[], []];
  const open = (path: string, events: WireEvents) => {
    opened.push({ path, events });
    return () => undefined;
  };
  const stand = (lead: () => () => void): void => void lead();
  TestBed.configureTestingModule({
    providers: [
      { provide: LiveWire, useValue: { open } },
      { provide: LiveLeader, useValue: { stand } },
    ],
  });
  live = TestBed.inject(Live);
  live.listen((news) => heard.push(news));
  live.start();
});
afterEach(() => {
  jest.useRealTimers();
});

describe('the stream of changes', () => {
  it('is open once the server has spoken, and tells what changed', () => {
    expect(live.state()).toBe('opening');
    wire()?.heard('heartbeat', '{}', '40');
    expect(live.state()).toBe('open');
    wire()?.heard('change', '{"op":"changed","type":"dossier","id":"d1"}', '41');
    expect(heard).toEqual([{ op: 'changed', type: 'dossier', id: 'd1' }]);
  });

  it('goes on from where it broke off', () => {
    wire()?.heard('change', '{"op":"changed","type":"dossier","id":"d1"}', '41');
    wire()?.broken();
    expect(live.state()).toBe('closed');
    jest.advanceTimersByTime(1_000);
    expect(opened.map(({ path }) => path)).toEqual([
      '/api/v1/stream',
      '/api/v1/stream?lastEventId=41',
    ]);
  });

  it('takes silence for a dead line', () => {
    wire()?.heard('heartbeat', '{}', '40');
    jest.advanceTimersByTime(44_999);
    expect(live.state()).toBe('open');
    jest.advanceTimersByTime(1);
    expect(live.state()).toBe('closed');
  });

  it('believes the browser that the line is cut, and that it is mended', () => {
    wire()?.heard('heartbeat', '{}', '40');
    dispatchEvent(new Event('offline'));
    expect(live.state()).toBe('closed');
    const before = opened.length;
    dispatchEvent(new Event('online'));
    expect(opened).toHaveLength(before + 1);
    wire()?.heard('heartbeat', '{}', '41');
    expect(live.state()).toBe('open');
  });

  it('waits longer and longer for a server that is away', () => {
    for (const pause of [1_000, 2_000, 5_000]) {
      wire()?.broken();
      const before = opened.length;
      jest.advanceTimersByTime(pause - 1);
      expect(opened).toHaveLength(before);
      jest.advanceTimersByTime(1);
      expect(opened).toHaveLength(before + 1);
    }
  });

  it('says when changes were missed, so that lists are fetched anew', () => {
    wire()?.heard('reset', '{}', '90');
    expect(heard).toEqual(['reset']);
  });

  it('passes on nothing it does not understand', () => {
    wire()?.heard('change', 'not json', '41');
    wire()?.heard('change', '{"op":"exploded"}', '42');
    expect(heard).toEqual([]);
  });
});
