import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from '#contract/list';
import type { RiskAnswer, RiskDossier, RiskFigures, Supposed } from '#contract/risk';
import type { CreatedDossier, DossierAnswer } from '#contract/dossiers';
import {
  HOUR_MS,
  addWorking,
  dayOf,
  dayStart,
  hours,
  isWorkingDay,
  plusDays,
  type Instant,
} from '#domain/working-time';
import { RiskModule } from '../../backend/src/risk/index.ts';
import { LearnRisksJob } from '../../backend/src/risk/learn-risks.job.ts';
import { aUnitRow } from '../support/database.ts';
import { DossiersApp, idOf } from '../support/dossiers-app.ts';
import { at } from '../support/moment.ts';
import { NATIONAL_CALENDAR as calendar } from '../support/office.ts';

/** Three working days, handled at four desks. */
const PROCEDURE = '1.004873';
const FIRST = dayOf(at('2026-03-02'));
const OPENED = at('2026-05-04 08:00');

let app: DossiersApp;
let unit: number;
let open: CreatedDossier;

const as = (role: string): string => `${role}@${unit}`;

const moveTo = (moment: Instant): void => app.clock.advance(moment - app.clock.officeNow());

const arrivals = (): readonly Instant[] =>
  Array.from({ length: 60 }, (_, day) => plusDays(FIRST, day))
    .filter((day) => isWorkingDay(calendar, day) && dayStart(calendar, day) < at('2026-04-24'))
    .map((day) => dayStart(calendar, day));

interface Deed {
  readonly at: Instant;
  readonly run: () => Promise<void>;
}

/** One in two takes ten working hours, the other forty: more than the three days it is promised. */
const lifeOf = (from: Instant, place: number): readonly Deed[] => {
  let dossier: DossierAnswer | undefined;
  const known = (): DossierAnswer => {
    if (dossier === undefined) throw new Error('not received yet');
    return dossier;
  };
  const taken = addWorking(calendar, from, hours(1));
  const done = addWorking(calendar, from, hours(place % 2 === 0 ? 10 : 40));
  return [
    {
      at: from,
      run: async () => {
        dossier = await app.received(as('reception'), { procedureCode: PROCEDURE });
        dossier = await handOver(dossier);
      },
    },
    {
      at: taken,
      run: async () => {
        dossier = await app.done(as('processing'), known(), 'start-step');
      },
    },
    {
      at: done,
      run: async () => {
        dossier = await app.done(as('processing'), known(), 'issue-result');
      },
    },
  ];
};

const handOver = (dossier: DossierAnswer): Promise<DossierAnswer> =>
  app.done(as('reception'), dossier, 'assign', {
    userId: idOf('processing'),
    departmentCode: 'van-phong',
  });

const learn = (): Promise<void> =>
  app.get(LearnRisksJob).handle({}, { signal: new AbortController().signal });

const ask = async <Body>(who: string, route: string, body?: object): Promise<Body> => {
  const answer = await app.ask<Body>(as(who), route, body === undefined ? {} : { body });
  if (answer.status !== 200) throw new Error(`${route}: ${JSON.stringify(answer.body)}`);
  return answer.body;
};

const codesOf = ({ items }: Pick<Page<RiskDossier>, 'items'>): readonly string[] =>
  items.map(({ code }) => code);

beforeAll(async () => {
  app = await DossiersApp.open('2026-03-02T07:30:00+07:00', [RiskModule]);
  unit = await aUnitRow(app.database, 'H24.8');
  await app.database.asRoot(
    `insert into department (unit_id, code, name) values ($1, 'van-phong', 'Văn phòng')`,
    [unit],
  );
  await app.database.asRoot(
    `insert into office_user (id, username, display_name) values ($1, 'xuly', 'Công chức')`,
    [idOf('processing')],
  );
  await app.database.asRoot(
    `insert into membership (unit_id, user_id, department_code, roles)
     values ($1, $2, 'van-phong', '{processing}')`,
    [unit, idOf('processing')],
  );
  const deeds = arrivals().flatMap(lifeOf);
  for (const deed of deeds.toSorted((one, other) => one.at - other.at)) {
    moveTo(deed.at);
    await deed.run();
  }
  moveTo(OPENED);
  open = await app.received(as('reception'), { procedureCode: PROCEDURE });
  await handOver(open);
}, 120_000);

afterAll(() => app.close());

describe('where nothing was finished yet', () => {
  it('nothing is expected, and nothing is made up', async () => {
    const young = await aUnitRow(app.database, 'H24.9');
    const dossier = await app.received(`reception@${young}`, { procedureCode: PROCEDURE });
    const asked = async <Body>(route: string) =>
      (await app.ask<Body>(`director@${young}`, `GET /api/v1/risk${route}`)).body;
    expect((await asked<RiskFigures>('/figures')).items).toEqual([]);
    expect((await asked<Page<RiskDossier>>('')).items).toEqual([]);
    const { risk, why } = await asked<RiskAnswer>(`/dossiers/${dossier.id}`);
    expect(risk).toBeNull();
    expect(['unlearned', 'unproven']).toContain(why);
  });
});

