import fc from 'fast-check';
import type { NaiveDossier, Sent } from './naive-dossier.ts';
import { EVENT_OF, ROWS, allowedIn } from './naive-table.ts';

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

/** What chance brings to one act; what it comes to depends on where the dossier stands. */
export interface Chance {
  readonly which: number;
  readonly kind: 'move' | 'mend' | 'remark' | 'any';
  readonly pick: number;
  readonly gap: number;
  readonly back: number | null;
  readonly reason: boolean;
  readonly dice: readonly [number, number, number];
  readonly as: Sent['as'];
  readonly ifMatch: Sent['ifMatch'];
  readonly wrong: NonNullable<Sent['wrong']> | null;
  readonly repeat: boolean;
}

const weighted = <Value>(...choices: readonly (readonly [number, Value])[]): fc.Arbitrary<Value> =>
  fc.oneof(...choices.map(([weight, value]) => ({ weight, arbitrary: fc.constant(value) })));

const minutes = (min: number, max: number) =>
  fc.integer({ min: min * 2, max: max * 2 }).map((half) => half * 30_000);

export const aChance: fc.Arbitrary<Chance> = fc.record({
  which: fc.nat(2),
  kind: weighted<Chance['kind']>([16, 'move'], [3, 'mend'], [1, 'remark'], [2, 'any']),
  pick: fc.nat(9_999),
  gap: fc.oneof(minutes(0, 0), minutes(1, 400), minutes(200, 6_000)),
  back: fc.oneof(
    { weight: 12, arbitrary: fc.constant(null) },
    { weight: 3, arbitrary: minutes(-15, 300) },
    { weight: 1, arbitrary: minutes(300, 6_000) },
  ),
  reason: weighted([4, true], [1, false]),
  dice: fc.tuple(fc.nat(999), fc.nat(999), fc.nat(999)),
  as: weighted<Sent['as']>([30, 'director'], [6, 'processing'], [1, 'observer']),
  ifMatch: weighted<Sent['ifMatch']>([40, 'fresh'], [1, 'stale'], [1, 'missing']),
  wrong: weighted<Chance['wrong']>([48, null], [1, 'malformed'], [1, 'foreign']),
  repeat: weighted([6, false], [1, true]),
});

/** What anybody could try, in whatever state. */
const COMMANDS = [
  ...Object.keys(EVENT_OF),
  ...['start-step', 'complete-step', 'return-step', 'complete-on-the-spot', 'correct', 'void'],
];
const MENDS = ['correct', 'void'];
const FINISHING = ['refuse', 'withdraw', 'stop', 'issue-result', 'complete-on-the-spot'];
const RARE = ['annul', 'start-step', 'complete-step', 'return-step', 'propose-supplement'];

const oneOf = <Value>(list: readonly Value[], pick: number): Value => {
  const chosen = list[pick % list.length];
  if (chosen === undefined) throw new Error('Nothing to choose from');
  return chosen;
};

function commandFor({ kind, pick }: Chance, dossier: NaiveDossier): string {
  const row = (ROWS[dossier.state] ?? []).filter((command) => !RARE.includes(command));
  const moves = pick % 8 === 0 ? row : row.filter((command) => !FINISHING.includes(command));
  if (kind === 'move' && moves.length > 0) return oneOf(moves, pick);
  // A calendar has changed meanwhile: what is told anew is told by the new one, which the model leaves out.
  if (kind === 'mend' && !dossier.calendarChanged) return oneOf(MENDS, pick);
  if (kind === 'remark') {
    return oneOf(
      allowedIn(dossier.state).filter((each) => EVENT_OF[each] !== undefined),
      pick,
    );
  }
  return oneOf(
    COMMANDS.filter((command) => !dossier.calendarChanged || !MENDS.includes(command)),
    pick,
  );
}

const INSERTS = [
  'paymentRequested',
  'paymentReceived',
  'resumed',
  'supplementReceived',
  'termAgreed',
];

