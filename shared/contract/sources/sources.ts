import * as z from 'zod';
import { inUnit, inUnitQuery } from '../list/index.ts';
import { code, line } from '../text/index.ts';
import { toldInstant } from '../time/index.ts';
import { pageAddress, staleHours } from '../units/index.ts';

export const sourcesPath = '/api/v1/sources';

/** A system dossiers are known from, in the order in which they are asked. */
const sourceSchema = z
  .strictObject({
    code: z.string(),
    name: z.string(),
    /** Where it shows a dossier; `{code}` stands for the dossier's code there. */
    page: z.string().nullable(),
    /** Its place among those that are asked first, from 1; null: after them, whichever told first. */
    rank: z.int().min(1).nullable(),
    /** Its codes are official codes. */
    isCity: z.boolean(),
    /** Of when its newest data are. */
    asOf: toldInstant.nullable(),
    /** From when on they are too old to alarm anybody by. */
    staleAt: toldInstant.nullable(),
    stale: z.boolean(),
    /** Dossiers it has told of. */
    dossiers: z.int().min(0),
    /** Open ones that follow it, and those of them whose due moment it promised. */
    following: z.int().min(0),
    declared: z.int().min(0),
  })
  .readonly()
  .meta({ id: 'Source' });

export const sourcesSchema = z
  .strictObject({
    unitId: z.int(),
    /** Of what was said here; whoever sets it anew sends the one they looked at. */
    version: z.int().min(0),
    staleAfter: staleHours,
    items: z.array(sourceSchema).readonly(),
  })
  .readonly()
  .meta({ id: 'Sources' });

export const sourcesQuerySchema = z.strictObject({ ...inUnitQuery }).readonly();

/**
 * All that the unit asks first, in order; others stay known, after them. Null takes back what was said.
 * `version` is the one that was looked at.
 */
export const setSourcesSchema = z
  .strictObject({
    ...inUnit,
    version: z.int().min(0),
    staleAfter: staleHours,
    items: z
      .array(
        z
          .strictObject({
            code: code(64),
            name: line(100).nullable(),
            page: pageAddress.nullable(),
            isAskedFirst: z.boolean(),
          })
          .readonly(),
      )
      .max(50)
      .readonly(),
  })
  .readonly()
  .meta({
    id: 'SetSources',
    examples: [
      {
        version: 0,
        staleAfter: 4,
        items: [
          { code: 'mot-cua-hai-phong', name: null, page: null, isAskedFirst: true },
          {
            ...{ code: 'ho-tich', name: 'Hộ tịch điện tử', isAskedFirst: true },
            page: 'https://hotich.example/ho-so/{code}',
          },
        ],
      },
    ],
  });

export type Source = z.infer<typeof sourceSchema>;
export type Sources = z.infer<typeof sourcesSchema>;
export type SourcesQuery = z.infer<typeof sourcesQuerySchema>;
export type SetSources = z.infer<typeof setSourcesSchema>;
