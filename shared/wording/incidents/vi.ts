import type { IncidentKind } from '#contract/incidents';

export const vi = {
  title: 'Sự cố hệ thống',
  intro:
    'Ghi lại lúc hệ thống nguồn không dùng được để nêu khi giải trình. Sự cố không làm dừng thời hạn của hồ sơ.',
  report: {
    heading: 'Hệ thống nào đang trục trặc?',
    system: 'Hệ thống',
    kind: 'Sự cố',
    from: 'Từ lúc',
    to: 'Đến lúc',
    fromHint: 'Bỏ trống: từ bây giờ',
    toHint: 'Bỏ trống: còn đang diễn ra',
    wrong: {
      from: 'Ghi một lúc đã qua, ví dụ 8:10 hoặc 15/01 8:10.',
      to: 'Ghi một lúc sau khi bắt đầu và không sau bây giờ.',
    },
    note: 'Ghi chú',
    save: 'Ghi sự cố từ bây giờ',
    savePast: 'Ghi sự cố',
    saved: 'Đã ghi sự cố',
  },
  kinds: {
    down: 'Không vào được',
    slow: 'Chậm, treo',
    signIn: 'Không đăng nhập được',
    signature: 'Không ký số được',
    sync: 'Không đồng bộ',
    payment: 'Không thanh toán được',
    other: 'Khác',
  } satisfies Record<IncidentKind, string>,
  list: {
    heading: 'Các sự cố',
    none: 'Chưa ghi sự cố nào',
    noneHint: 'Khi hệ thống nguồn trục trặc, ghi lại ngay: hai phím là xong.',
    lasting: 'Đang diễn ra',
    from: (from: string) => `Từ ${from}`,
    span: (from: string, to: string) => `${from} – ${to}`,
    took: (minutes: string) => `${minutes} phút làm việc`,
    dossiers: (count: string) => `${count} hồ sơ bị ảnh hưởng`,
    by: (name: string) => `${name} ghi`,
    over: 'Đã hết',
    withdraw: 'Ghi nhầm',
    withdrawn: 'Đã rút lại',
    more: 'Xem thêm',
    ended: 'Đã ghi lúc hết sự cố',
    copy: 'Chép câu cho báo cáo',
    copied: 'Đã chép',
    notCopied: 'Chưa chép được; câu đã được chọn sẵn',
  },
  picture: {
    attach: 'Gắn ảnh màn hình',
    replace: 'Thay ảnh',
    remove: 'Bỏ ảnh',
    hint: 'PNG hoặc JPEG, không quá 2 MB. Che thông tin cá nhân trước khi gắn.',
    shows: (system: string, kind: string) => `Ảnh màn hình: ${system}, ${kind}`,
    attached: 'Đã gắn ảnh',
    removed: 'Đã bỏ ảnh',
    tooLarge: 'Ảnh lớn hơn 2 MB. Hãy chụp phần màn hình cần thiết rồi chọn lại.',
  },
  paper: {
    get: (format: string) => `Bảng kê sự cố (${format})`,
    title: 'BẢNG KÊ SỰ CỐ HỆ THỐNG',
    sheet: 'Su co',
    signers: ['Người lập', 'Lãnh đạo'],
    columns: [
      ...['STT', 'Hệ thống', 'Sự cố', 'Từ', 'Đến', 'Phút làm việc', 'Hồ sơ bị ảnh hưởng'],
      'Ghi chú',
    ],
  },
  sentence: (told: {
    readonly system: string;
    readonly kind: string;
    readonly span: string;
    readonly minutes: string;
    readonly dossiers: string;
  }) =>
    `${told.system}: ${told.kind.toLocaleLowerCase('vi')}, ${told.span} (${told.minutes} phút làm việc), ảnh hưởng ${told.dossiers} hồ sơ.`,
  affected: {
    heading: 'Hồ sơ bị ảnh hưởng',
    hint: 'Hồ sơ của hệ thống này chưa có kết quả trong lúc có sự cố.',
    due: 'Hẹn trả',
  },
};

export type IncidentWords = typeof vi;
