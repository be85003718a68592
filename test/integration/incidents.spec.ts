import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DossierItem } from '#contract/dossiers';
import {
  PICTURE_BYTES,
  incidentDossiersPath,
  incidentPath,
  incidentPicturePath,
  incidentTimelinePath,
  incidentsPath,
  type Incident,
} from '#contract/incidents';
import type { Page } from '#contract/list';
import type { Problem } from '#contract/problem';
import { downloaded, sheetText } from '../support/downloaded.ts';
import { ImportDesk, TITLES, row, table } from '../support/import-desk.ts';
import { type Browser, OfficeApp } from '../support/office-app.ts';

const SYSTEM = 'dvc';
/** Monday 2 March 2026, from eight to ten: two hours of the office. */
const MORNING = { from: '2026-03-02T08:00:00+07:00', to: '2026-03-02T10:00:00+07:00' };

let office: OfficeApp;
let officer: Browser;
let elsewhere: Browser;

const reported = (more: object = {}) =>
  officer.post<Incident & Problem>(incidentsPath, { system: SYSTEM, kind: 'signature', ...more });

beforeAll(async () => {
  office = await OfficeApp.open({ MOTCUA_CLOCK: '2026-03-04T09:00:00+07:00@0' });
  const here = await office.unit({ code: 'H24.99' });
  const there = await office.unit({ code: 'H24.98' });
  await office.person('tiepnhan', { unitId: here, roles: ['reception'] });
  await office.person('noikhac', { unitId: there, roles: ['reception'] });
  officer = await office.signedIn('tiepnhan');
  elsewhere = await office.signedIn('noikhac');
  const received = ['02/03/2026 07:45', '02/03/2026 09:30', '03/03/2026 08:00'];
  const rows = received.map((NgayTiepNhan, at) => row(at + 1, { NgayTiepNhan }));
  const desk = new ImportDesk(officer);
  expect((await desk.brought(table(TITLES, ...rows), { source: SYSTEM })).counts.new).toBe(3);
});
afterAll(() => office.close());

