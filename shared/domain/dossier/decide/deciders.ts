import type { CommandType } from '../command.ts';
import { accept, refuse, withdraw } from './acceptance.ts';
import { backFromAgency, sendToAgency } from './agency.ts';
import { correct, voidEvent } from './amendment.ts';
import { chargeFee, payFee } from './fees.ts';
import type { Decider } from './happening.ts';
import { annul, link, unlink } from './link.ts';
import {
  apologise,
  archive,
  difficulty,
  digitiseComponents,
  digitiseResult,
  issueElectronicResult,
  note,
  reuseData,
} from './remarks.ts';
import { completeOnTheSpot, handOver, issueResult, stop } from './result.ts';
import { assign, completeStep, returnStep, startStep } from './steps.ts';
import { agreeTerm, extend, reviseDue } from './term.ts';
import {
  expireSupplement,
  hold,
  proposeSupplement,
  receivePayment,
  receiveSupplement,
  requestPayment,
  requestSupplement,
  resume,
  submitSupplement,
} from './waiting.ts';

/** One small decision per command; a command without its row does not compile. */
export const DECIDERS: {
  readonly [Type in Exclude<CommandType, 'submit' | 'receive'>]: Decider<Type>;
} = {
  accept,
  refuse,
  assign,
  'start-step': startStep,
  'complete-step': completeStep,
  'return-step': returnStep,
  'propose-supplement': proposeSupplement,
  'request-supplement': requestSupplement,
  'submit-supplement': submitSupplement,
  'receive-supplement': receiveSupplement,
  'request-payment': requestPayment,
  'receive-payment': receivePayment,
  hold,
  resume,
  extend,
  'agree-term': agreeTerm,
  'issue-result': issueResult,
  'complete-on-the-spot': completeOnTheSpot,
  return: handOver,
  withdraw,
  stop,
  'send-to-agency': sendToAgency,
  'back-from-agency': backFromAgency,
  note,
  difficulty,
  'digitise-components': digitiseComponents,
  'digitise-result': digitiseResult,
  'issue-electronic-result': issueElectronicResult,
  archive,
  'reuse-data': reuseData,
  'charge-fee': chargeFee,
  'pay-fee': payFee,
  apologise,
  correct,
  void: voidEvent,
  annul,
  link,
  unlink,
  'revise-due': reviseDue,
  'expire-supplement': expireSupplement,
};
