import type { VerifyCheck } from '#contract/verify';
import type { Wording } from './language.ts';

interface VerifySentences {
  readonly sound: string;
  readonly unsound: string;
  readonly checks: Readonly<Record<VerifyCheck, string>>;
}

/** What the administrator reads when the books are checked. */
export const verifyWording: Wording<VerifySentences> = {
  vi: {
    sound: 'Dữ liệu toàn vẹn.',
    unsound: 'Dữ liệu có chỗ không khớp:',
    checks: {
      'versions-gapless': 'Sự kiện của hồ sơ không liền số',
      'events-chained': 'Sự kiện đã bị sửa sau khi ghi',
      'row-is-fold': 'Hồ sơ không khớp với các sự kiện của nó',
      'answers-kept': 'Câu trả lời đã lưu trỏ tới hồ sơ không có',
      'transitions-lawful': 'Sự kiện không được phép ở trạng thái khi đó',
      'recorded-in-order': 'Thời điểm ghi nhận đi lùi',
      'codes-gapless': 'Mã hồ sơ trong ngày bị khuyết hoặc lệch bộ đếm',
      'codes-by-day': 'Ngày trong mã không phải ngày của sự kiện đầu tiên',
      'commands-audited': 'Sự kiện không có đúng một dòng nhật ký',
      'dues-recomputed': 'Thời hạn ghi trong sự kiện không phải kết quả tính lại',
      'reports-add-up': 'Số liệu báo cáo không khớp với hồ sơ',
      'fees-told': 'Số phải thu, đã thu của hồ sơ khác với các sự kiện',
      'fee-books-add-up': 'Sổ thu phí đã chốt cộng không khớp',
      'jobs-counted': 'Số việc đã làm của một lệnh hàng loạt bị lệch',
      'sources-recorded': 'Hồ sơ từ hệ thống nguồn không có bản ghi nguồn',
      'rows-in-own-unit': 'Bản ghi trỏ tới hồ sơ của đơn vị khác hoặc không có',
      'persons-apart': 'Thông tin cá nhân nằm ngoài nơi được phép',
      'alerts-true': 'Cảnh báo còn mở cho hồ sơ đã xong hoặc đang tạm dừng',
      'alerts-complete': 'Hồ sơ quá hạn mà không có cảnh báo',
      'alerts-stepped': 'Cảnh báo không khớp với các bước đã ghi',
      'deliveries-of-alerts': 'Tin chờ gửi của cảnh báo đã khép lại',
      'sessions-ended': 'Phiên làm việc còn mở của tài khoản đã khoá',
      'audit-sealed': 'Nhật ký kiểm tra đã bị sửa sau khi niêm phong',
      'schema-unchanged': 'Cấu trúc cơ sở dữ liệu đã bị sửa bằng tay',
    },
  },
  en: {
    sound: 'The data are whole.',
    unsound: 'The data disagree in places:',
    checks: {
      'versions-gapless': 'Events of a dossier do not follow one another',
      'events-chained': 'An event was changed after it was written',
      'row-is-fold': 'A dossier is not what its events say',
      'answers-kept': 'A stored answer points to a dossier that is not there',
      'transitions-lawful': 'An event was not allowed in the state of that moment',
      'recorded-in-order': 'Moments of recording go backwards',
      'codes-gapless': 'Codes of a day have a hole or differ from the counter',
      'codes-by-day': 'The day in the code is not that of the first event',
      'commands-audited': 'Events without exactly one line of the audit',
      'dues-recomputed': 'A due moment told by an event is not what counting gives',
      'reports-add-up': 'The numbers of a report differ from the dossiers',
      'fees-told': 'What a dossier owes and has paid is not what its events say',
      'fee-books-add-up': 'A closed book of fees does not add up',
      'jobs-counted': 'What a job has done is miscounted',
      'sources-recorded': 'A dossier of a source without its source record',
      'rows-in-own-unit': 'A row points to a dossier of another unit, or to none',
      'persons-apart': 'Personal data where none may be',
      'alerts-true': 'An open alert about a dossier that is done or stands still',
      'alerts-complete': 'A dossier is late and nobody was told',
      'alerts-stepped': 'An alert is not what its steps say',
      'deliveries-of-alerts': 'Something is to be sent of an alert that is closed',
      'sessions-ended': 'An open session of a disabled account',
      'audit-sealed': 'The audit was changed after it was sealed',
      'schema-unchanged': 'The schema of the database was changed by hand',
    },
  },
};
