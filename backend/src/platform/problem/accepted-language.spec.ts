import { describe, expect, it } from '@jest/globals';
import { acceptedLanguage } from './accepted-language.ts';

describe('the language of an answer', () => {
  it.each([
    [undefined, 'vi'],
    ['', 'vi'],
    ['en', 'en'],
    ['en-GB,en;q=0.8,vi;q=0.5', 'en'],
    ['fr, vi;q=0.4, en;q=0.9', 'en'],
    ['vi-VN', 'vi'],
    ['en;q=0', 'vi'],
    ['fr', 'vi'],
    ['en;q=high', 'vi'],
  ])('for %p is %s', (header, language) => {
    expect(acceptedLanguage(header)).toBe(language);
  });
});
