import type { DossierEvent, EventType, OfficeEventType } from './event.ts';

/**
 * Whether an event moves the dossier (state, holder, step or clock) or only tells something about it. Moves
 * are entered in the order in which they happened; remarks may be told in any order after the move before.
 */
const EVENT_KIND = {
  submitted: 'move',
  received: 'move',
  refused: 'move',
  annulled: 'move',
  linked: 'remark',
  unlinked: 'remark',
  dueRevised: 'move',
  termAgreed: 'move',
  assigned: 'move',
  stepStarted: 'move',
  stepCompleted: 'move',
  stepReturned: 'move',
  supplementProposed: 'remark',
  supplementRequested: 'move',
  supplementSubmitted: 'move',
  supplementReceived: 'move',
  supplementExpired: 'remark',
  paymentRequested: 'move',
  paymentReceived: 'move',
  held: 'move',
  resumed: 'move',
  extended: 'move',
  resultIssued: 'move',
  returned: 'move',
  withdrawn: 'move',
  stopped: 'move',
  noteAdded: 'remark',
  difficultyNoted: 'remark',
  componentsDigitised: 'remark',
  resultDigitised: 'remark',
  electronicResultIssued: 'remark',
  archivedToStore: 'remark',
  dataReused: 'remark',
  feeCharged: 'remark',
  feePaid: 'remark',
  sentToAgency: 'move',
  backFromAgency: 'move',
  apologyIssued: 'remark',
} as const satisfies Record<OfficeEventType, 'move' | 'remark'>;

/** Events after which the due moment is told anew. At a finish it is the one the outcome is held against. */
const CLOCK_EVENTS: ReadonlySet<OfficeEventType> = new Set([
  'received',
  'dueRevised',
  'termAgreed',
  'supplementRequested',
  'supplementSubmitted',
  'supplementReceived',
  'paymentRequested',
  'paymentReceived',
  'held',
  'resumed',
  'extended',
  'resultIssued',
  'refused',
  'stopped',
  'withdrawn',
]);

export const changesClock = (type: OfficeEventType): boolean => CLOCK_EVENTS.has(type);
export const isMove = (type: OfficeEventType): boolean => EVENT_KIND[type] === 'move';

export const isOneOf = <Type extends EventType>(
  event: DossierEvent,
  types: readonly Type[],
): event is Extract<DossierEvent, { readonly type: Type }> =>
  (types as readonly EventType[]).includes(event.type);
