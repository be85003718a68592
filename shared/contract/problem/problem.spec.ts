import { describe, expect, it } from '@jest/globals';
import { problemCodes, problemSchema, problemType } from './index.ts';

const example = {
  type: problemType('not-found'),
  title: 'Không tìm thấy',
  status: 404,
  detail: 'Địa chỉ này không có gì.',
  instance: '/api/v1/nothing',
  code: 'not-found',
  requestId: '0194a1b2',
  facts: { tried: ['a', 1], known: false, at: null },
};

describe('a problem document', () => {
  it('says what happened in the shape of RFC 9457', () => {
    expect(problemSchema.parse(example)).toEqual(example);
  });

  it('names the fields that are wrong', () => {
    const errors = [{ path: 'applicant.name', code: 'required', message: 'Mục này còn thiếu.' }];
    expect(problemSchema.parse({ ...example, errors }).errors).toEqual(errors);
  });

  it.each([
    ['a code nobody promised', { code: 'oops' }],
    ['a status that is no failure', { status: 200 }],
    ['a field nobody agreed on', { stack: 'at line 1' }],
  ])('refuses %s', (_what, change) => {
    expect(problemSchema.safeParse({ ...example, ...change }).success).toBe(false);
  });

  it('has codes that read as words and are used once', () => {
    expect(new Set(problemCodes).size).toBe(problemCodes.length);
    for (const code of problemCodes) expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });
});
