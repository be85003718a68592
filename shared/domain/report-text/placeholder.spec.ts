import { describe, expect, it } from '@jest/globals';
import { placeholdersIn } from './placeholder.ts';

const textsIn = (body: string): readonly string[] => placeholdersIn(body).map(({ text }) => text);

describe('what is to be filled in', () => {
  it.each([
    ['dots in a sentence', 'Đã ban hành … văn bản chỉ đạo.', ['…']],
    ['dots after a word', 'Đã rà soát... TTHC, quy định tại..... văn bản.', ['...', '.....']],
    ['dots after a colon', 'Số lượng TTHC đã công bố: ...', ['...']],
    ['a line to write on', 'Tổng số: ____ cuộc', ['____']],
    ['a bracket that asks', 'Cắt giảm 02 TTHC (nêu rõ tên TTHC)', ['(nêu rõ tên TTHC)']],
    ['a field of a template', 'Kế hoạch số [số, ngày] của xã', ['[số, ngày]']],
    ['one of two', 'Kết nối: Đã kết nối/Chưa kết nối', ['Đã kết nối/Chưa kết nối']],
  ])('is seen in %s', (_what, body, texts) => {
    expect(textsIn(body)).toEqual(texts);
  });

  it.each([
    'Hệ thống mất kết nối thường xuyên...',
    'Các lĩnh vực hộ tịch, chứng thực, đất đai…; đều đúng hạn.',
    'Không có nội dung kiến nghị.',
    '',
  ])('is not seen in “%s”', (body) => {
    expect(placeholdersIn(body)).toEqual([]);
  });

  it('is told by its place', () => {
    expect(placeholdersIn('Có … cuộc')).toEqual([{ from: 3, to: 4, text: '…' }]);
  });
});
