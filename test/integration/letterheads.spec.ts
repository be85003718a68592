import { afterAll, beforeAll, expect, describe, it } from '@jest/globals';
import { formEditionsPath } from '#contract/forms';
import { incidentTimelinePath } from '#contract/incidents';
import { evidencePath, reconciliationsPath, type Reconciliation } from '#contract/reconciliations';
import { Letterheads } from '../../backend/src/forms/index.ts';
import { downloaded, sheetText } from '../support/downloaded.ts';
import { ImportDesk, TITLES, row, table } from '../support/import-desk.ts';
import { type Browser, OfficeApp } from '../support/office-app.ts';

const STANDARD = 'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG';
const OWN = { authority: 'UBND XÃ TÂN TIẾN', centre: 'BỘ PHẬN MỘT CỬA', place: 'Bến Đò' };

let office: OfficeApp;
let leader: Browser;
let reconciliation: string;
let here: number;

beforeAll(async () => {
  office = await OfficeApp.open({ MOTCUA_CLOCK: '2026-03-16T09:00:00+07:00@0' });
  here = await office.unit({ code: 'H24.99' });
  const roles = ['admin', 'director', 'dataOfficer', 'reception'] as const;
  await office.person('lanhdao', { unitId: here, roles });
  leader = await office.signedIn('lanhdao');
  const list = (number: number) => table(TITLES, row(number));
  const desk = new ImportDesk(leader);
  await desk.brought(list(1), { source: 'dvc' });
  const { id: importId } = await desk.brought(list(2), { dryRun: true, source: 'dvc' });
  const period = { source: 'dvc', from: '2026-02-15', to: '2026-03-14' };
  const made = await leader.post<Reconciliation>(reconciliationsPath, { importId, ...period });
  reconciliation = made.body.id;
});
afterAll(() => office.close());

const feesTaken = async (): Promise<Buffer> => {
  const answer = await office.application.app.inject({
    ...{ method: 'POST', url: '/api/v1/fees/exports' },
    payload: { from: '2026-03-02', to: '2026-03-16', format: 'xlsx' },
    headers: { cookie: leader.cookie, 'x-csrf-token': leader.csrfToken },
  });
  return answer.rawPayload;
};
const sheetAt = async (url: string): Promise<Buffer> =>
  (await downloaded(office, leader, url)).bytes;

const PAPERS = {
  'the list of fees': feesTaken,
  'the timeline of incidents': () => sheetAt(incidentTimelinePath),
  'the sheet of evidence': () => sheetAt(evidencePath(reconciliation)),
};
const papers = Object.keys(PAPERS) as (keyof typeof PAPERS)[];

describe('the head of a paper', () => {
  it.each(papers)('is that of the name on %s, until the office has its own', async (paper) => {
    expect(await sheetText(await PAPERS[paper]())).toContain(STANDARD);
  });

  it('is set once, for all of them', async () => {
    const body = { texts: OWN, without: [] };
    const url = `${formEditionsPath}/head`;
    expect((await leader.ask({ method: 'PUT', url, body })).status).toBe(200);
    for (const paper of papers) {
      const text = await sheetText(await PAPERS[paper]());
      expect(text).toContain(OWN.authority);
      expect(text).toContain(OWN.centre);
      expect(text).not.toContain(STANDARD);
    }
    // Only paper has a line with the place and the day.
    const heads = office.application.app.get(Letterheads, { strict: false });
    expect(await heads.of({ id: here, name: 'Xã Mẫu' })).toMatchObject({ ...OWN, unit: 'xã Mẫu' });
  });
});
