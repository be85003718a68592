import { describe, expect, it } from '@jest/globals';
import * as z from 'zod';
import { problemOf } from './problem.ts';
import { readWith } from './schema.pipe.ts';

const schema = z.strictObject({
  name: z.string().min(1).max(5),
  amount: z.int().min(1).optional(),
  kind: z.enum(['a', 'b']).optional(),
  kinds: z
    .preprocess(
      (given) => (typeof given === 'string' ? [given] : given),
      z.array(z.enum(['a', 'b'])),
    )
    .optional(),
  id: z.uuid().optional(),
  items: z.array(z.strictObject({ code: z.string() })).optional(),
});

const problemWith = (value: unknown) => {
  const reading = readWith(schema, value);
  if ('problem' in reading) return reading.problem;
  throw new Error('nothing is wrong with it');
};

describe('what is wrong with a request', () => {
  it.each([
    [{}, 'name', 'required'],
    [{ name: 7 }, 'name', 'wrong-type'],
    [{ name: '' }, 'name', 'too-short'],
    [{ name: 'quá dài' }, 'name', 'too-long'],
    [{ name: 'Lan', role: 'admin' }, 'role', 'unknown-field'],
    [{ name: 'Lan', kind: 'c' }, 'kind', 'unknown-value'],
    [{ name: 'Lan', id: '7' }, 'id', 'wrong-format'],
    [{ name: 'Lan', items: [{}] }, 'items.0.code', 'required'],
    [[], '', 'wrong-type'],
    [{ name: 'Lan', kinds: 'c' }, 'kinds', 'unknown-value'],
    [{ name: 'Lan', kinds: ['a', 'c'] }, 'kinds.1', 'unknown-value'],
  ])('%j is malformed: 400', (value, path, code) => {
    const problem = problemWith(value);
    expect(problem.code).toBe('invalid-request');
    expect(problem.errors).toEqual([{ path, code }]);
  });

  it.each([
    [0, 'out-of-range'],
    [1.5, 'not-whole'],
  ])('an amount of %p is well-formed and refused by rule: 422', (amount, code) => {
    const problem = problemWith({ name: 'Lan', amount });
    expect(problem.code).toBe('value-out-of-range');
    expect(problem.errors).toEqual([{ path: 'amount', code }]);
  });

  it.each([12, '12'])('may name a unit (%p) that nobody needs', (unitId) => {
    expect(readWith(schema, { name: 'Lan', unitId })).toEqual({ value: { name: 'Lan' } });
    expect(problemWith({ name: '', unitId }).errors).toEqual([{ path: 'name', code: 'too-short' }]);
  });

  it.each([0, -1, 'x', '1; drop', {}, null])('names no unit by %p', (unitId) => {
    expect(problemWith({ name: 'Lan', unitId }).errors).toEqual([
      { path: 'unitId', code: 'unknown-field' },
    ]);
  });

  it('is malformed first when it is both', () => {
    expect(problemWith({ amount: 0 }).code).toBe('invalid-request');
  });

  it('is told field by field in the words of the reader', () => {
    const asked = { instance: '/', requestId: '1' };
    const error = problemWith({});
    expect(problemOf(error, { ...asked, language: 'vi' }).errors).toEqual([
      { path: 'name', code: 'required', message: 'Mục này còn thiếu.' },
    ]);
    expect(problemOf(error, { ...asked, language: 'en' }).errors?.[0]?.message).toBe(
      'This is missing.',
    );
  });
});
