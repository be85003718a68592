/** Figures against what they were. */
export const viComparison = {
  open: 'So sánh với kỳ trước, cùng kỳ năm trước',
  title: 'So sánh',
  figure: 'Số liệu',
  now: 'Kỳ này',
  previous: 'Kỳ trước',
  lastYear: 'Cùng kỳ năm trước',
  before: 'Số liệu',
  difference: 'Tăng, giảm',
  none: 'không có số liệu',
  partly: 'chỉ có số liệu một phần kỳ',
  goingOn: 'Kỳ này chưa kết thúc, kỳ so sánh đã trọn: số tăng, giảm chỉ để tham khảo.',
  same: 'không đổi',
  points: (difference: string) => `${difference} điểm %`,
  redefined: 'thành phố đã đổi cách tính',
  carried: {
    issued: (before: string, now: string) =>
      `Đối chiếu kỳ liền trước đã ban hành: (13) kỳ trước ${before}, (6) kỳ này ${now}`,
    live: (before: string, now: string) =>
      `Đối chiếu kỳ liền trước (chưa ban hành): (13) kỳ trước ${before}, (6) kỳ này ${now}`,
  },
  missing: 'Đã báo cáo đang giải quyết, nay không chuyển sang kỳ này:',
  added: 'Chuyển sang kỳ này nhưng chưa có trong báo cáo kỳ trước:',
};

export type ReportComparisonWords = typeof viComparison;
