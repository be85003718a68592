import type { Template } from '../layout/template.ts';
import { applicantLines } from './applicant-lines.ts';

export const mau03: Template = {
  form: 'mau03',
  symbol: 'TCHS',
  title: 'PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ',
  blocks: [
    {
      kind: 'paragraph',
      key: 'opening',
      text: '{unit.name} đã tiếp nhận hồ sơ của Ông/Bà: {applicant.name}',
    },
    { kind: 'line', label: 'Mã hồ sơ', value: '{dossier.code}' },
    ...applicantLines,
    { kind: 'line', label: 'Nội dung yêu cầu giải quyết', value: '{procedure.name}' },
    {
      kind: 'paragraph',
      key: 'refusal',
      text: 'Qua xem xét, {unit.name} thông báo không tiếp nhận, giải quyết hồ sơ này với lý do cụ thể như sau:',
    },
    { kind: 'paragraph', key: 'reason', text: '{event.reason}' },
    {
      kind: 'paragraph',
      key: 'closing',
      mayLeave: true,
      text: 'Xin thông báo cho Ông/Bà được biết và thực hiện./.',
    },
    {
      kind: 'signatures',
      left: { title: 'NGƯỜI NỘP HỒ SƠ', hint: '(Ký và ghi rõ họ tên)', name: '{applicant.name}' },
      right: { title: 'CÁN BỘ TIẾP NHẬN', hint: '(Ký và ghi rõ họ tên)', name: '{actor.name}' },
    },
  ],
};
