import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from '#contract/list';
import type { Problem } from '#contract/problem';
import type { Procedure, ProcedureHistory } from '#contract/procedures';
import { parseInstant } from '#domain/working-time';
import { ProcedureService, ProceduresModule } from '../../backend/src/procedures/index.ts';
import { type TestDatabase, aUnitRow, openDatabase } from '../support/database.ts';
import { type RulesApp, openRules } from '../support/rules-app.ts';

let database: TestDatabase;
let app: RulesApp;
let city: number;
let commune: number;
let neighbour: number;

beforeAll(async () => {
  database = await openDatabase();
  const [row] = await database.asRoot<{ id: number }>(
    `insert into unit (code, name, kind) values ('H24', 'Hải Phòng', 'city') returning id`,
  );
  city = row?.id ?? 0;
  commune = await aUnitRow(database, 'H24.01', city);
  neighbour = await aUnitRow(database, 'H24.02', city);
  app = await openRules(database, [ProceduresModule], '2026-03-05T10:00:00+07:00');
});
afterAll(async () => {
  await app.close();
  await database.close();
});

const at = (text: string) => {
  const moment = parseInstant(`${text}+07:00`);
  if (moment === undefined) throw new Error(text);
  return moment;
};

const list = async (query: string, as = `reception@${commune}`) => {
  const { status, body } = await app.ask<Page<Procedure>>(as, `GET /api/v1/procedures?${query}`);
  expect(status).toBe(200);
  return body;
};
const find = async (code: string, as?: string) =>
  (await list(`q=${code}`, as)).items.find((procedure) => procedure.code === code);
const add = <Body = Procedure>(body: object, as = `admin@${city}`) =>
  app.ask<Body>(as, 'POST /api/v1/procedures', body);
const change = <Body = Procedure>(code: string, body: object, as = `admin@${city}`) =>
  app.ask<Body>(as, `POST /api/v1/procedures/${code}/versions`, body);

const days = (amount: number) => ({ kind: 'workingDays', amount });
const rules = () => app.get(ProcedureService);

describe('the catalogue of a city', () => {
  it('begins with what communes are asked for, none of it reconciled', async () => {
    const first = await list('limit=500');
    expect(first.items.length).toBeGreaterThan(80);
    expect(first.items.every(({ unreconciled }) => unreconciled)).toBe(true);
    expect(await find('2.000815')).toMatchObject({
      field: 'Chứng thực',
      version: 1,
      onSupplement: 'restart',
      limits: { statutory: { kind: 'sameDay', cutoff: '15:00' } },
    });
  });

  it('is found without accents, by composed and by decomposed letters', async () => {
    const typed = 'Đăng ký lại khai sinh';
    for (const q of ['dang ky lai khai sinh', typed.normalize('NFC'), typed.normalize('NFD')]) {
      const { items } = await list(`q=${encodeURIComponent(q)}`);
      expect(items.map(({ code }) => code)).toEqual(['1.004884']);
    }
  });

  it('is narrowed by field and by the beginning of a code', async () => {
    const field = encodeURIComponent('Người có công'.normalize('NFD'));
    expect((await list(`field=${field}`)).items).toHaveLength(4);
    expect((await list('q=1.0108')).items.map(({ code }) => code)).toEqual([
      '1.010803',
      '1.010833',
    ]);
    expect((await list('q=')).items).toHaveLength(50);
    expect((await list('q=%25')).items).toEqual([]);
  });

  it('is turned over page by page without losing or repeating any', async () => {
    const codes: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: Page<Procedure> = await list(`limit=30${cursor && `&cursor=${cursor}`}`);
      codes.push(...page.items.map(({ code }) => code));
      cursor = page.nextCursor;
    }
    const whole = (await list('limit=500')).items.map(({ code }) => code);
    expect(codes).toEqual(whole);
    expect(new Set(codes).size).toBe(codes.length);
  });
});

describe('the papers of a procedure', () => {
  const components = [{ name: 'Tờ khai', kind: 'original', copies: 1 }] as const;

  it('are told with it, and stay where a new version says nothing of them', async () => {
    const made = await add({ code: '9.000071', name: 'Có thành phần', components });
    expect(made.body).toMatchObject({ components });
    const changed = await change('9.000071', { name: 'Đổi tên', effectiveFrom: '2026-03-06' });
    expect(changed.body).toMatchObject({ name: 'Đổi tên', components });
    expect(await find('1.001193')).toMatchObject({
      components: [{ kind: 'original' }, { name: 'Giấy chứng sinh' }],
    });
  });

  it('are none for a version that is older than the list of them', async () => {
    await add({ code: '9.000072', name: 'Bản cũ' });
    await database.asRoot(
      `alter table procedure_version disable trigger all;
       update procedure_version set definition = definition - 'components' where code = '9.000072';
       alter table procedure_version enable trigger all`,
    );
    expect(await find('9.000072')).toMatchObject({ components: [] });
  });

  it('are counted in whole copies', async () => {
    const wrong = await add<Problem>({
      ...{ code: '9.000073', name: 'Sai' },
      components: [{ name: 'Tờ khai', kind: 'original', copies: 0 }],
    });
    expect(wrong.status).toBe(422);
  });
});

