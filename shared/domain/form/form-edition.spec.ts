import { describe, expect, it } from '@jest/globals';
import { STANDARD_EDITION, formFaults, trimmedEdition, wordedAs, type FormPiece } from './index.ts';

const opening: FormPiece = {
  ...{ key: 'opening', kind: 'sentence', isMandatory: true },
  ...{ standard: '{unit.name} đã tiếp nhận hồ sơ của {applicant.name}' },
  facts: ['unit.name', 'applicant.name'],
};
const own: FormPiece = {
  ...{ key: 'own', kind: 'lines', isMandatory: false, standard: '', facts: [] },
};
const code: FormPiece = {
  ...{ key: 'dossier.code', kind: 'field', isMandatory: true, standard: 'Mã hồ sơ' },
  facts: ['dossier.code'],
};
const email: FormPiece = {
  ...{ key: 'applicant.email', kind: 'field', isMandatory: false, standard: 'Email' },
  facts: ['applicant.email'],
};
const pieces = [opening, code, email, own];

const worded = (texts: Readonly<Record<string, string>>, without: readonly string[] = []) =>
  formFaults(pieces, { texts, without });

describe("a unit's own wording of a form", () => {
  it('may be anything that names what the form has to name', () => {
    expect(
      worded({ opening: '{applicant.name} đã nộp tại {unit.name}', own: 'Đường dây nóng' }),
    ).toEqual([]);
    expect(formFaults(pieces, STANDARD_EDITION)).toEqual([]);
  });

  it('is not kept without a fact that has to stand there, and says which', () => {
    expect(worded({ opening: '{unit.name} đã tiếp nhận hồ sơ' })).toEqual([
      { code: 'form-fact-missing', key: 'opening', fact: 'applicant.name' },
    ]);
  });

  it('names only what the form knows', () => {
    expect(worded({ own: 'Gọi {actor.password} hoặc {dossier.code}' })).toEqual([
      { code: 'form-fact-unknown', key: 'own', fact: 'actor.password' },
    ]);
  });

  it('leaves out what it may, and nothing the circular asks for', () => {
    expect(worded({ own: '' }, ['applicant.email'])).toEqual([]);
    expect(worded({ opening: '  ' }, ['dossier.code'])).toEqual([
      { code: 'form-piece-mandatory', key: 'opening' },
      { code: 'form-piece-mandatory', key: 'dossier.code' },
    ]);
  });

  it('speaks of pieces there are, each as what it is', () => {
    expect(worded({ title: 'GIẤY MỜI', 'dossier.code': 'Số' }, ['own'])).toEqual([
      { code: 'form-piece-unknown', key: 'dossier.code' },
      { code: 'form-piece-unknown', key: 'own' },
      { code: 'form-piece-unknown', key: 'title' },
    ]);
  });

  it('holds differences only, and reads as the standard elsewhere', () => {
    const edition = trimmedEdition(pieces, {
      texts: { opening: opening.standard, own: 'Đường dây nóng' },
      without: ['applicant.email', 'applicant.email'],
    });
    expect(edition).toEqual({ texts: { own: 'Đường dây nóng' }, without: ['applicant.email'] });
    expect([wordedAs(opening, edition), wordedAs(own, edition)]).toEqual([
      ...[opening.standard, 'Đường dây nóng'],
    ]);
    expect(wordedAs({ key: 'constructor', standard: 'x' }, edition)).toBe('x');
  });
});
