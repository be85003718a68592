import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SealAuditJob } from '../../backend/src/audit/seal-audit.job.ts';
import {
  type AuditEntry,
  type AuditSeal,
  auditExportPath,
  auditPageSchema,
  auditPath,
  auditSealPath,
  auditSealSchema,
} from '#contract/audit';
import type { Page } from '#contract/list';
import { loginPath, usersPath } from '#contract/identity';
import type { Problem } from '#contract/problem';
import { departmentsPath, unitsPath } from '#contract/units';
import { findingsIn } from '../support/books.ts';
import { type Browser, OfficeApp } from '../support/office-app.ts';

let office: OfficeApp;
let commune: number;
let other: number;
let director: Browser;

const read = async (browser: Browser, query = ''): Promise<readonly AuditEntry[]> => {
  const { body } = await browser.get<Page<AuditEntry>>(`${auditPath}${query}`);
  return auditPageSchema.parse(body).items;
};

beforeAll(async () => {
  office = await OfficeApp.open({}, { unsound: 'it tampers with the seals' });
  commune = await office.unit({ code: 'H24.99' });
  other = await office.unit({ code: 'H25.01' });
  await office.person('lanhdao', { unitId: commune, roles: ['director'] });
  await office.person('quantrixa', { unitId: commune, roles: ['admin'] });
  await office.person('tiepnhan', { unitId: commune, roles: ['reception'] });
  await office.person('noikhac', { unitId: other, roles: ['director'] });
  director = await office.signedIn('lanhdao');
});
afterAll(() => office.close());

