import type { SetupColumn, SetupProfile } from '#domain/import';

const columns: Readonly<Record<SetupColumn, string>> = {
  MaTTHC: 'Mã thủ tục',
  TenTTHC: 'Tên thủ tục; bắt buộc với thủ tục chưa có trong danh mục',
  LinhVuc: 'Lĩnh vực',
  ThamQuyen: 'Thẩm quyền',
  MucTrucTuyen: 'Mức trực tuyến',
  HanQuyDinh: 'Thời hạn theo quy định',
  HanThanhPho: 'Thời hạn thành phố đã giảm',
  HanDonVi: 'Thời hạn đơn vị cam kết',
  CacBuoc: 'Các bước: tên; vai trò; số giờ; mã phòng nếu cần',
  ThanhPhan: 'Thành phần hồ sơ: tên giấy tờ; dạng; số bản',
  KhiBoSung: 'Đồng hồ khi chờ bổ sung',
  TinhTu: 'Bắt đầu tính hạn từ lúc',
  Phi: 'Phí, lệ phí một hồ sơ, bằng đồng',
  GhiChuPhi: 'Ghi chú phí',
  TaiCho: 'Làm tại chỗ (5 tại chỗ)',
  KetQuaGiay: 'Trả kết quả giấy',
  ThanhToanTrucTuyen: 'Thanh toán trực tuyến',
  CongBo: 'Đang công bố',
  QuyTrinhDienTu: 'Quy trình điện tử',
  HieuLucTu: 'Ngày có hiệu lực; để trống là từ hôm nay',
  TenDangNhap: 'Tên đăng nhập',
  HoTen: 'Họ và tên; bắt buộc với người mới',
  ChucVu: 'Chức vụ',
  HinhThucKy: 'Hình thức ký, như TL. CHỦ TỊCH',
  Phong: 'Mã hoặc tên phòng',
  VaiTro: 'Vai trò, cách nhau bằng dấu phẩy; bắt buộc với người mới',
};

const LIMIT =
  '“5 ngày làm việc”, “5 ngày liên tục”, “8 giờ làm việc”, “trong ngày, nhận đến 15:00”; dấu - là không đặt';

/** What may stand in a column of which the values are not listed. */
const values: Readonly<Partial<Record<SetupColumn, string>>> = {
  HanQuyDinh: LIMIT,
  HanThanhPho: LIMIT,
  HanDonVi: LIMIT,
  CacBuoc:
    'Các bước cách nhau bằng dấu |. Vai trò: Tiếp nhận, Thụ lý, Văn thư, Thu phí, Trưởng phòng, Giám đốc, Phó Chủ tịch',
  ThanhPhan:
    'Các giấy tờ cách nhau bằng dấu |. Dạng: Bản chính, Bản sao chứng thực, Bản sao, Bản điện tử',
  Phi: 'Số tiền; dấu - là không có phí',
  HieuLucTu: 'dd/MM/yyyy',
  VaiTro:
    'Tiếp nhận, Thụ lý, Văn thư, Thu phí, Lãnh đạo phòng, Giám đốc, Phó Chủ tịch, Lập báo cáo, Phụ trách dữ liệu, Giám sát, Quản trị',
};

const profiles: Readonly<Record<SetupProfile, string>> = {
  procedures: 'Danh mục thủ tục',
  people: 'Người dùng',
};

const changed: Readonly<Record<string, string>> = {
  name: 'tên',
  field: 'lĩnh vực',
  authority: 'thẩm quyền',
  onlineLevel: 'mức trực tuyến',
  limits: 'thời hạn',
  steps: 'các bước',
  components: 'thành phần hồ sơ',
  onSupplement: 'khi chờ bổ sung',
  clockStart: 'bắt đầu tính hạn',
  fee: 'phí',
  feeNote: 'ghi chú phí',
  onTheSpot: 'làm tại chỗ',
  paperResult: 'kết quả giấy',
  paymentIntegrated: 'thanh toán trực tuyến',
  published: 'công bố',
  eProcess: 'quy trình điện tử',
  displayName: 'họ tên',
  title: 'chức vụ',
  signingForm: 'hình thức ký',
  memberships: 'phòng và vai trò',
};

