import type { RetainedKind } from '#contract/retention';

const kinds: Readonly<Record<RetainedKind, string>> = {
  applicants: 'Thông tin người nộp',
  words: 'Lời ghi tự do',
};

const abouts: Readonly<Record<RetainedKind, string>> = {
  applicants:
    'Họ tên, điện thoại, số định danh, mã số thuế, địa chỉ, thư điện tử của người nộp. Hồ sơ, mốc thời gian và số liệu báo cáo giữ nguyên.',
  words:
    'Lý do, ghi chú, danh mục giấy tờ yêu cầu bổ sung, câu trả lời vướng mắc, nội dung trình và trả lời của lãnh đạo, lý do xem thông tin che, ghi chú sự cố và đối soát. Việc đã làm và giờ làm giữ nguyên.',
};

export const vi = {
  title: 'Lưu giữ dữ liệu',
  intro:
    'Thông tin cá nhân chỉ giữ đến khi còn cần cho công việc (Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15). Chưa đặt thì không xóa gì. Thời hạn lấy theo danh mục hồ sơ, tài liệu của cơ quan.',
  kinds,
  abouts,
  kept: 'Giữ lại, không xóa',
  afterMonths: (months: number) => `Xóa sau ${months} tháng`,
  erase: 'Xóa khi hồ sơ đã kết thúc và trả kết quả đủ lâu',
  months: 'Sau bao nhiêu tháng',
  monthsHint: 'Từ 12 đến 600 tháng, tính từ ngày trả kết quả.',
  monthsWrong: 'Hãy ghi số tháng từ 12 đến 600.',
  counting: 'Đang đếm…',
  due: (count: string, day: string) =>
    `Đêm nay sẽ xóa ở ${count} hồ sơ kết thúc trước ngày ${day}.`,
  dueNotes: (count: string) => `Thêm ${count} ghi chú sự cố, đối soát không thuộc hồ sơ nào.`,
  save: 'Lưu quy tắc',
  undo: 'Bỏ thay đổi',
  saveQuestion: 'Lưu quy tắc lưu giữ này?',
  saveText: (count: string) =>
    `Từ đêm nay hệ thống xóa ở ${count} hồ sơ, và những hồ sơ đến hạn sau đó. Đã xóa thì không lấy lại được, trừ từ bản sao lưu. Số liệu báo cáo không đổi.`,
  keepText: 'Từ nay không xóa gì nữa. Phần đã xóa không trở lại.',
  saved: 'Đã lưu quy tắc lưu giữ',
  history: 'Ai đã đặt gì',
  setBy: (name: string, moment: string) => `${name}, ${moment}`,
  noHistory: 'Chưa ai đặt quy tắc nào: mọi thứ được giữ lại.',
  nights: 'Đã xóa',
  night: (kind: string, count: string) => `${kind} của ${count} hồ sơ`,
  nightNotes: (count: string) => `${count} ghi chú sự cố, đối soát`,
  noNights: 'Chưa xóa gì.',
  fixed: {
    heading: 'Tự dọn, không phải đặt',
    intro: 'Những thứ chỉ cần trong thời gian ngắn, và những thứ không bao giờ xóa.',
    lines: [
      ['Phiên đăng nhập, máy đã nhớ, liên kết đặt mật khẩu', 'Khi hết hạn'],
      ['Nội dung từng dòng và tệp của đợt nhập', '30 ngày sau lần thay đổi cuối; kết quả giữ lại'],
      ['Kết quả việc nền, câu trả lời cho yêu cầu gửi lại', '30 ngày'],
      ['Thay đổi gửi tới màn hình', '7 ngày'],
      ['Nhật ký ai đã làm gì', 'Không xóa: pháp luật buộc giữ, tối thiểu 12 tháng'],
      ['Báo cáo đã ban hành, sổ theo dõi', 'Không xóa'],
    ] as readonly (readonly [what: string, until: string])[],
  },
  keys: { save: 'Lưu quy tắc lưu giữ' },
};

export type RetentionWords = typeof vi;
