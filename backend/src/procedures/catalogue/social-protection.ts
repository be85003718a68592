import { calendarDays, entriesOf, workingDays } from './entry.ts';

const entry = entriesOf({ field: 'Bảo trợ xã hội' });

const NOT_COLLECTED = { fee: 0, feeNote: 'Không thu' };

export const SOCIAL_PROTECTION = [
  entry(
    '1.001776',
    'Thực hiện, điều chỉnh, thôi hưởng trợ cấp xã hội hằng tháng',
    workingDays(10),
    NOT_COLLECTED,
  ),
  entry('1.014027', 'Thực hiện trợ cấp hưu trí xã hội', workingDays(10), NOT_COLLECTED),
  entry('1.014028', 'Hỗ trợ chi phí mai táng đối với người hưởng trợ cấp hưu trí xã hội'),
  entry('1.001731', 'Hỗ trợ chi phí mai táng cho đối tượng bảo trợ xã hội'),
  entry(
    '1.001699',
    'Xác định, xác định lại mức độ khuyết tật và cấp Giấy xác nhận khuyết tật',
    calendarDays(25),
  ),
  entry('1.001653', 'Đổi, cấp lại Giấy xác nhận khuyết tật', workingDays(5)),
  entry('1.011606', 'Công nhận hộ nghèo, hộ cận nghèo; hộ thoát nghèo, hộ thoát cận nghèo định kỳ'),
  entry('1.011607', 'Công nhận hộ nghèo, hộ cận nghèo thường xuyên hằng năm'),
  entry('1.011608', 'Công nhận hộ thoát nghèo, hộ thoát cận nghèo thường xuyên hằng năm'),
  entry('1.116214', 'Công nhận hộ nghèo, hộ cận nghèo (mã mới)'),
  entry('1.116215', 'Công nhận hộ thoát nghèo, hộ thoát cận nghèo (mã mới)'),
];
