import { describe, expect, it } from '@jest/globals';
import { checkReport } from './check-report.ts';
import type { FindingKind } from './finding.ts';

/** A report nobody ever sent, and the slips an office makes when it puts its own together. */
interface OwnReport {
  readonly name: string;
  readonly text: string;
  readonly slips: readonly (readonly [written: string, slipped: string, kind: FindingKind])[];
}

const MONTHLY: OwnReport = {
  name: 'a month of the commune of Cồn Sóc',
  text: `Số: 12/BC-UBND
Cồn Sóc, ngày 17 tháng 8 năm 2026
BÁO CÁO
Kết quả cải cách thủ tục hành chính tháng 08 năm 2026
(Số liệu từ ngày 15/07/2026 đến ngày 14/08/2026)
Căn cứ Kế hoạch số 15/KH-UBND ngày 09/01/2026 của Ủy ban nhân dân xã Cồn Sóc, Ủy ban nhân dân xã báo cáo như sau:
I. KẾT QUẢ GIẢI QUYẾT HỒ SƠ
- Tổng số hồ sơ là 1.240 hồ sơ (trong đó: tiếp nhận mới 1.215 hồ sơ, kỳ trước chuyển sang 25 hồ sơ). Tiếp nhận trực tuyến 1.180 hồ sơ, đạt tỷ lệ 97,12%; trực tiếp và qua dịch vụ bưu chính 35 hồ sơ, chiếm 2,88%.
- Số hồ sơ đã giải quyết: 1.212 hồ sơ, trong đó: trước hạn 1.100 hồ sơ (đạt tỷ lệ 90,76%), đúng hạn 90 hồ sơ (7,43%), quá hạn 02 hồ sơ (0,17%), từ chối giải quyết 12 hồ sơ (0,99%), hồ sơ rút 08 hồ sơ (0,66%).
- Số hồ sơ đang giải quyết: 28 hồ sơ, trong đó:
+ Đang giải quyết trong hạn: 24 hồ sơ;
+ Đang giải quyết quá hạn: 01 hồ sơ;
+ Đang chờ bổ sung: 03 hồ sơ.
II. THANH TOÁN
- Số hồ sơ có phí, lệ phí đã thanh toán trực tuyến: 640/655 hồ sơ, đạt 97,71%.
Biểu số II.06b/VPCP/KSTT
(Từ ngày 15/07/2026 đến ngày 14/08/2026)
1	Hộ tịch	240	220	10	10	230	200	20	1	6	3	10	8	1	1
2	Chứng thực	900	880	20	0	900	850	45	0	2	3	0	0	0	0
3	Đất đai	100	80	5	15	82	50	25	1	4	2	18	16	0	2
	Tổng cộng	1240	1180	35	25	1212	1100	90	2	12	8	28	24	1	3
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH`,
  slips: [
    ['tiếp nhận mới 1.215', 'tiếp nhận mới 1.251', 'sum-wrong'],
    ['đạt tỷ lệ 90,76%', 'đạt tỷ lệ 90,67%', 'percent-wrong'],
    ['640/655 hồ sơ, đạt 97,71%', '640/655 hồ sơ, đạt 97,17%', 'percent-wrong'],
    ['Hộ tịch	240', 'Hộ tịch	204', 'table-row-wrong'],
    ['1100	90	2	12	8	28', '1100	90	2	13	8	28', 'table-total-wrong'],
    [
      'trực tiếp và qua dịch vụ bưu chính 35',
      'trực tiếp và qua dịch vụ bưu chính 53',
      'text-differs-from-table',
    ],
    [
      '(Từ ngày 15/07/2026 đến ngày 14/08/2026)\n1',
      '(Từ ngày 21/07/2026 đến ngày 20/08/2026)\n1',
      'period-differs',
    ],
    ['Kế hoạch số 15/KH-UBND', 'Kế hoạch số 15/QĐ-UBND', 'document-type-differs'],
    ['(0,66%)', '(0,69%)', 'percent-wrong'],
    ['CHỦ TỊCH', 'GIÁM ĐỐC', 'symbol-differs'],
  ],
};

