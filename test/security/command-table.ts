import type { OfficerCommand } from '#contract/dossiers';
import type { Role } from '#domain/dossier';

/**
 * Who has which command, written out from the rules of the office (roles × acts) and not from the product:
 * where the two differ, one of them is wrong.
 */
const FEES: readonly OfficerCommand[] = ['charge-fee', 'pay-fee'];
const DIGITISING: readonly OfficerCommand[] = ['digitise-components', 'digitise-result'];
const SUPPLEMENTS: readonly OfficerCommand[] = [
  'request-supplement',
  'submit-supplement',
  'receive-supplement',
];
const STEPS: readonly OfficerCommand[] = ['start-step', 'complete-step', 'return-step'];
const REMARKS: readonly OfficerCommand[] = ['note', 'difficulty'];
const AGENCY: readonly OfficerCommand[] = ['send-to-agency', 'back-from-agency'];
const PAYMENT: readonly OfficerCommand[] = ['request-payment', 'receive-payment'];
const HOLD: readonly OfficerCommand[] = ['hold', 'resume'];
const LEADING: readonly OfficerCommand[] = ['correct', 'void', 'annul'];

const RECEPTION: readonly OfficerCommand[] = [
  ...(['accept', 'refuse', 'assign', 'return', 'withdraw', 'issue-result'] as const),
  ...(['complete-on-the-spot', 'reuse-data'] as const),
  ...SUPPLEMENTS,
  ...FEES,
  ...DIGITISING,
  ...REMARKS,
];

const PROCESSING: readonly OfficerCommand[] = [
  ...STEPS,
  ...SUPPLEMENTS,
  ...HOLD,
  ...PAYMENT,
  ...AGENCY,
  ...(['propose-supplement', 'extend', 'agree-term', 'issue-result', 'refuse', 'stop'] as const),
  ...(['complete-on-the-spot', 'reuse-data', 'apologise'] as const),
  ...REMARKS,
];

const CLERK: readonly OfficerCommand[] = [
  ...STEPS,
  ...(['issue-result', 'issue-electronic-result', 'archive', 'apologise'] as const),
  ...REMARKS,
];

const EVERYTHING: readonly OfficerCommand[] = [
  ...new Set<OfficerCommand>([
    ...RECEPTION,
    ...PROCESSING,
    ...CLERK,
    ...LEADING,
    ...(['link', 'unlink'] as const),
  ]),
];

export const MAY: Readonly<Record<Role, readonly OfficerCommand[]>> = {
  reception: RECEPTION,
  processing: PROCESSING,
  clerk: CLERK,
  cashier: [...FEES, 'note'],
  head: [...PROCESSING, 'assign'],
  director: EVERYTHING,
  viceChair: EVERYTHING,
  reporter: [],
  dataOfficer: ['link', 'unlink'],
  observer: [],
  admin: [],
  cityReader: [],
};
