import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import type * as z from 'zod';
import { areOnlyRules, faultyFields } from './field-faults.ts';
import { ProblemError } from './problem-error.ts';

/** What a schema makes of a value, or the problem to answer with. */
export type Reading = { readonly value: unknown } | { readonly problem: ProblemError };

const UNIT = /^[1-9]\d{0,9}$/;

const namesUnit = (sent: unknown): sent is { readonly unitId: unknown } =>
  typeof sent === 'object' && sent !== null && 'unitId' in sent && UNIT.test(String(sent.unitId));

/** `name`: what the value is called, where it stands alone. */
export const readWith = (schema: z.ZodType, sent: unknown, name = ''): Reading => {
  const { success, data, error } = schema.safeParse(sent);
  if (success) return { value: data };
  const found = faultyFields(error.issues, sent);
  const isUnneeded = found.some(({ path, code }) => path === 'unitId' && code === 'unknown-field');
  // Contract §4: a unit may be named in every body and query; where the path says it, it says nothing more.
  if (isUnneeded && namesUnit(sent)) {
    const needed = Object.entries(sent).filter(([field]) => field !== 'unitId');
    return readWith(schema, Object.fromEntries(needed), name);
  }
  const errors = found.map(({ path, code }) => ({ path: path === '' ? name : path, code }));
  const code = areOnlyRules(errors) ? 'value-out-of-range' : 'invalid-request';
  return { problem: new ProblemError(code, {}, errors) };
};

/** Validates every parameter that carries a schema (`@Body({ schema })`) and hands on what it made. */
@Injectable()
export class SchemaPipe implements PipeTransform {
  transform(value: unknown, { schema, type, data }: ArgumentMetadata): unknown {
    if (schema === undefined) return value;
    // Every schema of ours is Zod; Nest knows it by its Standard Schema face alone. A body that
    // was not sent says as much as an empty one.
    const reading = readWith(
      schema as unknown as z.ZodType,
      type === 'body' ? (value ?? {}) : value,
      data,
    );
    if ('problem' in reading) throw reading.problem;
    return reading.value;
  }
}
