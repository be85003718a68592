import { describe, expect, it } from '@jest/globals';
import { TEMPLATES } from '../templates/index.ts';
import { fill } from './fill.ts';
import type { Facts, Template } from './template.ts';

const letterhead = {
  'unit.authority': 'ỦY BAN NHÂN DÂN XÃ MẪU',
  'unit.centre': 'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG',
  'unit.place': 'Mẫu',
  'form.number': '07',
  'form.date': 'ngày 02 tháng 3 năm 2026',
};

const facts = (texts: Facts['texts'] = {}): Facts => ({
  texts: { ...letterhead, ...texts },
  tables: { components: [], items: [['1', 'Sổ hộ khẩu']], handovers: [] },
});

const template = (...blocks: Template['blocks']): Template => ({
  ...{ form: 'mau02', symbol: 'HDHS', title: 'PHIẾU' },
  blocks,
});

describe('a form filled in', () => {
  it('carries what is known, and dots to write on where nothing is', () => {
    const { blocks, letterhead: head } = fill(
      template(
        { kind: 'line', label: 'Của', value: '{applicant.name}' },
        { kind: 'line', label: 'Địa chỉ', value: '{applicant.address}' },
      ),
      facts({ 'applicant.name': 'Lan', 'applicant.address': null }),
    );
    expect(head.number).toBe('07/HDHS');
    expect(head.placeAndDate).toBe('Mẫu, ngày 02 tháng 3 năm 2026');
    expect(blocks).toMatchObject([{ value: 'Lan' }, { value: expect.stringMatching(/^…+$/) }]);
  });

  it('leaves out a line nobody would write on', () => {
    const line = {
      kind: 'line',
      label: 'Email',
      value: '{applicant.email}',
      optional: true,
    } as const;
    expect(fill(template(line), facts({ 'applicant.email': null })).blocks).toEqual([]);
  });

  it('never reads what a citizen wrote as a place to fill, nor turns its direction', () => {
    const { blocks } = fill(
      template({ kind: 'paragraph', text: '{event.reason}' }),
      facts({ 'event.reason': '{unit.place}\u202e!' }),
    );
    expect(blocks).toMatchObject([{ text: '{unit.place}!' }]);
  });

  it('turns no direction in a table either', () => {
    const columns = [{ label: 'TT', share: 100 }];
    const { blocks } = fill(template({ kind: 'table', rows: 'items', columns }), {
      ...facts(),
      tables: { components: [], items: [['1', 'Sổ \u202eộh khẩu']], handovers: [] },
    });
    expect(blocks).toMatchObject([{ cells: [['1', 'Sổ ộh khẩu']] }]);
  });

  it('leaves the place of a signature empty, not dotted', () => {
    const right = { title: '{signer.form}', hint: '(Ký)', name: '{signer.name}' };
    const { blocks } = fill(
      template({ kind: 'signatures', left: null, right }),
      facts({ 'signer.form': 'GIÁM ĐỐC', 'signer.name': null }),
    );
    expect(blocks).toMatchObject([{ left: null, right: { title: 'GIÁM ĐỐC', name: '' } }]);
  });

  it('says so when a template asks for what nobody tells', () => {
    const strange = template({ kind: 'paragraph', text: '{no.such}' });
    expect(() => fill(strange, facts())).toThrow('no.such');
  });
});

it('every statutory form has its title and its own symbol', () => {
  const all = Object.values(TEMPLATES);
  expect(new Set(all.map(({ symbol }) => symbol)).size).toBe(all.length);
  expect(all.every(({ form }) => TEMPLATES[form].form === form)).toBe(true);
});
