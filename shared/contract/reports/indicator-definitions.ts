import * as z from 'zod';
import { AIMED_FEEDBACK, DOSSIER_INDICATORS, PROCEDURE_INDICATORS } from '#domain/report';
import { inUnit, inUnitQuery } from '../list/index.ts';
import { dayText } from '../time/index.ts';

export const indicatorDefinitionsPath = '/api/v1/indicator-definitions';

const indicator = z.enum([...DOSSIER_INDICATORS, ...PROCEDURE_INDICATORS, AIMED_FEEDBACK]);
const population = z.enum(['new', 'total']);
const percent = z.int().min(0).max(100);

const definition = {
  indicator,
  /** Divided by what was newly received, or with what was carried over. */
  population,
  targetPercent: percent.nullable(),
};

export const indicatorDefinitionsQuerySchema = z.strictObject(inUnitQuery).readonly();

export const indicatorDefinitionsSchema = z
  .strictObject({
    /** The receiving city. */
    cityId: z.int(),
    /** In force today, one of each; `effectiveFrom` is null where the city has set nothing. */
    inForce: z
      .array(z.strictObject({ ...definition, effectiveFrom: z.iso.date().nullable() }).readonly())
      .readonly(),
    /** All that was ever set, the latest first. */
    dated: z
      .array(z.strictObject({ ...definition, effectiveFrom: z.iso.date() }).readonly())
      .readonly(),
  })
  .readonly()
  .meta({ id: 'IndicatorDefinitions' });

/** What the city means by an indicator from a day on; reports whose last day is earlier are not touched. */
export const newIndicatorDefinitionSchema = z
  .strictObject({ ...inUnit, ...definition, effectiveFrom: dayText })
  .readonly()
  .meta({
    id: 'NewIndicatorDefinition',
    examples: [
      {
        ...{ indicator: 'archived', population: 'total', targetPercent: 80 },
        effectiveFrom: '2026-01-15',
      },
    ],
  });

export type IndicatorDefinitionsQuery = z.infer<typeof indicatorDefinitionsQuerySchema>;
export type IndicatorDefinitionsAnswer = z.infer<typeof indicatorDefinitionsSchema>;
export type NewIndicatorDefinition = z.infer<typeof newIndicatorDefinitionSchema>;
