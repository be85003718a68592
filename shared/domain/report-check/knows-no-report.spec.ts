import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const room = new URL('./', import.meta.url);
const sources = readdirSync(room)
  .filter((name) => name.endsWith('.ts') && !name.includes('.spec.'))
  .map((name) => ({ name, text: readFileSync(new URL(name, room), 'utf8') }));

/** Widths in letters, the percent of a whole, and the two decrees that were in force before. */
const OWN_NUMBERS = ['100', '110', '150', '200', '400', '500', '4000', '2018', '2021', '107'];

const code = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');

describe('the checker', () => {
  it.each(sources)('knows no figure of anybody’s report: $name', ({ text }) => {
    const bare = code(text).replace(/\\u[\da-f]{4}|\{\d+(?:,\d*)?\}/gi, '');
    const numbers = bare.match(/\d[\d.,_]*\d{2}/g) ?? [];
    expect(numbers.filter((number) => !OWN_NUMBERS.includes(number))).toEqual([]);
  });

  it.each(sources)('knows no sentence of anybody’s report: $name', ({ text }) => {
    const quoted = code(text).match(/'[^'\n]*'|"[^"\n]*"|`[^`]*`|\/(?![*/])[^\n/]+\//g) ?? [];
    const wordy = quoted.filter(
      (each) => (each.match(/[\p{L}]+(?: [\p{L}]+){6,}/gu) ?? []).length > 0,
    );
    expect(wordy).toEqual([]);
  });
});
