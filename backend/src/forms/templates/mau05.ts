import type { Template } from '../layout/template.ts';

export const mau05: Template = {
  form: 'mau05',
  symbol: 'TBDHS',
  title: 'THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ',
  blocks: [
    { kind: 'paragraph', look: 'centred', key: 'addressee', text: 'Kính gửi: {applicant.name}' },
    {
      kind: 'paragraph',
      key: 'receipt',
      text: '{unit.name} đã tiếp nhận hồ sơ {dossier.code} của Ông/Bà lúc {dossier.receivedAt} về việc: {procedure.name}.',
    },
    {
      kind: 'paragraph',
      key: 'stop',
      text: '{unit.name} thông báo dừng giải quyết hồ sơ nêu trên kể từ {event.occurredAt}.',
    },
    { kind: 'line', label: 'Lý do, căn cứ', value: '{event.reason}' },
    { kind: 'line', label: 'Phí, lệ phí đã nộp', value: '{dossier.fee}' },
    { kind: 'line', label: 'Giấy tờ trả lại', value: '{event.returnedPapers}' },
    {
      kind: 'paragraph',
      key: 'closing',
      mayLeave: true,
      text: 'Xin thông báo để Ông/Bà được biết./.',
    },
    {
      kind: 'signatures',
      left: null,
      right: {
        title: '{signer.form}',
        hint: '(Ký, ghi rõ họ tên và đóng dấu)',
        name: '{signer.name}',
      },
    },
    { kind: 'recipients', lines: ['Như trên;', 'Lưu: VT, HCC.'] },
  ],
};
