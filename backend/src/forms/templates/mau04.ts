import type { Template } from '../layout/template.ts';

export const mau04: Template = {
  form: 'mau04',
  symbol: 'XLGH',
  title: 'VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT',
  blocks: [
    { kind: 'paragraph', look: 'centred', key: 'addressee', text: 'Kính gửi: {applicant.name}' },
    {
      kind: 'paragraph',
      key: 'receipt',
      text: 'Lúc {dossier.receivedAt}, {unit.name} tiếp nhận hồ sơ {dossier.code} của Ông/Bà về việc: {procedure.name}.',
    },
    { kind: 'line', label: 'Thời gian hẹn trả kết quả', value: '{dossier.dueBefore}' },
    {
      kind: 'paragraph',
      key: 'lateness',
      text: 'Đến nay, {unit.name} chưa trả kết quả giải quyết hồ sơ của Ông/Bà đúng thời hạn.',
    },
    { kind: 'line', label: 'Lý do', value: '{event.reason}' },
    {
      kind: 'paragraph',
      key: 'apology',
      text: '{unit.name} xin lỗi Ông/Bà vì sự chậm trễ này và đề nghị gia hạn thời gian giải quyết hồ sơ.',
    },
    { kind: 'line', label: 'Thời gian hẹn trả kết quả mới', value: '{event.newDueAt}' },
    {
      kind: 'paragraph',
      key: 'closing',
      mayLeave: true,
      text: 'Rất mong nhận được sự thông cảm của Ông/Bà./.',
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
