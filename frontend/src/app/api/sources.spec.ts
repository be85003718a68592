import { describe, expect, it } from '@jest/globals';
import { sourcePageOf } from './sources.ts';

const pages = { dvcqg: 'https://dvc.example/ho-so?ma={code}' };
const item = { source: 'dvcqg', externalCode: null, officialCode: 'H24.99-1', code: 'MC.1' };

describe("the page of a dossier's source", () => {
  it('is opened by the code the source knows it by', () => {
    expect(sourcePageOf(pages, item)).toBe('https://dvc.example/ho-so?ma=H24.99-1');
    expect(sourcePageOf(pages, { ...item, externalCode: 'G 1&x=2' })).toBe(
      'https://dvc.example/ho-so?ma=G%201%26x%3D2',
    );
  });

  it('is none where nobody has said where it is, or there is no source', () => {
    expect(sourcePageOf({}, item)).toBeUndefined();
    expect(sourcePageOf(pages, { ...item, source: null })).toBeUndefined();
  });
});
