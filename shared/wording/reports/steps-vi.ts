import type { ReviewRow, StepColumn, StoodRow, RefusalParty } from '#domain/report';

/** Where the time went, and what to look at again. */
export const viSteps = {
  late: 'Quá hạn một phần',
  by: { step: 'Bước xử lý', department: 'Phòng chuyên môn' },
  columns: {
    handled: 'Hồ sơ qua bước',
    partlyLate: 'Quá hạn ở bước',
    partlyLateOpen: 'Còn đang quá hạn',
  } satisfies Record<StepColumn, string>,
  median: 'Trung vị',
  p90: '90 % hồ sơ xong trong',
  spread: 'Phân bố thời gian',
  picture: (median: string, p90: string, most: string) =>
    `Một nửa xong trong ${median}, 90 % trong ${p90}, lâu nhất ${most}`,
  hint: 'Thời gian làm việc của các lần xử lý xong trong kỳ, không tính lúc hồ sơ tạm dừng. Khung: một nửa số lần ở giữa; vạch ngang: 90 % số lần.',
  none: 'Trong kỳ không có hồ sơ nào qua bước xử lý tại đây.',
  stood: 'Trả lại, tạm dừng',
  stoodRows: {
    refused: 'Từ chối, dừng giải quyết trong kỳ',
    awaitingSupplement: 'Chờ bổ sung lúc cuối kỳ',
    awaitingPayment: 'Chờ nộp phí, lệ phí lúc cuối kỳ',
    onHold: 'Tạm dừng lúc cuối kỳ',
  } satisfies Record<StoodRow, string>,
  refusals: 'Căn cứ từ chối',
  parties: {
    citizen: 'Do người nộp',
    agency: 'Do cơ quan khác',
    commune: 'Do đơn vị',
    unknown: 'Chưa rõ bên nào',
  } satisfies Record<RefusalParty, string>,
  noRefusals: 'Không từ chối hồ sơ nào trong kỳ.',
  review: 'Cần xem lại',
  reviewRows: {
    supplementAfterDue: 'Yêu cầu bổ sung khi đã quá hạn',
    refusedAfterDue: 'Từ chối, dừng khi đã quá hạn',
    supplementAtLast: 'Yêu cầu bổ sung trong hai giờ cuối',
    manySupplements: 'Yêu cầu bổ sung từ hai lần',
    held: 'Tạm dừng giải quyết',
  } satisfies Record<ReviewRow, string>,
};

export type ReportStepWords = typeof viSteps;
