import { describe, expect, it } from '@jest/globals';
import { problemCodes } from '#contract/problem';
import { fieldWording, languages, problemWording } from './index.ts';

const sentences = (part: unknown): string[] =>
  typeof part === 'string' ? [part] : Object.values(part as object).flatMap(sentences);

describe('the wording', () => {
  it.each(languages)('has %s words for every problem', (language) => {
    expect(Object.keys(problemWording[language]).sort()).toEqual([...problemCodes].sort());
  });

  it('is composed text, so that it sorts, searches and prints alike everywhere', () => {
    for (const sentence of sentences({ fieldWording, problemWording })) {
      expect(sentence).toBe(sentence.normalize('NFC').trim());
      expect(sentence).not.toBe('');
    }
  });

  it('says a detail as a whole sentence', () => {
    for (const language of languages) {
      for (const { title, detail } of Object.values(problemWording[language])) {
        expect(detail).toMatch(/[.!?]$/);
        expect(title).not.toMatch(/[.!?]$/);
      }
    }
  });
});
