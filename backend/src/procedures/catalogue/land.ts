import { entriesOf, workingDays } from './entry.ts';

const entry = entriesOf({ field: 'Đất đai' });

export const LAND = [
  entry(
    '1.115438',
    'Giao đất, cho thuê đất, chuyển mục đích sử dụng đất (trước là 1.013949)',
    workingDays(15),
  ),
  entry(
    '1.013949',
    'Giao đất, cho thuê đất, chuyển mục đích sử dụng đất (mã cũ)',
    workingDays(15),
    {
      published: false,
    },
  ),
  entry('1.013950', 'Chuyển hình thức giao đất, cho thuê đất', workingDays(15)),
  entry('1.013952', 'Điều chỉnh quyết định giao đất, cho thuê đất', workingDays(15)),
  entry(
    '1.013953',
    'Điều chỉnh quyết định giao đất, cho thuê đất do sai sót về ranh giới, vị trí, diện tích',
    workingDays(15),
  ),
  entry('1.013962', 'Giao đất ở cho cán bộ, công chức, viên chức', workingDays(35)),
  entry(
    '1.013978',
    'Đăng ký đất đai, tài sản gắn liền với đất, cấp Giấy chứng nhận lần đầu',
    workingDays(17),
    {
      variants: [
        {
          key: 'cap-giay',
          label: 'Đăng ký và cấp Giấy chứng nhận',
          allowance: workingDays(20),
        },
      ],
    },
  ),
  entry(
    '1.013979',
    'Tặng cho quyền sử dụng đất để làm đường, công trình công cộng',
    workingDays(10),
  ),
];
