import { AT_THE_COUNTER, SAME_DAY, entriesOf, paper, workingDays } from './entry.ts';

/** NĐ 23/2015: the day counts from complete papers, so a supplement begins it anew. */
const entry = entriesOf({ field: 'Chứng thực', onSupplement: 'restart' });

const PER_PAGE =
  '2.000 đồng/trang; từ trang thứ ba 1.000 đồng/trang; không quá 200.000 đồng/bản (TT 226/2016)';

/** NĐ 23/2015 Đ7: at most two working days more where there are many pages or hard content. */
const HARD_CASES = {
  variants: [
    { key: 'phuc-tap', label: 'Nhiều trang, nội dung phức tạp', allowance: workingDays(2) },
  ],
};

const perCase = (fee: number) => ({
  fee,
  feeNote: `${fee.toLocaleString('vi-VN')} đồng/trường hợp`,
});

/** NĐ 23/2015 Đ20 k1: the original is shown, the copy is certified. */
const COPIES = {
  components: [
    paper('Bản chính giấy tờ, văn bản làm cơ sở chứng thực (xuất trình)'),
    paper('Bản sao cần chứng thực', 'copy'),
  ],
};
/** NĐ 23/2015 Đ24 k1. */
const SIGNATURE = {
  components: [
    paper('Giấy tờ tùy thân của người yêu cầu chứng thực (xuất trình)'),
    paper('Giấy tờ, văn bản sẽ ký'),
  ],
};

export const CERTIFICATION = [
  entry('2.000815', 'Chứng thực bản sao từ bản chính giấy tờ, văn bản', SAME_DAY, {
    ...AT_THE_COUNTER,
    ...HARD_CASES,
    ...COPIES,
    feeNote: PER_PAGE,
  }),
  entry(
    '2.000843',
    'Chứng thực bản sao từ bản chính giấy tờ do cơ quan, tổ chức nước ngoài cấp',
    SAME_DAY,
    { ...AT_THE_COUNTER, ...HARD_CASES, feeNote: PER_PAGE },
  ),
  entry('2.000884', 'Chứng thực chữ ký trong các giấy tờ, văn bản', SAME_DAY, {
    ...AT_THE_COUNTER,
    ...SIGNATURE,
    ...perCase(10_000),
  }),
  entry('2.000908', 'Cấp bản sao từ sổ gốc', SAME_DAY, {
    ...AT_THE_COUNTER,
    fee: 0,
    feeNote: 'Không thu',
  }),
  entry('2.001019', 'Chứng thực di chúc', workingDays(2), perCase(50_000)),
  entry('2.001016', 'Chứng thực văn bản từ chối nhận di sản', workingDays(2), perCase(50_000)),
  entry(
    '2.001035',
    'Chứng thực giao dịch liên quan đến tài sản là động sản, quyền sử dụng đất, nhà ở',
    workingDays(2),
    perCase(50_000),
  ),
  entry(
    '2.000913',
    'Chứng thực việc sửa đổi, bổ sung, hủy bỏ giao dịch',
    SAME_DAY,
    perCase(30_000),
  ),
  entry(
    '2.000927',
    'Sửa lỗi sai sót trong giao dịch đã được chứng thực',
    SAME_DAY,
    perCase(25_000),
  ),
  entry('2.000942', 'Cấp bản sao có chứng thực từ bản chính giao dịch đã chứng thực', SAME_DAY, {
    ...AT_THE_COUNTER,
    feeNote: PER_PAGE,
  }),
  entry(
    '2.000992',
    'Chứng thực chữ ký người dịch là cộng tác viên dịch thuật',
    SAME_DAY,
    perCase(10_000),
  ),
  entry(
    '2.001008',
    'Chứng thực chữ ký người dịch không phải là cộng tác viên dịch thuật',
    SAME_DAY,
    perCase(10_000),
  ),
];
