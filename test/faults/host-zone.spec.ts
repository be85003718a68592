import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BreakableOffice } from './kit/office.ts';
import { aReceipt } from '../support/dossiers-app.ts';
import type { Clerk } from './kit/clerk.ts';

/** In Việt Nam the day has begun, in Greenwich and in New York it has not; there the clocks change today. */
const NOW = '2026-03-08T06:30:00+07:00';

let office: BreakableOffice;
const clerks = new Map<string, Clerk>();

beforeAll(async () => {
  office = await BreakableOffice.found();
  for (const [zone, code] of [
    ['UTC', 'H24.UTC'],
    ['America/New_York', 'H24.NYC'],
  ] as const) {
    const environment = { TZ: zone, MOTCUA_CLOCK: `${NOW}@0`, QUEUE: 'off' };
    const door = await office.door({ door: 'api', environment });
    await office.unit(code, zone.toLowerCase().replace('/', '-'), ['director']);
    clerks.set(zone, office.clerk(door, zone.toLowerCase().replace('/', '-')));
  }
});
afterAll(() => office.close());

/** What an office on a host in that zone answers, less what is another's anyway. */
const answersIn = async (zone: string): Promise<unknown> => {
  const clerk = clerks.get(zone);
  if (clerk === undefined) throw new Error(zone);
  const received = await clerk.ask<{ id: string; code: string; dueAt: string; receivedAt: string }>(
    {
      path: '/api/v1/dossiers',
      body: aReceipt(),
    },
  );
  const { id, code, dueAt, receivedAt } = received.body;
  const clock = await clerk.ask({ method: 'GET', path: `/api/v1/dossiers/${id}/clock` });
  const preview = await clerk.ask({
    path: '/api/v1/deadlines/preview',
    body: {
      receivedAt: '2026-03-07T23:59:59+07:00',
      allowance: { kind: 'calendarDays', amount: 3 },
      pauses: [{ from: '2026-03-08T00:00:00+07:00', to: '2026-03-09T10:00:00+07:00' }],
    },
  });
  const list = await clerk.ask<{ items: readonly { id: string }[] }>({
    method: 'GET',
    path: '/api/v1/dossiers?from=2026-03-08&to=2026-03-08',
  });
  return {
    ...{ code: code.slice(code.indexOf('-')), dueAt, receivedAt },
    clock: clock.body,
    preview: preview.body,
    listed: list.body.items.filter((item) => item.id === id).length,
  };
};

describe('an office on a host in another zone', () => {
  it('counts the days of Việt Nam', async () => {
    const wanted = { code: '-260308-0001', receivedAt: NOW, listed: 1 };
    expect(await answersIn('UTC')).toMatchObject(wanted);
  });

  it('answers in New York as it does in Greenwich', async () => {
    const [here, there] = [await answersIn('America/New_York'), await answersIn('UTC')];
    expect({ ...(here as object), code: '' }).toEqual({ ...(there as object), code: '' });
    expect(await office.findings()).toBe('');
  });
});
