import { describe, expect, it } from '@jest/globals';
import type { FormPiece } from '#domain/form';
import { formWords } from '#wording/forms';
import {
  STANDARD,
  factsOf,
  faultsOf,
  isSame,
  keptText,
  shownText,
  withField,
  withText,
} from './edition-draft.ts';

const { vi } = formWords;
const opening: FormPiece = {
  ...{ key: 'opening', kind: 'sentence', isMandatory: true },
  ...{ standard: '{unit.name} nhận của {applicant.name}', facts: ['unit.name', 'applicant.name'] },
};
const email: FormPiece = {
  ...{ key: 'applicant.email', kind: 'field', isMandatory: false, standard: 'Email' },
  facts: ['applicant.email'],
};
const pieces = [opening, email];

describe('a form while it is worded', () => {
  it('shows what is filled in by its name, and keeps it by its key', () => {
    const shown = shownText(opening.standard, vi.facts);
    expect(shown).toBe('[Tên trung tâm] nhận của [Người nộp hồ sơ]');
    expect(keptText(shown, factsOf(pieces), vi.facts)).toBe(opening.standard);
    expect(keptText('[ghi chú]', factsOf(pieces), vi.facts)).toBe('[ghi chú]');
  });

  it('is no change when it says again what the standard says', () => {
    const changed = withText({ pieces }, STANDARD, ['opening', 'Kính gửi {applicant.name}']);
    expect(isSame(changed, STANDARD)).toBe(false);
    expect(isSame(withText({ pieces }, changed, ['opening', opening.standard]), STANDARD)).toBe(
      true,
    );
    const without = withField(STANDARD, 'applicant.email', false);
    expect(isSame(withField(without, 'applicant.email', true), STANDARD)).toBe(true);
  });

  it('names what is missing, piece by piece', () => {
    const changed = withText({ pieces }, STANDARD, ['opening', 'Đã nhận']);
    expect([...faultsOf(pieces, changed, vi)]).toEqual([
      ['opening', 'Còn thiếu: Tên trung tâm, Người nộp hồ sơ.'],
    ]);
    const empty = withText({ pieces }, STANDARD, ['opening', ' ']);
    expect(faultsOf(pieces, empty, vi).get('opening')).toBe('Phần này bắt buộc phải có.');
  });
});
