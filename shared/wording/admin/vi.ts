import type { ShellWords } from '../shell/index.ts';

/** What is set on a screen that stands on the page, by its name. */
type About = Readonly<Partial<Record<keyof ShellWords['screens'], string>>>;

const about: About = {
  calendar: 'Ngày nghỉ, làm bù, giờ làm; xem hồ sơ nào đổi hạn trước khi áp dụng.',
  procedures: 'Thời hạn, các bước, phí của từng thủ tục; thủ tục chưa đối chiếu.',
  setupLists: 'Thủ tục và người dùng từ tệp XLSX, CSV; xem trước rồi mới ghi.',
  matches: 'Mã thủ tục các hệ thống gửi tới mà danh mục chưa có: là thủ tục nào.',
  alertRules: 'Ai được nhắc, khi nào, nhắc đến cấp nào.',
  users: 'Ai làm ở đơn vị này, với vai trò gì, vào gần nhất lúc nào.',
  departments: 'Phòng nào có ai, ai phụ trách.',
  units: 'Các đơn vị, cấp trên và thông số tính hạn.',
  absences: 'Ai sắp vắng, ai làm thay, chỗ nào chưa có người thay.',
  keys: 'Phần mềm nào được đọc hoặc đưa dữ liệu vào.',
  audit: 'Ai đã làm gì; ai đã xem thông tin che và vì sao.',
  retention: 'Thông tin cá nhân của hồ sơ đã kết thúc được giữ bao lâu; đã xóa những gì.',
  sources: 'Hệ thống nào được hỏi trước, dữ liệu khi nào là cũ, danh sách được đọc thế nào.',
  formEditions: 'Lời của Mẫu 01–07, nơi nhận, người ký, phần đầu chung.',
  system: 'Sản phẩm có đang tự làm đúng việc của nó không.',
};

export const vi = {
  title: 'Quản trị',
  intro: 'Mọi thứ cơ quan tự đặt, mỗi thứ một chỗ. Thẻ nào có dấu vàng là đang chờ người xem.',
  unread: 'Chưa đọc được tình hình. Mở mục này để xem.',
  groups: {
    people: 'Con người',
    rules: 'Quy định của cơ quan',
    data: 'Dữ liệu',
    product: 'Sản phẩm',
  },
  about,
};

export type AdminWords = typeof vi;
