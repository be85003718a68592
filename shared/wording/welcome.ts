import type { Wording } from './language.ts';

export interface WelcomeSentences {
  readonly title: string;
  readonly purpose: string;
  readonly next: string;
  readonly readiness: string;
}

/** The first page, until the officers' screens arrive. */
export const welcomeWording: Wording<WelcomeSentences> = {
  vi: {
    title: 'Motcua đã khởi động',
    purpose:
      'Motcua theo dõi hồ sơ thủ tục hành chính tại Trung tâm Phục vụ hành chính công cấp xã: hồ sơ nào đến hạn, hồ sơ nào quá hạn, ai cần được báo và khi nào.',
    next: 'Màn hình làm việc sẽ có trong các phiên bản tiếp theo.',
    readiness: 'Xem tình trạng hệ thống',
  },
  en: {
    title: 'Motcua is running',
    purpose:
      'Motcua follows administrative dossiers at a commune’s public service centre: which are due, which are overdue, who has to know and when.',
    next: 'The officers’ screens come with the next versions.',
    readiness: 'See whether the system is ready',
  },
};
