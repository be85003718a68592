import * as z from 'zod';
import { dossierItemSchema } from '../dossiers/index.ts';
import { inUnitQuery, pageOf, pageQuery } from '../list/index.ts';

export const twinsPath = '/api/v1/twins';

/** Below a dossier: those that may be the same matter under another code. */
export const dossierTwinsPath = 'twins';

export const dossierTwinsSchema = z
  .strictObject({ items: z.array(dossierItemSchema).readonly() })
  .readonly()
  .meta({ id: 'DossierTwins' });

/** Two dossiers of one person, one procedure and one day, under different codes; nobody has linked them. */
const twinsSchema = z
  .strictObject({ id: z.string(), earlier: dossierItemSchema, later: dossierItemSchema })
  .readonly()
  .meta({ id: 'Twins' });

export const twinsPageSchema = pageOf(twinsSchema);

export const twinsQuerySchema = z.strictObject({ ...inUnitQuery, ...pageQuery }).readonly();

export type DossierTwins = z.infer<typeof dossierTwinsSchema>;
export type Twins = z.infer<typeof twinsSchema>;
export type TwinsQuery = z.infer<typeof twinsQuerySchema>;
