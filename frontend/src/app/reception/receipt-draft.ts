import * as z from 'zod';
import { applicantSchema, channels, foreignCode } from '#contract/dossiers';
import { type Procedure, componentKind } from '#contract/procedures';
import { readMoment } from '#domain/import';
import {
  type Instant,
  type WorkingCalendar,
  dayEnd,
  formatInstant,
  isWorkingDay,
} from '#domain/working-time';

/** A paper on the desk; one of the procedure's own list is there or not, one that was added has its name typed. */
const typedComponentSchema = z.object({
  name: z.string(),
  kind: componentKind,
  copies: z.string(),
  isHere: z.boolean(),
  isAdded: z.boolean(),
});

export type TypedComponent = z.infer<typeof typedComponentSchema>;

/** What is being typed at the counter, as it was typed. */
export const receiptDraftSchema = z.object({
  procedureCode: z.string().optional(),
  variantKey: z.string(),
  phone: z.string(),
  name: z.string(),
  idNumber: z.string(),
  address: z.string(),
  email: z.string(),
  isOrganisation: z.boolean(),
  channel: z.enum(channels),
  assisted: z.boolean(),
  officialCode: z.string(),
  declaredDue: z.string(),
  receivedAt: z.string(),
  backdateReason: z.string(),
  submitOnly: z.boolean(),
  mayTell: z.boolean(),
  components: z.array(typedComponentSchema).readonly(),
});

export type ReceiptDraft = z.infer<typeof receiptDraftSchema>;

/** Online with somebody helping at the counter: what the office is asked to bring about. */
export const emptyDraft: ReceiptDraft = {
  procedureCode: undefined,
  variantKey: '',
  phone: '',
  name: '',
  idNumber: '',
  address: '',
  email: '',
  isOrganisation: false,
  channel: 'online',
  assisted: true,
  officialCode: '',
  declaredDue: '',
  receivedAt: '',
  backdateReason: '',
  submitOnly: false,
  mayTell: false,
  components: [],
};

/** Whoever is received has brought all that is asked for; what is missing is unticked. */
export const componentsOf = (procedure: Procedure | undefined): readonly TypedComponent[] =>
  (procedure?.components ?? []).map(({ name, kind, copies }) => ({
    ...{ name, kind, copies: String(copies) },
    ...{ isHere: true, isAdded: false },
  }));

export const isEmptyDraft = (draft: ReceiptDraft): boolean =>
  JSON.stringify(draft) === JSON.stringify(emptyDraft);

/** Whether something is filled in that most receipts do without. */
export const hasMore = ({
  officialCode,
  declaredDue,
  receivedAt,
  backdateReason,
  submitOnly,
}: ReceiptDraft): boolean =>
  submitOnly || [officialCode, declaredDue, receivedAt, backdateReason].some((text) => text !== '');

/** A day alone is the end of that day's work: what a slip promises. */
export const typedDue = (
  typed: string,
  calendar: WorkingCalendar | undefined,
): Instant | undefined => {
  const read = readMoment(typed);
  if (read.kind === 'moment') return read.at;
  const isCounted = read.kind === 'day' && calendar !== undefined;
  return isCounted && isWorkingDay(calendar, read.day) ? dayEnd(calendar, read.day) : undefined;
};

export const typedMoment = (typed: string): Instant | undefined => {
  const read = readMoment(typed);
  return read.kind === 'moment' ? read.at : undefined;
};

type DraftFault =
  | 'procedureMissing'
  | 'nameMissing'
  | 'phoneWrong'
  | 'officialCodeWrong'
  | 'momentWrong'
  | 'copiesWrong'
  | 'numberWrong'
  | 'emailWrong';
export type DraftFaults = Readonly<
  Partial<
    Record<
      | 'procedureCode'
      | 'name'
      | 'phone'
      | 'idNumber'
      | 'email'
      | 'officialCode'
      | 'declaredDue'
      | 'receivedAt'
      | 'components',
      DraftFault
    >
  >
