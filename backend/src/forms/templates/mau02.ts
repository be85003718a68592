import type { Template } from '../layout/template.ts';
import { applicantLines } from './applicant-lines.ts';

export const mau02: Template = {
  form: 'mau02',
  symbol: 'HDHS',
  title: 'PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ',
  blocks: [
    {
      kind: 'paragraph',
      key: 'opening',
      text: '{unit.name} đã tiếp nhận hồ sơ/yêu cầu của Ông/Bà: {applicant.name}',
    },
    { kind: 'line', label: 'Mã hồ sơ', value: '{dossier.code}' },
    { kind: 'line', label: 'Nội dung yêu cầu giải quyết', value: '{procedure.name}' },
    ...applicantLines,
    {
      kind: 'paragraph',
      key: 'request',
      text: 'Yêu cầu Ông/Bà hoàn thiện hồ sơ gồm những nội dung như sau:',
    },
    {
      kind: 'table',
      rows: 'items',
      columns: [
        { label: 'TT', share: 8 },
        { label: 'Thành phần hồ sơ', share: 52 },
        { label: 'Bản chính', share: 12 },
        { label: 'Bản chứng thực', share: 14 },
        { label: 'Bản photo', share: 14 },
      ],
    },
    { kind: 'line', label: 'Lý do', value: '{event.reason}' },
    { kind: 'line', label: 'Thời hạn bổ sung', value: '{event.respondBy}', mayLeave: true },
    {
      kind: 'paragraph',
      key: 'contact',
      text: 'Trong quá trình hoàn thiện hồ sơ, nếu có vướng mắc Ông/Bà liên hệ công chức {actor.name}, {unit.name} để được hướng dẫn.',
    },
    {
      kind: 'signatures',
      left: null,
      right: { title: 'NGƯỜI HƯỚNG DẪN', hint: '(Ký và ghi rõ họ tên)', name: '{actor.name}' },
    },
  ],
};
