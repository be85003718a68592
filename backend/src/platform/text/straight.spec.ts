import { describe, expect, it } from '@jest/globals';
import { straight, writable } from './straight.ts';

describe('a text on its way to paper', () => {
  it('is read in one direction', () => {
    expect(straight('Nguyễn \u202eAnăV')).toBe('Nguyễn AnăV');
  });

  it('carries nothing that would damage the file, and keeps its lines', () => {
    expect(writable('a\u0000b\u001bc\ufffe\nd\te \ud83d🙂')).toBe('abc\nd\te 🙂');
  });
});
