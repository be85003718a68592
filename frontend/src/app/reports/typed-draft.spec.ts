import { describe, expect, it } from '@jest/globals';
import { standingOf } from './typed-draft.ts';

const saved = { body: 'Không có hồ sơ trễ hạn.', version: 3 };

describe('what somebody typed in a report', () => {
  it('is needless once the same words are saved, whoever saved them', () => {
    expect(standingOf(undefined, saved)).toBe('none');
    expect(standingOf({ body: saved.body, version: 2 }, saved)).toBe('none');
    expect(standingOf({ body: ` ${saved.body}\n`, version: 3 }, saved)).toBe('none');
  });

  it('waits to be saved over the version it was typed over', () => {
    expect(standingOf({ body: 'Có 02 hồ sơ trễ hạn.', version: 3 }, saved)).toBe('unsaved');
    expect(standingOf({ body: '', version: 3 }, saved)).toBe('unsaved');
  });

  it('stands beside what somebody else has saved meanwhile', () => {
    expect(standingOf({ body: 'Có 02 hồ sơ trễ hạn.', version: 2 }, saved)).toBe('moved');
  });
});
