import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Problem } from '#contract/problem';
import { reportIssuesPath, type IssueAnswer } from '#contract/reports';
import { DossiersApp } from '../support/dossiers-app.ts';
import { aUnitRow } from '../support/database.ts';
import { ReportsModule } from '../../backend/src/reports/index.ts';

let app: DossiersApp;
let director: string;
let city: string;

const done = async (as: string, path: string, body: object = {}): Promise<IssueAnswer> => {
  const answer = await app.ask<IssueAnswer>(as, `POST ${reportIssuesPath}${path}`, { body });
  if (answer.status >= 300) throw new Error(JSON.stringify(answer.body));
  return answer.body;
};

const over = (main: object): Promise<IssueAnswer> =>
  done(director, '', { template: 'yearly', periods: { main } });

beforeAll(async () => {
  app = await DossiersApp.open('2026-03-02T08:00:00+07:00', [ReportsModule]);
  const top = await aUnitRow(app.database, 'H24');
  await app.database.asRoot(`update unit set kind = 'city', level = null where id = $1`, [top]);
  const unit = await aUnitRow(app.database, 'H24.99', top);
  director = `director@${unit}`;
  city = `cityReader@${top},${unit}`;
});
afterAll(() => app.close());

describe('a version of a report', () => {
  it('is numbered among those over its own days, also when it was begun over others', async () => {
    const [year, wrong] = [
      { from: '2025-12-15', to: '2026-12-14' },
      { from: '2024-12-15', to: '2025-12-14' },
    ];
    const moved = async (id: string, main: object): Promise<number> => {
      const body = { periods: { main } };
      const answer = await app.ask<IssueAnswer>(director, `PATCH ${reportIssuesPath}/${id}`, {
        body,
      });
      return answer.body.number;
    };
    const [first, one, two] = [await over(year), await over(wrong), await over(wrong)];
    expect([first.number, one.number, two.number]).toEqual([1, 1, 2]);
    expect([await moved(one.id, year), await moved(one.id, year)]).toEqual([2, 2]);
    expect((await over(wrong)).number).toBe(3);
    const [later, drawn] = await Promise.all([moved(two.id, year), over(year)]);
    expect([later, drawn.number].toSorted()).toEqual([3, 4]);
  });

  it('is given back by the city once, however often the line broke', async () => {
    const { id } = await over({ from: '2025-12-15', to: '2026-12-14' });
    for (const act of ['submit', 'approve', 'issue', 'send']) await done(director, `/${id}/${act}`);
    const givenBack = (key: string) =>
      app.ask<IssueAnswer & Problem>(city, `POST ${reportIssuesPath}/${id}/return`, {
        body: { reason: 'Làm rõ hồ sơ quá hạn.' },
        headers: { 'idempotency-key': key },
      });
    const [one, again] = [await givenBack('tra-lai-1'), await givenBack('tra-lai-1')];
    expect([one.status, again.status, again.body.state]).toEqual([200, 200, 'returnedByCity']);
    const other = await givenBack('tra-lai-2');
    expect(other).toMatchObject({ status: 409, body: { allowed: ['explain'] } });
  });
});
