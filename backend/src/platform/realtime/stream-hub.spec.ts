import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import type { FeedPage, FeedRow } from './feed-store.ts';
import { OpenStream } from './open-stream.ts';
import { StreamHub } from './stream-hub.ts';

/** A feed in memory, whose answers may be held back on their way. */
class HeldFeed {
  readonly rows: FeedRow[] = [];
  #held: PromiseWithResolvers<undefined> | undefined;

  say(unit: number, id: string): void {
    const position = this.rows.length + 1;
    this.rows.push({ position, unit_id: unit, op: 'changed', type: 'dossier', id });
  }

  hold(): () => void {
    const held = Promise.withResolvers<undefined>();
    this.#held = held;
    return () => {
      this.#held = undefined;
      held.resolve(undefined);
    };
  }

  async places(): Promise<{ readonly now: number; readonly floor: number }> {
    await this.#held?.promise;
    return { now: this.rows.length, floor: 0 };
  }

  async after(position: number, units: readonly number[]): Promise<FeedPage> {
    await this.#held?.promise;
    return { rows: this.since(position, units), upTo: this.rows.length };
  }

  /** As somebody reads it whose question is not held up. */
  since(position: number, units: readonly number[]): readonly FeedRow[] {
    return this.rows.filter((row) => row.position > position && units.includes(row.unit_id));
  }
}

const feed = new HeldFeed();
const hub = new StreamHub({ feed, log: pino({ level: 'silent' }) });
afterEach(() => hub.close());

/** A page as the service opens it: it says from where on it is told, then reads what it missed. */
const page = (personId: string, unit: number) => {
  const heard: string[] = [];
  const from = feed.rows.length;
  const stream = new OpenStream({
    ...{ personId, units: [unit], end: () => undefined },
    send: ({ data }) => {
      if (typeof data === 'object' && 'id' in data) heard.push(String(data.id));
    },
  });
  const begun = hub.join(stream).then(() => stream.begin(from, feed.since(from, [unit])));
  return { heard, begun };
};

describe('who comes to the feed', () => {
  it('misses nothing said while the hub still asks where the feed is, or asks for others only', async () => {
    const letGo = feed.hold();
    const first = page('a', 1);
    await turn();
    feed.say(1, 'while the first comes in');
    letGo();
    await first.begun;
    expect(first.heard).toEqual(['while the first comes in']);

    const letGoAgain = feed.hold();
    hub.lookNow();
    await turn();
    const second = page('b', 2);
    await turn();
    feed.say(2, 'while the hub asks for the first only');
    letGoAgain();
    await second.begun;
    feed.say(2, 'afterwards');
    hub.lookNow();
    await turn();
    await turn();
    expect(second.heard).toEqual(['while the hub asks for the first only', 'afterwards']);
  });
});
