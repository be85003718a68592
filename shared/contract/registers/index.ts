import * as z from 'zod';
import { REGISTER_KINDS } from '#domain/register';
import { inUnit, inUnitQuery, pageOf, pageQuery } from '../list/index.ts';
import { typed } from '../text/index.ts';
import { dayText, instantText, toldInstant } from '../time/index.ts';

export const registersPath = '/api/v1/registers';

export const registerKindSchema = z.enum(REGISTER_KINDS);

const LONGEST = 500;
const MOST_FIELDS = 40;

/** What stands in the fields; which there are is the register's to say (422). */
const values = z.record(typed(MOST_FIELDS), z.union([typed(LONGEST), z.number()])).readonly();

export const registerQuerySchema = z
  .strictObject({ ...inUnitQuery, ...pageQuery, from: dayText.optional(), to: dayText.optional() })
  .readonly();

const EXAMPLE = {
  day: '2026-01-05',
  values: {
    ...{ about: 'conduct', via: 'portal', content: 'Chậm trả kết quả', dueOn: '2026-01-26' },
    satisfied: 'unknown',
  },
};

export const newRegisterEntrySchema = z
  .strictObject({ ...inUnit, day: dayText, values })
  .readonly()
  .meta({ id: 'NewRegisterEntry', examples: [EXAMPLE] });

/** The whole entry anew, or its end; the revision is the one that was read. */
export const registerEntryChangesSchema = z
  .strictObject({
    revision: z.int().min(1),
    day: dayText,
    values,
    removed: z.boolean().default(false),
  })
  .readonly()
  .meta({ id: 'RegisterEntryChanges', examples: [{ revision: 1, ...EXAMPLE, removed: false }] });

export const registerEntrySchema = z
  .strictObject({
    id: z.uuid(),
    unitId: z.int(),
    kind: registerKindSchema,
    revision: z.int().min(1),
    day: z.iso.date(),
    values,
    removed: z.boolean(),
    recordedAt: toldInstant,
  })
  .readonly()
  .meta({ id: 'RegisterEntry' });

export const registerPageSchema = pageOf(registerEntrySchema);

/** What the registers say of some days; as it was known at a moment, where one is given. */
export const registerFiguresQuerySchema = z
  .strictObject({ ...inUnitQuery, from: dayText, to: dayText, asOf: instantText.optional() })
  .readonly();

export const registerFiguresSchema = z
  .strictObject({
    form: z.literal('registers'),
    unitId: z.int(),
    from: z.iso.date(),
    to: z.iso.date(),
    figures: z
      .array(
        z
          .strictObject({
            kind: registerKindSchema,
            key: z.string(),
            group: z.string().nullable(),
            value: z.number(),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly()
  .meta({ id: 'RegisterFigures' });

export type RegisterQuery = z.infer<typeof registerQuerySchema>;
export type NewRegisterEntry = z.infer<typeof newRegisterEntrySchema>;
export type RegisterEntryChanges = z.infer<typeof registerEntryChangesSchema>;
export type RegisterEntryAnswer = z.infer<typeof registerEntrySchema>;
export type RegisterFiguresQuery = z.infer<typeof registerFiguresQuerySchema>;
export type RegisterFiguresAnswer = z.infer<typeof registerFiguresSchema>;
