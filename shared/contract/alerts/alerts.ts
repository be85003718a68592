import * as z from 'zod';
import { roleSchema } from '../identity/index.ts';
import { inUnitQuery, pageOf, pageQuery } from '../list/index.ts';
import { paragraph } from '../text/index.ts';
import { instantText, toldInstant } from '../time/index.ts';
import { alertKindSchema, hushSchema, levelSchema, reasonSchema, severitySchema } from './kinds.ts';

export const alertsPath = '/api/v1/alerts';
export const alertCountsPath = `${alertsPath}/counts`;
export const alertPeoplePath = `${alertsPath}/people`;
export const escalationsPath = `${alertsPath}/escalated`;
export const alertStoryPath = `${alertsPath}/:id/story`;

/** `snoozed` comes back by itself; `closed` was resolved, or something graver is told instead. */
export const alertStatuses = ['open', 'acknowledged', 'snoozed', 'closed'] as const;

const recipientSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('user'), userId: z.string() }).readonly(),
  z
    .strictObject({
      kind: z.literal('desk'),
      role: roleSchema,
      departmentCode: z.string().nullable(),
    })
    .readonly(),
]);

/** What a holder gave as the reason before anybody was blamed: *Vướng mắc*. */
const answerSchema = z
  .strictObject({ kind: z.string(), at: toldInstant, by: z.string() })
  .readonly();

/** One alert. Codes and facts: the sentence is made by whoever shows it, from how things stand then. */
export const alertSchema = z
  .strictObject({
    id: z.uuid(),
    unitId: z.int(),
    kind: alertKindSchema,
    threshold: z.string(),
    severity: severitySchema,
    /** A dossier, or what else of the unit it is about: a source, a year, an import, a delivery. */
    subject: z.strictObject({ kind: z.string(), id: z.string() }).readonly(),
    dossierId: z.uuid().nullable(),
    dossierCode: z.string().nullable(),
    dueAt: toldInstant,
    raisedAt: toldInstant,
    /** *Theo dữ liệu lúc …*; null for what happened here. */
    asOf: toldInstant.nullable(),
    recipient: recipientSchema,
    level: levelSchema,
    /** *Lý do nhận cảnh báo*. */
    reason: reasonSchema,
    /** The absent officer in whose place the recipient is told. */
    standsInFor: z.string().nullable(),
    status: z.enum(alertStatuses),
    /** Recorded but not pushed one by one. */
    hush: hushSchema.nullable(),
    /** Told in one line with the others of that desk and moment. */
    bundle: z
      .strictObject({
        at: toldInstant,
        deskRole: roleSchema,
        departmentCode: z.string().nullable(),
      })
      .readonly()
      .nullable(),
    acknowledgedAt: toldInstant.nullable(),
    snoozedUntil: toldInstant.nullable(),
    closedAt: toldInstant.nullable(),
    closedBecause: z.enum(['resolved', 'superseded']).nullable(),
    answer: answerSchema.nullable(),
  })
  .readonly()
  .meta({ id: 'Alert' });

const alertStepActs = [
  ...['raised', 'acknowledged', 'snoozed', 'answered', 'reopened'],
  ...['resolved', 'superseded', 'doneAtSource'],
] as const;

/** What became of an alert, or of the same alert with somebody else. */
const alertStepSchema = z
  .strictObject({
    act: z.enum(alertStepActs),
    at: toldInstant,
    /** Null for what the product did by itself. */
    by: z.string().nullable(),
    /** Whose alert it happened to. */
    recipient: recipientSchema,
    level: levelSchema,
    /** What was said; of others' alerts only what a holder answered. */
    text: z.string().nullable(),
    /** The kind of an answer. */
    answer: z.string().nullable(),
    /** Until when it was put off. */
    until: toldInstant.nullable(),
  })
  .readonly();

/** How an alert came to be where it is, the first step first, and where it climbs if nothing happens. */
export const alertStorySchema = z
  .strictObject({
    steps: z.array(alertStepSchema).readonly(),
    next: z
      .strictObject({
        at: toldInstant,
        level: levelSchema,
        recipient: recipientSchema,
        /** From when on the holder is asked for an answer. */
        voiceFrom: toldInstant,
      })
      .readonly()
      .nullable(),
  })
  .readonly()
  .meta({ id: 'AlertStory' });

export const alertPageSchema = pageOf(alertSchema);

