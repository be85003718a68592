import type { Role } from './actor.ts';
import type { CommandType } from './command.ts';

/** On which dossiers a role has an act. */
export type Reach =
  | 'anywhere'
  | 'beforeAcceptance'
  | 'ownStep'
  | 'ownDepartment'
  /** Where every step of the procedure belongs to the role: nobody else has a part in it. */
  | 'allStepsOwn';

type Acts = Readonly<Partial<Record<CommandType, Reach>>>;

const acts = <Type extends CommandType>(
  reach: Reach,
  ...types: readonly Type[]
): Readonly<Record<Type, Reach>> =>
  Object.fromEntries(types.map((type) => [type, reach])) as Record<Type, Reach>;

const REMARKS = ['note', 'difficulty'] as const;
const FEES = ['charge-fee', 'pay-fee'] as const;
const DIGITISING = ['digitise-components', 'digitise-result', 'reuse-data'] as const;
const STEPS = ['start-step', 'complete-step', 'return-step'] as const;
const SUPPLEMENTS = ['request-supplement', 'submit-supplement', 'receive-supplement'] as const;

const PROCESSING = {
  ...acts('anywhere', ...STEPS, ...SUPPLEMENTS, 'propose-supplement', 'hold', 'resume'),
  ...acts('anywhere', 'request-payment', 'receive-payment', 'extend', 'agree-term'),
  ...acts('anywhere', 'issue-result', 'refuse', 'stop', 'send-to-agency', 'back-from-agency'),
  ...acts('anywhere', 'reuse-data', 'apologise', ...REMARKS),
  ...acts('allStepsOwn', 'complete-on-the-spot'),
} as const satisfies Acts;

const LEADING = {
  ...PROCESSING,
  ...acts('anywhere', 'submit', 'receive', 'accept', 'assign', 'return', 'withdraw'),
  ...acts('anywhere', ...FEES, ...DIGITISING, 'issue-electronic-result', 'archive'),
  ...acts('anywhere', 'correct', 'void', 'annul', 'link', 'unlink', 'complete-on-the-spot'),
} as const satisfies Acts;

/**
 * Contract §2.4, role by role: a role without its row does not compile. What the product does by itself
 * (`revise-due`, `expire-supplement`) is nobody's act.
 */
export const ROLE_ACTS = {
  reception: {
    ...acts('anywhere', 'submit', 'receive', 'accept', 'assign', 'return', 'withdraw'),
    ...acts('anywhere', ...SUPPLEMENTS, ...FEES, ...DIGITISING, ...REMARKS),
    ...acts('beforeAcceptance', 'refuse'),
    ...acts('allStepsOwn', 'issue-result', 'complete-on-the-spot'),
  },
  processing: PROCESSING,
  clerk: {
    ...acts('ownStep', ...STEPS, 'issue-result'),
    ...acts('anywhere', 'issue-electronic-result', 'archive', 'apologise', ...REMARKS),
  },
  cashier: acts('anywhere', ...FEES, 'note'),
  head: { ...PROCESSING, ...acts('ownDepartment', 'assign') },
  director: LEADING,
  viceChair: LEADING,
  reporter: {},
  dataOfficer: acts('anywhere', 'link', 'unlink'),
  observer: {},
  admin: {},
  cityReader: {},
} as const satisfies Record<Role, Acts>;

export function reachOf(role: Role, command: CommandType): Reach | undefined {
  const ofRole: Acts = ROLE_ACTS[role];
  return ofRole[command];
}
