import type { Template } from '../layout/template.ts';
import { applicantLines } from './applicant-lines.ts';

export const mau01: Template = {
  form: 'mau01',
  symbol: 'TNHS',
  title: 'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
  scannable: true,
  blocks: [
    { kind: 'line', label: 'Mã hồ sơ', value: '{dossier.code}' },
    { kind: 'line', label: 'Mã tra cứu', value: '{dossier.lookupCode}', mayLeave: true },
    { kind: 'line', label: 'Bộ phận tiếp nhận và trả kết quả', value: '{unit.name}' },
    { kind: 'line', label: 'Tiếp nhận hồ sơ của', value: '{applicant.name}' },
    { kind: 'line', label: 'Số định danh/Mã số thuế', value: '{applicant.number}', mayLeave: true },
    ...applicantLines,
    {
      kind: 'line',
      label: 'Nội dung yêu cầu giải quyết',
      value: '{procedure.name}',
    },
    { kind: 'paragraph', text: '1. Thành phần hồ sơ nộp gồm:' },
    {
      kind: 'table',
      rows: 'components',
      columns: [
        { label: 'TT', share: 9 },
        { label: 'Tên giấy tờ', share: 55 },
        { label: 'Loại (bản chính/bản sao)', share: 22 },
        { label: 'Số lượng', share: 14 },
      ],
    },
    { kind: 'line', label: '2. Số lượng hồ sơ', value: '01 (bộ)' },
    {
      kind: 'line',
      label: '3. Thời gian giải quyết hồ sơ theo quy định',
      value: '{procedure.term}',
    },
    { kind: 'line', label: '4. Thời gian nhận hồ sơ', value: '{dossier.receivedAt}' },
    { kind: 'line', label: '5. Thời gian trả kết quả giải quyết hồ sơ', value: '{dossier.dueAt}' },
    { kind: 'line', label: '6. Đăng ký nhận kết quả tại', value: '{unit.name}' },
    { kind: 'line', label: '7. Phí, lệ phí', value: '{dossier.fee}' },
    {
      kind: 'paragraph',
      key: 'book',
      text: 'Vào Sổ theo dõi hồ sơ, Quyển số {form.year} Số thứ tự {form.number}',
    },
    {
      kind: 'signatures',
      left: { title: 'NGƯỜI NỘP HỒ SƠ', hint: '(Ký và ghi rõ họ tên)', name: '{applicant.name}' },
      right: {
        title: 'NGƯỜI TIẾP NHẬN HỒ SƠ',
        hint: '(Ký và ghi rõ họ tên)',
        name: '{actor.name}',
      },
    },
    {
      kind: 'paragraph',
      look: 'note',
      key: 'bring',
      mayLeave: true,
      text: 'Khi đến nhận kết quả, đề nghị mang theo giấy này, giấy tờ tùy thân và giấy ủy quyền (nếu nhận thay).',
    },
  ],
};
