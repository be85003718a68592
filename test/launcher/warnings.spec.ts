import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { alertsPath, type AlertItem } from '#contract/alerts';
import type { CreatedDossier, DossierAnswer } from '#contract/dossiers';
import type { Page } from '#contract/list';
import { EVALUATION_PASSWORD, evaluationAccounts } from '../../backend/src/evaluation/index.ts';
import { textOf } from '../support/letter.ts';
import { MailRoom, type Arrived } from '../support/mail-room.ts';
import { clearYard, makeReady, makeYard } from './copies.ts';
import { Product, endAll, until } from './product.ts';

/** Before the office opens, so that the trial's month is there before the day is half over. */
const MORNING = '2026-03-05T06:30:00+07:00';
const RATE = 200;
const MINUTE_MS = 60_000;
/** Late, and in the director's hands two hours after: on one day, and on the next where a machine is slow. */
const PROMISES = ['05T10:30', '05T11:20', '05T14:00', '06T10:00', '06T14:00'].map((time) =>
  Date.parse(`2026-03-${time}:00+07:00`),
);
/** Longer than a night: whoever is found late in the evening gets the letter in the morning. */
const PATIENCE_MS = 330_000;

let yard: string;
let folder: string;
let room: MailRoom;

beforeAll(async () => {
  yard = makeYard();
  folder = makeReady(join(yard, 'ready'));
  room = await MailRoom.open();
});
afterEach(endAll);
afterAll(async () => {
  await room.close();
  clearYard(yard);
});

/** Somebody who is signed in, as a browser is. */
class Visitor {
  readonly officeNow: () => number;
  readonly #address: string;
  readonly #headers: Readonly<Record<string, string>>;

  private constructor(
    address: string,
    headers: Readonly<Record<string, string>>,
    officeNow: () => number,
  ) {
    this.#address = address;
    this.#headers = headers;
    this.officeNow = officeNow;
  }

  static async signIn(address: string, username: string): Promise<Visitor> {
    const answer = await fetch(new URL('/api/v1/auth/login', address), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password: EVALUATION_PASSWORD }),
    });
    const told = (await answer.json()) as { csrfToken: string; clock: { now: string } };
    const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
    const [began, at] = [Date.parse(told.clock.now), performance.now()];
    const headers = { cookie: cookies.join('; '), 'x-csrf-token': told.csrfToken };
    return new Visitor(address, headers, () => began + (performance.now() - at) * RATE);
  }

  async ask<Body>(path: string, body?: object, version?: number): Promise<Body> {
    const answer = await fetch(new URL(path, this.#address), {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        ...this.#headers,
        ...(body && { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
        ...(version !== undefined && { 'if-match': `"${version}"` }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const told: unknown = await answer.json();
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${JSON.stringify(told)}`);
    return told as Body;
  }

  async alertsOf(dossierId: string): Promise<readonly AlertItem[]> {
    const { items } = await this.ask<Page<AlertItem>>(`${alertsPath}?dossierId=${dossierId}`);
    return items;
  }

  /** Looks until there is such an alert about the dossier. */
  warned(dossierId: string, kind: string): Promise<AlertItem> {
    const look = async () => {
      await pause(200);
      return (await this.alertsOf(dossierId)).find((item) => item.kind === kind);
    };
    return until(`${kind} about ${dossierId}`, look, PATIENCE_MS);
  }
}

const letterTo = (username: string, code: string): Promise<Arrived> => {
  const isIt = ({ to, source }: Arrived): boolean =>
    to[0] === `${username}@xa-mau.example` && textOf(source).includes(code);
  const look = () => room.arrived.find(isIt);
  return until(`a letter to ${username} about ${code}`, look, PATIENCE_MS);
};

/** The first that leaves time for a warning. */
const promiseAfter = (now: number): number => {
  const dueAt = PROMISES.find((each) => each > now + 40 * MINUTE_MS);
  if (dueAt === undefined) throw new Error('the month took two days to be made');
  return dueAt;
};

async function onTheTable(address: string): Promise<DossierAnswer> {
  const counter = await Visitor.signIn(address, 'tiepnhan');
  const dueAt = new Date(promiseAfter(counter.officeNow())).toISOString();
  const { id, version } = await counter.ask<CreatedDossier>('/api/v1/dossiers', {
    ...{ procedureCode: '1.001612', channel: 'direct', declaredDueAt: dueAt },
    applicant: { name: 'Nguyễn Văn An' },
  });
  const userId = evaluationAccounts().find(({ username }) => username === 'xuly')?.id;
  return counter.ask(
    `/api/v1/dossiers/${id}/assign`,
    { userId, departmentCode: 'van-phong' },
    version,
  );
}

describe('npm start with two hundred times the office’s pace', () => {
  it('warns before a dossier is late, climbs, sends letters, and falls silent when the work is done', async () => {
    const env = {
      MOTCUA_CLOCK: `${MORNING}@${RATE}`,
      SMTP_URL: `smtp://127.0.0.1:${room.port}`,
    };
    const product = new Product(folder, { env });
    const address = await product.address();
    await product.says(/have reached now/);
    const { id, code, version } = await onTheTable(address);
    const officer = await Visitor.signIn(address, 'xuly');
    const director = await Visitor.signIn(address, 'lanhdao');

    const near = await officer.warned(id, 'dossier.near');
    expect(Date.parse(near.raisedAt)).toBeLessThan(Date.parse(near.dueAt));
    const late = await officer.warned(id, 'dossier.overdue');
    expect(late).toMatchObject({ raisedAt: late.dueAt, level: 'officer' });
    await letterTo('xuly', code);

    const climbed = await director.warned(id, 'dossier.overdue');
    expect(climbed.level).toBe('director');
    expect(Date.parse(climbed.raisedAt) - Date.parse(late.dueAt)).toBeGreaterThanOrEqual(
      120 * MINUTE_MS,
    );
    await letterTo('lanhdao', code);

    await officer.ask(`/api/v1/dossiers/${id}/issue-result`, {}, version);
    for (const person of [officer, director]) {
      const silent = await until('the alerts to go', async () => {
        await pause(200);
        const kinds = (await person.alertsOf(id)).map(({ kind }) => kind);
        return !kinds.includes('dossier.overdue') && !kinds.includes('dossier.near');
      });
      expect(silent).toBe(true);
    }
    await product.stop();
  }, 1_200_000);
});
