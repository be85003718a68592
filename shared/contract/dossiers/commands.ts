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

const body = <Shape extends z.core.$ZodLooseShape>(
  shape: Shape,
  example: Readonly<Record<string, unknown>> = {},
) =>
  z
    .strictObject({ ...shape, ...told })
    .readonly()
    .meta({ examples: [example] });

const paper = z.strictObject({ name: line(300), note: line(500).exactOptional() }).readonly();

const linesOf = (name: string, note: string | undefined): string =>
  note === undefined ? name : `${name}: ${note}`;

/** Whether there is such a version, the dossier's history says (422). */
const version = z.number();
const payment = body({ amount, method: code(40) }, { amount: 8000, method: paymentMethods[0] });

/** *Giấy tờ cần bổ sung*: in words, or paper by paper. */
const papers = z.union([
  paragraph(4000),
  z
    .array(z.union([line(300), paper.transform(({ name, note }) => linesOf(name, note))]))
    .min(1)
    .max(100)
    .transform((lines) => lines.join('\n')),
]);

const other = '0197c5a0-7d1e-7000-8000-000000000001';

interface Amending {
  readonly version?: number;
  readonly changes?: unknown;
  readonly insert?: unknown;
}

/** One event is changed, or one is filled in: never both at once, and what is changed is named. */
const requireOneAmendment = (given: Amending, context: z.core.$RefinementCtx<Amending>): void => {
  const isChange = given.changes !== undefined;
  const wrong = [
    ...(isChange === (given.insert !== undefined) ? [isChange ? 'insert' : 'changes'] : []),
    ...(isChange && given.version === undefined ? ['version'] : []),
  ];
  for (const path of wrong) context.addIssue({ code: 'custom', path: [path], input: given });
};

/** The bodies of contract §2.3. */
export const commandBodies = {
  accept: body({
    declaredDueAt: instantText.exactOptional(),
    officialCode: foreignCode.exactOptional(),
  }),
  refuse: body(
    { reasonCode: code(64), reason },
    { reasonCode: 'khong-du-dieu-kien', reason: 'Thành phần hồ sơ không đúng quy định' },
  ),
  assign: body({ userId: z.uuid().exactOptional(), departmentCode: code(32).exactOptional() }),
  'start-step': body({}),
  'complete-step': body({ stepKey: code(40).exactOptional() }),
  'return-step': body(
    { toStepKey: code(40), reason },
    { toStepKey: 'tham-dinh', reason: 'Thiếu ý kiến thẩm định' },
  ),
  'propose-supplement': body(
    { items: papers, reason },
    { items: 'Bản sao giấy khai sinh', reason: 'Còn thiếu giấy tờ' },
  ),
  'request-supplement': body(
    {
      items: papers,
      reason,
      respondBy: instantText.exactOptional(),
    },
    { items: 'Bản sao giấy khai sinh', reason: 'Còn thiếu giấy tờ' },
  ),
  'submit-supplement': body({}),
  'receive-supplement': body({}),
  'request-payment': body({ amount }, { amount: 8000 }),
  'receive-payment': payment,
  hold: body(
    { basisCode: code(64), reason },
    { basisCode: 'cho-xac-minh', reason: 'Chờ kết quả xác minh' },
  ),
  resume: body({}),
  extend: body(
    { dueAt: instantText, reason },
    { dueAt: '2026-03-09T17:00:00+07:00', reason: 'Chờ cơ quan phối hợp trả lời' },
  ),
  'agree-term': body(
    { variantKey: code(40), reason },
    { variantKey: 'xac-minh', reason: 'Cần xác minh' },
  ),
  'issue-result': body({ documentNo: line(100).exactOptional() }),
  'complete-on-the-spot': body({}),
  return: body({ method: code(40) }, { method: 'truc-tiep' }),
  withdraw: body({ reason: reason.exactOptional() }),
  stop: body(
    { reasonCode: code(64), reason },
    { reasonCode: 'khong-bo-sung', reason: 'Quá thời hạn bổ sung' },
  ),
  'send-to-agency': body(
    { agency: line(200), allowance: allowanceSchema.exactOptional() },
    { agency: 'Công an xã', allowance: { kind: 'workingDays', amount: 3 } },
  ),
  'back-from-agency': body({}),
  note: body({ text: paragraph(4000) }, { text: 'Đã gọi điện, hẹn chiều đến' }),
  difficulty: body(
    { kind: code(64), text: paragraph(4000).exactOptional() },
    { kind: difficultyKinds[0] },
  ),
  'digitise-components': body({}),
  'digitise-result': body({}),
  'issue-electronic-result': body({}),
  archive: body({}),
  'reuse-data': body({}),
  'charge-fee': body({ amount }, { amount: 8000 }),
  'pay-fee': payment,
  apologise: body({
    documentNo: line(100).exactOptional(),
    publishedAt: instantText.exactOptional(),
    url: line(1000).exactOptional(),
  }),
  correct: body(
    {
      version: version.exactOptional(),
      changes: eventChanges.exactOptional(),
      insert: insertedEvent.exactOptional(),
      reason,
    },
    { version: 2, changes: { occurredAt: '2026-03-02T08:00:00+07:00' }, reason: 'Nhập nhầm giờ' },
  ).superRefine(requireOneAmendment),
  void: body({ version, reason }, { version: 3, reason: 'Bấm nhầm' }),
  annul: body({ reason }, { reason: 'Nhập trùng' }),
  link: body({ dossierId: z.uuid() }, { dossierId: other }),
  unlink: body({ dossierId: z.uuid() }, { dossierId: other }),
} as const satisfies Record<OfficerCommand, z.ZodType>;

export const officerCommands = Object.keys(commandBodies) as readonly OfficerCommand[];

export const isOfficerCommand = (text: string): text is OfficerCommand =>
  Object.hasOwn(commandBodies, text);

export type CommandBody<Type extends OfficerCommand> = z.infer<(typeof commandBodies)[Type]>;