describe('the books as they are searched', () => {
  it('name who acted and on whom, heap by heap, and say how far they are sealed', async () => {
    const admin = await office.signedIn('quantrixa');
    await admin.patch(`${unitsPath}/${commune}`, { settings: { mode: 'runningHours' } });
    const users = await admin.get<Page<{ id: string; username: string }>>(usersPath);
    const clerk = users.body.items.find(({ username }) => username === 'tiepnhan')?.id ?? '';
    await admin.patch(`${usersPath}/${clerk}`, { title: 'Công chức' });
    const [entry] = await read(director, '?about=people');
    expect(entry).toMatchObject({
      act: 'user.changed',
      actor: { kind: 'user', name: 'quantrixa' },
      subjectName: 'tiepnhan',
    });
    const rules = await read(director, '?about=rules');
    expect(new Set(rules.map(({ act }) => act.split('.')[0]))).toEqual(new Set(['unit']));
    expect(await read(director, '?about=reveals')).toEqual([]);
    expect(await read(director, '?dossier=H24.99-KHONG-CO')).toEqual([]);
    const { body } = await director.get<AuditSeal>(auditSealPath);
    const { sealedLines, unsealedLines } = auditSealSchema.parse(body);
    expect(sealedLines + unsealedLines).toBe((await read(director)).length);
  });

  it('are taken along as a table, and say so themselves', async () => {
    const taken = await director.post(auditExportPath, { about: 'rules' });
    expect([taken.status, taken.headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
    const [entry] = await read(director, '?act=audit.exported');
    expect(entry?.facts).toMatchObject({ about: 'rules' });
    const clerk = await office.signedIn('tiepnhan');
    expect((await clerk.post(auditExportPath, {})).status).toBe(403);
  });
});

describe('the audit', () => {
  it('tells who did what, when, with what before and after', async () => {
    const admin = await office.signedIn('quantrixa');
    await admin.patch(`${unitsPath}/${commune}`, { settings: { mode: 'runningHours' } });
    const [entry] = await read(director, '?act=unit.changed');
    expect(entry).toMatchObject({
      unitId: commune,
      actor: { kind: 'user' },
      outcome: 'done',
      subjectType: 'unit',
      subjectId: String(commune),
      facts: { before: { settings: {} }, after: { settings: { mode: 'runningHours' } } },
      address: '127.0.0.1',
    });
    expect(entry?.requestId).toMatch(/^[\da-f-]{36}$/);
  });

  it('tells of what was denied', async () => {
    const clerk = await office.signedIn('tiepnhan');
    expect((await clerk.post(departmentsPath, { code: 'x', name: 'X' })).status).toBe(403);
    const [entry] = await read(director, '?act=request.denied');
    expect(entry).toMatchObject({
      outcome: 'denied',
      facts: { code: 'not-permitted', route: `POST ${departmentsPath}` },
    });
  });

  it('tells the unit of attempts on its accounts, and nobody of names that were typed', async () => {
    await office.browser().post(loginPath, { username: 'tiepnhan', password: 'nham' });
    await office.browser().post(loginPath, { username: 'mat-khau-go-nham', password: 'x' });
    const [attempt] = await read(director, '?act=session.refused');
    expect(attempt).toMatchObject({ outcome: 'failed', subjectType: 'user' });
    const rows = await office.database.asRoot<{ text: string }>(
      `select to_jsonb(audit)::text as text from audit where act = 'session.refused'`,
    );
    expect(rows).toHaveLength(2);
    expect(rows.some(({ text }) => text.includes('nham'))).toBe(false);
  });

  it('is of the own unit', async () => {
    const others = await read(await office.signedIn('noikhac'));
    expect(others.length).toBeGreaterThan(0);
    expect(new Set(others.map(({ unitId }) => unitId))).toEqual(new Set([other]));
    expect((await director.get<Problem>(`${auditPath}?unitId=${other}`)).status).toBe(404);
  });

  it('is for leaders and administrators', async () => {
    const clerk = await office.signedIn('tiepnhan');
    expect((await clerk.get<Problem>(auditPath)).status).toBe(403);
  });

  it('is read page by page, the latest first', async () => {
    const all = await read(director, '?limit=500');
    const first = await director.get<Page<AuditEntry>>(`${auditPath}?limit=3`);
    const second = await director.get<Page<AuditEntry>>(
      `${auditPath}?limit=3&cursor=${first.body.nextCursor ?? ''}`,
    );
    const pages = [...first.body.items, ...second.body.items];
    expect(pages.map(({ position }) => position)).toEqual(
      all.slice(0, 6).map(({ position }) => position),
    );
  });

  it('cannot be changed by the product, nor by the owner of the tables', async () => {
    const work = office.database.tenancy.within({ units: [commune] }, (transaction) =>
      transaction.execute(`update audit set act = 'x' where unit_id = $1`, [commune]),
    );
    await expect(work).rejects.toThrow(/permission denied/);
    await expect(office.database.asRoot(`update audit set act = 'x'`)).rejects.toThrow(/added to/);
  });
});

describe('the seals of the audit', () => {
  const seal = () => office.application.app.get(SealAuditJob).seal(commune);
  const broken = () =>
    office.database.asRoot<{ unit_id: number; number: number }>(
      'select * from broken_audit_seals()',
    );
  const tamper = (...statements: readonly string[]) =>
    office.database.asRoot(
      ['begin', 'set session_replication_role = replica', ...statements, 'commit'].join(';'),
    );

  it('close the books in stretches that lean on each other', async () => {
    await seal();
    await (await office.signedIn('tiepnhan')).get(usersPath);
    await seal();
    await seal();
    const seals = await office.database.asRoot<{ number: number; rows: number }>(
      'select number, row_count as rows from audit_seal where unit_id = $1 order by number',
      [commune],
    );
    // The worker closes the books by itself, too.
    expect(seals.length).toBeGreaterThanOrEqual(2);
    expect(seals.map(({ number }) => number)).toEqual(seals.map((_, index) => index + 1));
    const [sealed] = await office.database.asRoot<{ n: number }>(
      'select count(*)::int as n from audit where unit_id = $1',
      [commune],
    );
    expect(seals.reduce((sum, { rows }) => sum + rows, 0)).toBe(sealed?.n);
    expect(await broken()).toEqual([]);
  });

  it('leave out what is not settled, and close it later', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const slow = office.database.tenancy.within({ units: [commune] }, async (transaction) => {
      await transaction.execute(
        `insert into audit (unit_id, office_at, actor, act, outcome)
         values ($1, '2026-03-02', '{"kind":"system","id":"x"}', 'slow.act', 'done')`,
        [commune],
      );
      await held;
    });
    await office.signedIn('tiepnhan');
    await seal();
    release();
    await slow;
    await seal();
    expect(await broken()).toEqual([]);
    const [row] = await office.database.asRoot<{ open: number }>(
      `select count(*)::int as open from audit where unit_id = $1 and position >
         (select max(last_position) from audit_seal where unit_id = $1)`,
      [commune],
    );
    expect(row?.open).toBe(0);
  });

  const findings = async () => {
    const found = await findingsIn(office.database.tenancy);
    return found.map(({ check, unit, where }) => [check, unit, where]);
  };

  it.each([
    [
      'an altered line',
      `update audit set facts = '{"x":1}' where position = (select min(position) from audit where unit_id = UNIT)`,
    ],
    [
      'a removed line',
      `delete from audit where position = (select min(position) from audit where unit_id = UNIT)`,
    ],
    [
      'a line slipped in',
      `insert into audit select (jsonb_populate_record(audit, '{"position":0}')).* from audit where unit_id = UNIT order by position limit 1`,
    ],
    ['a removed seal', `delete from audit_seal where unit_id = UNIT and number = 1`],
  ])('break with %s', async (_what, statement) => {
    await office.database.asRoot('create table public.kept as select * from audit');
    await office.database.asRoot('create table public.kept_seal as select * from audit_seal');
    await tamper(statement.replaceAll('UNIT', String(commune)));
    expect(await findings()).toEqual([['audit-sealed', 'H24.99', 'seal 1']]);
    await tamper(
      'delete from audit',
      'insert into audit select * from public.kept',
      'delete from audit_seal',
      'insert into audit_seal select * from public.kept_seal',
      'drop table public.kept, public.kept_seal',
    );
    expect(await findings()).toEqual([]);
  });
});
