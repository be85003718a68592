import type { ReportProblemCode } from '#contract/problem';
import type { Wording } from './language.ts';
import type { ProblemSentences } from './problem-sentences.ts';

const say = (title: string, detail: string): ProblemSentences => ({ title, detail });

/** Reports that cannot be made so, or not now. */
export const reportProblems: Wording<Readonly<Record<ReportProblemCode, ProblemSentences>>> = {
  vi: {
    'period-ends-before-it-begins': say(
      'Kỳ báo cáo chưa đúng',
      'Ngày cuối kỳ đứng trước ngày đầu kỳ. Hãy xem lại hai ngày.',
    ),
    'register-entry-moved': say(
      'Dòng này vừa được người khác sửa',
      'Hãy xem lại nội dung mới rồi sửa tiếp. Nội dung anh/chị vừa nhập chưa được lưu.',
    ),
    'report-cell-unknown': say(
      'Báo cáo không có ô này',
      'Hãy mở lại báo cáo rồi bấm vào ô cần xem.',
    ),
    'report-file-unreadable': say(
      'Không đọc được tệp báo cáo',
      'Tệp phải là văn bản Word (.docx) không khóa mật khẩu và không quá dài. Hãy lưu lại thành .docx, hoặc dán nội dung vào ô bên dưới.',
    ),
    'report-file-without-form': say(
      'Trong tệp không có Biểu II.06b',
      'Không thấy bảng 16 cột hoặc 13 cột có số liệu. Hãy chọn tệp .docx hoặc .xlsx có kèm biểu này.',
    ),
    'report-not-so-far': say(
      'Báo cáo chưa đến bước này',
      'Báo cáo đi theo thứ tự trình, duyệt, ban hành, gửi. Hãy xem báo cáo đang ở bước nào.',
    ),
    'report-passage-unknown': say(
      'Báo cáo không có mục này',
      'Mẫu của loại báo cáo này không có mục cần sửa. Hãy mở lại báo cáo.',
    ),
    'report-signed-unfit': say(
      'Chưa nhận được tệp đã ký',
      'Tệp đã ký phải là tệp PDF còn nguyên vẹn. Hãy mở thử tệp, tải lại từ hệ thống văn bản rồi chọn lại.',
    ),
    'report-text-unfinished': say(
      'Chưa ban hành được: nội dung chưa xong',
      'Hãy điền các chỗ còn trống, rà soát các mục lấy từ kỳ trước và xem lại thể thức, rồi ban hành lại.',
    ),
    'placeholder-left': say('Còn chỗ trống', 'Mục này còn chỗ trống chưa điền.'),
    'passage-unreviewed': say('Chưa rà soát', 'Mục này lấy từ kỳ trước, chưa được rà soát.'),
    'symbol-differs': say(
      'Thể thức không khớp',
      'Ký hiệu, cơ quan ban hành và người ký không cùng một cơ quan.',
    ),
    'recipient-missing': say('Thiếu nơi nhận', 'Nơi được kính gửi chưa có trong Nơi nhận.'),
    'report-without-previous': say(
      'Chưa có bản trước để so sánh',
      'Đây là bản đầu tiên của kỳ này, hoặc bản này chưa ban hành.',
    ),
  },
  en: {
    'period-ends-before-it-begins': say(
      'This is no period',
      'Its last day lies before its first one. Look at both days again.',
    ),
    'register-entry-moved': say(
      'Somebody has changed this entry meanwhile',
      'Look at what it says now and change it again. What you typed was not kept.',
    ),
    'report-cell-unknown': say(
      'The report has no such cell',
      'Open the report again and choose the cell from it.',
    ),
    'report-file-unreadable': say(
      'The file cannot be read',
      'It has to be a Word document (.docx) without a password and not too long. Save it as .docx, or paste its text.',
    ),
    'report-file-without-form': say(
      'The file has no form II.06b',
      'No table of 16 or 13 columns with figures was found. Choose a .docx or .xlsx with that form.',
    ),
    'report-not-so-far': say(
      'The report has not come so far',
      'It is submitted, approved, issued and sent, in this order. See where it stands.',
    ),
    'report-passage-unknown': say(
      'The report has no such passage',
      'Reports of this kind have none by this name. Open the report again.',
    ),
    'report-signed-unfit': say(
      'The signed file was not taken',
      'A signed file is a whole PDF. Open it, fetch it from the document system again, and choose it once more.',
    ),
    'report-text-unfinished': say(
      'The text is not finished',
      'Fill in what is left open, review what was carried over, look at the head of the paper, then issue it.',
    ),
    'placeholder-left': say('A gap is left', 'The passage has still to be filled in.'),
    'passage-unreviewed': say(
      'Not reviewed',
      'The passage is of the last report, and nobody has reviewed it.',
    ),
    'symbol-differs': say(
      'The paper does not agree',
      'Symbol, issuing office and signer are not of one office.',
    ),
    'recipient-missing': say(
      'A recipient is missing',
      'Whoever is addressed is not among the recipients.',
    ),
    'report-without-previous': say(
      'There is no earlier version',
      'This is the first one of the period, or it has not been issued.',
    ),
  },
};
