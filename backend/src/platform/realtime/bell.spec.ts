import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { Bell, type BellName, type BellWire } from './bell.ts';

const wired = () => {
  const sent: BellName[] = [];
  const far: { hear: (name: BellName) => void } = { hear: () => undefined };
  const wire: BellWire = {
    open: (heard) => {
      far.hear = heard;
      return Promise.resolve();
    },
    send: (name) => {
      sent.push(name);
      return Promise.resolve();
    },
    close: () => Promise.resolve(),
  };
  const bell = new Bell(wire, (error) => {
    throw error;
  });
  return { bell, sent, far };
};

describe('the bell', () => {
  it('rings once for many commands of one moment', async () => {
    const { bell, sent } = wired();
    for (let command = 0; command < 100; command += 1) bell.ring('feed');
    bell.ring('outbox');
    await pause(60);
    expect([...sent].sort()).toEqual(['feed', 'outbox']);
  });

  it('is heard in its own process and from others', async () => {
    const { bell, far } = wired();
    await bell.open();
    let heard = 0;
    const leave = bell.listen('feed', () => (heard += 1));
    bell.ring('feed');
    await pause(60);
    far.hear('feed');
    expect(heard).toBe(2);
    leave();
    far.hear('feed');
    expect(heard).toBe(2);
  });

  it('says nothing more once it is closed', async () => {
    const { bell, sent } = wired();
    bell.ring('feed');
    await bell.close();
    await pause(60);
    expect(sent).toEqual([]);
  });
});