export const vi = {
  title: 'Nhập danh mục từ tệp',
  columns,
  values,
  profiles,
  changed,
  reconciledOnly: 'ghi là đã đối chiếu',
  what: 'Danh sách nào',
  intro: {
    procedures:
      'Thủ tục với thời hạn, các bước, phí, thành phần hồ sơ và mức trực tuyến. Ô trống giữ nguyên như đang dùng; thủ tục đổi nội dung thành phiên bản mới, hồ sơ đã nhận giữ bản lúc nhận.',
    people:
      'Người làm việc trong đơn vị, phòng và vai trò của từng người. Tệp không mang mật khẩu: người mới nhận một liên kết đặt mật khẩu dùng một lần. Người không có trong tệp giữ nguyên.',
  } satisfies Readonly<Record<SetupProfile, string>>,
  drop: 'Thả tệp vào đây, chọn tệp, hoặc chép bảng rồi dán (Ctrl+V). Chưa ghi gì cho đến khi bạn xem và đồng ý.',
  choose: 'Chọn tệp',
  formats: 'XLSX, CSV, bảng HTML lưu thành .xls',
  template: {
    hint: 'Điền vào tệp mẫu; dòng ví dụ không được nhập.',
    xlsx: 'Tải tệp mẫu XLSX',
    csv: 'Tải tệp mẫu CSV',
    sheet: 'Danh sách',
    guide: 'Hướng dẫn',
    head: ['Cột', 'Ý nghĩa', 'Bắt buộc', 'Giá trị được nhận'],
    needed: 'Bắt buộc',
    anything: 'Ghi tự do',
    note: 'Ô trống giữ nguyên giá trị đang có. Dòng có ô đầu bắt đầu bằng VÍ DỤ không bao giờ được nhập.',
  },
  pasted: 'Bảng đã dán',
  looking: 'Đang đọc tệp…',
  taking: 'Đang ghi…',
  heaps: { new: 'Mới', changed: 'Thay đổi', unchanged: 'Không đổi', wrong: 'Sai' },
  ignored: (titles: string) => `Cột không đọc vì không rõ nghĩa: ${titles}.`,
  rows: 'Từng dòng của tệp',
  line: 'Dòng',
  kind: 'Kết quả',
  code: { procedures: 'Mã thủ tục', people: 'Tên đăng nhập' } satisfies Readonly<
    Record<SetupProfile, string>
  >,
  name: { procedures: 'Tên thủ tục', people: 'Họ tên' } satisfies Readonly<
    Record<SetupProfile, string>
  >,
  becomes: 'Nội dung đổi hoặc chỗ cần sửa',
  commit: (count: number) => `Ghi ${count} dòng`,
  nothing: 'Không có gì mới để ghi.',
  errors: (count: number) => `Tải ${count} dòng cần sửa (XLSX)`,
  errorsHint: 'Sửa các dòng này trong tệp rồi thả lại; dòng đã đúng không bị ghi hai lần.',
  cancel: 'Bỏ, không ghi',
  close: 'Nhập danh sách khác',
  taken: (added: number, changed: number) => `Đã ghi: ${added} mới, ${changed} thay đổi`,
  links: {
    heading: 'Người mới chưa có mật khẩu',
    hint: 'Tạo liên kết cho từng người rồi đưa tận tay. Mỗi liên kết dùng một lần, trong một ngày.',
    make: 'Tạo liên kết',
    makeFor: (name: string) => `Tạo liên kết đặt mật khẩu cho ${name}`,
    shown: (name: string) => `Liên kết đặt mật khẩu của ${name}`,
    shownHint: 'Chỉ hiện một lần. Đưa cho người đó, không gửi qua nơi người khác đọc được.',
    until: (moment: string) => `Dùng được đến ${moment}`,
  },
  more: 'Hiện thêm',
  firstRows: (count: string) => `${count} dòng đầu; dòng sai và dòng thay đổi đứng trước.`,
  ledger: 'Các lần đã nhập',
  none: 'Chưa nhập danh mục nào từ tệp',
  noneHint: 'Mỗi lần ghi đứng ở đây, cùng người nhập và kết quả.',
  ledgerColumns: { at: 'Lúc', list: 'Danh sách', by: 'Người nhập', result: 'Kết quả' },
  keys: { choose: 'Chọn tệp' },
};

export type SetupListsWords = typeof vi;
