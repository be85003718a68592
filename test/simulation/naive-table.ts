/** Contract §2.3, typed off: what is allowed in which state. */
const words = (list: string): readonly string[] => list.trim().split(/\s+/);

const ALWAYS =
  words(`note difficulty digitise-components digitise-result issue-electronic-result archive
  reuse-data charge-fee pay-fee back-from-agency apologise correct void link unlink`);

const IN_HAND =
  words(`assign start-step complete-step return-step propose-supplement request-supplement
  request-payment hold extend agree-term issue-result refuse stop withdraw send-to-agency
  back-from-agency complete-on-the-spot annul`);

export const ROWS: Readonly<Record<string, readonly string[]>> = {
  submitted: words('accept refuse withdraw request-supplement complete-on-the-spot annul'),
  awaitingIntakeSupplement: words('receive-supplement refuse withdraw annul'),
  received: IN_HAND,
  processing: IN_HAND,
  awaitingSupplement: words('submit-supplement receive-supplement refuse stop withdraw annul'),
  awaitingPayment: words('receive-payment stop withdraw annul'),
  onHold: words('resume stop withdraw annul'),
  resultReady: words('return annul'),
  returned: ['annul'],
  refused: ['annul'],
  stopped: ['annul'],
  withdrawn: ['annul'],
  annulled: [],
};

export const allowedIn = (state: string): readonly string[] => [
  ...new Set([...(ROWS[state] ?? []), ...ALWAYS]),
];

export const OPEN = words('received processing awaitingSupplement awaitingPayment onHold');

/** §2.4: what `processing` ever does, as far as these simulations ask. */
export const OF_PROCESSING = words(`start-step complete-step return-step propose-supplement
  request-supplement submit-supplement receive-supplement request-payment receive-payment hold resume extend
  agree-term issue-result refuse stop send-to-agency back-from-agency note difficulty complete-on-the-spot
  apologise reuse-data`);

/** Which command brings which event. */
export const EVENT_OF: Readonly<Record<string, string>> = {
  accept: 'received',
  refuse: 'refused',
  assign: 'assigned',
  'propose-supplement': 'supplementProposed',
  'request-supplement': 'supplementRequested',
  'submit-supplement': 'supplementSubmitted',
  'receive-supplement': 'supplementReceived',
  'request-payment': 'paymentRequested',
  'receive-payment': 'paymentReceived',
  hold: 'held',
  resume: 'resumed',
  extend: 'extended',
  'agree-term': 'termAgreed',
  'issue-result': 'resultIssued',
  return: 'returned',
  withdraw: 'withdrawn',
  stop: 'stopped',
  'send-to-agency': 'sentToAgency',
  'back-from-agency': 'backFromAgency',
  note: 'noteAdded',
  difficulty: 'difficultyNoted',
  'digitise-components': 'componentsDigitised',
  'digitise-result': 'resultDigitised',
  'issue-electronic-result': 'electronicResultIssued',
  archive: 'archivedToStore',
  'reuse-data': 'dataReused',
  'charge-fee': 'feeCharged',
  'pay-fee': 'feePaid',
  apologise: 'apologyIssued',
  annul: 'annulled',
};

const COMMAND_OF = new Map(Object.entries(EVENT_OF).map(([command, event]) => [event, command]));

/** Whether an event may follow in this state; what the product tells by itself waits for nobody. */
export const mayFollow = (state: string, event: string): boolean =>
  event === 'dueRevised'
    ? [...OPEN, 'submitted', 'awaitingIntakeSupplement'].includes(state)
    : allowedIn(state).includes(COMMAND_OF.get(event) ?? event);
