import type { RuleProblemCode } from '#contract/problem';
import type { Wording } from './language.ts';
import type { ProblemSentences } from './problem-sentences.ts';

/** Due moments, working time and the catalogue of procedures. */
export const ruleProblems: Wording<Readonly<Record<RuleProblemCode, ProblemSentences>>> = {
  vi: {
    'amount-not-positive-integer': {
      title: 'Thời hạn không đếm được',
      detail: 'Thời hạn phải là số nguyên từ 1 trở lên.',
    },
    'allowance-too-long': {
      title: 'Thời hạn quá dài',
      detail: 'Thời hạn không được quá 10 năm. Hãy xem lại con số vừa nhập.',
    },
    'cutoff-not-a-time': {
      title: 'Giờ chốt nhận không đúng',
      detail: 'Giờ chốt nhận trong ngày viết dạng 15:00, không quá 24:00.',
    },
    'pause-before-receipt': {
      title: 'Lần dừng có trước ngày tiếp nhận',
      detail: 'Chỉ tính dừng từ khi đã tiếp nhận hồ sơ. Hãy xem lại thời điểm dừng.',
    },
    'pause-ends-before-it-begins': {
      title: 'Lần dừng kết thúc trước khi bắt đầu',
      detail: 'Hãy xem lại thời điểm dừng và thời điểm tính tiếp.',
    },
    'outside-calendar': {
      title: 'Ra ngoài các năm có lịch',
      detail: 'Lịch làm việc biết các năm từ 2000 đến 2100. Hãy xem lại thời điểm hoặc thời hạn.',
    },
    'hours-not-a-time': {
      title: 'Giờ làm việc không đúng',
      detail: 'Giờ viết dạng 07:30; chỉ giờ kết thúc được là 24:00.',
    },
    'hours-inverted': {
      title: 'Giờ kết thúc không sau giờ bắt đầu',
      detail: 'Mỗi buổi làm việc phải kết thúc sau khi bắt đầu.',
    },
    'hours-overlap': {
      title: 'Các buổi làm việc chồng lên nhau',
      detail: 'Hai buổi trong cùng một ngày không được trùng giờ.',
    },
    'date-not-a-day': {
      title: 'Không có ngày này',
      detail: 'Lịch không có ngày đã nhập. Ngày viết dạng năm-tháng-ngày.',
    },
    'date-outside-calendar': {
      title: 'Ngày ra ngoài các năm có lịch',
      detail: 'Lịch làm việc biết các ngày từ năm 2000 đến năm 2100.',
    },
    'date-given-twice': {
      title: 'Một ngày được nêu hai lần',
      detail: 'Mỗi ngày chỉ nêu một lần. Hãy bỏ bớt một dòng.',
    },
    'day-off-with-hours': {
      title: 'Ngày nghỉ lại có giờ làm việc',
      detail: 'Ngày nghỉ không có giờ làm việc. Hãy bỏ giờ, hoặc đổi loại ngày.',
    },
    'open-day-without-hours': {
      title: 'Ngày làm việc không có giờ',
      detail: 'Hãy nêu giờ làm việc của ngày này, hoặc bỏ trống để theo giờ thường lệ.',
    },
    'week-never-open': {
      title: 'Cả tuần không làm việc',
      detail:
        'Ít nhất một ngày trong tuần phải có giờ làm việc, nếu không thì không có hạn nào đến.',
    },
    'calendar-preview-stale': {
      title: 'Bản xem trước đã cũ',
      detail:
        'Lịch hoặc hồ sơ đã thay đổi sau khi xem trước, nên các hạn sẽ đổi khác đi. Hãy xem trước lại rồi áp dụng.',
    },
    'calendar-preview-applied': {
      title: 'Bản xem trước đã được áp dụng',
      detail: 'Lịch này đã có hiệu lực. Muốn đổi tiếp, hãy xem trước lần nữa.',
    },
    'procedure-not-unknown': {
      title: 'Mã này đã đối chiếu',
      detail: 'Mã đã có trong danh mục. Tải lại trang để xem tình hình mới nhất.',
    },
    'match-target-unknown': {
      title: 'Chưa ghép được',
      detail: 'Chỉ ghép với thủ tục đã có trong danh mục. Hãy chọn thủ tục khác.',
    },
    'procedure-exists': {
      title: 'Thủ tục đã có trong danh mục',
      detail: 'Mã thủ tục này đã có. Hãy thêm phiên bản mới cho thủ tục thay vì tạo lại.',
    },
    'key-given-twice': {
      title: 'Một khóa được dùng hai lần',
      detail: 'Mỗi bước và mỗi trường hợp của thủ tục phải có khóa riêng.',
    },
  },
  en: {
    'amount-not-positive-integer': {
      title: 'The allowance cannot be counted',
      detail: 'An allowance is a whole number of at least 1.',
    },
    'allowance-too-long': {
      title: 'The allowance is too long',
      detail: 'An allowance is at most ten years. Look at the amount again.',
    },
    'cutoff-not-a-time': {
      title: 'The cut-off is not a time',
      detail: 'The cut-off of the day is written like 15:00, at most 24:00.',
    },
    'pause-before-receipt': {
      title: 'A pause lies before the receipt',
      detail: 'Only waits after the receipt stop the clock. Look at the begin of the pause again.',
    },
    'pause-ends-before-it-begins': {
      title: 'A pause ends before it begins',
      detail: 'Look at the begin and the end of the pause again.',
    },
    'outside-calendar': {
      title: 'Outside the years of the calendar',
      detail:
        'The calendar knows the years 2000 to 2100. Look at the moment or the allowance again.',
    },
    'hours-not-a-time': {
      title: 'The hours are not times',
      detail: 'A time is written like 07:30; only an end may be 24:00.',
    },
    'hours-inverted': {
      title: 'The hours end before they begin',
      detail: 'Each stretch of work ends after it begins.',
    },
    'hours-overlap': {
      title: 'The hours overlap',
      detail: 'Two stretches of one day may not share an hour.',
    },
    'date-not-a-day': {
      title: 'There is no such day',
      detail: 'The calendar does not have this day. A day is written year-month-day.',
    },
    'date-outside-calendar': {
      title: 'The day is outside the years of the calendar',
      detail: 'The calendar knows the days of the years 2000 to 2100.',
    },
    'date-given-twice': {
      title: 'A day is given twice',
      detail: 'Give each day once.',
    },
    'day-off-with-hours': {
      title: 'A day off has hours',
      detail: 'A day off has no working hours. Leave them out, or change the kind of day.',
    },
    'open-day-without-hours': {
      title: 'A working day has no hours',
      detail: 'Give its hours, or leave them out to keep the usual ones.',
    },
    'week-never-open': {
      title: 'The week is never open',
      detail: 'At least one weekday needs hours, or nothing would ever be due.',
    },
    'calendar-preview-stale': {
      title: 'The preview is out of date',
      detail:
        'The calendar or the dossiers have changed since, so other due moments would move. Preview again and apply that.',
    },
    'calendar-preview-applied': {
      title: 'The preview has been applied',
      detail: 'This calendar is in force. Preview again for another change.',
    },
    'procedure-not-unknown': {
      title: 'This code is known',
      detail: 'It is in the catalogue by now. Load the page again.',
    },
    'match-target-unknown': {
      title: 'Not a procedure of the catalogue',
      detail: 'A code can be matched with a procedure of the catalogue only. Choose another.',
    },
    'procedure-exists': {
      title: 'The procedure is in the catalogue',
      detail: 'This code is taken. Add a version to the procedure instead.',
    },
    'key-given-twice': {
      title: 'A key is used twice',
      detail: 'Each step and each variant of a procedure needs a key of its own.',
    },
  },
};
