export const vi = {
  heading: 'Hồ sơ nghi trùng',
  hint: 'Cùng người, cùng thủ tục, cùng ngày nhưng khác mã. Nếu là một hồ sơ có ở hai hệ thống, liên kết để chỉ tính một lần.',
  link: (code: string) => `Hồ sơ này là một với ${code}: chỉ tính ${code}`,
  more: 'Xem thêm',
  none: 'Không có hồ sơ nghi trùng.',
  linked: 'Đã liên kết; báo cáo chỉ tính hồ sơ chính',
  confirm: 'Liên kết hai hồ sơ này?',
  act: 'Liên kết',
};

export type TwinsWords = typeof vi;