describe('a system that does not work', () => {
  it('is told of with the working time it took and the dossiers that were open meanwhile', async () => {
    const { status, body } = await reported(MORNING);
    expect(status).toBe(201);
    expect(body).toMatchObject({ ...MORNING, workingMinutes: 120, dossiers: 2, withdrawn: false });
    const { items } = (await officer.get<Page<DossierItem>>(incidentDossiersPath(body.id))).body;
    expect(items.map(({ externalCode }) => externalCode)).toEqual(
      [1, 2].map((number) => `H24.99-260302-000${number}`),
    );
    expect(items.map(({ state }) => state)).toEqual(['received', 'received']);
  });

  it('may last until somebody says that it is over', async () => {
    const { body } = await reported({ kind: 'down' });
    expect(body).toMatchObject({ from: '2026-03-04T09:00:00+07:00', to: null, dossiers: 3 });
    await office.setClock('2026-03-04T09:30:00+07:00');
    const over = await officer.patch<Incident>(incidentPath(body.id), {
      to: '2026-03-04T09:20:00+07:00',
    });
    expect(over.body).toMatchObject({ workingMinutes: 20 });
  });

  it('cannot be told of before it happens, nor end before it began', async () => {
    const ahead = await reported({ from: '2026-03-09T08:00:00+07:00' });
    expect(ahead).toMatchObject({ status: 422, body: { errors: [{ path: 'from' }] } });
    const backwards = await reported({ from: MORNING.to, to: MORNING.from });
    expect(backwards).toMatchObject({ status: 422, body: { errors: [{ path: 'to' }] } });
  });

  it('is found by its time, and taken back without being forgotten', async () => {
    const { body } = await reported({ ...MORNING, kind: 'slow', note: 'Cổng DVC treo' });
    await officer.patch(incidentPath(body.id), { withdrawn: true });
    const during = await officer.get<Page<Incident>>(
      `${incidentsPath}?from=${encodeURIComponent(MORNING.from)}&to=${encodeURIComponent(MORNING.to)}`,
    );
    const found = during.body.items.find(({ id }) => id === body.id);
    expect(found).toMatchObject({ withdrawn: true, note: 'Cổng DVC treo' });
    const before = await officer.get<Page<Incident>>(
      `${incidentsPath}?to=${encodeURIComponent('2026-03-01T00:00:00+07:00')}`,
    );
    expect(before.body.items).toEqual([]);
  });

  it('leaves as a timeline, without what was taken back', async () => {
    const mistaken = await reported({ ...MORNING, note: 'Ghi nhầm máy' });
    await officer.patch(incidentPath(mistaken.body.id), { withdrawn: true });
    const { status, bytes } = await downloaded(office, officer, incidentTimelinePath);
    expect(status).toBe(200);
    const text = await sheetText(bytes);
    expect(text).toContain('Không ký số được');
    expect(text).not.toContain('Ghi nhầm máy');
  });

  describe('may have a picture of the screen', () => {
    const PNG = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    const JPEG = Buffer.concat([Buffer.from('ffd8ffe000104a464946', 'hex'), Buffer.alloc(5_000)]);

    const attached = async (browser: Browser, id: string, picture: Buffer) => {
      const form = new FormData();
      form.set('file', new Blob([Uint8Array.from(picture)]), 'man-hinh.svg');
      const sent = new Response(form);
      return browser.ask<Incident & Problem>({
        ...{ method: 'POST', url: incidentPicturePath(id) },
        headers: { 'content-type': sent.headers.get('content-type') ?? '' },
        body: Buffer.from(await sent.arrayBuffer()),
      });
    };

    const pictureOf = (browser: Browser, id: string) =>
      office.application.app.inject({
        ...{ method: 'GET', url: incidentPicturePath(id) },
        headers: { cookie: browser.cookie },
      });

    it('by what its bytes are; another takes its place, and it may go', async () => {
      const { body } = await reported({ ...MORNING, kind: 'sync' });
      expect(body.picture).toBeNull();
      expect((await pictureOf(officer, body.id)).statusCode).toBe(404);
      const first = await attached(officer, body.id, PNG);
      expect(first).toMatchObject({ status: 200, body: { picture: { bytes: PNG.length } } });
      const shown = await pictureOf(officer, body.id);
      expect(shown.headers).toMatchObject({
        ...{ 'content-type': 'image/png', 'x-content-type-options': 'nosniff' },
        'content-disposition': 'attachment; filename="su-co.png"',
        'cache-control': 'no-store',
      });
      expect(shown.rawPayload).toEqual(PNG);
      await attached(officer, body.id, JPEG);
      expect((await pictureOf(officer, body.id)).headers['content-type']).toBe('image/jpeg');
      const gone = await officer.delete<Incident>(incidentPicturePath(body.id));
      expect(gone).toMatchObject({ status: 200, body: { picture: null } });
      expect((await pictureOf(officer, body.id)).statusCode).toBe(404);
      const acts = await office.database.asRoot<{ act: string }>(
        `select act from audit where subject_id = '${body.id}' order by position`,
      );
      expect(acts.map(({ act }) => act)).toEqual([
        ...['incident.reported', 'incident.pictureAttached', 'incident.pictureAttached'],
        'incident.pictureRemoved',
      ]);
    });

    it('and nothing that could run', async () => {
      const { body } = await reported({ ...MORNING, kind: 'payment' });
      const drawing = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>');
      const refused = await attached(officer, body.id, drawing);
      expect([refused.status, refused.body.code]).toEqual([422, 'picture-unfit']);
      const heavy = await attached(
        officer,
        body.id,
        Buffer.concat([PNG, Buffer.alloc(PICTURE_BYTES)]),
      );
      expect([heavy.status, heavy.body.code]).toEqual([413, 'body-too-large']);
    });

    it('that nobody elsewhere sees', async () => {
      const { body } = await reported({ ...MORNING, kind: 'other' });
      await attached(officer, body.id, PNG);
      expect((await pictureOf(elsewhere, body.id)).statusCode).toBe(404);
      expect((await elsewhere.post(incidentPicturePath(body.id), {})).status).toBe(404);
      expect((await elsewhere.delete(incidentPicturePath(body.id))).status).toBe(404);
    });
  });

  it('is nobody else’s', async () => {
    const { body } = await reported(MORNING);
    expect((await elsewhere.get(incidentDossiersPath(body.id))).status).toBe(404);
    expect((await elsewhere.patch(incidentPath(body.id), { withdrawn: true })).status).toBe(404);
  });
});
