import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { CreatedDossier, DossierAnswer } from '#contract/dossiers';
import { type Me, loginPath } from '#contract/identity';
import type { JobAnswer } from '#contract/jobs';
import { type Door, Doors, addressIn, says } from '../support/doors.ts';
import { OfficeApp, PASSWORD } from '../support/office-app.ts';
import { until } from '../support/until.ts';

let office: OfficeApp;
let doors: Doors;
let apis: readonly Door[];
let workers: readonly Door[];

beforeAll(async () => {
  office = await OfficeApp.open();
  const unitId = await office.unit({ code: 'H24.99' });
  await office.person('hoa', { unitId, roles: ['reception', 'director'] });
  // From here on the office is what its doors are; none of them is in this process.
  await office.application.app.close();
  doors = new Doors(office.database);
  apis = [doors.start('cli.ts', 'api'), doors.start('cli.ts', 'api')];
  workers = [doors.start('cli.ts', 'worker'), doors.start('cli.ts', 'worker')];
  for (const api of apis) await says(api, '"msg":"listening"');
  for (const api of apis) await says(api, '"works":false,"msg":"queue open"');
  for (const worker of workers) await says(worker, '"works":true,"msg":"queue open"');
}, 240_000);
afterAll(async () => {
  doors.killAll();
  await office.database.close();
});

/** The same person at one desk or another: what opens one door opens all. */
class Visitor {
  readonly #headers: Record<string, string> = { 'content-type': 'application/json' };

  async signIn(at: Door): Promise<void> {
    const login = { username: 'hoa', password: PASSWORD };
    // A machine that is busy asks people to come back (503).
    const answer = await until(
      () => this.#send(at, 'POST', loginPath, login),
      ({ status }) => status !== 503,
      30_000,
    );
    if (!answer.ok) throw new Error(`signing in: ${await answer.text()}`);
    const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
    this.#headers['cookie'] = cookies.join('; ');
    this.#headers['x-csrf-token'] = ((await answer.json()) as Me).csrfToken;
  }

  async ask<Body>(at: Door, route: string, body?: object, version?: number): Promise<Body> {
    const [method = '', path = ''] = route.split(' ');
    const answer = await this.#send(at, method, `/api/v1${path}`, body, version);
    if (!answer.ok) throw new Error(`${route}: ${await answer.text()}`);
    return (await answer.json()) as Body;
  }

  // eslint-disable-next-line max-params -- a request in one line
  #send(at: Door, method: string, path: string, body?: object, version?: number) {
    const match = version === undefined ? {} : { 'if-match': `"${version}"` };
    return fetch(addressIn(at.said()) + path, {
      method,
      headers: { ...this.#headers, ...match },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  }
}

const RECEIPT = {
  procedureCode: '9.000001',
  channel: 'direct',
  applicant: { name: 'Nguyễn Văn An' },
};

jest.setTimeout(240_000);

describe('an office with two doors for visitors and two workers', () => {
  it('takes a dossier through from any of them to any other', async () => {
    const [one, other] = apis as readonly [Door, Door];
    expect(addressIn(one.said())).not.toBe(addressIn(other.said()));
    const hoa = new Visitor();
    await hoa.signIn(one);
    const made = await hoa.ask<CreatedDossier>(other, 'POST /dossiers', RECEIPT);
    const path = `/dossiers/${made.id}`;
    const asked = { items: 'Bản sao giấy khai sinh', reason: 'Còn thiếu giấy tờ' };
    const { version } = await hoa.ask<DossierAnswer>(
      ...([one, `POST ${path}/request-supplement`, asked, made.version] as const),
    );
    const shown = await hoa.ask<DossierAnswer>(other, `GET ${path}`);
    expect(shown).toMatchObject({ state: 'awaitingSupplement', version });
    const back = await hoa.ask<DossierAnswer>(
      ...([other, `POST ${path}/receive-supplement`, {}, version] as const),
    );
    const done = await hoa.ask<DossierAnswer>(
      ...([one, `POST ${path}/issue-result`, {}, back.version] as const),
    );
    expect(done.state).toBe('resultReady');
  });

  it('has its workers do what was ordered at either door, with one of them gone', async () => {
    const [one, other] = apis as readonly [Door, Door];
    const [idle] = workers as readonly [Door, Door];
    const hoa = new Visitor();
    await hoa.signIn(other);
    const made = [];
    for (const at of [one, other, one]) {
      made.push(await hoa.ask<CreatedDossier>(at, 'POST /dossiers', RECEIPT));
    }
    idle.close();
    expect(await idle.ended).toBe(0);
    const order = { ids: made.map(({ id }) => id), command: 'note', body: { text: 'Đã gọi điện' } };
    const { jobId } = await hoa.ask<{ jobId: string }>(one, 'POST /dossiers/commands', order);
    const job = await until(
      () => hoa.ask<JobAnswer>(other, `GET /jobs/${jobId}`),
      ({ state }) => state === 'done',
      30_000,
    );
    expect(job.results.map(({ status }) => status)).toEqual([200, 200, 200]);
  });
});

describe('motcua --help', () => {
  it('names every command in both languages, and needs no database', async () => {
    const door = doors.start('cli.ts', '--help');
    expect(await door.ended).toBe(0);
    expect(door.said()).toContain('Cách dùng: motcua');
    expect(door.said()).toContain('Usage: motcua');
    for (const command of ['api', 'worker', 'migrate', 'seed', 'verify']) {
      expect(door.said().split(`  ${command} `)).toHaveLength(3);
    }
  });
});
