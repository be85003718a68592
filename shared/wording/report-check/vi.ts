import { viFindings } from './findings-vi.ts';

export const vi = {
  title: 'Kiểm tra báo cáo',
  open: 'Kiểm tra báo cáo',
  back: 'Về Báo cáo',
  intro:
    'Dán nội dung báo cáo, hoặc thả tệp Word hoặc Excel vào đây. Hệ thống đối chiếu các số liệu trong báo cáo với nhau; không lưu lại nội dung.',
  text: 'Nội dung báo cáo',
  file: 'Chọn tệp .docx hoặc .xlsx',
  check: 'Kiểm tra',
  again: 'Kiểm tra báo cáo khác',
  checking: 'Đang đọc báo cáo…',
  nothing: 'Chưa có nội dung để kiểm tra',
  nothingHint: 'Hãy dán nội dung báo cáo vào ô trên.',
  agrees: 'Không thấy số liệu nào mâu thuẫn',
  agreesHint: (figures: number, tables: number) =>
    `Đã đọc ${figures} số liệu và ${tables} biểu. Số liệu khớp nhau chưa có nghĩa là đúng thực tế.`,
  found: (count: number, figures: number, tables: number) =>
    `${count} điểm cần giải trình, sau khi đọc ${figures} số liệu và ${tables} biểu.`,
  findings: 'Điểm cần giải trình',
  read: 'Báo cáo như đã đọc',
  mark: (number: number) => `điểm ${number}`,
  copy: 'Chép phiếu',
  copied: 'Đã chép phiếu đề nghị giải trình.',
  notCopied: 'Trình duyệt không cho chép. Hãy bôi đen phiếu rồi chép.',
  print: 'In phiếu',
  slip: 'PHIẾU ĐỀ NGHỊ GIẢI TRÌNH',
  slipIntro: (count: number) =>
    `Qua kiểm tra, báo cáo có ${count} điểm số liệu, nội dung chưa thống nhất. Đề nghị đơn vị rà soát, giải trình hoặc chỉnh sửa:`,
  sentence: 'Nội dung trong báo cáo',
  reason: 'Điểm cần giải trình',
  reply: 'Giải trình của đơn vị',
  findingWords: viFindings,
};

export type ReportCheckWords = typeof vi;