const WEEKLY: OwnReport = {
  name: 'a week in the ward of Bến Thóc',
  text: `Số: 31/BC-TTPVHCC
BÁO CÁO
Tình hình giải quyết thủ tục hành chính (Số liệu từ ngày 01/09/2026 đến hết ngày 18/09/2026)
1. Số hồ sơ tiếp nhận mới từ ngày 01/09/2026 đến hết ngày 18/09/2026 là: 512 hồ sơ.
a) Trong đó chia theo lĩnh vực:
- Lĩnh vực chứng thực: 301 hồ sơ;
- Lĩnh vực hộ tịch: 118 hồ sơ;
- Lĩnh vực đất đai: 57 hồ sơ (từ kỳ trước 04 hồ sơ);
- Lĩnh vực hộ kinh doanh: 36 hồ sơ.
b) Trong đó chia theo hệ thống:
- Tiếp nhận trên hệ thống một cửa thành phố: 470 hồ sơ;
- Tiếp nhận trên hệ thống Bộ Tài chính (hộ kinh doanh): 36 hồ sơ;
- Tiếp nhận trên hệ thống Bộ Y tế: 06 hồ sơ.
2. Số TTHC phát sinh hồ sơ là: 34 thủ tục.
Trong đó:
- Số TTHC toàn trình phát sinh hồ sơ: 20/205 TTHC.
- Số TTHC một phần phát sinh hồ sơ: 14/172 TTHC.
3. Tỷ lệ nộp hồ sơ trực tuyến (chỉ tiêu giao ≥ 95%): 498/512 hồ sơ đạt 97,27%.
4. Tỷ lệ tái sử dụng dữ liệu số hóa (chỉ tiêu giao ≥ 50%): 461/512 hồ sơ, đạt 90,04%.
5. Tỷ lệ hồ sơ trực tuyến toàn trình: 96/101 hồ sơ, đạt 95,05%.
Trên đây là báo cáo tính đến hết ngày 18/09/2026./.
GIÁM ĐỐC`,
  slips: [
    ['hộ tịch: 118', 'hộ tịch: 181', 'sum-wrong'],
    ['một cửa thành phố: 470', 'một cửa thành phố: 512', 'sum-wrong'],
    ['(hộ kinh doanh): 36', '(hộ kinh doanh): 09', 'figure-differs'],
    ['20/205 TTHC', '21/205 TTHC', 'sum-wrong'],
    ['498/512 hồ sơ đạt 97,27%', '498/512 hồ sơ đạt 97,26%', 'percent-cut-off'],
    ['461/512 hồ sơ, đạt 90,04%', '461 hồ sơ, đạt 99,04%', 'percent-unfounded'],
    ['96/101 hồ sơ, đạt 95,05%', '96/101 hồ sơ', 'ratio-without-percent'],
    ['96/101', '71/101', 'offline-contradicts'],
    ['tính đến hết ngày 18/09/2026', 'tính đến hết ngày 18/09/2025', 'period-year'],
    ['đạt 95,05%', 'đạt 195,05%', 'percent-over-100'],
  ],
};

const QUARTERLY: OwnReport = {
  name: 'a quarter of the special zone of Hòn Dấu Xa',
  text: `Số: 07/BC-UBND
BÁO CÁO
Kết quả kiểm soát thủ tục hành chính quý III năm 2026
Từ ngày 15/06/2026 đến ngày 14/09/2026, đặc khu tiếp nhận và giải quyết như sau:
- Tổng số hồ sơ: 2.051 hồ sơ, gồm tiếp nhận mới 2.000 hồ sơ, trong đó có 1.940 hồ sơ trực tuyến và 60 hồ sơ trực tiếp; kỳ trước chuyển sang 51 hồ sơ.
- Đã giải quyết 1.987 hồ sơ, trong đó 1.900 hồ sơ giải quyết trước hạn đạt tỷ lệ 95,62%, 80 hồ sơ giải quyết đúng hạn, 07 hồ sơ rút. Không có hồ sơ quá hạn.
- Đang giải quyết 64 hồ sơ, trong đó 60 hồ sơ đang giải quyết trong hạn, 04 hồ sơ chờ bổ sung.
- Thu phí, lệ phí 312 triệu đồng bằng 78,00% so với kế hoạch 400 triệu đồng.
- Đội ngũ có 24 đồng chí (trong đó: công chức 19 đồng chí; viên chức 05 đồng chí).
Phụ lục 01: THỐNG KÊ SỐ HÓA HỒ SƠ
1|Trung tâm Phục vụ hành chính công|2051|64|64|0|0|0|64|1987|1980|1950|1943|7|37|99,65|98,14|97,79|1800|1025|49,98
TM. ỦY BAN NHÂN DÂN`,
  slips: [
    ['Tổng số hồ sơ: 2.051', 'Tổng số hồ sơ: 2.501', 'sum-wrong'],
    ['1.940 hồ sơ trực tuyến', '1.904 hồ sơ trực tuyến', 'sum-wrong'],
    ['tỷ lệ 95,62%', 'tỷ lệ 92,64%', 'percent-of-another-whole'],
    ['07 hồ sơ rút. Không', '07 hồ sơ rút. Có 03 hồ sơ quá hạn một phần. Không', 'late-denied'],
    ['78,00%', '87,00%', 'percent-wrong'],
    ['công chức 19', 'công chức 18', 'sum-wrong'],
    ['|2051|64|', '|2051|46|', 'table-row-wrong'],
    ['|98,14|', '|98,41|', 'table-percent-wrong'],
    [
      'Từ ngày 15/06/2026 đến ngày 14/09/2026',
      'Từ ngày 25/06/2026 đến ngày 30/09/2026',
      'period-not-standard',
    ],
    ['04 hồ sơ chờ bổ sung', '04 hồ sơ chờ bổ sung; có ... hồ sơ trả lại', 'placeholder-left'],
  ],
};

