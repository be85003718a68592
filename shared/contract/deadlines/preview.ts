import * as z from 'zod';
import type { ExplainedKind } from '#domain/deadline';
import { dateText, instantText, toldInstant } from '../time/index.ts';
import { allowanceSchema, countingModes, supplementPolicies } from './allowance.ts';

export const deadlinePreviewPath = '/api/v1/deadlines/preview';

const pause = z.strictObject({ from: instantText, to: instantText.optional() }).readonly();

/** `POST /deadlines/preview`: a dossier that does not exist; its pauses are all for a supplement. */
export const deadlineQuestionSchema = z
  .strictObject({
    receivedAt: instantText,
    allowance: allowanceSchema,
    mode: z.enum(countingModes).optional(),
    onSupplement: z.enum(supplementPolicies).optional(),
    pauses: z.array(pause).max(100).readonly().optional(),
    unitId: z.int().optional(),
  })
  .readonly()
  .meta({
    id: 'DeadlineQuestion',
    examples: [
      { receivedAt: '2026-02-13T09:00:00+07:00', allowance: { kind: 'workingDays', amount: 3 } },
    ],
  });

const explainedKinds = [
  'receiptDay',
  'paused',
  'rolled',
  'dayOff',
  'weekend',
  'makeUp',
  'counted',
] as const satisfies readonly ExplainedKind[];

/** One day of *Căn cứ tính hạn trả*. */
export const explainedDaySchema = z
  .strictObject({
    date: dateText,
    kind: z.enum(explainedKinds),
    name: z.string().exactOptional(),
    provisional: z.literal(true).exactOptional(),
  })
  .readonly()
  .meta({ id: 'ExplainedDay' });

/** What the due moment would be, and why. */
export const deadlineAnswerSchema = z
  .strictObject({
    dueAt: toldInstant.nullable(),
    provisionalDueAt: toldInstant.nullable(),
    provisional: z.literal(true).exactOptional(),
    explanation: z.array(explainedDaySchema).readonly(),
    /** The version of the unit's calendar that was counted with. */
    calendarVersion: z.string(),
  })
  .readonly()
  .meta({ id: 'DeadlineAnswer' });

export type DeadlineQuestion = z.infer<typeof deadlineQuestionSchema>;
export type DeadlineAnswer = z.infer<typeof deadlineAnswerSchema>;
