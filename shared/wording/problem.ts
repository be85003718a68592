import type { ProblemCode } from '#contract/problem';
import type { Wording } from './language.ts';

export interface ProblemSentences {
  readonly title: string;
  readonly detail: string;
}

/** What a person reads when the product cannot do what was asked, and what they can do about it. */
export const problemWording: Wording<Readonly<Record<ProblemCode, ProblemSentences>>> = {
  vi: {
    'invalid-request': {
      title: 'Thông tin gửi lên chưa đúng',
      detail: 'Có mục còn thiếu hoặc chưa đúng. Hãy sửa các mục được nêu rồi gửi lại.',
    },
    'not-found': {
      title: 'Không tìm thấy',
      detail: 'Địa chỉ này không có gì, hoặc đã được chuyển đi nơi khác.',
    },
    'not-ready': {
      title: 'Hệ thống chưa sẵn sàng',
      detail: 'Cơ sở dữ liệu chưa trả lời. Hệ thống tự thử lại; hãy mở lại trang sau ít phút.',
    },
    unexpected: {
      title: 'Hệ thống gặp lỗi',
      detail:
        'Việc vừa rồi chưa làm được và lỗi đã được ghi lại. Khi báo cho người quản trị, hãy kèm mã yêu cầu.',
    },
  },
  en: {
    'invalid-request': {
      title: 'The request is not valid',
      detail: 'Something is missing or wrong. Correct the fields listed and send it again.',
    },
    'not-found': {
      title: 'Not found',
      detail: 'There is nothing at this address, or it has moved.',
    },
    'not-ready': {
      title: 'Not ready yet',
      detail: 'The database does not answer. The product keeps trying; come back in a few minutes.',
    },
    unexpected: {
      title: 'Something went wrong',
      detail:
        'The request was not carried out and the fault has been recorded. Quote the request id to your administrator.',
    },
  },
};
