import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type About, aboutPath, aboutSchema } from '#contract/about';
import { openDatabase, type TestDatabase } from '../support/database.ts';
import { EvaluationApp } from '../support/evaluation-app.ts';
import { OfficeApp } from '../support/office-app.ts';

describe('before anybody has signed in, an installation for real work', () => {
  let office: OfficeApp;
  let unitId: number;
  beforeAll(async () => {
    office = await OfficeApp.open();
    unitId = await office.unit({ code: 'H24.99' });
  });
  afterAll(() => office.close());

  it('says what it is, what time it is and whether anybody looks after it, and names nobody', async () => {
    const about = aboutSchema.parse((await office.browser().get(aboutPath)).body);
    expect(about).toMatchObject({ product: 'Motcua', evaluation: false, languages: ['vi', 'en'] });
    expect(about).toMatchObject({ accounts: [], password: null, needsSetup: true });
    await office.person('quantri', { unitId, roles: ['admin'] });
    const later = aboutSchema.parse((await office.browser().get(aboutPath)).body);
    expect(later.needsSetup).toBe(false);
    expect(about.clock.zone).toBe('Asia/Ho_Chi_Minh');
  });
});

describe('before anybody has signed in, a trial', () => {
  let database: TestDatabase;
  let app: EvaluationApp;
  beforeAll(async () => {
    database = await openDatabase();
    app = await EvaluationApp.start(database, '2026-03-02T09:00:00+07:00');
    await app.evaluation.done;
  });
  afterAll(async () => {
    await app.close();
    await database.close();
  });

  it('names whom one may be, and each of them can sign in', async () => {
    const { body } = await app.browser().get<About>(aboutPath);
    const { accounts, password, evaluation, clock } = aboutSchema.parse(body);
    expect({ evaluation, clock }).toMatchObject({ evaluation: true, clock: { rate: 0 } });
    expect(accounts).toHaveLength(9);
    for (const { username, roles } of accounts) {
      const answer = await app.browser().signIn(username, { password: password ?? '' });
      expect([username, answer.status]).toEqual([username, 200]);
      expect(
        answer.body.units.some((unit) => unit.roles.toSorted().join() === roles.toSorted().join()),
      ).toBe(true);
      expect(answer.body.evaluation).toBe(true);
    }
  });
});
