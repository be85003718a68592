import * as z from 'zod';
import { typed } from '../text/index.ts';
import { toldInstant } from '../time/index.ts';

export const lookupPath = '/api/v1/public/lookup';

/** The code of the slip and the eight characters under it. */
export const lookupSchema = z
  .strictObject({ code: typed(100).min(1), lookupCode: typed(40).min(1) })
  .readonly()
  .meta({ id: 'Lookup', examples: [{ code: 'H24.99-260115-0001', lookupCode: '7K3MQ9TD' }] });

const moment = toldInstant.nullable();

/** What a citizen may know: where it stands, until when, where to collect. No personal data. */
export const lookupAnswerSchema = z
  .strictObject({
    code: z.string(),
    state: z.string(),
    status: z.string(),
    detail: z.string(),
    receivedAt: moment,
    dueAt: moment,
    /** Until when papers are waited for, while they are. */
    respondBy: moment,
    finishedAt: moment,
    returnedAt: moment,
    unit: z.string(),
    collectAt: z.string().nullable(),
  })
  .readonly()
  .meta({ id: 'LookupAnswer' });

export type Lookup = z.infer<typeof lookupSchema>;
export type LookupAnswer = z.infer<typeof lookupAnswerSchema>;