describe('a procedure entered by hand', () => {
  it('is there for every commune of the city', async () => {
    const { status, body } = await add({ code: '9.000001', name: 'Thủ tục mới', field: 'Nội vụ' });
    expect(status).toBe(201);
    expect(body).toMatchObject({ code: '9.000001', version: 1, unreconciled: false });
    expect(await find('9.000001')).toEqual(body);
    expect(await find('9.000001', `reception@${neighbour}`)).toEqual(body);
  });

  it('is entered once', async () => {
    await add({ code: '9.000002', name: 'Thủ tục' });
    const again = await add<Problem>({ code: '9.000002', name: 'Thủ tục' });
    expect(again.status).toBe(409);
    expect(again.body.code).toBe('procedure-exists');
  });

  it('reconciles an entry of the starter catalogue', async () => {
    const { status, body } = await add({
      ...{ code: '1.001193', name: 'Đăng ký khai sinh', field: 'Hộ tịch' },
      limits: { statutory: { kind: 'sameDay', cutoff: '15:00' } },
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({ version: 2, unreconciled: false });
  });

  it.each([
    ['a limit of no days', { limits: { city: days(0) } }, 422, 'amount-not-positive-integer'],
    [
      'a limit longer than ten years',
      { limits: { city: days(100_000) } },
      422,
      'allowance-too-long',
    ],
    ['a day the calendar does not have', { effectiveFrom: '2026-02-30' }, 422, 'date-not-a-day'],
    ['a fee in parts', { fee: 0.5 }, 422, 'value-out-of-range'],
    ['a field nobody agreed on', { reconciled: true }, 400, 'invalid-request'],
  ])('is refused with %s', async (_what, facts, status, code) => {
    const answer = await add<Problem>({ code: '9.000003', name: 'Thủ tục', ...facts });
    expect(answer.status).toBe(status);
    expect(answer.body.code).toBe(code);
  });

  it('is an administrator’s to enter', async () => {
    const body = { code: '9.000004', name: 'Thủ tục' };
    expect((await add(body, `reception@${commune}`)).status).toBe(403);
    expect((await add({ ...body, unitId: neighbour }, `admin@${commune}`)).status).toBe(404);
  });

  it('is the city’s where somebody looks after the city and its communes', async () => {
    const { status } = await add({ code: '9.000005', name: 'Thủ tục' }, `admin@${city},${commune}`);
    expect(status).toBe(201);
    expect(await find('9.000005', `reception@${neighbour}`)).toBeDefined();
  });
});

describe('a request sent twice', () => {
  const body = { code: '9.000020', name: 'Thủ tục' };
  const send = <Body = Procedure>(sent: object, key: string) =>
    app.ask<Body>(`admin@${city}`, 'POST /api/v1/procedures', sent, key);

  it('is done once and answered alike', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => send(body, 'k-1')));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]?.status).toBe(201);
    await change(body.code, { fee: 1_000 });
    expect((await send(body, 'k-1')).body).toMatchObject({ version: 1, fee: null });
  });

  it('with other words is not the same', async () => {
    const other = await send<Problem>({ ...body, name: 'Khác' }, 'k-1');
    expect([other.status, other.body.code]).toEqual([422, 'key-used-otherwise']);
  });

  it('leaves one line of who did it', async () => {
    const lines = await database.asRoot<{ act: string }>(
      `select act from audit where subject_type = 'procedure' and subject_id = $1`,
      [body.code],
    );
    expect(lines.map(({ act }) => act)).toEqual([
      'procedure.versionAdded',
      'procedure.versionAdded',
    ]);
  });
});

