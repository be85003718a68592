import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type CreatedDossier, commandBodies, officerCommands } from '#contract/dossiers';
import { apiKeysPath, roles, type CreatedApiKey } from '#contract/identity';
import type { Problem } from '#contract/problem';
import type { Role } from '#domain/dossier';
import { aReceipt } from '../support/dossiers-app.ts';
import { type Browser, OfficeApp } from '../support/office-app.ts';
import { MAY } from './command-table.ts';
import { exampleOf } from './string-fields.ts';

const DOSSIERS = '/api/v1/dossiers';
const READERS: readonly Role[] = ['admin', 'cityReader'];

let office: OfficeApp;
let own: CreatedDossier;
let closed: CreatedDossier;
let foreign: CreatedDossier;
const browsers = new Map<Role, Browser>();

type Asked = readonly [status: number, code: string | undefined];

/** Always on a version that never was: who is let through learns that, and nothing is changed. */
const ask = async (
  browser: Browser,
  command: (typeof officerCommands)[number],
  id: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Asked> => {
  const answer = await browser.post<Problem | undefined>(
    `${DOSSIERS}/${id}/${command}`,
    exampleOf(commandBodies[command]),
    { 'if-match': '"999"', ...headers },
  );
  return [answer.status, answer.body?.code];
};

const browserOf = (role: Role): Browser => {
  const browser = browsers.get(role);
  if (browser === undefined) throw new Error(`nobody is ${role}`);
  return browser;
};

const receive = async (browser: Browser): Promise<CreatedDossier> => {
  const { status, body } = await browser.post<CreatedDossier>(DOSSIERS, aReceipt());
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body;
};

beforeAll(async () => {
  office = await OfficeApp.open();
  const city = await office.unit({ code: 'H24', kind: 'city' });
  const commune = await office.unit({ code: 'H24.99', parentId: city });
  const elsewhere = await office.unit({ code: 'H25.01' });
  for (const role of roles) {
    const unitId = role === 'cityReader' ? city : commune;
    await office.person(role.toLowerCase(), { unitId, roles: [role] });
    browsers.set(role, await office.signedIn(role.toLowerCase()));
  }
  await office.person('noikhac', { unitId: elsewhere, roles: ['reception'] });
  own = await receive(browserOf('reception'));
  closed = await receive(browserOf('reception'));
  await browserOf('reception').post(`${DOSSIERS}/${closed.id}/withdraw`, {}, { 'if-match': '"1"' });
  foreign = await receive(await office.signedIn('noikhac'));
});
afterAll(() => office.close());

describe('role by role and command by command', () => {
  it('the table names every role and no command that is not there', () => {
    expect(Object.keys(MAY).toSorted()).toEqual([...roles].toSorted());
    const named = new Set(Object.values(MAY).flat());
    expect([...named].toSorted()).toEqual([...officerCommands].toSorted());
  });

  it.each(roles)(
    '%s gets as far as the version where the table says so, else 403',
    async (role) => {
      for (const command of officerCommands) {
        const may = MAY[role].includes(command);
        const expected = may ? [412, 'version-stale'] : [403, 'not-permitted'];
        for (const [which, { id }] of Object.entries({ own, closed })) {
          const got = await ask(browserOf(role), command, id);
          expect([command, which, ...got]).toEqual([command, which, ...expected]);
        }
      }
    },
  );

  it.each(roles)('%s finds nothing of another unit, whatever it is that is asked', async (role) => {
    for (const command of officerCommands) {
      for (const id of [foreign.id, randomUUID(), 'khong-co']) {
        const got = await ask(browserOf(role), command, id);
        expect([command, id, ...got]).toEqual([command, id, 404, 'not-found']);
      }
    }
  });

  it('a key does what it lists, in its unit, and nothing else', async () => {
    const wanted = { name: 'Khóa', permissions: ['dossiers.note', 'dossiers.read'] };
    const made = await browserOf('admin').post<CreatedApiKey>(apiKeysPath, wanted);
    expect(made.status).toBe(201);
    const headers = { authorization: `Bearer ${made.body.key}` };
    for (const command of officerCommands) {
      const got = await ask(office.browser(), command, own.id, headers);
      const expected = command === 'note' ? [412, 'version-stale'] : [403, 'not-permitted'];
      expect([command, ...got]).toEqual([command, ...expected]);
      const strange = await ask(office.browser(), command, foreign.id, headers);
      expect([command, ...strange]).toEqual([command, 404, 'not-found']);
    }
  });

  it('nobody who only configures or looks sees a person in a dossier', async () => {
    for (const role of [...READERS, 'observer'] as const) {
      const { status, body } = await browserOf(role).get(`${DOSSIERS}/${own.id}`);
      const text = JSON.stringify(body);
      expect([role, [200, 403].includes(status)]).toEqual([role, true]);
      expect([role, /Nguyễn Văn An|031090001234|0912/.test(text)]).toEqual([role, false]);
    }
  });
});