>;

const {
  phone: phoneSchema,
  idNumber: idSchema,
  taxCode: taxSchema,
  email: emailSchema,
} = applicantSchema.unwrap().shape;

const isWrong = (schema: z.ZodType, typed: string): boolean =>
  typed.trim() !== '' && !schema.safeParse(typed.trim()).success;

const isUnread = (typed: string, moment: Instant | undefined): boolean =>
  typed.trim() !== '' && moment === undefined;

const MOST_COPIES = 1_000;

const isCount = (typed: string): boolean =>
  /^\d{1,4}$/.test(typed.trim()) && Number(typed) >= 1 && Number(typed) <= MOST_COPIES;

/** What is there and has a name. */
export const handedIn = (components: readonly TypedComponent[]): readonly TypedComponent[] =>
  components.filter(({ name, isHere }) => isHere && name.trim() !== '');

const componentsSent = (draft: ReceiptDraft) => {
  const components = handedIn(draft.components).map(({ name, kind, copies }) => ({
    ...{ name: name.trim(), kind, copies: Number(copies) },
  }));
  return components.length === 0 ? {} : { components };
};

/** What has to be mended before it can be sent; the rules themselves are the server's. */
export const faultsOf = (
  draft: ReceiptDraft,
  calendar: WorkingCalendar | undefined,
): DraftFaults => ({
  ...(draft.procedureCode === undefined && { procedureCode: 'procedureMissing' }),
  ...applicantFaults(draft),
  ...(isWrong(foreignCode, draft.officialCode) && { officialCode: 'officialCodeWrong' }),
  ...(isUnread(draft.declaredDue, typedDue(draft.declaredDue, calendar)) && {
    declaredDue: 'momentWrong',
  }),
  ...(isUnread(draft.receivedAt, typedMoment(draft.receivedAt)) && { receivedAt: 'momentWrong' }),
  ...(handedIn(draft.components).some(({ copies }) => !isCount(copies)) && {
    components: 'copiesWrong',
  }),
});

const applicantFaults = (draft: ReceiptDraft): DraftFaults => ({
  ...(isWrong(phoneSchema, draft.phone) && { phone: 'phoneWrong' }),
  ...(isWrong(draft.isOrganisation ? taxSchema : idSchema, draft.idNumber) && {
    idNumber: 'numberWrong',
  }),
  ...(isWrong(emailSchema, draft.email) && { email: 'emailWrong' }),
  ...(draft.name.trim() === '' && { name: 'nameMissing' }),
});

type Members = Readonly<Record<string, string>>;

const given = (name: string, text: string): Members =>
  text.trim() === '' ? {} : { [name]: text.trim() };

const moment = (name: string, at: Instant | undefined): Members =>
  at === undefined ? {} : { [name]: formatInstant(at) };

/** What is sent. */
export const bodyOf = (
  draft: ReceiptDraft,
  unitId: number,
  calendar: WorkingCalendar | undefined,
): Readonly<Record<string, unknown>> => ({
  unitId,
  procedureCode: draft.procedureCode,
  ...given('variantKey', draft.variantKey),
  channel: draft.channel,
  ...(draft.channel === 'online' && draft.assisted && { assistedAtCounter: true }),
  applicant: {
    kind: draft.isOrganisation ? 'organisation' : 'person',
    name: draft.name.trim(),
    ...given('phone', draft.phone),
    ...given(draft.isOrganisation ? 'taxCode' : 'idNumber', draft.idNumber),
    ...given('address', draft.address),
    ...given('email', draft.email),
  },
  ...given('officialCode', draft.officialCode),
  ...moment('declaredDueAt', typedDue(draft.declaredDue, calendar)),
  ...moment('receivedAt', typedMoment(draft.receivedAt)),
  ...given('backdateReason', draft.backdateReason),
  ...(draft.submitOnly && { submitOnly: true }),
  ...(draft.mayTell && { mayTell: true }),
  ...componentsSent(draft),
});
