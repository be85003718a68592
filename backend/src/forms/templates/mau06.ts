import type { Template } from '../layout/template.ts';

export const mau06: Template = {
  form: 'mau06',
  symbol: 'PKS',
  title: 'PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ',
  blocks: [
    { kind: 'line', label: 'Mã hồ sơ', value: '{dossier.code}' },
    { kind: 'line', label: 'Kèm theo hồ sơ của', value: '{applicant.name}' },
    { kind: 'line', label: 'Số điện thoại', value: '{applicant.phone}', mayLeave: true },
    { kind: 'line', label: 'Thủ tục', value: '{procedure.name}' },
    { kind: 'line', label: 'Thời gian nhận hồ sơ', value: '{dossier.receivedAt}' },
    { kind: 'line', label: 'Thời gian hẹn trả', value: '{dossier.dueAt}' },
    {
      kind: 'table',
      rows: 'handovers',
      columns: [
        { label: 'TÊN CƠ QUAN, BƯỚC', share: 24 },
        { label: 'THỜI GIAN GIAO, NHẬN HỒ SƠ', share: 34 },
        { label: 'KẾT QUẢ GIẢI QUYẾT HỒ SƠ', share: 20 },
        { label: 'GHI CHÚ', share: 22 },
      ],
    },
    {
      kind: 'paragraph',
      look: 'note',
      key: 'drawn',
      mayLeave: true,
      text: 'Phiếu được lập từ nhật ký xử lý của hồ sơ đến {form.printedAt}.',
    },
  ],
};
