import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { RouteBook } from '../../backend/src/platform/auth/route-book.ts';
import { type Operation, operationsOf } from '../../backend/src/platform/openapi/operation.ts';
import type { CreatedDossier, EventAnswer } from '#contract/dossiers';
import { roles, usersPath } from '#contract/identity';
import type { Page } from '#contract/list';
import { PROBLEM_MEDIA_TYPE, problemSchema } from '#contract/problem';
import { unitsPath } from '#contract/units';
import { aReceipt } from '../support/dossiers-app.ts';
import { type Answer, type Browser, OfficeApp, type Question } from '../support/office-app.ts';
import { CANARY, HOSTILE, MEGABYTE } from './hostile-texts.ts';
import { exampleOf, stringFieldsOf, withAt } from './string-fields.ts';

/** It would never end. */
const ENDLESS = 'GET /api/v1/stream';
const RECEIPTS = '/api/v1/dossiers';

let office: OfficeApp;
let unit: number;
let person: string;
let all: Browser;
let operations: readonly Operation[];
let dossier: CreatedDossier | undefined;
const lines: string[] = [];

beforeAll(async () => {
  const write = (line: string) => lines.push(line);
  office = await OfficeApp.open({ LOG_LEVEL: 'debug' }, {}, { write });
  unit = await office.unit({ code: 'H24.99' });
  await office.department(unit, 'tu-phap');
  const everything = roles.filter((role) => role !== 'cityReader');
  await office.person('tatca', { unitId: unit, roles: everything });
  person = await office.person('nguoikhac', { unitId: unit, roles: ['clerk'] });
  all = await office.signedIn('tatca');
  operations = operationsOf(office.application.app.get(RouteBook).handlers()).filter(
    ({ name }) => name !== ENDLESS,
  );
});
afterAll(() => office.close());

/** A dossier nothing has been done to yet. */
const fresh = async (): Promise<CreatedDossier> => {
  dossier ??= (await all.post<CreatedDossier>(RECEIPTS, aReceipt())).body;
  return dossier;
};

/** What a path names, so that the text is looked at and not only the path. */
const idFor = async (path: string): Promise<string> => {
  if (path.startsWith('/api/v1/dossiers')) return (await fresh()).id;
  if (path.startsWith('/api/v1/users')) return person;
  if (path.startsWith('/api/v1/units')) return String(unit);
  return path.includes(':code') ? '1.001612' : '2026';
};

const questionOf = async ({ method, path }: Operation): Promise<Question> => {
  const id = path.includes(':') ? await idFor(path) : '';
  return {
    method: method as Question['method'],
    url: path.replace(/:\w+/g, id),
    headers: { 'if-match': '"1"' },
  };
};

/** Taken, or refused in a problem document; never a fault, whatever was said. */
const isInOrder = ({ status, headers, body }: Answer): boolean => {
  if (status < 400) return true;
  const isProblem = String(headers['content-type']).startsWith(PROBLEM_MEDIA_TYPE);
  return status < 500 && isProblem && problemSchema.safeParse(body).success;
};

/** What went wrong in a test, all of it. */
let faults: string[] = [];
beforeEach(() => {
  faults = [];
});

const ask = async (what: string, question: Question): Promise<void> => {
  const answer = await all.ask(question);
  if (!isInOrder(answer)) faults.push(`${what}: ${answer.status}`);
  // What was taken has changed it: the next text meets one as the first did.
  if (answer.status < 300 && question.method !== 'GET') dossier = undefined;
};

const bodies = () => operations.flatMap((each) => (each.body ? [{ each, body: each.body }] : []));
const queries = () =>
  operations.flatMap((each) => (each.query ? [{ each, query: each.query }] : []));

