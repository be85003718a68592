import { AT_THE_COUNTER, SAME_DAY, calendarDays, entriesOf, paper, workingDays } from './entry.ts';

/** Supplements begin the count anew: Luật Hộ tịch counts from complete papers. */
const entry = entriesOf({ field: 'Hộ tịch', onSupplement: 'restart' });

const verified = (days: number) => ({
  variants: [{ key: 'xac-minh', label: 'Cần xác minh', allowance: workingDays(days) }],
});

const FREE_IN_TIME = 'Miễn lệ phí khi đăng ký đúng hạn';

/** Luật Hộ tịch 2014 Đ16 k1. */
const BIRTH = {
  components: [paper('Tờ khai đăng ký khai sinh (theo mẫu)'), paper('Giấy chứng sinh')],
};
/** Luật Hộ tịch 2014 Đ34 k1. */
const DEATH = {
  components: [
    paper('Tờ khai đăng ký khai tử (theo mẫu)'),
    paper('Giấy báo tử hoặc giấy tờ thay Giấy báo tử'),
  ],
};
/** Luật Hộ tịch 2014 Đ18 k1. */
const MARRIAGE = { components: [paper('Tờ khai đăng ký kết hôn (theo mẫu)')] };
/** NĐ 123/2015/NĐ-CP Đ22 k1. */
const SINGLE = {
  components: [paper('Tờ khai cấp Giấy xác nhận tình trạng hôn nhân (theo mẫu)')],
};

export const CIVIL_STATUS = [
  entry('1.001193', 'Đăng ký khai sinh', SAME_DAY, { feeNote: FREE_IN_TIME, ...BIRTH }),
  entry('1.000689', 'Đăng ký khai sinh kết hợp đăng ký nhận cha, mẹ, con', workingDays(3)),
  entry('1.004884', 'Đăng ký lại khai sinh', workingDays(5)),
  entry('1.004772', 'Đăng ký khai sinh cho người đã có hồ sơ, giấy tờ cá nhân', workingDays(5)),
  entry('2.000528', 'Đăng ký khai sinh có yếu tố nước ngoài', SAME_DAY),
  entry('1.000656', 'Đăng ký khai tử', SAME_DAY, { feeNote: FREE_IN_TIME, ...DEATH }),
  entry('1.005461', 'Đăng ký lại khai tử', workingDays(5)),
  entry('1.000419', 'Đăng ký khai tử lưu động'),
  entry('1.000894', 'Đăng ký kết hôn', SAME_DAY, { ...verified(5), ...MARRIAGE }),
  entry('1.004746', 'Đăng ký lại kết hôn', workingDays(5)),
  entry('1.000593', 'Đăng ký kết hôn lưu động'),
  entry('2.000806', 'Đăng ký kết hôn có yếu tố nước ngoài', workingDays(10)),
  entry('1.004873', 'Cấp Giấy xác nhận tình trạng hôn nhân', workingDays(3), {
    ...SINGLE,
    feeNote: 'Khoảng 15.000 đồng, cần đối chiếu nghị quyết của HĐND thành phố',
  }),
  entry('1.004859', 'Đăng ký thay đổi, cải chính, bổ sung thông tin hộ tịch', workingDays(3), {
    variants: [
      { key: 'bo-sung', label: 'Bổ sung thông tin hộ tịch (trong ngày)', allowance: SAME_DAY },
    ],
  }),
  entry('1.001022', 'Đăng ký nhận cha, mẹ, con', workingDays(3)),
  entry('1.004837', 'Đăng ký giám hộ', workingDays(3)),
  entry('1.004845', 'Đăng ký chấm dứt giám hộ'),
  entry('3.000323', 'Đăng ký giám sát việc giám hộ'),
  entry('2.000635', 'Cấp bản sao trích lục hộ tịch, bản sao Giấy khai sinh', SAME_DAY, {
    ...AT_THE_COUNTER,
    fee: 8_000,
    feeNote: '8.000 đồng/bản sao',
  }),
  entry('2.001263', 'Đăng ký việc nuôi con nuôi trong nước', calendarDays(30), {
    fee: 400_000,
    feeNote: '400.000 đồng/trường hợp; nhiều diện được miễn',
  }),
  entry('3.000722', 'Liên thông đăng ký khai sinh, đăng ký thường trú, cấp thẻ BHYT cho trẻ em'),
  entry('2.002913', 'Liên thông đăng ký khai tử, xóa đăng ký thường trú, trợ cấp mai táng'),
];
