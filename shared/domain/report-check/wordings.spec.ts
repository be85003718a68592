import { describe, expect, it } from '@jest/globals';
import { checkReport } from './check-report.ts';
import type { FindingKind } from './finding.ts';

const kindsIn = (text: string): readonly FindingKind[] =>
  checkReport(text).findings.map(({ kind }) => kind);

/** Sentences that agree with themselves, each with a slip that makes it disagree. */
const SENTENCES: readonly (readonly [
  name: string,
  text: string,
  written: string,
  slipped: string,
  kind: FindingKind,
])[] = [
  [
    'what is late of those that wait, beside what was late of those done',
    'Đã giải quyết 200 hồ sơ, trong đó: trước hạn 190 hồ sơ, đúng hạn 06 hồ sơ, quá hạn 04 hồ sơ.\nĐang giải quyết 136 hồ sơ, trong đó: trong hạn 121 hồ sơ, quá hạn 03 hồ sơ, chờ công dân bổ sung 12 hồ sơ.',
    'trong hạn 121',
    'trong hạn 131',
    'sum-wrong',
  ],
  [
    'a list under a line that only opens it',
    '- Số hồ sơ tiếp nhận: 21.407 hồ sơ\nTrong đó:\n+ Số hồ sơ mới tiếp nhận trực tuyến: 21.205 hồ sơ\n+ Số hồ sơ mới tiếp nhận trực tiếp: 144 hồ sơ\n+ Số hồ sơ từ kỳ trước chuyển qua: 58 hồ sơ',
    '21.205',
    '21.025',
    'sum-wrong',
  ],
  [
    'the desk and the post told apart',
    'Tiếp nhận mới 1.032 hồ sơ, gồm: 1.019 hồ sơ trực tuyến (98,74%), 09 hồ sơ trực tiếp (0,87%), 04 hồ sơ qua bưu chính (0,39%).',
    '04 hồ sơ qua bưu chính (0,39%)',
    '14 hồ sơ qua bưu chính (1,36%)',
    'sum-wrong',
  ],
  [
    'a share before its numbers',
    'Tỷ lệ hồ sơ nộp trực tuyến đạt 98,89% (4.262/4.310 hồ sơ), vượt chỉ tiêu thành phố giao (95%).',
    '98,89%',
    '99,89%',
    'percent-wrong',
  ],
  [
    'a share and what it amounts to',
    'Tỷ lệ khai thác dữ liệu số hóa đạt 71,76%, tương ứng 3.120/4.348 hồ sơ.',
    '71,76%',
    '77,16%',
    'percent-wrong',
  ],
  [
    'a list opened by a ratio',
    'Tổng số hồ sơ: 4.348 hồ sơ.\nSố hồ sơ đã giải quyết: 4.301/4.348 hồ sơ, đạt 98,92%, trong đó:\n+ Trước hạn: 4.120 hồ sơ;\n+ Đúng hạn: 181 hồ sơ.',
    'Đúng hạn: 181',
    'Đúng hạn: 118',
    'sum-wrong',
  ],
  [
    'results in time, early ones among them',
    'Đã giải quyết 103 hồ sơ: 90 hồ sơ trước hạn, 10 hồ sơ đúng hạn, 01 hồ sơ quá hạn, 02 hồ sơ rút; tỷ lệ giải quyết trước và đúng hạn đạt 99,01%.',
    '99,01%',
    '99,10%',
    'percent-unfounded',
  ],
  [
    'a summary in a small table',
    '| 1 | Tổng số hồ sơ | 980 | |\n| 2 | Đã giải quyết | 961 | 98,06% |\n| 3 | Đang giải quyết | 19 | 1,94% |',
    '98,06%',
    '96,08%',
    'percent-wrong',
  ],
  [
    'what is counted besides dossiers',
    'Tiếp nhận 15 phản ánh, đã xử lý 14 phản ánh (đạt 93,33%). Phát 200 phiếu, thu về 196 phiếu; 193 phiếu hài lòng, đạt 98,47%. Số dịch vụ phát sinh hồ sơ là 73/219 dịch vụ, đạt tỷ lệ 33,33%.',
    '93,33%',
    '99,33%',
    'percent-unfounded',
  ],
  [
    'fields under another word for parting',
    '1. Tổng số hồ sơ tiếp nhận mới: 287 hồ sơ.\n2. Phân theo lĩnh vực:\n- Chứng thực: 214 hồ sơ;\n- Hộ tịch: 73 hồ sơ.',
    '214',
    '241',
    'sum-wrong',
  ],
  [
    'what came and what went, with no total told',
    'Tiếp nhận mới 1.032 hồ sơ, kỳ trước chuyển sang 17 hồ sơ. Đã giải quyết 1.030 hồ sơ, đang giải quyết 19 hồ sơ.',
    'sang 17',
    'sang 27',
    'sum-wrong',
  ],
  [
    'what was given back without a result, and a ratio of nothing named',
    'Đã giải quyết 100 hồ sơ, gồm trước hạn 90 hồ sơ, đúng hạn 07 hồ sơ, trả lại không giải quyết 03 hồ sơ.\nTỷ lệ thanh toán trực tuyến: 1.204/1.250 (đạt 96,32%).',
    'đạt 96,32%',
    'đạt 93,62%',
    'percent-wrong',
  ],
  [
    'who signs for the centre',
    'Số: 45/BC-TTPVHCC\nBÁO CÁO\nTrung tâm có 05 người.\nGIÁM ĐỐC',
    'GIÁM ĐỐC',
    'KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH',
    'symbol-differs',
  ],
  [
    'the days of nine months',
    'BÁO CÁO\nKết quả giải quyết thủ tục hành chính 9 tháng năm 2026\nThời điểm lấy số liệu: từ ngày 15/12/2025 đến ngày 14/9/2026.',
    '14/9/2026',
    '20/9/2026',
    'period-not-standard',
  ],
];

describe.each(SENTENCES)('%s', (...[, text, written, slipped, kind]) => {
  it('agrees with itself', () => {
    expect(checkReport(text).findings).toEqual([]);
  });

  it('does no more with a slip', () => {
    const wrong = text.replace(written, slipped);
    expect(wrong).not.toBe(text);
    expect(kindsIn(wrong)).toContain(kind);
  });
});

describe('what cannot be counted out', () => {
  it.each([
    'Thời gian giải quyết trung bình giảm 15%; làm việc từ 7h30 đến 11h30.',
    'Thu ngân sách đạt 112,5% kế hoạch, tăng 130% so với năm trước.',
    'Tỷ lệ hồ sơ trực tuyến tăng 2,15 điểm phần trăm so với cùng kỳ năm 2025 (95,28%). Trung tâm gồm 11 người.',
  ])('is left alone: %s', (text) => {
    expect(checkReport(text).findings).toEqual([]);
  });
});
