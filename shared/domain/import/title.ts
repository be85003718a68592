/** The columns of a dossier list, as the national portal names them. */
export const NATIONAL_COLUMNS = [
  ...(['MaHoSo', 'MaTTHC', 'TenTTHC', 'LinhVuc', 'KenhNop', 'KenhThucHien'] as const),
  ...(['NguoiNop', 'SoDienThoai', 'SoDinhDanh'] as const),
  ...(['NgayNopHoSo', 'NgayTiepNhan', 'NgayHenTra', 'NgayYeuCauBoSung', 'NgayBoSung'] as const),
  ...(['NgayKetThucXuLy', 'NgayTra', 'NgayTuChoi', 'NgayDung', 'NgayRut', 'TrangThai'] as const),
  ...(['DuocThanhToanTrucTuyen', 'CoPhi', 'HoSoCoThanhPhanSoHoa', 'CoKetQuaSoHoa'] as const),
  ...(['CoKetQuaDienTu', 'LuuKho', 'TaiSuDung', 'PhiDiaGioi', 'LienThong'] as const),
  ...(['HeThongNguon', 'MaDonVi', 'TenDonVi'] as const),
  // Two codes a row: the official one beside the system's own. No title means it by itself.
  'MaChinhThuc',
] as const;

export type NationalColumn = (typeof NATIONAL_COLUMNS)[number];

/** What the same columns are called on the screens of the systems in use; none of them is ambiguous. */
const TITLES: Readonly<Partial<Record<NationalColumn, readonly string[]>>> = {
  MaHoSo: ['Mã hồ sơ', 'Số hồ sơ', 'Mã số hồ sơ', 'Mã HS', 'Số biên nhận'],
  MaTTHC: ['Mã TTHC', 'Mã thủ tục', 'Mã thủ tục hành chính'],
  TenTTHC: ['Tên TTHC', 'Tên thủ tục', 'Tên thủ tục hành chính', 'Thủ tục', 'Thủ tục hành chính'],
  LinhVuc: ['Lĩnh vực', 'Tên lĩnh vực'],
  KenhNop: ['Kênh nộp', 'Kênh nộp hồ sơ', 'Hình thức nộp', 'Hình thức nộp hồ sơ'],
  KenhThucHien: ['Kênh thực hiện'],
  NguoiNop: [
    ...['Người nộp', 'Họ tên người nộp', 'Tên người nộp', 'Người nộp hồ sơ', 'Chủ hồ sơ'],
    ...['Tổ chức, cá nhân nộp', 'Tên cá nhân, tổ chức', 'Tên tổ chức, cá nhân'],
  ],
  SoDienThoai: ['Số điện thoại', 'Điện thoại', 'SĐT'],
  SoDinhDanh: ['Số định danh', 'CCCD', 'Số CCCD', 'Số CMND/CCCD', 'CMND/CCCD', 'Số giấy tờ'],
  NgayNopHoSo: ['Ngày nộp hồ sơ', 'Ngày nộp', 'Thời gian nộp', 'Thời điểm nộp'],
  NgayTiepNhan: [
    ...['Ngày tiếp nhận', 'Ngày nhận', 'Ngày nhận hồ sơ', 'Ngày tiếp nhận hồ sơ'],
    ...['Thời gian tiếp nhận', 'Thời điểm tiếp nhận'],
  ],
  NgayHenTra: [
    ...['Ngày hẹn trả', 'Hẹn trả', 'Ngày hẹn trả kết quả', 'Ngày hẹn trả KQ', 'Hạn trả'],
    ...['Hạn trả kết quả', 'Thời gian hẹn trả', 'Thời hạn trả kết quả', 'Hạn giải quyết'],
  ],
  NgayYeuCauBoSung: ['Ngày yêu cầu bổ sung', 'Ngày YCBS', 'Thời gian yêu cầu bổ sung'],
  NgayBoSung: ['Ngày bổ sung', 'Ngày bổ sung hồ sơ', 'Thời gian bổ sung'],
  NgayKetThucXuLy: [
    ...['Ngày kết thúc xử lý', 'Ngày kết thúc', 'Ngày có kết quả', 'Ngày hoàn thành'],
    ...['Thời gian kết thúc xử lý', 'Ngày xử lý xong'],
  ],
  NgayTra: ['Ngày trả', 'Ngày trả kết quả', 'Ngày trả KQ', 'Thời gian trả kết quả'],
  NgayTuChoi: ['Ngày từ chối', 'Ngày từ chối tiếp nhận'],
  NgayDung: ['Ngày dừng', 'Ngày dừng xử lý', 'Ngày dừng giải quyết'],
  NgayRut: ['Ngày rút', 'Ngày rút hồ sơ'],
  TrangThai: ['Trạng thái', 'Trạng thái hồ sơ', 'Tình trạng', 'Tình trạng hồ sơ'],
  DuocThanhToanTrucTuyen: ['Được thanh toán trực tuyến', 'Thanh toán trực tuyến'],
  CoPhi: ['Có phí', 'Có phí, lệ phí'],
  HoSoCoThanhPhanSoHoa: ['Hồ sơ có thành phần số hóa', 'Số hóa thành phần'],
  CoKetQuaSoHoa: ['Có kết quả số hóa', 'Số hóa kết quả'],
  CoKetQuaDienTu: ['Có kết quả điện tử', 'Kết quả điện tử'],
  LuuKho: ['Lưu kho'],
  TaiSuDung: ['Tái sử dụng'],
  PhiDiaGioi: ['Phi địa giới'],
  LienThong: ['Liên thông'],
  HeThongNguon: ['Hệ thống nguồn', 'Hệ thống'],
  MaDonVi: ['Mã đơn vị', 'Mã cơ quan'],
  TenDonVi: ['Đơn vị', 'Tên đơn vị', 'Cơ quan tiếp nhận', 'Đơn vị tiếp nhận', 'Tên cơ quan'],
};

/**
 * A title however it was typed: composed or not, in capitals, with non-breaking blanks and points.
 *
 * @example plainTitle('Ngày  hẹn trả (KQ)') → 'ngayhentrakq'
 */
export const plainTitle = (title: string): string =>
  title
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replaceAll(/[^a-z0-9]/gu, '');

const COLUMN_OF: ReadonlyMap<string, NationalColumn> = new Map(
  NATIONAL_COLUMNS.flatMap((column) =>
    [column, ...(TITLES[column] ?? [])].map((title) => [plainTitle(title), column] as const),
  ),
);

/** Which column a title names, if it names one. */
export const columnOf = (title: string): NationalColumn | undefined =>
  COLUMN_OF.get(plainTitle(title));
