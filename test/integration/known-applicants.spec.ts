import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type KnownApplicant, knownApplicantsPath } from '#contract/dossiers';
import type { Page } from '#contract/list';
import type { Problem } from '#contract/problem';
import { aUnitRow } from '../support/database.ts';
import { DossiersApp } from '../support/dossiers-app.ts';

let app: DossiersApp;
let unit: number;
let other: number;
let reception: string;

beforeAll(async () => {
  app = await DossiersApp.open('2026-03-02T08:00:00+07:00');
  unit = await aUnitRow(app.database, 'H24.99');
  other = await aUnitRow(app.database, 'H24.98');
  reception = `reception@${unit}`;
});
afterAll(() => app.close());

describe('somebody who has come before', () => {
  const ask = (as: string, body: object) =>
    app.ask<Page<KnownApplicant> & Problem>(as, `POST ${knownApplicantsPath}`, { body });
  const applicant = {
    ...{ name: 'Hoàng Thị Quýt', phone: '0977 123 456', idNumber: '031190007777' },
    address: 'Thôn Thượng',
  };

  it('is found by either number however it is written, once a name, masked', async () => {
    await app.received(reception, { applicant });
    const poorer = { name: 'Hoang Thi Quyt', phone: '0977123456' };
    await app.received(reception, { applicant: poorer });
    const byPhone = await ask(reception, { phone: '+84 977 123 456' });
    expect(byPhone.body.items).toMatchObject([
      {
        ...{
          name: expect.stringMatching(/^Ho.ng Th. Qu.t$/),
          phone: '097******456',
          idNumber: '031******777',
        },
        ...{ address: '***', dossiers: 2 },
      },
    ]);
    const byNumber = await ask(reception, { idNumber: '031190007777' });
    expect(byNumber.body.items).toMatchObject([{ name: 'Hoàng Thị Quýt', dossiers: 1 }]);
    expect((await ask(reception, { phone: '0999 888 777' })).body.items).toEqual([]);
  });

  it('leaves a line in the audit, with neither number nor name', async () => {
    await ask(reception, { phone: '0977 123 456' });
    const lines = await app.database.asRoot<{ facts: unknown; subject_id: unknown }>(
      `select facts, subject_id from audit where act = 'applicant.find' order by position desc limit 1`,
    );
    expect(lines).toEqual([{ facts: { by: 'phone', found: 1 }, subject_id: null }]);
  });

  it('is nobody to another unit, to whoever receives nothing, or by two numbers at once', async () => {
    expect((await ask(`reception@${other}`, { phone: '0977 123 456' })).body.items).toEqual([]);
    expect((await ask(`observer@${unit}`, { phone: '0977 123 456' })).status).toBe(403);
    expect((await ask(`cashier@${unit}`, { phone: '0977 123 456' })).status).toBe(403);
    const both = { phone: '0977 123 456', idNumber: '031190007777' };
    expect([(await ask(reception, both)).status, (await ask(reception, {})).status]).toEqual([
      ...[400, 400],
    ]);
  });

  it('is told with an annulled dossier no more', async () => {
    const { id, version } = await app.received(reception, {
      applicant: { name: 'Nhập Nhầm', phone: '0966000111' },
    });
    await app.done(`director@${unit}`, { id, version }, 'annul', { reason: 'Nhập trùng' });
    expect((await ask(reception, { phone: '0966000111' })).body.items).toEqual([]);
  });
});
