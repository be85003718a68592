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
      'audit-sealed': 'The audit was changed after it was sealed',
      'schema-unchanged': 'The schema of the database was changed by hand',
    },
  },
};
