import type { OfficerCommand } from '#contract/dossiers';
import type { StateName } from '#domain/dossier';
import type { IconName } from '../ui/index.ts';

/** What is done most in each state, the most likely first; all else is one key further. */
const UNDER_WAY = [
  'complete-step',
  'issue-result',
  'request-supplement',
  'assign',
  'extend',
] as const;

const COMMON: Readonly<Record<StateName, readonly OfficerCommand[]>> = {
  submitted: ['accept', 'request-supplement', 'refuse'],
  awaitingIntakeSupplement: ['receive-supplement', 'refuse', 'withdraw'],
  received: UNDER_WAY,
  processing: UNDER_WAY,
  awaitingSupplement: ['receive-supplement', 'submit-supplement', 'stop'],
  awaitingPayment: ['receive-payment', 'stop'],
  onHold: ['resume', 'stop'],
  resultReady: ['return'],
  returned: [],
  refused: [],
  stopped: [],
  withdrawn: [],
  annulled: [],
};

export const commonActs = (state: StateName): readonly OfficerCommand[] => [
  ...COMMON[state],
  'note',
];

/** One key each; where two acts share one, no state has both. */
export const ACT_KEYS: Partial<Record<OfficerCommand, string>> = {
  accept: 'a',
  'complete-step': 'x',
  'issue-result': 'k',
  'request-supplement': 'b',
  'receive-supplement': 'd',
  'submit-supplement': 's',
  assign: 'p',
  extend: 'g',
  refuse: 'u',
  'receive-payment': 'f',
  resume: 'r',
  return: 't',
  note: 'n',
};

export const ACT_ICONS: Partial<Record<OfficerCommand, IconName>> = {
  accept: 'check',
  'complete-step': 'check',
  'issue-result': 'stamp',
  'request-supplement': 'send',
  'receive-supplement': 'inbox',
  assign: 'forward',
  extend: 'calendar',
  refuse: 'close',
  'receive-payment': 'money',
  resume: 'refresh',
  return: 'handover',
  note: 'edit',
  stop: 'close',
  withdraw: 'undo',
};