describe('a new version', () => {
  it('holds from its day on; a dossier keeps the one it was born with', async () => {
    await add({ code: '9.000010', name: 'Thủ tục', limits: { statutory: days(5) } });
    const { body } = await change('9.000010', {
      limits: { statutory: days(5), city: days(3) },
      effectiveFrom: '2026-04-01',
    });
    expect(body).toMatchObject({ version: 2, effectiveFrom: '2026-04-01' });
    const inMarch = await rules().findInForce(commune, '9.000010', at('2026-03-31T16:00:00'));
    const inApril = await rules().findInForce(commune, '9.000010', at('2026-04-01T00:00:00'));
    expect(inMarch?.snapshot.version).toBe(1);
    expect(inApril?.snapshot.version).toBe(2);
    expect(inApril?.rules.limits).toEqual({ statutory: days(5), city: days(3) });
    const kept = await rules().version(commune, '9.000010', 1);
    expect(kept.rules.limits).toEqual({ statutory: days(5) });
  });

  it('of a commune lies over the city’s, for that commune alone', async () => {
    await add({ code: '9.000011', name: 'Thủ tục', fee: 5_000, limits: { statutory: days(5) } });
    const own = { unitId: commune, limits: { commune: days(2) } };
    const { body } = await change('9.000011', own, `admin@${commune}`);
    expect(body).toMatchObject({ version: 10_001, overlaid: true, fee: 5_000 });
    expect(await find('9.000011', `reception@${neighbour}`)).toMatchObject({
      version: 1,
      overlaid: false,
      limits: { statutory: days(5) },
    });
  });

  it('of the city reaches a commune through what it laid over', async () => {
    await change('9.000011', { fee: 8_000 });
    const now = at('2026-03-05T10:00:00');
    const resolved = await rules().findInForce(commune, '9.000011', now);
    expect(resolved?.snapshot.version).toBe(10_002);
    expect(resolved?.definition).toMatchObject({ fee: 8_000, limits: { commune: days(2) } });
    const before = await rules().version(commune, '9.000011', 10_001);
    expect(before.definition).toMatchObject({ fee: 5_000, limits: { commune: days(2) } });
  });

  it('of a code nobody has leads nowhere', async () => {
    for (const code of ['9.999999', '%00', 'a b']) {
      expect((await change(code, { fee: 0 })).status).toBe(404);
    }
  });

  it('is numbered once, however many arrive together', async () => {
    await add({ code: '9.000012', name: 'Thủ tục' });
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) => change('9.000012', { fee: index })),
    );
    const numbers = answers.map(({ body }) => body.version).sort((a, b) => a - b);
    expect(numbers).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
  });
});

describe('a code nobody catalogued', () => {
  const told = {
    code: '7.123456',
    name: 'Thủ tục lạ',
    field: 'Y tế',
    onlineLevel: 'full',
  } as const;
  const now = at('2026-03-05T10:00:00');

  it('becomes an entry of the city’s to be reconciled, never a refusal', async () => {
    expect(await rules().findInForce(commune, told.code, now)).toBeUndefined();
    const entered = await Promise.all(
      Array.from({ length: 5 }, () => rules().inForce(commune, told, now)),
    );
    for (const { snapshot, rules: counted, unreconciled } of entered) {
      expect(unreconciled).toBe(true);
      expect(snapshot).toMatchObject({ code: told.code, version: 1, field: 'Y tế' });
      expect(counted).toMatchObject({ limits: {}, steps: [], onSupplement: 'pause' });
    }
    expect(await find(told.code, `reception@${neighbour}`)).toMatchObject({ unreconciled: true });
  });

  it('counts for dossiers older than its entry, too', async () => {
    const then = await rules().inForce(commune, told, at('2024-01-02T08:00:00'));
    expect(then.snapshot.version).toBe(1);
  });
});

describe('the history of a procedure', () => {
  const history = async (code: string, as = `reception@${commune}`) =>
    app.ask<ProcedureHistory>(as, `GET /api/v1/procedures/${code}/versions`);

  it('tells who made which version, from when it holds, and which one is in force', async () => {
    await add({ code: '9.000630', name: 'Thủ tục có lịch sử', effectiveFrom: '2026-01-01' });
    await change('9.000630', { limits: { city: days(9) }, effectiveFrom: '2099-01-01' });
    const own = { fee: 5_000, unitId: commune };
    expect((await change('9.000630', own, `admin@${commune}`)).status).toBe(201);
    const { body } = await history('9.000630');
    expect(body.procedure).toMatchObject({ code: '9.000630', fee: 5_000, overlaid: true });
    const told = (isOwn: boolean) =>
      body.versions
        .filter((version) => version.isOwn === isOwn)
        .map(({ number, layer, inForce, said }) => [number, layer, inForce, said.limits, said.fee]);
    expect(told(true)).toEqual([[1, 'overlay', true, undefined, 5_000]]);
    expect(told(false)).toEqual([
      [2, 'entry', false, { city: days(9) }, null],
      [1, 'entry', true, {}, null],
    ]);
    expect(body.versions.every(({ madeBy }) => madeBy !== null)).toBe(true);
  });

  it('begins with what the product brought, and is none of a code nobody knows', async () => {
    const { body } = await history('1.004873');
    expect(body.versions.at(-1)).toMatchObject({ number: 1, madeBy: null });
    expect((await history('0.000000')).status).toBe(404);
  });
});
