import type { AlertProblemCode } from '#contract/problem';
import type { Wording } from './language.ts';
import type { ProblemSentences } from './problem-sentences.ts';

const say = (title: string, detail: string): ProblemSentences => ({ title, detail });

/** Rules of warning that cannot be carried out, and alerts with which nothing can be done any more. */
export const alertProblems: Wording<Readonly<Record<AlertProblemCode, ProblemSentences>>> = {
  vi: {
    'threshold-out-of-range': say(
      'Mốc cảnh báo ngoài khoảng cho phép',
      'Mốc phải là số nguyên dương; tỷ lệ từ 1 đến 99 %, thời gian không quá 90 ngày.',
    ),
    'threshold-named-twice': say('Một mốc khai hai lần', 'Hãy bỏ bớt một mốc trùng.'),
    'ladder-without-rungs': say(
      'Chưa có ai nhận cảnh báo',
      'Loại cảnh báo đang bật phải có ít nhất một người hoặc một vai trò nhận.',
    ),
    'ladder-out-of-order': say(
      'Thứ tự báo lên cấp trên chưa đúng',
      'Mỗi cấp sau phải báo cùng lúc hoặc muộn hơn cấp trước, tính bằng phút làm việc.',
    ),
    'no-voice-before-escalation': say(
      'Người đang giữ chưa có thời gian giải trình',
      'Trước khi báo lãnh đạo phải có một lần nhắc người đang giữ hồ sơ, sớm hơn ít nhất số phút đã đặt.',
    ),
    'figure-out-of-range': say('Số phút chưa hợp lệ', 'Hãy nhập số nguyên từ 0 trở lên.'),
    'not-a-time-of-day': say('Giờ chưa hợp lệ', 'Hãy viết giờ theo dạng 07:30.'),
    'alert-closed': say(
      'Cảnh báo đã khép lại',
      'Việc đã xong hoặc đã có cảnh báo nặng hơn thay thế. Hãy tải lại danh sách.',
    ),
    'snooze-not-ahead': say(
      'Chưa thể nhắc lại lúc đó',
      'Hãy chọn một thời điểm sau bây giờ, không quá 30 ngày.',
    ),
    'not-from-source': say(
      'Hồ sơ không lấy từ hệ thống khác',
      'Chỉ đánh dấu “đã xong trên hệ thống nguồn” với hồ sơ nhập từ hệ thống khác.',
    ),
  },
  en: {
    'threshold-out-of-range': say(
      'A threshold is out of range',
      'Amounts are whole and positive; a share is 1 to 99 per cent, a time at most 90 days.',
    ),
    'threshold-named-twice': say('A threshold is named twice', 'Leave one of them out.'),
    'ladder-without-rungs': say(
      'Nobody would be told',
      'A kind that is switched on needs at least one person or role to tell.',
    ),
    'ladder-out-of-order': say(
      'The ladder is out of order',
      'Each rung is told with the one before or later, in whole working minutes.',
    ),
    'no-voice-before-escalation': say(
      'The holder would have no time to answer',
      'Before a leader is told, the holder must have been reminded, earlier by the minutes set.',
    ),
    'figure-out-of-range': say('The minutes are out of range', 'Give a whole number from 0 on.'),
    'not-a-time-of-day': say('Not a time of day', 'Write it as 07:30.'),
    'alert-closed': say(
      'The alert is closed',
      'The matter is settled, or something graver is told instead. Load the list again.',
    ),
    'snooze-not-ahead': say('Not at that moment', 'Choose a moment from now on, within 30 days.'),
    'not-from-source': say(
      'The dossier is not from another system',
      'Only what was brought in from another system can be done there.',
    ),
  },
};
