import { describe, expect, it } from '@jest/globals';
import { read, tracked } from './repository.ts';

const TABLE = 'shared/docs/reliability.md';

interface Proof {
  readonly fault: string;
  readonly file: string;
  readonly sentence: string;
}

const proofs: readonly Proof[] = read(TABLE)
  .split('\n')
  .filter((line) => line.startsWith('| F-'))
  .map((line) => {
    const [, fault = '', , file = '', sentence = ''] = line.split('|').map((cell) => cell.trim());
    return { fault, file, sentence };
  });

/** What the engine of warnings has promised to survive. */
const PROMISED = [
  'F-2',
  'F-5',
  'F-6',
  'F-9',
  'F-10',
  'F-12',
  'F-13',
  'F-14',
  'F-15',
  'F-16',
  'F-17',
];

describe('the table of faults', () => {
  it('names a proof of each one that was promised', () => {
    const named = new Set(proofs.map(({ fault }) => fault));
    expect(PROMISED.filter((fault) => !named.has(fault))).toEqual([]);
  });

  it.each(proofs)('$fault: $file says “$sentence”', ({ file, sentence }) => {
    expect(tracked).toContain(file);
    expect(sentence).not.toBe('');
    expect(read(file).replaceAll("\\'", "'")).toContain(sentence);
  });
});