describe('once it has learned', () => {
  beforeAll(learn);

  it('shows a procedure because expectations came nearer than the mean and the allowance', async () => {
    const { items, dossiers } = await ask<RiskFigures>('director', 'GET /api/v1/risk/figures');
    const [figure] = items;
    if (figure === undefined) throw new Error('no figure');
    expect(dossiers).toBe(arrivals().length);
    expect(figure).toMatchObject({ procedureCode: PROCEDURE, verdict: 'shown' });
    expect(figure.predicted).toBeLessThan(Math.min(figure.byMean, figure.byAllowance));
  });

  it('names a dossier likely to be late while no threshold is near, with its reason', async () => {
    const { items } = await ask<Page<RiskDossier>>('processing', 'GET /api/v1/risk');
    expect(items.map(({ id }) => id)).toEqual([open.id]);
    const [{ risk, nearAt } = { risk: undefined, nearAt: null }] = items;
    expect(Date.parse(nearAt ?? '')).toBeGreaterThan(OPENED);
    expect(risk?.latePercent).toBeGreaterThanOrEqual(30);
    expect(risk?.latePercent).toBeLessThanOrEqual(70);
    expect(risk?.reason).toMatchObject({ spentHours: 0, queue: { dossiers: 1 } });
  });

  it('is likelier to be late the next afternoon, as the quick ones would be done', async () => {
    const before = await ask<RiskAnswer>('processing', `GET /api/v1/risk/dossiers/${open.id}`);
    moveTo(addWorking(calendar, OPENED, hours(12)));
    const after = await ask<RiskAnswer>('processing', `GET /api/v1/risk/dossiers/${open.id}`);
    expect(after.risk?.latePercent ?? 0).toBeGreaterThan(before.risk?.latePercent ?? 100);
    moveTo(OPENED);
  });

  it('is seen by its officer, the own head and the leaders; the desk only by the first two', async () => {
    const seen = async (who: string) => ask<Page<RiskDossier>>(who, 'GET /api/v1/risk');
    expect(codesOf(await seen('director'))).toEqual([open.code]);
    expect((await seen('director')).items[0]?.risk.reason.queue).toBeNull();
    expect(codesOf(await seen('reception'))).toEqual([]);
    const head = await app.ask<Page<RiskDossier>>(`head@${unit}#van-phong`, 'GET /api/v1/risk');
    expect(codesOf(head.body)).toEqual([open.code]);
    const other = await app.ask<Page<RiskDossier>>(`head@${unit}#kinh-te`, 'GET /api/v1/risk');
    expect(codesOf(other.body)).toEqual([]);
  });

  it('is nothing for another unit', async () => {
    const route = `GET /api/v1/risk/dossiers/${open.id}`;
    expect((await app.ask('director@9999', route)).status).toBe(404);
  });
});

describe('a supposition', () => {
  const suppose = (body: object) => ask<Supposed>('director', 'POST /api/v1/risk/what-if', body);

  it('says what becomes late while its holder is away', async () => {
    const away = { userId: idOf('processing'), until: '2026-05-06' };
    const told = await suppose({ personAway: away });
    expect(told).toMatchObject({ asked: 1, late: 1, moved: 0 });
    const [item] = told.items;
    expect(item).toMatchObject({ id: open.id, dueBefore: open.dueAt, dueAfter: open.dueAt });
    // Back on the seventh, and then all of the work.
    const back = Date.parse(item?.expectedAfter ?? '') - at('2026-05-07 07:30');
    expect(back).toBeGreaterThan(HOUR_MS);
  });

  it('finds nothing late where somebody else is away', async () => {
    const away = { userId: idOf('clerk'), until: '2026-05-06' };
    expect(await suppose({ personAway: away })).toMatchObject({ asked: 0, late: 0, items: [] });
  });

  it('counts a day off on both sides: the promise moves, and so does the work', async () => {
    const told = await suppose({ dayOff: { date: '2026-05-05' } });
    expect(told).toMatchObject({ asked: 1, moved: 1, late: 0 });
  });

  it('changes nothing', async () => {
    await suppose({ dayOff: { date: '2026-05-05' } });
    const { body } = await app.ask<DossierAnswer>(
      as('director'),
      `GET /api/v1/dossiers/${open.id}`,
    );
    expect(body.dueAt).toBe(open.dueAt);
  });

  it('is for heads and leaders, and of one kind', async () => {
    const body = { dayOff: { date: '2026-05-05' } };
    const route = 'POST /api/v1/risk/what-if';
    expect((await app.ask(as('processing'), route, { body })).status).toBe(403);
    const both = { ...body, personAway: { userId: idOf('clerk'), until: '2026-05-06' } };
    expect((await app.ask(as('director'), route, { body: both })).status).toBe(400);
  });
});
