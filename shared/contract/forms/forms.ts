import type { DossierForm } from '#domain/dossier';
import * as z from 'zod';
import { pageOf } from '../list/index.ts';
import { dayText, toldInstant } from '../time/index.ts';

export const formsPath = '/api/v1/dossiers/:id/forms';
/** Mẫu 07, *Sổ theo dõi hồ sơ*. */
export const bookPath = '/api/v1/dossier-books';
/** Under which number the form stands in the register. */
export const NUMBER_HEADER = 'motcua-form-number';

export const dossierForms = [
  'mau01',
  'mau02',
  'mau03',
  'mau04',
  'mau05',
  'mau06',
] as const satisfies readonly DossierForm[];

const formats = ['pdf', 'docx'] as const;
const papers = ['a4', 'a5', 'a5x2', 'roll80'] as const;

interface Offers {
  readonly formats: readonly (typeof formats)[number][];
  readonly papers: readonly (typeof papers)[number][];
}

/** Letters are finished in a word processor; the slip fits small paper, and two of them one sheet. */
export const offersOf = (form: DossierForm): Offers => {
  if (form === 'mau01') return { formats: ['pdf'], papers: ['a5x2', 'a5', 'a4', 'roll80'] };
  return { formats: form === 'mau06' ? ['pdf'] : ['pdf', 'docx'], papers: ['a4'] };
};

export const printRequestSchema = z
  .strictObject({
    unitId: z.int().exactOptional(),
    format: z.enum(formats).default('pdf'),
    paper: z.enum(papers).exactOptional(),
    /** Of the event the form is for; the latest one when not said. */
    version: z.int().exactOptional(),
  })
  .readonly()
  .meta({ id: 'PrintRequest', examples: [{ format: 'pdf', paper: 'a5x2' }] });

export const formOccasionSchema = z
  .strictObject({
    form: z.enum(dossierForms),
    version: z.int(),
    occurredAt: toldInstant,
    /** Null until it is printed for the first time. */
    number: z.int().nullable(),
    year: z.int().nullable(),
    formats: z.array(z.enum(formats)).readonly(),
    papers: z.array(z.enum(papers)).readonly(),
  })
  .readonly()
  .meta({ id: 'FormOccasion' });

export const formOccasionPageSchema = pageOf(formOccasionSchema);

/** As long as a book is kept on paper. */
export const BOOK_DAYS = 366;

export const bookRequestSchema = z
  .strictObject({
    unitId: z.int().exactOptional(),
    from: dayText,
    to: dayText,
    format: z.enum(['xlsx', 'pdf']).default('xlsx'),
  })
  .readonly()
  .meta({
    id: 'BookRequest',
    examples: [{ from: '2026-01-01', to: '2026-01-31', format: 'xlsx' }],
  });

export type PrintRequest = z.infer<typeof printRequestSchema>;
export type BookRequest = z.infer<typeof bookRequestSchema>;
export type FormOccasionAnswer = z.infer<typeof formOccasionSchema>;
