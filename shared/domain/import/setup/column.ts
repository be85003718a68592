/** Lists of what an office sets for itself, as files: its procedures, and who works in it. */
export const SETUP_PROFILES = ['procedures', 'people'] as const;

export type SetupProfile = (typeof SETUP_PROFILES)[number];

const PROCEDURE_COLUMNS = [
  ...(['MaTTHC', 'TenTTHC', 'LinhVuc', 'ThamQuyen', 'MucTrucTuyen'] as const),
  ...(['HanQuyDinh', 'HanThanhPho', 'HanDonVi', 'CacBuoc', 'ThanhPhan'] as const),
  ...(['KhiBoSung', 'TinhTu', 'Phi', 'GhiChuPhi', 'TaiCho', 'KetQuaGiay'] as const),
  ...(['ThanhToanTrucTuyen', 'CongBo', 'QuyTrinhDienTu', 'HieuLucTu'] as const),
] as const;

const PEOPLE_COLUMNS = [
  ...(['TenDangNhap', 'HoTen', 'ChucVu', 'HinhThucKy', 'Phong', 'VaiTro'] as const),
] as const;

export type SetupColumn = (typeof PROCEDURE_COLUMNS)[number] | (typeof PEOPLE_COLUMNS)[number];

/** The columns of each list; by what stands in the first a row is known. */
export const SETUP_COLUMNS = {
  procedures: PROCEDURE_COLUMNS,
  people: PEOPLE_COLUMNS,
} as const satisfies Readonly<Record<SetupProfile, readonly SetupColumn[]>>;

/** What the same columns are called on paper; none of them is ambiguous within its list. */
export const SETUP_TITLES: Readonly<Record<SetupColumn, readonly string[]>> = {
  MaTTHC: ['Mã TTHC', 'Mã thủ tục', 'Mã thủ tục hành chính', 'Mã số TTHC'],
  TenTTHC: ['Tên TTHC', 'Tên thủ tục', 'Tên thủ tục hành chính', 'Thủ tục hành chính'],
  LinhVuc: ['Lĩnh vực', 'Tên lĩnh vực'],
  ThamQuyen: ['Thẩm quyền'],
  MucTrucTuyen: ['Mức trực tuyến', 'Mức độ dịch vụ công', 'Mức độ DVC', 'Mức độ DVCTT'],
  HanQuyDinh: ['Theo quy định', 'Thời hạn theo quy định', 'Thời hạn giải quyết', 'Thời hạn'],
  HanThanhPho: ['Thành phố giảm còn', 'Thời hạn của thành phố'],
  HanDonVi: ['Đơn vị cam kết', 'Thời hạn của đơn vị'],
  CacBuoc: ['Các bước', 'Các bước xử lý', 'Quy trình nội bộ'],
  ThanhPhan: ['Thành phần hồ sơ', 'Thành phần'],
  KhiBoSung: ['Khi chờ bổ sung'],
  TinhTu: ['Bắt đầu tính hạn', 'Tính hạn từ'],
  Phi: ['Phí, lệ phí', 'Phí, lệ phí (đồng)', 'Phí', 'Lệ phí', 'Mức phí'],
  GhiChuPhi: ['Ghi chú phí'],
  TaiCho: ['Làm tại chỗ', '5 tại chỗ', 'Làm tại chỗ (5 tại chỗ)'],
  KetQuaGiay: ['Trả kết quả giấy', 'Kết quả giấy'],
  ThanhToanTrucTuyen: ['Thanh toán trực tuyến'],
  CongBo: ['Đang công bố', 'Công bố'],
  QuyTrinhDienTu: ['Quy trình điện tử'],
  HieuLucTu: ['Có hiệu lực từ', 'Hiệu lực từ', 'Ngày hiệu lực'],
  TenDangNhap: ['Tên đăng nhập', 'Tài khoản'],
  HoTen: ['Họ tên', 'Họ và tên', 'Tên cán bộ'],
  ChucVu: ['Chức vụ', 'Chức danh'],
  HinhThucKy: ['Hình thức ký', 'Thẩm quyền ký'],
  Phong: ['Phòng', 'Phòng, ban', 'Bộ phận', 'Mã phòng'],
  VaiTro: ['Vai trò', 'Nhiệm vụ'],
};

export type SetupCells = Readonly<Partial<Record<SetupColumn, string>>>;
