import type { FormProblemCode } from '#contract/problem';
import type { Wording } from './language.ts';
import type { ProblemSentences } from './problem-sentences.ts';

const say = (title: string, detail: string): ProblemSentences => ({ title, detail });

/** A unit's own wording of a statutory form. */
export const formProblems: Wording<Readonly<Record<FormProblemCode, ProblemSentences>>> = {
  vi: {
    'form-piece-unknown': say(
      'Mẫu không có phần này',
      'Phần được nêu không có trong mẫu, hoặc không sửa được theo cách này.',
    ),
    'form-piece-mandatory': say(
      'Mẫu thiếu phần bắt buộc',
      'Phần này Thông tư yêu cầu phải có: sửa lời được, bỏ đi thì không. Chưa lưu gì.',
    ),
    'form-fact-missing': say(
      'Mẫu thiếu nội dung bắt buộc',
      'Câu này phải có đủ các nội dung được điền tự động. Thêm lại nội dung còn thiếu; chưa lưu gì.',
    ),
    'form-fact-unknown': say(
      'Có nội dung mẫu không điền được',
      'Trong ngoặc nhọn chỉ được là nội dung mẫu này biết. Bỏ hoặc sửa lại; chưa lưu gì.',
    ),
  },
  en: {
    'form-piece-unknown': say(
      'The form has no such part',
      'The part named is not in this form, or cannot be changed in this way.',
    ),
    'form-piece-mandatory': say(
      'The form lacks a mandatory part',
      'The circular asks for this part: it may be worded anew, not left out. Nothing was saved.',
    ),
    'form-fact-missing': say(
      'The form lacks what it has to say',
      'This sentence has to hold everything that is filled in for it. Put back what is missing; nothing was saved.',
    ),
    'form-fact-unknown': say(
      'The form cannot fill this in',
      'Between braces only what this form knows may stand. Take it out or mend it; nothing was saved.',
    ),
  },
};
