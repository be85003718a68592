import { describe, expect, it } from '@jest/globals';
import { LikenessBook } from './likeness.ts';

const book = new LikenessBook([
  { code: '1.001193', name: 'Đăng ký khai sinh' },
  { code: '1.004884', name: 'Đăng ký lại khai sinh' },
  { code: '2.000815', name: 'Chứng thực bản sao từ bản chính' },
  { code: '1.013978', name: 'Cấp giấy phép xây dựng nhà ở riêng lẻ' },
]);

const codesFor = (code: string, name: string) =>
  book.suggest({ code, name }).map(({ entry, by }) => [entry.code, by]);

describe('a code nobody knows', () => {
  it('is likely the one it is without the suffix of a place, whatever it is called', () => {
    expect(codesFor('1.013978.H36', 'Cấp phép xây nhà')[0]).toEqual(['1.013978', 'code']);
  });

  it('may be what is called alike, however it was typed, the likeliest first', () => {
    expect(codesFor('KS-01', 'ĐĂNG KÝ KHAI SINH'.normalize('NFD'))).toEqual([
      ['1.001193', 'name'],
      ['1.004884', 'name'],
    ]);
  });

  it('is none of them where only a word or two is the same', () => {
    expect(codesFor('X-9', 'Cấp giấy khen')).toEqual([]);
    expect(codesFor('X-9', '')).toEqual([]);
  });

  it('is never suggested to be itself', () => {
    expect(codesFor('1.001193', 'Đăng ký khai sinh')).toEqual([['1.004884', 'name']]);
  });
});
