import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { CalendarPreview } from '#contract/calendars';
import type { DossierDetail, EventAnswer } from '#contract/dossiers';
import type { Page } from '#contract/list';
import { DeadlinesModule } from '../../backend/src/deadlines/index.ts';
import { EventStore } from '../../backend/src/dossiers/index.ts';
import { aUnitRow } from '../support/database.ts';
import { DossiersApp, aReceipt } from '../support/dossiers-app.ts';

/** *Xác nhận tình trạng hôn nhân*: three working days. */
const THREE_DAYS = '1.004873';

let app: DossiersApp;
let unit: number;
let reception: string;

beforeAll(async () => {
  app = await DossiersApp.open('2026-03-02T08:00:00+07:00', [DeadlinesModule]);
  unit = await aUnitRow(app.database, 'H24.99');
  reception = `reception@${unit}`;
});
afterAll(() => app.close());

/** Takes a day from the office's week of 2 March. */
const takeOff = async (date: string): Promise<void> => {
  const admin = `admin@${unit}`;
  const body = { days: [{ date, kind: 'off', name: 'Mất điện toàn xã' }] };
  const preview = await app.ask<CalendarPreview>(
    ...([admin, 'POST /api/v1/calendars/preview', { body }] as const),
  );
  const { previewId } = preview.body;
  const applied = await app.ask(admin, 'POST /api/v1/calendars/apply', {
    body: { previewId, unitId: unit },
  });
  expect([preview.status, applied.status]).toEqual([200, 200]);
};

/** The calendar changes after the next command was decided, and before it is kept. */
const changeBetween = (date: string): void => {
  const store = app.get(EventStore);
  const append = store.append.bind(store);
  jest.spyOn(store, 'append').mockImplementationOnce(async (...given) => {
    await takeOff(date);
    return append(...given);
  });
};

describe('a calendar that comes into force while a command is under way', () => {
  it('is the one a dossier is accepted by', async () => {
    const sent = await app.received(reception, { procedureCode: THREE_DAYS, submitOnly: true });
    changeBetween('2026-03-03');
    const accepted = await app.done(reception, sent, 'accept');
    expect(accepted).toMatchObject({ version: 2, dueAt: '2026-03-06T17:00:00+07:00' });
    const { body } = await app.ask<Page<EventAnswer>>(
      ...([reception, `GET /api/v1/dossiers/${sent.id}/events`] as const),
    );
    expect(body.items[1]?.calendarVersion).toMatch(/^2-/);
  });

  it('is the one a dossier is received by', async () => {
    changeBetween('2026-03-04');
    const { body } = await app.ask<DossierDetail>(reception, 'POST /api/v1/dossiers', {
      body: aReceipt({ procedureCode: THREE_DAYS }),
    });
    expect(body.dueAt).toBe('2026-03-09T17:00:00+07:00');
  });
});