function insertFor(dossier: NaiveDossier, [a, b, c]: Chance['dice'], now: number): object {
  const type = oneOf(INSERTS, a);
  const place = b % 3 === 0 ? b % dossier.version : dossier.version - 1;
  const last = dossier.events[place]?.at ?? now;
  return {
    ...{ type, occurredAt: last + ((c % 200) - 40) * MINUTE },
    ...(type === 'paymentRequested' && { amount: 5 }),
    ...(type === 'paymentReceived' && { amount: 5, method: 'cash' }),
    ...(type === 'termAgreed' && { variantKey: oneOf(['xac-minh', 'it-trang'], c) }),
  };
}

const reason = 'Nhập nhầm';

/** What a body is made of: the dossier, the moment, three numbers. */
interface Making {
  readonly dossier: NaiveDossier;
  readonly dice: Chance['dice'];
  readonly now: number;
}

const supplement = { items: 'Ảnh', reason };
const amountOf = ({ dice: [a] }: Making): number => (a % 20 === 0 ? -1 : a);
const aheadOf = ({ now, dice: [, b, c] }: Making): number =>
  now + ((b % 12) - 1) * DAY + (c % 600) * MINUTE;

/** Mostly the last ones: a mistake is seen soon. */
const versionOf = ({ dossier: { version }, dice: [a] }: Making): number =>
  a % 4 === 0 ? 1 + (a % (version + 1)) : version - (a % 3);

function correction(making: Making): object {
  const { dossier, dice, now } = making;
  const [, b, c] = dice;
  if (b % 2 === 0) return { insert: insertFor(dossier, dice, now), reason };
  const version = versionOf(making);
  const at = dossier.events[version - 1]?.at ?? now;
  return { version, changes: { occurredAt: at + ((c % 400) - 200) * MINUTE }, reason };
}

/** The body of each command that needs one. */
const BODIES: Readonly<Record<string, (making: Making) => object>> = {
  accept: (making) => (making.dice[0] % 3 === 0 ? { declaredDueAt: aheadOf(making) } : {}),
  refuse: () => ({ reasonCode: 'khac', reason }),
  stop: () => ({ reasonCode: 'khac', reason }),
  assign: ({ dice: [a] }) =>
    a % 6 === 0 ? {} : { departmentCode: a % 6 === 1 ? 'nowhere' : 'tu-phap' },
  'return-step': () => ({ toStepKey: 'nowhere', reason }),
  'propose-supplement': () => supplement,
  'request-supplement': (making) =>
    making.dice[0] % 3 === 0 ? { ...supplement, respondBy: aheadOf(making) } : supplement,
  'request-payment': (making) => ({ amount: amountOf(making) }),
  'charge-fee': (making) => ({ amount: amountOf(making) }),
  'receive-payment': (making) => ({ amount: amountOf(making), method: 'cash' }),
  'pay-fee': (making) => ({ amount: amountOf(making), method: 'cash' }),
  hold: ({ dice: [a] }) => ({ basisCode: a % 8 === 0 ? 'whim' : 'inspection', reason }),
  extend: ({ dossier, now, dice: [, b] }) => ({
    dueAt: Math.max(dossier.dues.current ?? now, now) + ((b % 9) - 1) * DAY,
    reason,
  }),
  'agree-term': ({ dice: [a] }) => ({
    variantKey: oneOf(['xac-minh', 'it-trang', 'nowhere'], a),
    reason,
  }),
  return: () => ({ method: 'counter' }),
  'send-to-agency': () => ({ agency: 'Công an xã' }),
  note: () => ({ text: 'Đã gọi điện' }),
  difficulty: () => ({ kind: 'overload' }),
  annul: () => ({ reason }),
  void: (making) => ({ version: versionOf(making), reason }),
  correct: correction,
};

/** What is sent to a dossier at that moment. */
export function actFor(chance: Chance, dossier: NaiveDossier, now: number): Sent {
  const command = commandFor(chance, dossier);
  const { as, back, ifMatch, wrong } = chance;
  const body = {
    ...BODIES[command]?.({ dossier, dice: chance.dice, now }),
    ...(back !== null && { occurredAt: now - back }),
    ...(chance.reason && { backdateReason: 'Mất điện' }),
    ...(wrong === 'malformed' && { nonsense: 1 }),
  };
  return { as, command, body, ifMatch, ...(wrong !== null && { wrong }) };
}
