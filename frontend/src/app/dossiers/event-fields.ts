import type { OfficerCommand } from '#contract/dossiers';
import type { OfficeEventType } from '#domain/dossier';
import { type FormField, formOf } from './act-forms.ts';

/** Of what its act asks for, that which the event itself says; free words stand beside it. */
const asIn = (type: OfficerCommand, ...names: readonly string[]): readonly FormField[] =>
  formOf(type).filter(({ name }) => names.length === 0 || names.includes(name));

const STEP = asIn('return-step', 'toStepKey').map((field) => ({ ...field, name: 'stepKey' }));

const FIELDS: Partial<Record<OfficeEventType, readonly FormField[]>> = {
  received: asIn('accept'),
  refused: asIn('refuse', 'reasonCode'),
  termAgreed: asIn('agree-term', 'variantKey'),
  assigned: asIn('assign'),
  stepStarted: STEP,
  stepCompleted: STEP,
  stepReturned: asIn('return-step', 'toStepKey'),
  supplementRequested: asIn('request-supplement', 'respondBy'),
  paymentRequested: asIn('request-payment'),
  paymentReceived: asIn('receive-payment'),
  held: asIn('hold', 'basisCode'),
  extended: asIn('extend', 'dueAt'),
  resultIssued: asIn('issue-result'),
  returned: asIn('return'),
  stopped: asIn('stop', 'reasonCode'),
  difficultyNoted: asIn('difficulty', 'kind'),
  feeCharged: asIn('charge-fee'),
  feePaid: asIn('pay-fee'),
  sentToAgency: asIn('send-to-agency'),
  apologyIssued: asIn('apologise', 'documentNo', 'publishedAt'),
};

export const eventFields = (type: string): readonly FormField[] =>
  FIELDS[type as OfficeEventType] ?? [];

/** What an office does and may forget to enter; who the dossier is, and what follows by law, is not among it. */
export const FORGETTABLE: readonly OfficeEventType[] = [
  ...(['supplementRequested', 'supplementSubmitted', 'supplementReceived'] as const),
  ...([
    'paymentRequested',
    'paymentReceived',
    'held',
    'resumed',
    'extended',
    'termAgreed',
  ] as const),
  ...(['assigned', 'stepStarted', 'stepCompleted', 'stepReturned'] as const),
  ...(['sentToAgency', 'backFromAgency', 'resultIssued', 'returned'] as const),
  ...(['refused', 'stopped', 'withdrawn', 'feeCharged', 'feePaid'] as const),
  ...(['componentsDigitised', 'resultDigitised', 'electronicResultIssued'] as const),
  ...(['archivedToStore', 'dataReused', 'difficultyNoted', 'apologyIssued'] as const),
];