/** What has climbed to a leader: the highest rung of each matter, with the holder's answer and words. */
const escalationSchema = alertSchema
  .unwrap()
  .extend({
    /** What of it came to whoever asks: that one may be acted upon, whoever else was told higher up. */
    mine: z
      .strictObject({
        id: z.uuid(),
        status: z.enum(alertStatuses),
        snoozedUntil: toldInstant.nullable(),
      })
      .readonly()
      .nullable(),
    /** Who holds the dossier now: whom to ask. */
    holder: z
      .strictObject({ userId: z.string().nullable(), departmentCode: z.string().nullable() })
      .readonly()
      .nullable(),
    answer: answerSchema.unwrap().extend({ text: z.string().nullable() }).readonly().nullable(),
  })
  .readonly()
  .meta({ id: 'Escalation' });

export const escalationPageSchema = pageOf(escalationSchema);

export const escalationsQuerySchema = z.strictObject({ ...pageQuery, ...inUnitQuery }).readonly();

/** The newest first; without `status` those that are open. */
export const alertsQuerySchema = z
  .strictObject({
    ...pageQuery,
    ...inUnitQuery,
    status: z.enum(alertStatuses).default('open'),
    kind: alertKindSchema.optional(),
    dossierId: z.uuid().optional(),
  })
  .readonly();

const bySeverity = z.strictObject({ info: z.int(), warning: z.int(), late: z.int() }).readonly();

/** What the bell shows: open alerts of one's own, and how many dossiers they are about. */
export const alertCountsSchema = z
  .strictObject({
    open: z.int(),
    /** Of the open ones those the bell rings for: what is owed to the stores waits in the list. */
    pressing: z.int(),
    bySeverity,
    dossiers: z.int(),
    acknowledged: z.int(),
    snoozed: z.int(),
  })
  .readonly()
  .meta({ id: 'AlertCounts' });

export const inUnitOnlyQuerySchema = z.strictObject(inUnitQuery).readonly();

/** How many open alerts lie with each officer: one's own row, and for a head those of the department. */
export const alertPeopleSchema = z
  .strictObject({
    items: z
      .array(
        z
          .strictObject({
            userId: z.string(),
            displayName: z.string(),
            open: z.int(),
            bySeverity,
            acknowledged: z.int(),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly()
  .meta({ id: 'AlertPeople' });

export const acknowledgeSchema = z
  .strictObject({ reason: paragraph(500).optional() })
  .readonly()
  .meta({ id: 'AcknowledgeAlert', examples: [{ reason: 'Đã gọi bên tư pháp, trả trước 16:00' }] });

export const snoozeSchema = z
  .strictObject({ until: instantText, reason: paragraph(500).optional() })
  .readonly()
  .meta({ id: 'SnoozeAlert', examples: [{ until: '2026-03-06T14:00:00+07:00' }] });

/** *Vướng mắc*: before anybody above is told, the holder says what stands in the way. */
export const answerAlertSchema = z
  .strictObject({
    kind: z
      .string()
      .max(64)
      .regex(/^[a-zA-Z][a-zA-Z-]*$/),
    text: paragraph(500).optional(),
  })
  .readonly()
  .meta({
    id: 'AnswerAlert',
    examples: [{ kind: 'waitingForAgency', text: 'Chờ công an xác minh' }],
  });

/** *Đã xong trên hệ thống nguồn*. */
export const doneAtSourceSchema = z
  .strictObject({})
  .readonly()
  .meta({ id: 'DoneAtSource', examples: [{}] });

export type AlertStatus = (typeof alertStatuses)[number];
export type AlertItem = z.infer<typeof alertSchema>;
export type Escalation = z.infer<typeof escalationSchema>;
export type EscalationsQuery = z.infer<typeof escalationsQuerySchema>;
export type AlertStory = z.infer<typeof alertStorySchema>;
export type AlertsQuery = z.infer<typeof alertsQuerySchema>;
export type AlertCounts = z.infer<typeof alertCountsSchema>;
export type AlertPeople = z.infer<typeof alertPeopleSchema>;
export type InUnitOnlyQuery = z.infer<typeof inUnitOnlyQuerySchema>;
export type AcknowledgeAlert = z.infer<typeof acknowledgeSchema>;
export type SnoozeAlert = z.infer<typeof snoozeSchema>;
export type AnswerAlert = z.infer<typeof answerAlertSchema>;
