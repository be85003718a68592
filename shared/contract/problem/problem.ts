import * as z from 'zod';
import { fieldFaults, problemCodes, type ProblemCode } from './codes.ts';

/** The media type of RFC 9457; no error leaves the product in another one. */
export const PROBLEM_MEDIA_TYPE = 'application/problem+json';

const fact = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.null(),
  z.array(z.union([z.string(), z.number()])).readonly(),
]);

/** One field of a request that is not as the schema asks, or that a rule refuses by the rule's code. */
export const fieldErrorSchema = z
  .strictObject({
    path: z.string(),
    code: z.enum([...fieldFaults, ...problemCodes]),
    message: z.string(),
  })
  .meta({ id: 'FieldError' });

/** An RFC 9457 problem document. Clients branch on `code` alone; `title` and `detail` may change. */
export const problemSchema = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int().min(400).max(599),
    detail: z.string(),
    instance: z.string(),
    code: z.enum(problemCodes),
    requestId: z.string(),
    facts: z.record(z.string(), fact).readonly(),
    /** What may be done instead (409). */
    allowed: z.array(z.string()).readonly().optional(),
    /** The version there is now (412). */
    version: z.int().optional(),
    /** What is there already (409). */
    id: z.string().optional(),
    errors: z.array(fieldErrorSchema).readonly().optional(),
  })
  .readonly()
  .meta({ id: 'Problem' });

export type FieldError = z.infer<typeof fieldErrorSchema>;
export type Problem = z.infer<typeof problemSchema>;

/** Where a person reads what the code means: the `type` of the problem document. */
export const problemType = (code: ProblemCode): string => `/problems/${code}`;
