import { entriesOf } from './entry.ts';

const education = entriesOf({ field: 'Giáo dục' });
const culture = entriesOf({ field: 'Văn hóa' });
const mediation = entriesOf({ field: 'Hòa giải ở cơ sở' });

export const EDUCATION_AND_CULTURE = [
  education('3.000182', 'Tuyển sinh trung học cơ sở'),
  education('1.001639', 'Giải thể trường tiểu học'),
  education('2.002891', 'Thành lập trường mầm non'),
  education('2.002892', 'Cho phép trường mầm non hoạt động giáo dục'),
  education('2.002893', 'Sáp nhập, chia, tách trường mầm non'),
  education('2.002894', 'Giải thể trường mầm non'),
  education('1.005090', 'Xét tuyển học sinh trường phổ thông dân tộc nội trú'),
  education('1.001622', 'Hỗ trợ ăn trưa đối với trẻ em mẫu giáo'),
  culture('1.013791', 'Đăng ký, thông báo tổ chức lễ hội cấp xã'),
  mediation('1.002211', 'Công nhận hòa giải viên'),
  mediation('2.000930', 'Thôi làm hòa giải viên'),
  mediation('2.000950', 'Công nhận tổ trưởng tổ hòa giải'),
  mediation('2.000424', 'Hỗ trợ hòa giải viên gặp tai nạn, rủi ro khi hòa giải'),
];