const kindsIn = (text: string): readonly FindingKind[] =>
  checkReport(text).findings.map(({ kind }) => kind);

describe.each([MONTHLY, WEEKLY, QUARTERLY])('the report of $name', ({ text, slips }) => {
  it('tells of nothing while it agrees with itself', () => {
    expect(checkReport(text).findings).toEqual([]);
  });

  it.each(slips)('is held up where "%s" became "%s": %s', (written, slipped, kind) => {
    const wrong = text.replace(written, slipped);
    expect(wrong).not.toBe(text);
    expect(kindsIn(wrong)).toContain(kind);
  });

  it('says the same of letters taken apart, as some keyboards write them', () => {
    const [[written, slipped] = ['', '']] = slips;
    const wrong = text.replace(written, slipped);
    expect(kindsIn(wrong.normalize('NFD'))).toEqual(kindsIn(wrong));
  });
});

describe('the tables of a report', () => {
  const row = '1 Hộ tịch 240 220 10 10 230 200 20 1 6 3 10 8 1 1';

  it.each([
    ['spaces', row],
    ['bars', '| 1 | Hộ tịch | 240 | 220 | 10 | 10 | 230 | 200 | 20 | 1 | 6 | 3 | 10 | 8 | 1 | 1 |'],
    ['tabs', '1\tHộ tịch\t240\t220\t10\t10\t230\t200\t20\t1\t6\t3\t10\t8\t1\t1'],
    [
      'the national layout of 13 columns',
      '1\tHộ tịch\t240\t220\t10\t10\t230\t200\t29\t1\t10\t9\t1',
    ],
  ])('are read whichever way their cells are parted: %s', (_, line) => {
    expect(checkReport(line)).toMatchObject({ tables: 1, findings: [] });
    expect(kindsIn(line.replace('240', '250'))).toEqual(['table-row-wrong', 'table-row-wrong']);
  });
});

describe('what an officer pastes', () => {
  it('is put together where the page broke its lines', () => {
    const { text } = checkReport(
      'Đã giải quyết 80/100 hồ sơ, đạt tỷ lệ\n\n80% theo đúng quy định của\nthành phố.',
    );
    expect(text).toBe(
      'Đã giải quyết 80/100 hồ sơ, đạt tỷ lệ 80% theo đúng quy định của thành phố.',
    );
  });

  it('is marked at the sentence, not at the paragraph', () => {
    const { text, findings } = checkReport(
      'Xã có 10 hồ sơ. Đã giải quyết 8/10 hồ sơ, đạt 90%. Không có vướng mắc.',
    );
    expect(findings).toMatchObject([
      { kind: 'percent-wrong', values: ['8/10', '90%'], expected: '80,00' },
    ]);
    const [{ place } = { place: { from: 0, to: 0 } }] = findings;
    expect(text.slice(place.from, place.to)).toBe('Đã giải quyết 8/10 hồ sơ, đạt 90%.');
  });

  it('may be anything: nothing, noise, very much', () => {
    for (const text of [
      '',
      '\u0000\ufffd',
      '%%% /// 1/0 hồ sơ 0%',
      '9'.repeat(5_000),
      '('.repeat(5_000),
    ]) {
      expect(checkReport(text).findings.length).toBeLessThan(5);
    }
  });

  it('is read in a moment, however much of it somebody sends', () => {
    const hostile = [
      '1 hồ sơ 2,34%; ',
      'số hóa ',
      '(1 ',
      '7 ',
      '9',
      'từ ngày 1/1/2026 đến 2/1/2026 ',
    ];
    for (const piece of hostile) {
      const text = piece.repeat(Math.ceil(60_000 / piece.length));
      expect(checkReport(text).findings.length).toBeLessThanOrEqual(500);
    }
  }, 20_000);

  it('of all dossiers only as many percent as there are', () => {
    expect(kindsIn('Tỷ lệ trực tuyến: 99/100 hồ sơ, đạt 100%.')).toEqual(['percent-not-whole']);
    expect(kindsIn('Tỷ lệ trực tuyến: 100/100 hồ sơ, đạt 100%.')).toEqual([]);
  });
});
