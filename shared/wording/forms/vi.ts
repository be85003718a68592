import type { FormSheet } from '#domain/form';

const sheets: Readonly<Record<FormSheet, string>> = {
  head: 'Phần đầu chung',
  mau01: 'Mẫu 01 – Giấy tiếp nhận và hẹn trả',
  mau02: 'Mẫu 02 – Yêu cầu bổ sung',
  mau03: 'Mẫu 03 – Từ chối tiếp nhận',
  mau04: 'Mẫu 04 – Xin lỗi và gia hạn',
  mau05: 'Mẫu 05 – Dừng giải quyết',
  mau06: 'Mẫu 06 – Phiếu kiểm soát',
  mau07: 'Mẫu 07 – Sổ theo dõi hồ sơ',
};

/** A part of a form, by its key; fields bear their own label. */
const pieces: Readonly<Record<string, string>> = {
  authority: 'Cơ quan chủ quản',
  centre: 'Tên cơ quan',
  place: 'Địa danh ở dòng ngày tháng',
  symbol: 'Ký hiệu sau số',
  office: 'Tên cơ quan dưới tên sổ',
  book: 'Dòng vào sổ',
  bring: 'Lời dặn khi đến nhận kết quả',
  opening: 'Câu mở đầu',
  request: 'Câu yêu cầu bổ sung',
  contact: 'Câu hướng dẫn liên hệ',
  refusal: 'Câu thông báo từ chối',
  reason: 'Lý do',
  receipt: 'Câu nêu việc tiếp nhận',
  lateness: 'Câu nêu việc chậm',
  apology: 'Câu xin lỗi',
  stop: 'Câu thông báo dừng',
  addressee: 'Kính gửi',
  closing: 'Câu kết',
  drawn: 'Dòng ghi chú cuối phiếu',
  own: 'Câu thêm của cơ quan',
  recipients: 'Nơi nhận',
  'sign.left': 'Người ký bên trái',
  'sign.right': 'Người ký bên phải',
};

/** What is filled in, as it stands between brackets while it is edited. */
const facts: Readonly<Record<string, string>> = {
  'unit.name': 'Tên trung tâm',
  'applicant.name': 'Người nộp hồ sơ',
  'applicant.number': 'Số định danh, mã số thuế',
  'applicant.address': 'Địa chỉ',
  'applicant.phone': 'Số điện thoại',
  'applicant.email': 'Email',
  'dossier.code': 'Mã hồ sơ',
  'dossier.lookupCode': 'Mã tra cứu',
  'dossier.receivedAt': 'Thời gian nhận',
  'dossier.dueAt': 'Thời gian hẹn trả',
  'dossier.dueBefore': 'Thời gian hẹn trả trước đó',
  'dossier.fee': 'Phí, lệ phí',
  'procedure.name': 'Tên thủ tục',
  'procedure.term': 'Thời hạn giải quyết',
  'event.reason': 'Lý do',
  'event.occurredAt': 'Thời điểm dừng',
  'event.respondBy': 'Hạn bổ sung',
  'event.returnedPapers': 'Giấy tờ trả lại',
  'event.newDueAt': 'Hẹn trả mới',
  'actor.name': 'Người lập',
  'signer.form': 'Thể thức ký',
  'form.number': 'Số thứ tự',
  'form.year': 'Năm',
  'form.printedAt': 'Lúc in',
};

const list = (names: readonly string[]): string => names.join(', ');

/** *Mẫu biểu*: how the office words the statutory forms. */
export const vi = {
  title: 'Mẫu biểu',
  intro:
    'Mẫu 01–07 của Thông tư 03/2025/TT-VPCP. Sửa lời cho hợp cơ quan; phần bắt buộc không bỏ được. Phiếu đã in giữ nguyên lời lúc in.',
  none: 'Đơn vị chưa có mẫu biểu nào.',
  sheetsLabel: 'Chọn mẫu',
  sheets,
  pieces,
  facts,
  isStandard: 'Theo bản chuẩn',
  isOwn: (version: number) => `Bản ${version} của cơ quan`,
  since: (moment: string, name: string) => `Dùng từ ${moment}, ${name} đặt`,
  someone: 'người quản trị',
  changed: 'Đang sửa, chưa lưu',
  textsHeading: 'Lời trong mẫu',
  fieldsHeading: 'Dòng được in',
  fieldsHint: 'Dòng bắt buộc luôn được in. Dòng còn lại bỏ chọn thì không in.',
  mandatory: 'bắt buộc',
  filledIn: (names: readonly string[]) => `Tự điền: ${names.map((name) => `[${name}]`).join(' ')}`,
  linesHint: 'Mỗi dòng một ý.',
  emptyHint: 'Để trống thì không in.',
  backToStandard: 'Về lời chuẩn',
  backOf: (piece: string) => `Về lời chuẩn: ${piece}`,
  faults: {
    mandatory: 'Phần này bắt buộc phải có.',
    missing: (names: readonly string[]) => `Còn thiếu: ${list(names)}.`,
    unknown: (names: readonly string[]) => `Mẫu này không điền được: ${list(names)}.`,
  },
  refused: (names: readonly string[]) => `Chưa lưu được, cần xem lại: ${list(names)}.`,
  save: 'Lưu bản mới',
  saveHeading: 'Dùng bản này từ bây giờ?',
  saveText: 'Phiếu in từ bây giờ theo bản này. Phiếu đã in, kể cả khi in lại, giữ nguyên lời cũ.',
  saved: (version: number) => `Đã lưu bản ${version}`,
  standard: 'Về bản chuẩn',
  standardHeading: 'Bỏ lời riêng, dùng lại bản chuẩn?',
  standardText: 'Lời riêng vẫn còn trong các bản đã dùng; phiếu đã in giữ nguyên.',
  standardAct: 'Dùng bản chuẩn',
  drop: 'Bỏ phần đang sửa',
  preview: 'Xem thử bản in',
  closePreview: 'Đóng bản xem thử',
  previewTitle: 'Bản in với số liệu mẫu',
  history: 'Các bản đã dùng',
  noReason: 'không ghi lý do',
  versionLine: (version: number, moment: string, name: string) =>
    `Bản ${version}, ${moment}, ${name} đặt`,
  keys: { save: 'Lưu mẫu', standard: 'Về bản chuẩn', preview: 'Xem thử bản in' },
  teller: {
    none: 'Đang dùng bản chuẩn',
    own: (count: number) => `${count} mẫu có lời riêng của cơ quan`,
  },
};

export type FormWords = typeof vi;
