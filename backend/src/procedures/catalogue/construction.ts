import { calendarDays, entriesOf } from './entry.ts';

const entry = entriesOf({ field: 'Hoạt động xây dựng' });

const FIFTEEN_DAYS = calendarDays(15);

export const CONSTRUCTION = [
  entry('1.013225', 'Cấp giấy phép xây dựng mới đối với nhà ở riêng lẻ', FIFTEEN_DAYS),
  entry('1.013226', 'Cấp điều chỉnh giấy phép xây dựng', FIFTEEN_DAYS),
  entry('1.013227', 'Gia hạn giấy phép xây dựng', FIFTEEN_DAYS),
  entry('1.013228', 'Cấp lại giấy phép xây dựng', FIFTEEN_DAYS),
  entry('1.013229', 'Cấp giấy phép xây dựng sửa chữa, cải tạo', FIFTEEN_DAYS),
];
