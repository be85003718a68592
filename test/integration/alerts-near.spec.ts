import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AlertSettings } from '#contract/alerts';
import type { CreatedDossier } from '#contract/dossiers';
import { AlertsDesk } from '../support/alerts-desk.ts';

const DUE = '2026-03-13T17:00:00+07:00';
/** Ten working days are a long allowance: half of the way, by the rules every unit begins with. */
const BY_DEFAULT = '2026-03-09T07:45:00+07:00';
const TWO_DAYS_BEFORE = '2026-03-11T17:00:00+07:00';
const ONE_DAY_BEFORE = '2026-03-12T17:00:00+07:00';

const daysBefore = (days: number): AlertSettings => ({
  overrides: [{ kind: 'dossier.near', thresholds: [{ at: 'daysBefore', days }] }],
  bundleAt: ['15:00'],
  voiceMinutes: 30,
});

let desk: AlertsDesk;

beforeAll(async () => {
  desk = await AlertsDesk.open('2026-03-02T08:00:00+07:00');
  await desk.colleague('director');
});
afterAll(() => desk.close());

const set = async (settings: AlertSettings): Promise<void> => {
  const route = 'PUT /api/v1/alert-rules';
  const { status } = await desk.app.ask(desk.as('director'), route, { body: settings });
  expect(status).toBe(200);
};

/** As the command left it: nobody sweeps in this office. */
const nearAt = async ({ id }: { readonly id: string }): Promise<string> => {
  const [row] = await desk.app.database.asRoot<{ readonly at: number }>(
    'select near_at as at from dossier where id = $1',
    [id],
  );
  const minutes = Math.floor((row?.at ?? 0) / 60_000);
  return new Date(minutes * 60_000 + 7 * 3_600_000).toISOString().slice(0, 19) + '+07:00';
};

const received = (): Promise<CreatedDossier> =>
  desk.app.received(desk.as('reception'), { declaredDueAt: DUE });

describe('from when on a dossier is near its due moment', () => {
  it('is told with the command itself, by the rules its unit has then', async () => {
    const early = await received();
    expect(await nearAt(early)).toBe(BY_DEFAULT);
    await set(daysBefore(2));
    const later = await received();
    expect(await nearAt(later)).toBe(TWO_DAYS_BEFORE);
    await set(daysBefore(1));
    const moved = await desk.app.done(desk.as('director'), later, 'difficulty', {
      kind: 'other',
    });
    expect(await nearAt(moved)).toBe(ONE_DAY_BEFORE);
  });
});
