import * as z from 'zod';
import { officeTimeSchema } from '../clock/index.ts';
import { roleSchema } from '../identity/index.ts';

export const aboutPath = '/api/v1/about';

/** Somebody a visitor may try the product as. */
const trialAccount = z
  .strictObject({
    username: z.string(),
    displayName: z.string(),
    title: z.string(),
    unitCode: z.string(),
    role: roleSchema,
    roles: z.array(roleSchema).readonly(),
  })
  .readonly();

/** What the sign-in page needs to know before anybody has signed in. */
export const aboutSchema = z
  .strictObject({
    product: z.literal('Motcua'),
    version: z.string(),
    /** What it speaks; the first one unless somebody asks for another. */
    languages: z.array(z.string()).readonly(),
    clock: officeTimeSchema,
    /** Whether this is a trial installation, whose accounts and password are no secret. */
    evaluation: z.boolean(),
    accounts: z.array(trialAccount).readonly(),
    password: z.string().nullable(),
    /** Whether the first administrator is still to be made, with the code on the console. */
    needsSetup: z.boolean(),
  })
  .readonly()
  .meta({ id: 'About' });

export type About = z.infer<typeof aboutSchema>;
