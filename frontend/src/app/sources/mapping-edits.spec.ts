import { describe, expect, it } from '@jest/globals';
import { plainTitle, type ListMapping } from '#domain/import';
import {
  differenceBetween,
  isComplete,
  isSame,
  trialOf,
  withColumn,
  withRule,
  withValue,
  withoutTitle,
} from './mapping-edits.ts';

const MAPPING: ListMapping = {
  columns: [
    { title: 'Số đăng ký', column: 'MaHoSo' },
    { title: 'Loại việc', column: 'MaTTHC' },
    { title: 'Tình trạng', column: 'TrangThai' },
  ],
  values: [{ column: 'TrangThai', value: 'Xong', means: '9' }],
  rules: {},
};
const ROWS = [
  'Số đăng ký\tLoại việc\tTình trạng\tGhi chú',
  'A-1\t2.000815\tXong\tkhông',
  'A-2\t2.000815\tLạ\t',
].join('\n');

describe('what a list means, looked after', () => {
  it('gives a column one place', () => {
    const changed = withColumn(MAPPING, 'Ghi chú', 'MaHoSo');
    expect(changed.columns.map(({ title, column }) => [title, column])).toEqual([
      ...[
        ['Số đăng ký', null],
        ['Loại việc', 'MaTTHC'],
        ['Tình trạng', 'TrangThai'],
      ],
      ['Ghi chú', 'MaHoSo'],
    ]);
    expect(isComplete(changed)).toBe(true);
    expect(isComplete(withColumn(MAPPING, 'Số đăng ký', null))).toBe(false);
  });

  it('says of a few rows whether they are recognised and what is unclear in them', () => {
    expect(trialOf(ROWS, MAPPING)).toMatchObject({
      ...{ isRecognised: true, lacking: [], added: ['Ghi chú'] },
      unclear: [{ column: 'TrangThai', value: 'Lạ' }],
    });
    const more = withColumn(MAPPING, 'Ngày nhận', 'NgayTiepNhan');
    expect(trialOf(ROWS, more)).toMatchObject({ isRecognised: false, lacking: ['Ngày nhận'] });
    expect(trialOf(ROWS, MAPPING)?.samples.get(plainTitle('Số đăng ký'))).toBe('A-1 · A-2');
    expect(trialOf('chưa có bảng', MAPPING)).toBeUndefined();
  });

  it('lets a value mean something, something else, or nothing', () => {
    const said = withValue(MAPPING, { column: 'TrangThai', value: 'Lạ' }, '2');
    expect(said.values.map(({ value, means }) => [value, means])).toEqual([
      ...[
        ['Xong', '9'],
        ['Lạ', '2'],
      ],
    ]);
    expect(isSame(withValue(said, { column: 'TrangThai', value: 'lạ' }, ''), MAPPING)).toBe(true);
    expect(trialOf(ROWS, said)?.unclear).toEqual([]);
  });

  it('tells one version from the one before', () => {
    const after = withRule(
      withoutTitle(withValue(MAPPING, { column: 'TrangThai', value: 'Xong' }, '10'), 'Loại việc'),
      'daysOnly',
      true,
    );
    expect(differenceBetween(MAPPING, after)).toEqual({
      columns: [['Loại việc', 'MaTTHC', undefined]],
      values: [[{ column: 'TrangThai', value: 'Xong', means: '10' }, '9', '10']],
      rules: [['daysOnly', true]],
    });
    const nothing = { columns: [], values: [], rules: [] };
    expect(differenceBetween(MAPPING, MAPPING)).toEqual(nothing);
  });
});
