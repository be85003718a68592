/** Drafts that are made by themselves, and by when they are to be sent. */
export const viSchedule = {
  waiting: 'Báo cáo đến kỳ, chưa gửi',
  figures: 'Xem số liệu',
  goOn: 'Xử lý báo cáo',
  dueAt: (moment: string) => `hạn gửi ${moment}`,
  awaited: 'Báo cáo đến kỳ',
  noneAwaited: 'Chưa có báo cáo nào đến kỳ.',
  next: 'Kỳ sắp tới',
  nextHint: 'Hết kỳ, bản dự thảo được lập lúc 0 giờ và báo cho người lập báo cáo.',
  report: 'Loại báo cáo',
  due: 'Hạn gửi',
  drawnAt: 'Lập dự thảo lúc',
  standing: 'Tình trạng gửi',
  state: 'Bước xử lý',
  enabled: 'Tự lập dự thảo',
  on: 'Bật',
  off: 'Tắt',
  saved: 'Đã lưu lịch báo cáo',
  standings: {
    sent: 'Đã gửi',
    sentLate: 'Gửi chậm',
    notSent: 'Chưa gửi',
    overdue: 'Quá hạn gửi',
  },
};

export type ReportScheduleWords = typeof viSchedule;
