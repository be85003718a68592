import * as z from 'zod';
import type { CommandType } from '#domain/dossier';
import { allowanceSchema } from '../deadlines/index.ts';
import { code, line, paragraph } from '../text/index.ts';
import { instantText } from '../time/index.ts';
import { difficultyKinds, eventChanges, insertedEvent, paymentMethods } from './event-members.ts';
import { amount, foreignCode, reason, told } from './told.ts';

/** What people may do to a dossier; a dossier is opened by its own route, and machines ask nobody. */
export type OfficerCommand = Exclude<
  CommandType,
  'submit' | 'receive' | 'revise-due' | 'expire-supplement'
>;

const body = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.strictObject({ ...shape, ...told }).readonly();

const version = z.int().min(1).max(1_000_000);
const payment = body({ amount, method: z.enum(paymentMethods) });

/** The bodies of contract §2.3. */
export const commandBodies = {
  accept: body({
    declaredDueAt: instantText.exactOptional(),
    officialCode: foreignCode.exactOptional(),
  }),
  refuse: body({ reasonCode: code(64), reason }),
  assign: body({ userId: z.uuid().exactOptional(), departmentCode: code(32).exactOptional() }),
  'start-step': body({}),
  'complete-step': body({ stepKey: code(40).exactOptional() }),
  'return-step': body({ toStepKey: code(40), reason }),
  'propose-supplement': body({ items: paragraph(4000), reason }),
  'request-supplement': body({
    items: paragraph(4000),
    reason,
    respondBy: instantText.exactOptional(),
  }),
  'submit-supplement': body({}),
  'receive-supplement': body({}),
  'request-payment': body({ amount }),
  'receive-payment': payment,
  hold: body({ basisCode: code(64), reason }),
  resume: body({}),
  extend: body({ dueAt: instantText, reason }),
  'agree-term': body({ variantKey: code(40), reason }),
  'issue-result': body({ documentNo: line(100).exactOptional() }),
  'complete-on-the-spot': body({}),
  return: body({ method: code(40) }),
  withdraw: body({ reason: reason.exactOptional() }),
  stop: body({ reasonCode: code(64), reason }),
  'send-to-agency': body({ agency: line(200), allowance: allowanceSchema.exactOptional() }),
  'back-from-agency': body({}),
  note: body({ text: paragraph(4000) }),
  difficulty: body({ kind: z.enum(difficultyKinds), text: paragraph(4000).exactOptional() }),
  'digitise-components': body({}),
  'digitise-result': body({}),
  'issue-electronic-result': body({}),
  archive: body({}),
  'reuse-data': body({}),
  'charge-fee': body({ amount }),
  'pay-fee': payment,
  apologise: body({
    documentNo: line(100).exactOptional(),
    publishedAt: instantText.exactOptional(),
    url: line(1000).exactOptional(),
  }),
  correct: body({
    version: version.exactOptional(),
    changes: eventChanges.exactOptional(),
    insert: insertedEvent.exactOptional(),
    reason,
  }),
  void: body({ version, reason }),
  annul: body({ reason }),
  link: body({ dossierId: z.uuid() }),
  unlink: body({ dossierId: z.uuid() }),
} as const satisfies Record<OfficerCommand, z.ZodType>;

export const officerCommands = Object.keys(commandBodies) as readonly OfficerCommand[];

export const isOfficerCommand = (text: string): text is OfficerCommand =>
  Object.hasOwn(commandBodies, text);

export type CommandBody<Type extends OfficerCommand> = z.infer<(typeof commandBodies)[Type]>;
