import * as z from 'zod';
import { formSheets } from '#domain/form';
import { inUnitQuery } from '../list/index.ts';
import { line, paragraph } from '../text/index.ts';
import { toldInstant } from '../time/index.ts';

export const formEditionsPath = '/api/v1/form-editions';
export const formEditionPath = '/api/v1/form-editions/:sheet';
export const formEditionPreviewPath = '/api/v1/form-editions/:sheet/preview';

/** More than any form has parts, and more than any part has words. */
const MOST_PIECES = 60;
const LONGEST = 1_000;
const KEY = /^[a-zA-Z][a-zA-Z.]{0,39}$/;

const key = z.string().regex(KEY);

const wording = {
  /** By piece; empty leaves out what may be left out. */
  texts: z
    .record(key, z.union([z.literal(''), paragraph(LONGEST)]))
    .refine((texts) => Object.keys(texts).length <= MOST_PIECES)
    .readonly(),
  without: z.array(key).max(MOST_PIECES).readonly(),
};

const piece = z
  .strictObject({
    ...{ key: z.string(), kind: z.enum(['sentence', 'lines', 'field']), standard: z.string() },
    ...{ isMandatory: z.boolean(), facts: z.array(z.string()).readonly() },
  })
  .readonly();

const dated = z
  .strictObject({
    version: z.int().min(1),
    ...{ setAt: toldInstant, setBy: z.string(), reason: z.string().nullable() },
    ...wording,
  })
  .readonly();

/** A form as the unit words it from now on; version 0 is the standard. */
export const formEditionSchema = z
  .strictObject({
    ...{ sheet: z.enum(formSheets), unitId: z.int(), version: z.int().min(0) },
    ...wording,
    pieces: z.array(piece).readonly(),
    /** The newest first. */
    history: z.array(dated).readonly(),
  })
  .readonly()
  .meta({ id: 'FormEdition' });

export const formEditionListSchema = z
  .strictObject({ items: z.array(formEditionSchema).readonly() })
  .readonly();

export const formEditionsQuerySchema = z.strictObject({ ...inUnitQuery }).readonly();

const example = { texts: { own: 'Đường dây nóng: 0225 3 000 000' }, without: ['applicant.email'] };

export const setFormEditionSchema = z
  .strictObject({
    unitId: z.int().exactOptional(),
    /** The one it was made from: somebody else's newer one is not written over. */
    version: z.int().min(0).exactOptional(),
    reason: line(500).exactOptional(),
    ...wording,
  })
  .readonly()
  .meta({
    id: 'SetFormEdition',
    examples: [{ version: 0, reason: 'Thêm số điện thoại', ...example }],
  });

export const previewFormEditionSchema = z
  .strictObject({ unitId: z.int().exactOptional(), ...wording })
  .readonly()
  .meta({ id: 'PreviewFormEdition', examples: [example] });

export type FormEditionAnswer = z.infer<typeof formEditionSchema>;
export type FormEditionsQuery = z.infer<typeof formEditionsQuerySchema>;
export type SetFormEdition = z.infer<typeof setFormEditionSchema>;
export type PreviewFormEdition = z.infer<typeof previewFormEditionSchema>;
