/** The words around the text of a report; the text itself is the office's paper. */
export const viText = {
  show: 'Nội dung',
  hide: 'Đóng nội dung',
  unfinished: 'Còn phải làm trước khi ban hành',
  symbol: (number: string, symbol: string) => `Số: ${number}/${symbol}`,
  carried: (from: string, to: string) => `Lấy từ kỳ ${from} – ${to}, chưa rà soát`,
  reviewed: 'Đã rà soát',
  propose: 'Chèn gợi ý',
  kept: 'Đã lưu',
  openRegister: 'Mở sổ',
  opened: (count: string) => `Hồ sơ của con số ${count}`,
};

export type ReportTextWords = typeof viText;