describe('hostile text', () => {
  it('in every field of every body is taken or refused in words, and never breaks anything', async () => {
    let asked = 0;
    for (const { each, body } of bodies()) {
      for (const path of stringFieldsOf(body)) {
        for (const [kind, text] of Object.entries(HOSTILE)) {
          const sent = withAt(exampleOf(body), path, text);
          const what = `${each.name} ${path.join('.')} ${kind}`;
          await ask(what, { ...(await questionOf(each)), body: sent });
          asked += 1;
        }
      }
    }
    expect(faults).toEqual([]);
    expect(asked).toBeGreaterThan(3000);
  }, 900_000);

  it('of a megabyte is too large, wherever it stands', async () => {
    for (const { each, body } of bodies()) {
      const [path] = stringFieldsOf(body);
      if (path === undefined) continue;
      const sent = withAt(exampleOf(body), path, MEGABYTE);
      const answer = await all.ask({ ...(await questionOf(each)), body: sent });
      const isRefused = isInOrder(answer) && [400, 413].includes(answer.status);
      if (!isRefused) faults.push(`${each.name}: ${answer.status}`);
    }
    expect(faults).toEqual([]);
  });

  it('in every field of every query is read or refused', async () => {
    const sendable = Object.entries(HOSTILE).filter(([, text]) => text.isWellFormed());
    for (const { each, query } of queries()) {
      for (const path of stringFieldsOf(query)) {
        for (const [kind, text] of sendable) {
          const { url, ...question } = await questionOf(each);
          const asked = `${url}?${String(path[0])}=${encodeURIComponent(text)}`;
          await ask(`${each.name} ?${path.join('.')} ${kind}`, { ...question, url: asked });
        }
      }
    }
    expect(faults).toEqual([]);
  }, 600_000);

  it('in the place of an id leads nowhere', async () => {
    const sendable = Object.entries(HOSTILE).filter(([, text]) => text.isWellFormed());
    for (const each of operations.filter(({ path }) => path.includes(':'))) {
      for (const [kind, text] of sendable) {
        const url = each.path.replace(/:\w+/g, encodeURIComponent(text));
        await ask(`${each.name} ${kind}`, {
          ...(await questionOf(each)),
          ...{ url, body: each.body && {} },
        });
      }
    }
    expect(faults).toEqual([]);
  }, 600_000);

  it('as the name of a field changes nothing but is refused', async () => {
    for (const { each } of bodies()) {
      for (const name of ['__proto__', 'constructor', 'toString', CANARY]) {
        const body = `{${JSON.stringify(name)}:{"isAdmin":true}}`;
        const headers = { 'content-type': 'application/json', 'if-match': '"1"' };
        const answer = await all.ask({ ...(await questionOf(each)), body, headers });
        const isRefused = isInOrder(answer) && answer.status >= 400;
        if (!isRefused) faults.push(`${each.name} {${name}}: ${answer.status}`);
      }
    }
    expect(faults).toEqual([]);
    expect('isAdmin' in {}).toBe(false);
  });
});

describe('hostile text that was taken', () => {
  const kept = Object.entries(HOSTILE).filter(
    ([kind]) => kind !== 'long' && !['number', 'prototype', 'constructorName'].includes(kind),
  );

  it.each(kept)('%s: comes back composed and otherwise as it was', async (_kind, text) => {
    const given = aReceipt({ applicant: { kind: 'person', name: 'Nguyễn Văn An', address: text } });
    const created = await all.post<CreatedDossier>(RECEIPTS, given);
    // Refused or kept whole: nothing is mended in silence.
    expect([201, 400]).toContain(created.status);
    if (created.status === 400) return;
    const { id } = created.body;
    const revealed = await all.post<{ readonly fields: { readonly address: string } }>(
      `${RECEIPTS}/${id}/reveal`,
      { fields: ['address'], reason: 'kiểm tra' },
    );
    const noted = await all.post(`${RECEIPTS}/${id}/note`, { text }, { 'if-match': '"1"' });
    expect(noted.status).toBe(200);
    const events = await all.get<Page<EventAnswer>>(`${RECEIPTS}/${id}/events`);
    const whole = text.normalize('NFC').trim();
    expect(events.body.items.at(-1)?.texts?.['note']).toBe(whole);
    expect(JSON.stringify(revealed.body)).toContain(JSON.stringify(whole).slice(1, -1));
  });

  it('is found again by its plain letters', async () => {
    const named = { applicant: { name: 'Đặng Thị Ánh Nguyệt'.normalize('NFD') } };
    const { body } = await all.post<CreatedDossier>(RECEIPTS, aReceipt(named));
    for (const q of ['dang thi anh nguyet', 'ĐẶNG THỊ', 'Ánh Nguyệt'.normalize('NFD')]) {
      const found = await all.post<Page<{ id: string }>>(`${RECEIPTS}/search`, { q });
      expect(found.body.items.map(({ id }) => id)).toContain(body.id);
    }
  });

  it('stands in no log, no audit, no feed, no job and no event', async () => {
    expect(lines.length).toBeGreaterThan(0);
    const told = [CANARY, encodeURIComponent(CANARY), JSON.stringify(CANARY).slice(1, -1)];
    const spilled = lines.filter((line) => told.some((text) => line.includes(text)));
    expect(spilled.slice(0, 3)).toEqual([]);
    // Names of units and departments and the catalogue are settings: whoever changed one stands in the audit.
    const config = `act not in ('department.added', 'unit.changed', 'unit.added') and act not like 'procedure.%'`;
    for (const [table, where] of [
      ['audit', config],
      ['feed', 'true'],
      ['outbox', 'true'],
      ['idempotency', 'true'],
      ['session', 'true'],
    ] as const) {
      const rows = await office.database.asRoot(
        `select t::text as line from ${table} as t where ${where} and t::text like $1 limit 3`,
        [`%${CANARY}%`],
      );
      expect([table, rows]).toEqual([table, []]);
    }
  });

  it('has left the people and the units as they were', async () => {
    expect((await all.get<Page<unknown>>(usersPath)).status).toBe(200);
    expect((await all.get<Page<unknown>>(unitsPath)).status).toBe(200);
  });
});
