import type { FieldFault } from '#contract/problem';
import type { Wording } from './language.ts';

/** What is wrong with one field of a form. */
export const fieldWording: Wording<Readonly<Record<FieldFault, string>>> = {
  vi: {
    required: 'Mục này còn thiếu.',
    'wrong-type': 'Kiểu dữ liệu không đúng.',
    'unknown-field': 'Không có mục này.',
    'unknown-value': 'Giá trị không nằm trong danh sách cho phép.',
    'wrong-format': 'Viết chưa đúng dạng.',
    'too-short': 'Quá ngắn hoặc còn trống.',
    'too-long': 'Quá dài.',
    'out-of-range': 'Số ngoài phạm vi cho phép.',
    'not-whole': 'Phải là số nguyên.',
  },
  en: {
    required: 'This is missing.',
    'wrong-type': 'This is of the wrong type.',
    'unknown-field': 'There is no such field.',
    'unknown-value': 'This is none of the values allowed.',
    'wrong-format': 'This is not written as it should be.',
    'too-short': 'This is too short or empty.',
    'too-long': 'This is too long.',
    'out-of-range': 'This number is out of range.',
    'not-whole': 'This has to be a whole number.',
  },
};
