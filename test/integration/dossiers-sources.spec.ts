import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CreatedDossier, DossierDetail, EventAnswer } from '#contract/dossiers';
import type { Page } from '#contract/list';
import { Projection } from '../../backend/src/dossiers/store/projection.service.ts';
import { Tenancy } from '../../backend/src/platform/database/tenancy.ts';
import { aUnitRow } from '../support/database.ts';
import { DossiersApp, aReceipt } from '../support/dossiers-app.ts';

let app: DossiersApp;
let unit: number;
let reception: string;

beforeAll(async () => {
  app = await DossiersApp.open('2026-03-02T08:00:00+07:00');
  unit = await aUnitRow(app.database, 'H24.99');
  await app.database.asRoot(
    `update unit set settings = settings || '{"sources": ["mot-cua-hai-phong", "dvcqg"]}'
     where id = $1`,
    [unit],
  );
  reception = `reception@${unit}`;
});
afterAll(() => app.close());

const tell = async (source: string, officialCode: string, changes: object = {}) => {
  const told = { source, officialCode, externalCode: `${source}/${officialCode}`, ...changes };
  const body = aReceipt({ procedureCode: '2.000815', ...told });
  return app.ask<CreatedDossier>(reception, 'POST /api/v1/dossiers', { body });
};
const seen = async (id: string) =>
  (await app.ask<DossierDetail>(reception, `GET /api/v1/dossiers/${id}`)).body;
const due = (day: string) => ({ declaredDueAt: `2026-03-${day}T17:00:00+07:00` });

describe('a dossier that a second system tells of', () => {
  it('follows the system the unit asks first, from the moment that one tells of it', async () => {
    const first = await tell('dvcqg', 'OFF-1', due('10'));
    const { status, body } = await tell('mot-cua-hai-phong', 'OFF-1', due('06'));
    expect([status, body.id]).toEqual([200, first.body.id]);
    const dossier = await seen(body.id);
    expect(dossier).toMatchObject({
      ...{ source: 'mot-cua-hai-phong', version: 2, state: 'received' },
      dueAt: '2026-03-06T17:00:00+07:00',
      declaredDueAt: '2026-03-06T17:00:00+07:00',
    });
    expect(dossier.sources.map(({ source, differences }) => [source, differences])).toEqual([
      ['mot-cua-hai-phong', []],
      ['dvcqg', ['declaredDueAt']],
    ]);
    const { body: events } = await app.ask<Page<EventAnswer>>(
      reception,
      `GET /api/v1/dossiers/${body.id}/events`,
    );
    expect(events.items.at(-1)).toMatchObject({ type: 'dueRevised', dueAt: dossier.dueAt });
    const list = await app.ask<Page<{ id: string }>>(
      reception,
      'GET /api/v1/dossiers?source=mot-cua-hai-phong',
    );
    expect(list.body.items.map(({ id }) => id)).toContain(body.id);
  });

  it('keeps the first one where the unit asks that before the other', async () => {
    const first = await tell('mot-cua-hai-phong', 'OFF-2', due('10'));
    await tell('dvcqg', 'OFF-2', due('06'));
    expect(await seen(first.body.id)).toMatchObject({
      ...{ source: 'mot-cua-hai-phong', version: 1 },
      dueAt: '2026-03-10T17:00:00+07:00',
      sources: [{ differences: [] }, { differences: ['declaredDueAt'] }],
    });
  });

  it('is found by the code of each of them', async () => {
    const first = await tell('dvcqg', 'OFF-9', { externalCode: 'G22.99-260301-0606' });
    await tell('mot-cua-hai-phong', 'OFF-9', { externalCode: 'H24.99-260302-0707' });
    for (const q of ['G22.99-260301-0606', 'H24.99-260302-0707', '260302-0707']) {
      const route = 'POST /api/v1/dossiers/search';
      const found = await app.ask<Page<{ id: string }>>(reception, route, { body: { q } });
      expect([q, found.body.items.map(({ id }) => id)]).toEqual([q, [first.body.id]]);
    }
  });

  it('counts by our own rule where the primary one promises nothing', async () => {
    const first = await tell('dvcqg', 'OFF-3', due('10'));
    await tell('mot-cua-hai-phong', 'OFF-3');
    expect(await seen(first.body.id)).toMatchObject({
      dueAt: '2026-03-02T17:00:00+07:00',
      declaredDueAt: null,
    });
  });

  it('keeps what the slip promised where no system had', async () => {
    const first = await tell('dvcqg', 'OFF-4', { ...due('10'), submitOnly: true });
    const slip = { declaredDueAt: '2026-03-12T17:00:00+07:00' };
    await app.done(reception, first.body, 'accept', slip);
    await tell('mot-cua-hai-phong', 'OFF-4');
    expect((await seen(first.body.id)).dueAt).toBe('2026-03-12T17:00:00+07:00');
  });

  it('is followed before its acceptance, too', async () => {
    const first = await tell('dvcqg', 'OFF-5', { ...due('10'), submitOnly: true });
    await tell('mot-cua-hai-phong', 'OFF-5', due('06'));
    const dossier = await seen(first.body.id);
    expect(dossier).toMatchObject({
      state: 'submitted',
      declaredDueAt: '2026-03-06T17:00:00+07:00',
    });
    const accepted = await app.done(reception, dossier, 'accept');
    expect(accepted.dueAt).toBe('2026-03-06T17:00:00+07:00');
  });

  it('keeps the source it was finished under', async () => {
    const first = await tell('dvcqg', 'OFF-6', due('10'));
    await app.done(reception, first.body, 'withdraw');
    expect((await tell('mot-cua-hai-phong', 'OFF-6', due('06'))).status).toBe(200);
    expect(await seen(first.body.id)).toMatchObject({ source: 'dvcqg', version: 2 });
  });

  it('can be told anew from its events', async () => {
    const rows = await app.database.asRoot<{ id: string }>(`select id from dossier`);
    const ids = rows.map(({ id }) => id);
    const projection = new Projection(app.get(Tenancy));
    expect(await projection.differences(unit, ids)).toEqual([]);
  });
});
