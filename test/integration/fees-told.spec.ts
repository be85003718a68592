import { afterAll, beforeAll, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { decide, type Command, type DossierEvent, type DossierState } from '#domain/dossier';
import { instant } from '#domain/working-time';
import { feeAccountOf, feeEntriesOf } from '#domain/fee';
import { EventStore } from '../../backend/src/dossiers/index.ts';
import { type TestDatabase, aUnitRow, openDatabase } from '../support/database.ts';
import { at } from '../support/moment.ts';
import { anIntake, anOffice, director } from '../support/office.ts';
import { aDossierId, anAppend, stateAfter } from '../support/stored-life.ts';

let database: TestDatabase;
let store: EventStore;
let unit: number;

beforeAll(async () => {
  database = await openDatabase({
    unsound: 'its dossiers live by rules and calendars that no catalogue holds',
  });
  store = new EventStore(database.tenancy);
});
afterAll(() => database.close());

const live = async (history: readonly DossierEvent[]): Promise<string> => {
  // Lives have one code of their own, so each has a unit of its own.
  const dossierId = aDossierId();
  unit = await aUnitRow(database, `H24.${dossierId.slice(-6).toUpperCase()}`);
  for (let version = 1; version <= history.length; version += 1) {
    const append = anAppend(unit, stateAfter(history, version), {
      ...{ dossierId, expectedVersion: version - 1 },
    });
    expect((await store.append(append)).kind).toBe('appended');
  }
  return dossierId;
};

const stored = async (id: string) => {
  const [account] = await database.tenancy.ask(
    { units: [unit] },
    `select charged, paid, standing, last_at as "lastAt" from fee_account
     where unit_id = $1 and dossier_id = $2`,
    [unit, id],
  );
  const entries = await database.tenancy.ask(
    { units: [unit] },
    `select version, kind, amount, method, occurred_at as "occurredAt" from fee_entry
     where unit_id = $1 and dossier_id = $2 order by occurred_at, version`,
    [unit, id],
  );
  return { account: account ?? null, entries };
};

const told = (history: readonly DossierEvent[]) => {
  const entries = feeEntriesOf(history);
  const account = feeAccountOf(entries);
  const { charged, paid, standing, lastAt } = account ?? {};
  return {
    account: account === undefined ? null : { charged, paid, standing, lastAt },
    entries: entries.map(({ version, kind, amount, method = null, occurredAt }) => ({
      ...{ version, kind, amount, method, occurredAt },
    })),
  };
};

const kinds = [
  ...['charge', 'pay', 'request', 'receive', 'amount', 'method', 'moment', 'insert', 'void'],
] as const;

interface Deed {
  readonly kind: (typeof kinds)[number];
  readonly pick: number;
  readonly amount: number;
  readonly minutes: number;
}

const deeds = fc.array(
  fc.record<Deed>({
    kind: fc.constantFrom(...kinds),
    pick: fc.nat(100),
    amount: fc.nat(9),
    minutes: fc.nat(90),
  }),
  { maxLength: 14 },
);

/** A payment voided, and the void voided: the payment stands again. */
const UNDONE: readonly Deed[] = [
  { kind: 'charge', pick: 0, amount: 8, minutes: 0 },
  { kind: 'pay', pick: 0, amount: 8, minutes: 15 },
  { kind: 'void', pick: 2, amount: 0, minutes: 0 },
  { kind: 'void', pick: 3, amount: 0, minutes: 0 },
];

const BIRTH = at('2026-03-02 08:00');

const commandOf = ({ kind, pick, amount, minutes }: Deed, state: DossierState): Command => {
  const method = pick % 2 === 0 ? 'cash' : 'online';
  const version = 1 + (pick % state.version);
  const occurredAt = instant(BIRTH + minutes * 60_000);
  const reason = 'Nhập nhầm';
  const insert = { type: 'feePaid', occurredAt, payload: { amount, method } } as const;
  const commands = {
    charge: { type: 'charge-fee', body: { amount } },
    pay: { type: 'pay-fee', body: { amount, method }, occurredAt, backdateReason: reason },
    request: { type: 'request-payment', body: { amount } },
    receive: { type: 'receive-payment', body: { amount, method } },
    amount: { type: 'correct', body: { version, changes: { payload: { amount } }, reason } },
    method: { type: 'correct', body: { version, changes: { payload: { method } }, reason } },
    moment: { type: 'correct', body: { version, changes: { occurredAt }, reason } },
    insert: { type: 'correct', body: { insert, reason } },
    void: { type: 'void', body: { version, reason } },
  } as const satisfies Record<Deed['kind'], Command>;
  return commands[kind];
};

/** A life about money: whatever the law refuses simply does not happen. */
const moneyLife = (list: readonly Deed[]): readonly DossierEvent[] => {
  const birth: Command = { type: 'receive', body: { intake: anIntake() } };
  const lived = [birth, ...list].reduce<DossierState | null>((state, deed, place) => {
    const now = instant(BIRTH + place * 10 * 60_000);
    const command = 'kind' in deed && state !== null ? commandOf(deed, state) : birth;
    const decided = decide(command, state, anOffice({ actor: director, now }));
    return decided.ok && decided.value.kind === 'events' ? decided.value.state : state;
  }, null);
  return lived?.history ?? [];
};

it('tells the fees of any life as the law does, mended and voided ones too', async () => {
  const seen = { told: 0, mended: 0, standings: new Set<string>() };
  await fc.assert(
    fc.asyncProperty(deeds, async (list) => {
      const history = moneyLife(list);
      const expected = told(history);
      const isMended = history.some(({ type }) => type === 'corrected' || type === 'voided');
      seen.told += expected.entries.length > 0 ? 1 : 0;
      seen.mended += expected.entries.length > 0 && isMended ? 1 : 0;
      seen.standings.add(expected.account?.standing ?? 'none');
      expect(await stored(await live(history))).toEqual(expected);
    }),
    { numRuns: 80, examples: [[UNDONE]] },
  );
  // A property about lives without money would prove nothing.
  expect(seen.told).toBeGreaterThan(40);
  expect(seen.mended).toBeGreaterThan(20);
  expect([...seen.standings]).toEqual(
    expect.arrayContaining(['none', 'owing', 'partly', 'settled', 'overpaid']),
  );
});
