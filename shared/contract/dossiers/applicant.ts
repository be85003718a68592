import * as z from 'zod';
import { line } from '../text/index.ts';

/** *Người nộp hồ sơ*, as entered at the counter. Kept apart from everything else, and erasable. */
export const applicantSchema = z
  .strictObject({
    kind: z.enum(['person', 'organisation']).default('person'),
    name: line(300),
    phone: z
      .string()
      .max(30)
      .regex(/^\+?[\d ().-]{6,}$/)
      .exactOptional(),
    idNumber: z
      .string()
      .max(30)
      .regex(/^[\dA-Za-z]{6,}$/)
      .exactOptional(),
    taxCode: z
      .string()
      .max(30)
      .regex(/^[\d-]{8,}$/)
      .exactOptional(),
    address: line(500).exactOptional(),
    email: z
      .string()
      .max(254)
      .regex(/^[^\s@\p{Cc}]+@[^\s@\p{Cc}]+$/u)
      .exactOptional(),
    onBehalfOf: line(300).exactOptional(),
  })
  .readonly()
  .meta({
    id: 'Applicant',
    examples: [{ kind: 'person', name: 'Nguyễn Văn An', phone: '0912 345 678' }],
  });

/** Masked until somebody asks for it with a reason. */
export const maskedFields = [
  'phone',
  'idNumber',
  'taxCode',
  'address',
  'email',
  'onBehalfOf',
] as const;

export type ApplicantBody = z.infer<typeof applicantSchema>;
export type MaskedField = (typeof maskedFields)[number];
