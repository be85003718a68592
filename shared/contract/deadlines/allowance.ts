import * as z from 'zod';
import type { Allowance, Limits, Variant } from '#domain/deadline';
import { code, line } from '../text/index.ts';
import { timeText } from '../time/index.ts';

/** Whole and at least 1; a number that is not is refused by the rule, not by the schema. */
const amount = z.number().meta({ examples: [3] });

/** How long the office may take. */
export const allowanceSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('sameDay'), cutoff: timeText }),
    z.strictObject({ kind: z.literal('workingHours'), amount }),
    z.strictObject({ kind: z.literal('workingDays'), amount }),
    z.strictObject({ kind: z.literal('calendarDays'), amount }),
  ])
  .readonly()
  .meta({
    id: 'Allowance',
    examples: [
      { kind: 'workingDays', amount: 3 },
      { kind: 'sameDay', cutoff: '15:00' },
    ],
  }) satisfies z.ZodType<Allowance>;

/** The one that gives the earliest due moment binds. */
export const limitsSchema = z
  .strictObject({
    statutory: allowanceSchema.exactOptional(),
    city: allowanceSchema.exactOptional(),
    commune: allowanceSchema.exactOptional(),
  })
  .readonly()
  .meta({
    id: 'Limits',
    examples: [
      { statutory: { kind: 'workingDays', amount: 5 }, city: { kind: 'workingDays', amount: 3 } },
    ],
  }) satisfies z.ZodType<Limits>;

/** A case of the procedure that takes its own time. */
export const variantSchema = z
  .strictObject({ key: code(40), label: line(200), allowance: allowanceSchema })
  .readonly()
  .meta({
    id: 'Variant',
    examples: [
      { key: 'xac-minh', label: 'Cần xác minh', allowance: { kind: 'workingDays', amount: 5 } },
    ],
  }) satisfies z.ZodType<Variant>;

export const countingModes = ['wholeDays', 'runningHours'] as const;
export const supplementPolicies = ['pause', 'restart', 'continue'] as const;
