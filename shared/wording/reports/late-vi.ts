import type { LateColumn } from '#domain/report';

/** The late list: who held what for how long. */
export const viLate = {
  title: 'Hồ sơ quá hạn',
  which: 'Loại hồ sơ quá hạn',
  columns: {
    resolvedLate: 'Đã giải quyết quá hạn',
    pendingLate: 'Đang giải quyết quá hạn',
  } satisfies Record<LateColumn, string>,
  due: 'Hạn trả',
  late: 'Quá hạn',
  until: 'Có kết quả, hoặc tính đến',
  kind: 'Tình trạng',
  others: (count: number) => `Còn ${count} hồ sơ quá hạn nữa, xem trên phần mềm.`,
  responsible: 'Trách nhiệm',
  held: 'Đã qua tay',
  from: 'Từ',
  to: 'Đến',
  time: 'Thời gian giữ',
  afterDue: 'Sau hạn',
  hint: 'Thời gian tính theo giờ làm việc. Trách nhiệm thuộc về nơi đang giữ hồ sơ khi hết hạn.',
  notYet: 'chưa quá hạn lúc này',
  none: 'Không có hồ sơ quá hạn trong kỳ',
  noneHint: 'Mọi hồ sơ của kỳ này đều đúng hạn hoặc còn trong hạn.',
  open: 'Ai đã giữ hồ sơ, giữ bao lâu',
};

export type ReportLateWords = typeof viLate;
