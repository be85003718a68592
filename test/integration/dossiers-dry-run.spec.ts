import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type DossierAnswer,
  type DossierOffice,
  type HeldOffice,
  type OfficerCommand,
  answeredCode,
  holdOffice,
  judge,
  officerCommands,
} from '#contract/dossiers';
import { roles } from '#contract/identity';
import type { Problem } from '#contract/problem';
import { NATIONAL_STATUS, type Role, type StateName } from '#domain/dossier';
import { parseInstant } from '#domain/working-time';
import { probeBody } from '../../frontend/src/app/dossiers/probe-body.ts';
import { aUnitRow } from '../support/database.ts';
import { DossiersApp } from '../support/dossiers-app.ts';

const NOW = '2026-03-04T09:00:00+07:00';
const PROCEDURE = {
  ...{ code: '1.000123', name: 'Cấp bản sao', field: 'Hộ tịch', onlineLevel: 'full' },
  limits: { statutory: { kind: 'workingDays', amount: 5 } },
  variants: [
    { key: 'xac-minh', label: 'Cần xác minh', allowance: { kind: 'workingDays', amount: 9 } },
  ],
  steps: [
    { key: 'nhan', name: 'Tiếp nhận', role: 'reception', allowanceHours: 4 },
    { key: 'xu-ly', name: 'Thẩm định', role: 'processing', allowanceHours: 16 },
    { key: 'van-thu', name: 'Vào sổ', role: 'clerk', allowanceHours: 4 },
  ],
};

/** How a dossier comes to each state, told from the receipt on. */
const SAID = { reason: 'Theo quy định', items: 'Giấy khai sinh', reasonCode: 'other' };
const { reason, items, reasonCode } = SAID;
type Way = readonly (readonly [OfficerCommand, object])[];
const WAYS: Readonly<Record<StateName, Way>> = {
  submitted: [],
  awaitingIntakeSupplement: [['request-supplement', { reason, items }]],
  received: [],
  processing: [['complete-step', {}]],
  awaitingSupplement: [['request-supplement', { reason, items }]],
  awaitingPayment: [['request-payment', { amount: 8000 }]],
  onHold: [['hold', { basisCode: 'inspection', reason }]],
  resultReady: [['issue-result', {}]],
  returned: [
    ['issue-result', {}],
    ['return', { method: 'counter' }],
  ],
  refused: [['refuse', { reason, reasonCode }]],
  stopped: [['stop', { reason, reasonCode }]],
  withdrawn: [['withdraw', {}]],
  annulled: [['annul', { reason }]],
};
const states = Object.keys(NATIONAL_STATUS) as readonly StateName[];
const SENT_IN: ReadonlySet<StateName> = new Set(['submitted', 'awaitingIntakeSupplement']);

const TO_SOMEBODY = { userId: '0190c000-0000-7000-8000-00000000dead' };

/** Known to the books of the server alone: the law itself has nothing against it. */
const BOOKS: ReadonlySet<string> = new Set(['unknown-assignee', 'unknown-dossier']);

let app: DossiersApp;
let unit: number;

beforeAll(async () => {
  app = await DossiersApp.open(NOW);
  unit = await aUnitRow(app.database, 'H24.99');
  const body = { ...PROCEDURE, unitId: unit, effectiveFrom: '2026-01-01' };
  const made = await app.ask<Problem>(`admin@${unit}`, 'POST /api/v1/procedures', { body });
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
});
afterAll(() => app.close());

interface Seen {
  readonly dossier: Pick<DossierAnswer, 'id' | 'version'>;
  readonly held: HeldOffice;
}

const brought = async (state: StateName): Promise<DossierAnswer> => {
  const director = `director@${unit}`;
  let dossier: DossierAnswer = await app.received(director, {
    procedureCode: PROCEDURE.code,
    submitOnly: SENT_IN.has(state),
  });
  for (const [command, body] of WAYS[state])
    dossier = await app.done(director, dossier, command, body);
  expect(dossier.state).toBe(state);
  return dossier;
};

const seenBy = async (as: string, dossier: DossierAnswer): Promise<Seen> => {
  const { body } = await app.ask<DossierOffice>(as, `GET /api/v1/dossiers/${dossier.id}/office`);
  const held = holdOffice(body);
  if (held === undefined) throw new Error('nothing to decide with');
  return { dossier, held };
};

const now = parseInstant(NOW);
if (now === undefined) throw new Error('no moment');

const browserSays = (held: HeldOffice, type: OfficerCommand, body: object): string => {
  const verdict = judge(held, { type, body }, now);
  if (verdict.kind === 'malformed') return `malformed: ${verdict.paths.join()}`;
  const { result } = verdict;
  if (!result.ok) return answeredCode(result.refusal.code);
  return result.value.kind === 'approval' ? 'waits' : 'done';
};

const serverSays = ({
  status,
  body,
}: {
  readonly status: number;
  readonly body: Problem;
}): string => {
  if (status === 200 || BOOKS.has(body.code)) return 'done';
  return status === 202 ? 'waits' : body.code;
};

/** Besides what is plausible: what has not happened yet, and what happened before all else. */
const AMISS = [
  { occurredAt: '2026-03-05T09:00:00+07:00' },
  { occurredAt: '2026-03-03T09:00:00+07:00' },
];

/** A remark leaves the dossier where it was; what moves it, or waits for a leader, takes another one. */
const after = (
  { status, body }: { readonly status: number; readonly body: unknown },
  state: StateName,
): Promise<DossierAnswer> | DossierAnswer => {
  const dossier = body as DossierAnswer;
  return status === 200 && dossier.state === state ? dossier : brought(state);
};

const compared = async (role: Role, state: StateName): Promise<readonly (readonly string[])[]> => {
  const as = `${role}@${unit}`;
  const differing: (readonly string[])[] = [];
  let seen = await seenBy(as, await brought(state));
  for (const command of officerCommands) {
    const probe = command === 'assign' ? TO_SOMEBODY : probeBody(command, seen.held, now);
    for (const amiss of [...AMISS, {}]) {
      const body = { ...probe, ...amiss };
      const browser = browserSays(seen.held, command, body);
      const answer = await app.command<Problem>(as, seen.dossier, command, body);
      const server = serverSays(answer);
      if (browser !== server) differing.push([command, JSON.stringify(amiss), browser, server]);
      if (answer.status < 300) seen = await seenBy(as, await after(answer, state));
    }
  }
  return differing;
};

const READERS = roles.filter((role) => !['admin'].includes(role));

describe.each(states)('what a screen says of a dossier that is %s', (state) => {
  it.each(READERS)('is what the server answers %s, command by command', async (role) => {
    expect(await compared(role, state)).toEqual([]);
  });
});
