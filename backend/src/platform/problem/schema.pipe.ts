import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import type * as z from 'zod';
import { areOnlyRules, faultyFields } from './field-faults.ts';
import { ProblemError } from './problem-error.ts';

/** What a schema makes of a value, or the problem to answer with. */
export type Reading = { readonly value: unknown } | { readonly problem: ProblemError };

export const readWith = (schema: z.ZodType, sent: unknown): Reading => {
  const { success, data, error } = schema.safeParse(sent);
  if (success) return { value: data };
  const errors = faultyFields(error.issues, sent);
  const code = areOnlyRules(errors) ? 'value-out-of-range' : 'invalid-request';
  return { problem: new ProblemError(code, {}, errors) };
};

/** Validates every parameter that carries a schema (`@Body({ schema })`) and hands on what it made. */
@Injectable()
export class SchemaPipe implements PipeTransform {
  transform(value: unknown, { schema, type }: ArgumentMetadata): unknown {
    if (schema === undefined) return value;
    // Every schema of ours is Zod; Nest knows it by its Standard Schema face alone. A body that
    // was not sent says as much as an empty one.
    const reading = readWith(
      schema as unknown as z.ZodType,
      type === 'body' ? (value ?? {}) : value,
    );
    if ('problem' in reading) throw reading.problem;
    return reading.value;
  }
}
