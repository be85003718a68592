import { describe, expect, it } from '@jest/globals';
import { compareVietnamese } from './vietnamese-order.ts';

const sorted = (...names: readonly string[]): readonly string[] =>
  [...names].sort(compareVietnamese);

describe('the order of a Vietnamese register', () => {
  it('puts đ after d, ă and â after a, ơ after o', () => {
    expect(sorted('Đất đai', 'Dân tộc', 'Chứng thực', 'Ăn', 'An', 'Ân', 'Ơn', 'Ôn', 'On')).toEqual([
      'An',
      'Ăn',
      'Ân',
      'Chứng thực',
      'Dân tộc',
      'Đất đai',
      'On',
      'Ôn',
      'Ơn',
    ]);
  });

  it('orders the tones ngang, huyền, hỏi, ngã, sắc, nặng', () => {
    expect(sorted('mạ', 'má', 'mã', 'mả', 'mà', 'ma')).toEqual([
      'ma',
      'mà',
      'mả',
      'mã',
      'má',
      'mạ',
    ]);
  });

  it('looks at all letters before any tone', () => {
    expect(sorted('Hộ tịch', 'Hỗ trợ', 'Hộ kinh doanh')).toEqual([
      'Hộ kinh doanh',
      'Hộ tịch',
      'Hỗ trợ',
    ]);
  });

  it('puts the shorter name first and spaces and figures before letters', () => {
    expect(sorted('Thú y', 'Thú', 'Thúy', 'Thú 2')).toEqual(['Thú', 'Thú 2', 'Thú y', 'Thúy']);
  });

  it('puts foreign letters after all Vietnamese ones, by their code points', () => {
    expect(sorted('中', 'Đ', 'я', 'z', 'ž')).toEqual(['Đ', 'z', 'ž', 'я', '中']);
  });

  it('never calls two different names equal', () => {
    expect(compareVietnamese('a-b', 'a-b')).toBe(0);
    expect(compareVietnamese('İ', 'i̇')).not.toBe(0);
  });

  it('does not mind how the letters were typed', () => {
    expect(compareVietnamese('Đất đai'.normalize('NFD'), 'Đất đai')).toBe(0);
  });

  it('puts small letters before capitals where nothing else differs', () => {
    expect(sorted('Y tế', 'y tế')).toEqual(['y tế', 'Y tế']);
  });
});
