import { type OperationSentences, say } from './operation-sentences.ts';

/** Reports, route by route. */
export const reportOperations: Readonly<Record<string, OperationSentences>> = {
  'GET /api/v1/registers/:kind': say('Sổ theo dõi', 'The entries of a register'),
  'GET /api/v1/registers/figures': say(
    'Số liệu của các sổ theo dõi trong kỳ',
    'What the registers say of some days',
  ),
  'POST /api/v1/registers/:kind': say('Ghi sổ theo dõi', 'An entry of a register'),
  'PUT /api/v1/registers/:kind/:id': say(
    'Sửa, xóa một dòng của sổ',
    'An entry anew, or struck out; what was entered stays',
  ),
  'GET /api/v1/reports/comparison': say(
    'So sánh với kỳ trước và cùng kỳ năm trước',
    'Totals against the period before and the same days a year ago',
  ),
  'GET /api/v1/reports/digitisation': say(
    'Thống kê số hóa (Phụ lục 01)',
    'Digitisation, 21 columns',
  ),
  'GET /api/v1/reports/digitisation/dossiers': say(
    'Hồ sơ của một ô Phụ lục 01',
    'The dossiers of one of its cells',
  ),
  'GET /api/v1/reports/ii06b': say('Biểu II.06b', 'Form II.06b over any days, with its identities'),
  'GET /api/v1/reports/ii06b/dossiers': say(
    'Hồ sơ của một ô Biểu II.06b',
    'The dossiers of one of its cells',
  ),
  'GET /api/v1/reports/indicators': say(
    'Các tỷ lệ, chỉ tiêu',
    'Ratios, with what is missing to the target',
  ),
  'GET /api/v1/reports/indicators/dossiers': say(
    'Hồ sơ của một tỷ lệ',
    'The dossiers a ratio counts, or misses',
  ),
  'GET /api/v1/reports/late': say(
    'Hồ sơ quá hạn: ai giữ, giữ bao lâu',
    'Late dossiers, with who held them and for how long',
  ),
  'GET /api/v1/reports/review': say('Cần xem lại', 'What somebody should look at again'),
  'GET /api/v1/reports/review/dossiers': say(
    'Hồ sơ cần xem lại',
    'The dossiers of one of its rows',
  ),
  'GET /api/v1/reports/steps': say(
    'Quá hạn một phần, thời gian từng bước',
    'Where the time went, step by step or by department',
  ),
  'GET /api/v1/reports/steps/dossiers': say(
    'Hồ sơ của một bước',
    'The dossiers of a step, of a ground of refusal, or that stand still',
  ),
  'POST /api/v1/report-checks': say(
    'Kiểm tra báo cáo',
    'Read a report, text or DOCX: what in it does not agree with what; nothing is kept',
  ),
  'GET /api/v1/report-issues': say('Các báo cáo', 'Reports drawn up, the newest first'),
  'GET /api/v1/report-issues/:id': say(
    'Một báo cáo',
    'Its sections: live until it is issued, then as they were',
  ),
  'GET /api/v1/report-issues/:id/changes': say(
    'Điều chỉnh sau khi chốt số liệu',
    'What is otherwise since, with the dossiers named',
  ),
  'GET /api/v1/report-issues/:id/dossiers': say(
    'Hồ sơ của một ô đã chốt',
    'The dossiers of a cell as it was frozen',
  ),
  'GET /api/v1/report-issues/:id/export': say(
    'Xuất báo cáo (Word, PDF, Excel, CSV, JSON)',
    'The report as a letter, a workbook or data',
  ),
  'GET /api/v1/report-issues/:id/preview': say(
    'Xem trước bản in của báo cáo',
    'The paper as it would be printed now, to be shown in the page',
  ),
  'GET /api/v1/report-issues/:id/signed': say('Tệp đã ký', 'The signed paper as it came'),
  'GET /api/v1/report-issues/:id/text': say(
    'Nội dung báo cáo',
    'Its words: sentences with their numbers, what people wrote, what is still unfinished',
  ),
  'PUT /api/v1/report-issues/:id/heading': say(
    'Sửa thể thức báo cáo',
    'Head, recipients and signer of its paper',
  ),
  'PUT /api/v1/report-issues/:id/passages/:key': say(
    'Sửa một mục của báo cáo',
    'Write a passage, or say that it was reviewed',
  ),
  'GET /api/v1/report-schedules': say(
    'Lịch lập báo cáo, hạn gửi',
    'Drafts to come, and reports that are awaited',
  ),
  'PUT /api/v1/report-schedules': say(
    'Đặt lịch lập báo cáo, hạn gửi',
    'Which reports are drawn up by themselves, and by when they are sent',
  ),
  'PATCH /api/v1/report-issues/:id': say('Sửa bản dự thảo', 'Change a draft'),
  'POST /api/v1/report-issues': say(
    'Lập báo cáo',
    'Draw a report up; the same days again make the next version',
  ),
  'POST /api/v1/report-issues/:id/accept': say(
    'Thành phố tiếp nhận báo cáo',
    'The city takes it in',
  ),
  'POST /api/v1/report-issues/:id/approve': say('Duyệt báo cáo', 'A leader approves it'),
  'POST /api/v1/report-issues/:id/attach': say(
    'Ghi số, ngày, tệp đã ký',
    'Number, day and signed file',
  ),
  'POST /api/v1/report-issues/:id/explain': say(
    'Giải trình với thành phố',
    'Answer the city: the figures stand, and why',
  ),
  'GET /api/v1/indicator-definitions': say(
    'Cách tính, chỉ tiêu thành phố giao',
    'What the receiving city means by each indicator, and its targets',
  ),
  'PUT /api/v1/indicator-definitions': say(
    'Đặt cách tính, chỉ tiêu từ một ngày',
    'Set population and target of an indicator from a day on',
  ),
  'GET /api/v1/city': say(
    'Toàn thành phố',
    'Every unit: what goes late today, and how far it is from the targets',
  ),
  'GET /api/v1/city/reports': say(
    'Báo cáo đã gửi, chưa gửi, gửi chậm',
    'The report of every unit over one period',
  ),
  'GET /api/v1/city/consolidation': say(
    'Số liệu tổng hợp toàn thành phố',
    'The sum of the latest issued versions and parsed files, the missing named',
  ),
  'GET /api/v1/city/consolidation/export': say(
    'Tải dự thảo báo cáo tổng hợp',
    'The report of the city as a file: its sums told, its other passages left to people',
  ),
  'GET /api/v1/city/consolidation/units': say(
    'Các đơn vị của một ô tổng hợp',
    'The units that make one of its numbers',
  ),
  'POST /api/v1/city/files': say(
    'Nhập báo cáo từ tệp',
    'Take in the report of a unit outside the product: DOCX or XLSX',
  ),
  'DELETE /api/v1/city/files/:id': say('Gỡ tệp báo cáo', 'Take it out of the sum again'),
  'POST /api/v1/report-issues/:id/issue': say(
    'Ban hành, chốt số liệu',
    'Issue it: figures, members and bytes are frozen',
  ),
  'POST /api/v1/report-issues/:id/return': say(
    'Trả lại báo cáo',
    'Give it back, with a reason; the city too',
  ),
  'POST /api/v1/report-issues/:id/send': say('Gửi thành phố', 'Send it to the city'),
  'POST /api/v1/report-issues/:id/submit': say('Trình duyệt', 'Submit it to the leader'),
};
