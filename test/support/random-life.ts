import * as fc from 'fast-check';
import {
  allowedIn,
  decide,
  type Command,
  type CommandBodies,
  type CommandType,
  type DossierState,
  type Office,
} from '#domain/dossier';
import { instant, type Instant } from '#domain/working-time';
import { at } from './moment.ts';
import { anIntake, anOffice, anOfficer, theProduct } from './office.ts';

/** One random wish: some command, some minutes later, whether or not it is allowed. */
export interface Wish {
  readonly pick: number;
  readonly minutesLater: number;
  readonly amount: number;
}

export const wishes = (maxLength = 12): fc.Arbitrary<readonly Wish[]> =>
  fc.array(
    fc.record({
      pick: fc.nat(1_000),
      minutesLater: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 4_000 })),
      amount: fc.nat(9),
    }),
    { maxLength },
  );

const BIRTH = at('2026-02-12 09:30');
const everybody = anOfficer(['director', 'dataOfficer'], ['tu-phap']);

/** A life led by wishes: whatever is refused simply does not happen. */
export function lifeOf(list: readonly Wish[], changes: Partial<Office> = {}): DossierState {
  const office = anOffice({ actor: everybody, ...changes, now: BIRTH });
  const born = decided({ type: 'receive', body: { intake: anIntake() } }, null, office);
  if (born === null) throw new Error('A dossier that cannot be received has no life');
  let now = BIRTH;
  return list.reduce<DossierState>((state, wish) => {
    now = instant(now + wish.minutesLater * 60_000);
    const command = granted(wish, state, now);
    const actor = command.type === 'revise-due' || command.type === 'expire-supplement';
    return (
      decided(command, state, { ...office, now, actor: actor ? theProduct : everybody }) ?? state
    );
  }, born);
}

function decided(
  command: Command,
  state: DossierState | null,
  office: Office,
): DossierState | null {
  const result = decide(command, state, office);
  return result.ok && result.value.kind === 'events' ? result.value.state : null;
}

function granted({ pick, amount }: Wish, state: DossierState, now: Instant): Command {
  const allowed = allowedIn(state.name);
  const type = allowed[pick % allowed.length] ?? 'note';
  const reason = 'vì thế';
  const version = 1 + (pick % state.version);
  const bodies: Partial<{ [Type in CommandType]: CommandBodies[Type] }> = {
    refuse: { reasonCode: 'not-eligible', reason },
    assign: { departmentCode: 'tu-phap' },
    'return-step': { toStepKey: 'receive', reason },
    'propose-supplement': { items: 'CCCD', reason },
    'request-supplement': { items: 'CCCD', reason },
    'request-payment': { amount },
    'receive-payment': { amount, method: 'online' },
    hold: { basisCode: 'court-decision', reason },
    extend: { dueAt: instant(now + (amount + 1) * 86_400_000), reason },
    'agree-term': { variantKey: 'verify', reason },
    return: { method: 'counter' },
    stop: { reasonCode: 'no-answer', reason },
    'send-to-agency': { agency: 'so-noi-vu' },
    note: { text: 'x' },
    difficulty: { kind: 'overload' },
    'charge-fee': { amount },
    'pay-fee': { amount, method: 'cash' },
    correct: { version, changes: { occurredAt: instant(now - amount * 3_600_000) }, reason },
    void: { version, reason },
    annul: { reason },
    link: { dossierId: 'primary' },
    unlink: { dossierId: 'primary' },
    'revise-due': { cause: 'calendar' },
  };
  return { type, body: bodies[type] ?? {} } as Command;
}
