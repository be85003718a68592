import { describe, expect, it } from '@jest/globals';
import { STANDARD_EDITION, formFaults, formSheets, type FormPiece } from '#domain/form';
import { formWords } from '#wording/forms';
import { sheetPieces } from '../editions/sheet-pieces.ts';
import { sampleFacts } from '../editions/sample.ts';
import { TEMPLATES } from '../templates/index.ts';
import { fill } from './fill.ts';
import { piecesOf, worded } from './worded.ts';

const templates = Object.values(TEMPLATES);
const textsOf = (edition: Parameters<typeof worded>[1], form: keyof typeof TEMPLATES) =>
  JSON.stringify(fill(worded(TEMPLATES[form], edition), sampleFacts('Xã Mẫu')).blocks);

const keysOf = (pieces: readonly FormPiece[]) => pieces.map(({ key }) => key);

describe('a form in the words of the unit', () => {
  it.each(templates)('$form is what it was where nobody words it', (template) => {
    expect(worded(template, STANDARD_EDITION)).toEqual(template);
  });

  it.each(formSheets)('%s names each of its parts once, and keeps its own law', (sheet) => {
    const pieces = sheetPieces(sheet, 'Xã Mẫu');
    expect(new Set(keysOf(pieces)).size).toBe(pieces.length);
    const texts = Object.fromEntries(
      pieces.filter(({ kind }) => kind !== 'field').map(({ key, standard }) => [key, standard]),
    );
    expect(formFaults(pieces, { texts, without: [] })).toEqual([]);
  });

  it('has words for every part and every fact, in Vietnamese', () => {
    const { pieces: parts, facts } = formWords.vi;
    const all = formSheets.flatMap((sheet) => sheetPieces(sheet, 'Xã Mẫu'));
    const unnamed = all.filter(({ key, kind }) => kind !== 'field' && parts[key] === undefined);
    expect(keysOf(unnamed)).toEqual([]);
    expect(all.flatMap((piece) => piece.facts).filter((fact) => facts[fact] === undefined)).toEqual(
      [],
    );
  });

  it('says what the office adds before the signatures, and its recipients line by line', () => {
    const edition = {
      texts: { own: 'Đường dây nóng: 0225 3 000 000', recipients: 'Như trên;\n\nLưu: VT, HC.' },
      without: [],
    };
    const { blocks } = worded(TEMPLATES.mau04, edition);
    const kinds = blocks.map(({ kind }) => kind);
    expect(blocks[kinds.indexOf('signatures') - 1]).toEqual({
      ...{ kind: 'paragraph', text: 'Đường dây nóng: 0225 3 000 000' },
    });
    expect(blocks.at(-1)).toEqual({ kind: 'recipients', lines: ['Như trên;', 'Lưu: VT, HC.'] });
  });

  it('does without what may be left out', () => {
    const without = ['applicant.email', 'dossier.lookupCode'];
    expect(textsOf(STANDARD_EDITION, 'mau01')).toContain('Mã tra cứu');
    expect(textsOf({ texts: { bring: '' }, without }, 'mau01')).not.toMatch(
      /Mã tra cứu|Email|giấy ủy quyền/,
    );
    expect(keysOf(piecesOf(TEMPLATES.mau01))).toEqual(expect.arrayContaining(without));
  });
});
