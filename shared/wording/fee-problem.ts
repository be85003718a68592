import type { FeeProblemCode } from '#contract/problem';
import type { Wording } from './language.ts';
import type { ProblemSentences } from './problem-sentences.ts';

const say = (title: string, detail: string): ProblemSentences => ({ title, detail });

/** The book of the money a day has brought. */
export const feeProblems: Wording<Readonly<Record<FeeProblemCode, ProblemSentences>>> = {
  vi: {
    'fee-book-moved': say(
      'Sổ vừa thay đổi',
      'Có khoản thu mới, hoặc sổ vừa được người khác chốt. Số đã đếm vẫn còn; hãy xem lại sổ rồi chốt lại.',
    ),
    'fee-count-incomplete': say(
      'Chưa đếm đủ',
      'Mỗi hình thức nộp có trong sổ cần một số tiền thực đếm, và chỉ một. Không có tiền thì ghi 0.',
    ),
    'fee-difference-unexplained': say(
      'Chênh lệch chưa có lý do',
      'Số thực đếm khác số trong sổ. Hãy ghi lý do chênh lệch trước khi chốt.',
    ),
    'fee-day-ahead': say('Chưa tới ngày này', 'Chỉ xem và chốt sổ của hôm nay hoặc ngày đã qua.'),
  },
  en: {
    'fee-book-moved': say(
      'The book has just changed',
      'Money came in, or somebody else closed the book. What was counted is still there: look at the book and close it again.',
    ),
    'fee-count-incomplete': say(
      'Not everything is counted',
      'Each way of paying in the book needs one amount, and only one. Write 0 where there is nothing.',
    ),
    'fee-difference-unexplained': say(
      'A difference without a reason',
      'What was counted is not what the book says. Write why before closing it.',
    ),
    'fee-day-ahead': say('That day has not come', 'A book can be of today or of a day past.'),
  },
};
