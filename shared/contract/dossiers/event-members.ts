import * as z from 'zod';
import type { DifficultyKind, OfficeEventType, PaymentMethod } from '#domain/dossier';
import { allowanceSchema } from '../deadlines/index.ts';
import { code, line } from '../text/index.ts';
import { instantText } from '../time/index.ts';
import { amount, foreignCode } from './told.ts';

/** What screens offer; any other code is taken as another system tells it. */
export const paymentMethods = [
  'online',
  'cash',
  'transfer',
] as const satisfies readonly PaymentMethod[];

/** What screens offer; any other code is taken as another system tells it. */
export const difficultyKinds = [
  'systemError',
  'signatureError',
  'otherAgency',
  'applicant',
  'awaitingSignature',
  'overload',
] as const satisfies readonly DifficultyKind[];

const declaredDueAt = instantText.exactOptional();
const money = { amount, method: code(40) };
const documentNo = line(100).exactOptional();

/** What an event says besides its name and moment: contract §2.2, as far as people may correct it. */
const eventMembers = {
  submitted: {},
  received: { declaredDueAt, officialCode: foreignCode.exactOptional() },
  refused: { reasonCode: code(64) },
  annulled: {},
  linked: { dossierId: z.uuid() },
  unlinked: { dossierId: z.uuid() },
  dueRevised: { cause: z.enum(['calendar', 'source', 'correction']), declaredDueAt },
  termAgreed: { variantKey: code(40) },
  assigned: {
    userId: z.uuid().exactOptional(),
    departmentCode: code(32).exactOptional(),
  },
  stepStarted: { stepKey: code(40) },
  stepCompleted: {
    stepKey: code(40),
    nextStepKey: code(40).exactOptional(),
    nextDepartmentCode: code(32).exactOptional(),
  },
  stepReturned: { toStepKey: code(40) },
  supplementProposed: {},
  supplementRequested: { respondBy: instantText.exactOptional() },
  supplementSubmitted: { endsWait: z.boolean().exactOptional(), declaredDueAt },
  supplementReceived: { declaredDueAt },
  supplementExpired: {},
  paymentRequested: { amount },
  paymentReceived: { ...money, declaredDueAt },
  held: { basisCode: code(64) },
  resumed: { declaredDueAt },
  extended: { dueAt: instantText },
  resultIssued: { documentNo },
  returned: { method: code(40) },
  withdrawn: {},
  stopped: { reasonCode: code(64) },
  noteAdded: {},
  difficultyNoted: { kind: code(64) },
  componentsDigitised: {},
  resultDigitised: {},
  electronicResultIssued: {},
  archivedToStore: {},
  dataReused: {},
  feeCharged: { amount },
  feePaid: money,
  sentToAgency: { agency: line(200), allowance: allowanceSchema.exactOptional() },
  backFromAgency: {},
  apologyIssued: { documentNo, publishedAt: instantText.exactOptional() },
} as const satisfies Record<OfficeEventType, z.core.$ZodShape>;

/** Members may stand beside `type` and `occurredAt`, or together under `payload`. */
const flattened = (given: unknown): unknown => {
  if (typeof given !== 'object' || given === null || !('payload' in given)) return given;
  const { payload, ...rest } = given;
  return typeof payload === 'object' && payload !== null ? { ...payload, ...rest } : given;
};

type Flat = Readonly<Record<string, unknown>>;

type Inserted = z.core.$ZodTypeDiscriminable & z.ZodType<Flat>;

const inserted = z.discriminatedUnion(
  'type',
  Object.entries(eventMembers).map(([type, members]) =>
    z.strictObject({ type: z.literal(type), occurredAt: instantText, ...members }),
  ) as unknown as readonly [Inserted, ...Inserted[]],
);

/** An event that was forgotten: its type, its moment and what it says. */
export const insertedEvent = z.preprocess(flattened, inserted);

/** What one member may be, whichever event it belongs to; which events have it, the domain knows. */
const anyMember = {
  declaredDueAt,
  officialCode: foreignCode.exactOptional(),
  firstStepKey: code(40).exactOptional(),
  reasonCode: code(64).exactOptional(),
  dossierId: z.uuid().exactOptional(),
  cause: eventMembers.dueRevised.cause.exactOptional(),
  variantKey: code(40).exactOptional(),
  userId: z.uuid().exactOptional(),
  departmentCode: code(32).exactOptional(),
  stepKey: code(40).exactOptional(),
  nextStepKey: code(40).exactOptional(),
  nextDepartmentCode: code(32).exactOptional(),
  toStepKey: code(40).exactOptional(),
  respondBy: instantText.exactOptional(),
  endsWait: z.boolean().exactOptional(),
  amount: amount.exactOptional(),
  method: code(40).exactOptional(),
  basisCode: code(64).exactOptional(),
  dueAt: instantText.exactOptional(),
  documentNo,
  kind: code(64).exactOptional(),
  agency: line(200).exactOptional(),
  allowance: allowanceSchema.exactOptional(),
  publishedAt: instantText.exactOptional(),
};

/** What is changed about an event: its moment, members of what it says. */
export const eventChanges = z.preprocess(
  flattened,
  z.strictObject({ occurredAt: instantText.exactOptional(), ...anyMember }),
);
