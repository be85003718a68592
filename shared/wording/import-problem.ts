import type { ImportProblemCode } from '#contract/problem';
import type { Wording } from './language.ts';
import type { ProblemSentences } from './problem-sentences.ts';

const say = (title: string, detail: string): ProblemSentences => ({ title, detail });

/** Files and pasted tables that are not taken in. */
export const importProblems: Wording<Readonly<Record<ImportProblemCode, ProblemSentences>>> = {
  vi: {
    'file-required': say('Chưa có dữ liệu', 'Hãy chọn một tệp hoặc dán bảng hồ sơ.'),
    'file-empty': say('Tệp không có dòng nào', 'Hãy xuất lại danh sách hồ sơ rồi nhập lại.'),
    'file-not-text': say(
      'Không đọc được tệp',
      'Tệp không phải bảng tính hay văn bản. Hãy xuất lại danh sách dạng XLSX hoặc CSV.',
    ),
    'file-damaged': say(
      'Tệp bị hỏng',
      'Tệp thiếu một phần hoặc không phải bảng tính. Chưa nhập dòng nào; hãy xuất lại từ hệ thống nguồn.',
    ),
    'file-encrypted': say(
      'Tệp đang đặt mật khẩu',
      'Hãy mở tệp, bỏ mật khẩu, lưu lại dạng XLSX rồi nhập lại.',
    ),
    'file-is-old-xls': say(
      'Tệp .xls kiểu cũ',
      'Hãy mở tệp bằng Excel, chọn Lưu thành (Save as) dạng XLSX rồi nhập lại.',
    ),
    'file-too-large-inside': say(
      'Tệp quá lớn',
      'Mỗi tệp nhập được nhiều nhất 150.000 dòng, 256 cột. Hãy xuất theo từng khoảng ngày rồi nhập lần lượt.',
    ),
    'file-unsafe': say(
      'Tệp không an toàn',
      'Tệp có khai báo mà bảng tính bình thường không có nên không được mở. Hãy xuất lại từ hệ thống nguồn.',
    ),
    'not-a-dossier-list': say(
      'Không phải danh sách hồ sơ',
      'Bảng không có cột mã hồ sơ. Bảng thống kê không nhập được; hãy xuất danh sách hồ sơ.',
    ),
    'not-a-setup-list': say(
      'Không nhận ra danh sách',
      'Bảng không có cột mã thủ tục hoặc tên đăng nhập. Hãy tải tệp mẫu và giữ nguyên dòng tiêu đề.',
    ),
    'columns-missing': say(
      'Thiếu cột',
      'Danh sách phải có các cột mã hồ sơ, mã TTHC và trạng thái.',
    ),
    'column-given-twice': say(
      'Hai cột cùng một ý nghĩa',
      'Không thể đoán cột nào đúng. Hãy bỏ bớt một cột rồi nhập lại.',
    ),
    'channel-required': say(
      'Chưa rõ kênh nộp',
      'Danh sách không có cột kênh nộp. Hãy chọn kênh nộp cho cả danh sách.',
    ),
    'mapping-unknown': say(
      'Không có cách đọc này',
      'Cách đọc đã chọn không còn trong đơn vị. Hãy chọn lại hoặc chỉ định lại các cột.',
    ),
    'mapping-value-unknown': say(
      'Có giá trị chưa hiểu được',
      'Hãy chọn lại ý nghĩa của các giá trị được đánh dấu.',
    ),
    'exported-in-future': say(
      'Thời điểm xuất dữ liệu ở tương lai',
      'Hãy xem lại thời điểm xuất dữ liệu của tệp.',
    ),
    'import-not-checked': say(
      'Đợt nhập chưa kiểm tra xong',
      'Chỉ ghi vào sổ được đợt nhập đã kiểm tra xong và chưa ghi.',
    ),
    'import-not-running': say('Đợt nhập đã kết thúc', 'Đợt nhập này không còn gì để dừng.'),
    'import-not-undoable': say(
      'Không hoàn tác được đợt nhập này',
      'Chỉ hoàn tác được đợt đã ghi hồ sơ, chưa được hoàn tác và không đang hoàn tác.',
    ),
  },
  en: {
    'file-required': say('Nothing to import', 'Choose a file, or paste a table of dossiers.'),
    'file-empty': say('The file has no rows', 'Export the list of dossiers again.'),
    'file-not-text': say(
      'The file cannot be read',
      'It is neither a spreadsheet nor text. Export the list as XLSX or CSV.',
    ),
    'file-damaged': say(
      'The file is damaged',
      'A part is missing, or it is no spreadsheet. Nothing was imported; export it again.',
    ),
    'file-encrypted': say(
      'The file has a password',
      'Open it, take the password off, save it as XLSX and import that.',
    ),
    'file-is-old-xls': say(
      'This is an old .xls file',
      'Open it in Excel, save it as XLSX and import that.',
    ),
    'file-too-large-inside': say(
      'The file is too large',
      'A file may hold 150,000 rows and 256 columns at most. Export it in parts.',
    ),
    'file-unsafe': say(
      'The file is not safe',
      'It declares what no ordinary spreadsheet does, and was not opened. Export it again.',
    ),
    'not-a-dossier-list': say(
      'This is no list of dossiers',
      'There is no column of dossier codes. Statistics cannot be imported; export the list.',
    ),
    'not-a-setup-list': say(
      'The list is not understood',
      'There is no column of procedure codes or user names. Use the template and keep its titles.',
    ),
    'columns-missing': say(
      'Columns are missing',
      'A list needs dossier code, procedure code, status.',
    ),
    'column-given-twice': say(
      'Two columns mean the same',
      'Nobody can guess which is right. Leave one of them out.',
    ),
    'channel-required': say(
      'The channel is not known',
      'The list has no column of channels. Choose one for the whole list.',
    ),
    'mapping-unknown': say(
      'There is no such mapping',
      'The unit does not have it any more. Choose another, or name the columns again.',
    ),
    'mapping-value-unknown': say(
      'A value is not understood',
      'Choose what the marked values mean.',
    ),
    'exported-in-future': say(
      'Exported in the future',
      'Look again at when the data were exported.',
    ),
    'import-not-checked': say(
      'The import is not checked yet',
      'Only an import that was checked and is not committed can be committed.',
    ),
    'import-not-running': say('The import has ended', 'There is nothing left to stop.'),
    'import-not-undoable': say(
      'This import cannot be undone',
      'Only one that was taken over can be, and only once; another one may be under way.',
    ),
  },
};
