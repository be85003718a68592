import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { auditPath } from '#contract/audit';
import { approvalsPath } from '#contract/dossiers';
import { incidentsPath, type Incident } from '#contract/incidents';
import type { Page } from '#contract/list';
import {
  findingPath,
  findingsPath,
  reconciliationHistoryPath,
  reconciliationsPath,
  type Finding,
  type Reconciliation,
} from '#contract/reconciliations';
import { retentionPath, retentionPreviewPath, type Retention } from '#contract/retention';
import { RetentionRound } from '../../backend/src/retention/retention-round.service.ts';
import { ImportDesk, TITLES, row, table } from '../support/import-desk.ts';
import { type Browser, OfficeApp } from '../support/office-app.ts';

const SOURCE = 'dvc';
const WORDS = { applicants: null, words: 12 };
const CODE = 'H24.99-260302-0001';

let office: OfficeApp;
let admin: Browser;
let leader: Browser;
let reconciliation: string;

const listOf = (...numbers: readonly number[]): string =>
  table(TITLES, ...numbers.map((number) => row(number)));

/** Asked for, given back with a reason, and the dossier withdrawn. */
async function askedInVain(): Promise<void> {
  const desk = new ImportDesk(await office.signedIn('canbo'));
  const extend = { dueAt: '2026-04-20T17:00:00+07:00', reason: 'Bà Tư chưa về' };
  const asked = await desk.command(await desk.dossier(CODE), 'extend', extend);
  const { approvalId } = asked.body as { approvalId: string };
  const route = `${approvalsPath}/${approvalId}/return`;
  expect((await leader.post(route, { reason: 'Gọi bà Tư' })).status).toBe(200);
  const own = new ImportDesk(leader);
  expect((await own.command(await own.dossier(CODE), 'withdraw', {})).status).toBe(200);
}

/** Of the dossier that only we know, and of one that only the list does. */
async function reconciled(): Promise<string> {
  const looked = await new ImportDesk(leader).brought(listOf(2, 9), {
    ...{ dryRun: true, source: SOURCE },
  });
  const period = { source: SOURCE, from: '2026-02-15', to: '2026-03-14' };
  const { body } = await leader.post<Reconciliation>(reconciliationsPath, {
    ...{ importId: looked.id, ...period },
  });
  const { items } = (await leader.get<Page<Finding>>(findingsPath(body.id))).body;
  for (const kind of ['onlyHere', 'onlyThere']) {
    const found = items.find((each) => each.kind === kind);
    const note = { cause: 'lateSync', note: `Bà Tư nói: ${kind}` };
    expect((await leader.post(findingPath(body.id, found?.number ?? 0), note)).status).toBe(200);
  }
  return body.id;
}

beforeAll(async () => {
  office = await OfficeApp.open({ MOTCUA_CLOCK: '2026-03-16T09:00:00+07:00@0' });
  const here = await office.unit({ code: 'H24.99' });
  await office.person('quantri', { unitId: here, roles: ['admin'] });
  await office.person('lanhdao', { unitId: here, roles: ['director', 'dataOfficer'] });
  await office.person('canbo', { unitId: here, roles: ['processing'] });
  admin = await office.signedIn('quantri');
  leader = await office.signedIn('lanhdao');
  const brought = await new ImportDesk(leader).brought(listOf(1, 2), { source: SOURCE });
  expect(brought.counts).toMatchObject({ new: 2, wrong: 0 });
  await askedInVain();
  reconciliation = await reconciled();
  const morning = { from: '2026-03-16T08:00:00+07:00', to: '2026-03-16T09:00:00+07:00' };
  const incident = { system: SOURCE, kind: 'down', note: 'Bà Tư báo', ...morning };
  expect((await leader.post(incidentsPath, incident)).status).toBe(201);
  await office.setClock('2027-05-10T08:00:00+07:00');
});
afterAll(() => office.close());

const due = async () => {
  const { body } = await admin.post<Pick<Retention, 'due'>>(retentionPreviewPath, { rules: WORDS });
  return body.due.map(({ dossiers, notes }) => [dossiers, notes]);
};
const written = async () => {
  const approvals = await office.database.asRoot('select body, answer, status from approval');
  const history = await leader.get(reconciliationHistoryPath(reconciliation));
  const incidents = await leader.get<Page<Incident>>(incidentsPath);
  return JSON.stringify([approvals, history.body, incidents.body]);
};

describe('what people wrote around dossiers', () => {
  it('is counted: what leaders were asked, and notes of incidents and differences', async () => {
    expect(await due()).toEqual([
      [0, 0],
      [1, 2],
    ]);
    expect(await written()).toContain('Bà Tư');
  });

  it('goes by night, and who said what and when stays', async () => {
    const body = { version: 0, rules: WORDS, reason: 'Theo danh mục hồ sơ' };
    expect((await admin.ask({ method: 'PUT', url: retentionPath, body })).status).toBe(200);
    const round = office.application.app.get(RetentionRound, { strict: false });
    await round.go();
    await round.go();
    const after = await written();
    expect(after).not.toContain('Bà Tư');
    expect(after).toContain('lateSync');
    expect(after).toContain('"status":"returned"');
    const { body: told } = await admin.get<Retention>(retentionPath);
    expect(told.nights).toEqual([{ day: '2027-05-10', kind: 'words', dossiers: 1, notes: 2 }]);
    expect(await due()).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });

  it('is told in the books as numbers', async () => {
    const { body } = await admin.get<{ items: readonly { act: string; facts: object }[] }>(
      `${auditPath}?limit=500`,
    );
    const erased = body.items.filter(({ act }) => act === 'retention.erased');
    const before = '2026-05-10T00:00:00+07:00';
    expect(erased.map(({ facts }) => facts)).toEqual([
      { kind: 'words', notes: 2, endedBefore: before },
      { kind: 'words', dossiers: 1, endedBefore: before },
    ]);
  });

  it('is all that may go of what was explained', async () => {
    const change = office.database.asRoot(
      `update reconciliation_explanation set cause = 'otherDate', note = null`,
    );
    await expect(change).rejects.toThrow('only ever added to');
    const gone = office.database.asRoot('delete from reconciliation_explanation');
    await expect(gone).rejects.toThrow('only ever added to');
  });
});
