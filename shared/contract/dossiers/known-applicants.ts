import * as z from 'zod';
import { inUnit, pageOf } from '../list/index.ts';
import { toldInstant } from '../time/index.ts';
import { applicantSchema } from './applicant.ts';
import { type ApplicantAnswer, shownApplicant } from './dossier.ts';

export const knownApplicantsPath = '/api/v1/dossiers/applicants';

const { phone, idNumber } = applicantSchema.unwrap().shape;

interface Numbers {
  readonly phone?: string;
  readonly idNumber?: string;
}

const requireOne = (given: Numbers, context: z.core.$RefinementCtx<Numbers>): void => {
  if ((given.phone === undefined) !== (given.idNumber === undefined)) return;
  context.addIssue({ code: 'custom', path: ['phone'], input: given });
};

/** By which number somebody is to be found again: one of the two. It travels in a body, never in an address. */
export const knownApplicantsQuestionSchema = z
  .strictObject({ ...inUnit, phone, idNumber })
  .superRefine(requireOne)
  .readonly()
  .meta({ id: 'KnownApplicantsQuestion', examples: [{ phone: '0912 345 678' }] });

/** Somebody who has come before: by name, all else masked. What a dossier knows of them is revealed from it. */
const knownApplicant = z
  .strictObject({
    ...shownApplicant.unwrap().shape,
    /** The dossier that knows most of them. */
    dossierId: z.uuid(),
    dossiers: z.int().min(1),
    lastReceivedAt: toldInstant.nullable(),
  })
  .readonly()
  .meta({ id: 'KnownApplicant' });

export const knownApplicantsSchema = pageOf(knownApplicant);

/** Declared by hand: the masked members are made of a list. */
export type KnownApplicant = ApplicantAnswer & {
  readonly dossierId: string;
  readonly dossiers: number;
  readonly lastReceivedAt: string | null;
};

export type KnownApplicantsQuestion = z.infer<typeof knownApplicantsQuestionSchema>;
