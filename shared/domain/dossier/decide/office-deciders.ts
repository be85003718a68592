import type { CommandType } from '../command.ts';
import type { OfficeEvent, OfficeEventType } from '../event.ts';
import { commandOf } from '../lawful.ts';
import { accept, refuse, withdraw } from './acceptance.ts';
import { backFromAgency, sendToAgency } from './agency.ts';
import { chargeFee, payFee } from './fees.ts';
import type { Asked, Decider, Happenings } from './happening.ts';
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

type OfficeCommandType = Exclude<CommandType, 'submit' | 'receive' | 'correct' | 'void'>;

/** One small decision per command that tells what happened; one without its row does not compile. */
export const OFFICE_DECIDERS: { readonly [Type in OfficeCommandType]: Decider<Type> } = {
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
  annul,
  link,
  unlink,
  'revise-due': reviseDue,
  'expire-supplement': expireSupplement,
};

type Judge = (told: OfficeEvent['payload'], asked: Asked) => Happenings;

/** What decides about events of a type, asked about one that has happened already. */
export function deciderOf(type: OfficeEventType): Judge {
  const deciders: Partial<Record<CommandType, unknown>> = OFFICE_DECIDERS;
  return deciders[commandOf(type)] as Judge;
}
