import { entriesOf, workingDays } from './entry.ts';

const entry = entriesOf({ field: 'Thành lập và hoạt động doanh nghiệp (hộ kinh doanh)' });

export const HOUSEHOLD_BUSINESS = [
  entry('1.001612', 'Đăng ký thành lập hộ kinh doanh', workingDays(3), {
    feeNote: 'Theo nghị quyết của HĐND thành phố',
  }),
  entry('2.000720', 'Đăng ký thay đổi nội dung đăng ký hộ kinh doanh', workingDays(3)),
  entry('1.001570', 'Tạm ngừng kinh doanh, tiếp tục kinh doanh trước thời hạn của hộ kinh doanh'),
  entry('1.001266', 'Chấm dứt hoạt động hộ kinh doanh'),
  entry('2.000575', 'Cấp lại Giấy chứng nhận đăng ký hộ kinh doanh'),
  entry('1.014034', 'Cập nhật, bổ sung thông tin trong hồ sơ đăng ký hộ kinh doanh'),
  entry('1.014035', 'Dừng thực hiện thủ tục đăng ký hộ kinh doanh'),
];
