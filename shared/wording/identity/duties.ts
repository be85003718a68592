import type { Role } from '#domain/dossier';

type Duties = Readonly<Record<Role, string>>;

/** What each role lets somebody do, as one tells a colleague. */
export const dutiesVi: Duties = {
  reception: 'Nhận, trả hồ sơ, bổ sung, thu phí, số hóa ở quầy',
  processing: 'Làm các bước, yêu cầu bổ sung, tạm dừng, gia hạn, có kết quả',
  clerk: 'Bước của văn thư, bản điện tử, lưu kho, số văn bản',
  cashier: 'Thu phí, lệ phí và khóa sổ',
  head: 'Như người thụ lý, thêm phân công và duyệt trong phòng',
  director: 'Mọi việc với hồ sơ, duyệt, đính chính, xem và ban hành báo cáo',
  viceChair: 'Như giám đốc',
  reporter: 'Lập báo cáo, ghi sổ theo dõi',
  dataOfficer: 'Nhập dữ liệu, ghép hồ sơ, đối soát',
  observer: 'Chỉ xem, không thấy thông tin người nộp',
  admin: 'Người dùng, phòng, cấu hình; không đụng đến hồ sơ',
  cityReader: 'Xem các xã, phường bên dưới, không thấy thông tin người nộp',
};

export const dutiesEn: Duties = {
  reception: 'Receives and returns dossiers, supplements, fees, digitising at the counter',
  processing: 'Does steps, asks for supplements, holds, extends, issues results',
  clerk: 'The clerk’s steps, electronic results, archive, document numbers',
  cashier: 'Takes fees and closes the book',
  head: 'As processing, and assigns and approves in the department',
  director: 'Everything with dossiers, approves, corrects, reviews and issues reports',
  viceChair: 'As the director',
  reporter: 'Drafts reports, keeps the registers',
  dataOfficer: 'Imports, links dossiers, reconciles',
  observer: 'Reads only, without who applied',
  admin: 'People, departments, configuration; no dossiers',
  cityReader: 'Reads the units below the city, without who applied',
};
