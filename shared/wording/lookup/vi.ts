export const vi = {
  title: 'Tra cứu hồ sơ',
  purpose: 'Xem hồ sơ đã nộp tại xã, phường, đặc khu đang ở đâu và khi nào có kết quả.',
  code: 'Mã hồ sơ',
  codeHint: 'In trên giấy tiếp nhận, ví dụ H24.99-260115-0001',
  lookupCode: 'Mã tra cứu',
  lookupCodeHint: '8 chữ và số in dưới mã hồ sơ; viết hoa hay thường đều được',
  find: 'Tra cứu',
  again: 'Tra cứu hồ sơ khác',
  fill: 'Hãy nhập cả mã hồ sơ và mã tra cứu.',
  tooMany: 'Nhiều lần nhập chưa đúng.',
  tooManyHint:
    'Hãy xem kỹ từng ký tự trên giấy tiếp nhận, hoặc quét mã QR. Nhập đúng là có kết quả ngay, không phải chờ.',
  receivedAt: 'Tiếp nhận lúc',
  dueAt: 'Hẹn trả kết quả',
  noDue: 'Chưa có: đang chờ bổ sung hoặc tạm dừng',
  respondBy: 'Bổ sung trước',
  finishedAt: 'Có kết quả lúc',
  returnedAt: 'Đã trả lúc',
  unit: 'Nơi giải quyết',
  collectAt: 'Nhận kết quả tại',
  /** In the middle of a line the level of the unit is written small. */
  centreOf: (unit: string) =>
    `Trung tâm Phục vụ hành chính công ${unit.charAt(0).toLowerCase()}${unit.slice(1)}`,
  bring: 'Khi đến, mang theo giấy tiếp nhận và giấy tờ tùy thân.',
  privacy: 'Trang này không hiện tên, số giấy tờ hay số điện thoại của ai.',
  staff: 'Dành cho cán bộ',
};

export type LookupWords = typeof vi;
