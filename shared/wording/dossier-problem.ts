import type { DossierProblemCode } from '#contract/problem';
import type { Wording } from './language.ts';
import type { ProblemSentences } from './problem-sentences.ts';

const say = (title: string, detail: string): ProblemSentences => ({ title, detail });

const vi: Readonly<Record<DossierProblemCode, ProblemSentences>> = {
  'act-not-yours': say(
    'Việc này không thuộc vai trò của anh/chị',
    'Hãy nhờ người có vai trò phù hợp thực hiện.',
  ),
  'act-not-yours-here': say(
    'Anh/chị không làm được việc này trên hồ sơ này',
    'Hồ sơ đang ở bước hoặc ở phòng khác. Hãy nhờ người đang giữ hồ sơ hoặc lãnh đạo.',
  ),
  'act-not-allowed-in-state': say(
    'Hồ sơ đang ở trạng thái không làm được việc này',
    'Hãy chọn việc khác, hoặc làm việc này khi hồ sơ đã chuyển sang trạng thái phù hợp.',
  ),
  'dossier-already-exists': say('Hồ sơ đã có', 'Hãy mở hồ sơ đã có.'),
  'dossier-not-there': say('Không có hồ sơ này', 'Hãy kiểm tra lại mã hồ sơ.'),
  'occurs-in-future': say(
    'Thời điểm ở tương lai',
    'Việc đã xảy ra không thể muộn hơn lúc này. Hãy sửa thời điểm.',
  ),
  'occurs-before-previous': say(
    'Thời điểm trước việc liền trước',
    'Việc này phải xảy ra sau việc gần nhất của hồ sơ. Hãy sửa thời điểm.',
  ),
  'backdate-reason-required': say(
    'Nhập muộn cần lý do',
    'Việc xảy ra từ ngày làm việc trước. Hãy ghi lý do nhập muộn.',
  ),
  'assignee-required': say('Chưa chọn người nhận', 'Hãy chọn cán bộ hoặc phòng nhận hồ sơ.'),
  'amount-not-whole': say('Số tiền không đúng', 'Số tiền là số nguyên đồng, không âm.'),
  'respond-by-not-later': say(
    'Hạn bổ sung không ở sau',
    'Hạn để người dân bổ sung phải sau lúc yêu cầu.',
  ),
  'declared-due-before-receipt': say(
    'Hẹn trả trước khi tiếp nhận',
    'Ngày hẹn trả phải sau thời điểm tiếp nhận. Hãy xem lại giấy hẹn.',
  ),
  'unknown-variant': say(
    'Thủ tục không có trường hợp này',
    'Hãy chọn một trường hợp có trong danh mục của thủ tục.',
  ),
  'unknown-basis': say(
    'Căn cứ tạm dừng không có trong danh mục',
    'Hãy chọn căn cứ pháp lý trong danh mục của đơn vị.',
  ),
  'unknown-step': say('Quy trình không có bước này', 'Hãy chọn một bước của quy trình.'),
  'not-current-step': say(
    'Hồ sơ không ở bước này',
    'Chỉ hoàn thành được bước hồ sơ đang ở. Hãy tải lại hồ sơ.',
  ),
  'no-steps': say('Không còn bước nào', 'Thủ tục không có bước, hoặc mọi bước đã xong.'),
  'step-not-earlier': say('Bước trả về không ở trước', 'Chỉ trả về một bước trước bước hiện tại.'),
  'not-on-the-spot': say(
    'Thủ tục không làm tại chỗ',
    'Danh mục chưa khai mẫu thực hiện tại chỗ cho thủ tục này.',
  ),
  'term-after-due': say(
    'Đã qua hạn trả',
    'Chỉ thỏa thuận lại thời hạn khi chưa đến hạn. Hãy dùng Mẫu 04 nếu phải gia hạn.',
  ),
  'nothing-to-extend': say('Không có hạn để gia hạn', 'Hồ sơ đang tạm dừng hoặc chưa có hạn trả.'),
  'extension-not-later': say(
    'Hạn mới không muộn hơn',
    'Hạn mới phải sau lúc này và sau hạn hiện tại.',
  ),
  'extensions-exhausted': say(
    'Đã hết số lần gia hạn',
    'Đơn vị chỉ cho phép gia hạn một số lần nhất định với mỗi hồ sơ.',
  ),
  'not-at-agency': say('Hồ sơ không ở cơ quan khác', 'Chỉ nhận về hồ sơ đã chuyển đi.'),
  'already-linked': say('Hồ sơ đã được liên kết', 'Hãy bỏ liên kết cũ trước.'),
  'not-linked': say('Hồ sơ không liên kết như vậy', 'Hãy xem lại hồ sơ đang được liên kết.'),
  'unknown-version': say('Không có sự kiện này', 'Hãy tải lại lịch sử hồ sơ rồi chọn lại.'),
  'revision-stays': say(
    'Không hủy được lần tính lại này',
    'Hạn được tính lại theo lịch làm việc hoặc theo nguồn dữ liệu chính. Hãy sửa lịch hoặc nguồn.',
  ),
  'first-event-stays': say(
    'Không hủy được sự kiện đầu tiên',
    'Hồ sơ bắt đầu từ sự kiện này. Nếu nhập nhầm cả hồ sơ, hãy hủy hồ sơ.',
  ),
  'amendment-empty': say('Chưa sửa gì', 'Hãy nêu điều cần sửa hoặc sự kiện cần thêm.'),
  'amendment-unknown-member': say(
    'Sự kiện không có mục này',
    'Hãy chỉ sửa những mục có trong sự kiện.',
  ),
  'history-unlawful': say(
    'Sửa như vậy thì các việc sau không còn đúng quy trình',
    'Hãy sửa hoặc hủy các việc sau trước.',
  ),
  'dossier-exists': say(
    'Hồ sơ này đã có',
    'Mã này đã thuộc một hồ sơ. Hãy mở hồ sơ đó, không cần nhập lại.',
  ),
  'version-required': say(
    'Thiếu phiên bản hồ sơ',
    'Hãy gửi tiêu đề If-Match với phiên bản hồ sơ đang xem.',
  ),
  'version-stale': say(
    'Nội dung vừa thay đổi',
    'Người khác vừa làm xong trước. Hãy tải lại, xem rồi quyết định.',
  ),
  'approval-under-way': say(
    'Đang chờ duyệt',
    'Việc này trên hồ sơ đã được trình và đang chờ lãnh đạo duyệt.',
  ),
  'approval-closed': say('Đã được quyết định', 'Yêu cầu này không còn chờ duyệt.'),
  'unknown-assignee': say(
    'Người nhận không thuộc đơn vị',
    'Hãy chọn cán bộ đang có vai trò trong đơn vị.',
  ),
  'unknown-dossier': say(
    'Không tìm thấy hồ sơ chính',
    'Hồ sơ được liên kết phải là một hồ sơ khác trong cùng đơn vị.',
  ),
  'external-code-required': say(
    'Thiếu mã ở hệ thống nguồn',
    'Đã nêu nguồn thì phải nêu mã hồ sơ tại nguồn đó.',
  ),
  'target-required': say(
    'Chưa nêu hồ sơ nào',
    'Hãy nêu danh sách hồ sơ hoặc bộ lọc, không nêu cả hai.',
  ),
  'lookup-not-found': say(
    'Không tìm thấy hồ sơ',
    'Mã hồ sơ hoặc mã tra cứu không đúng. Hãy xem lại giấy tiếp nhận.',
  ),
  'form-not-due': say(
    'Hồ sơ chưa có việc để lập mẫu này',
    'Mẫu được lập từ việc đã xảy ra. Nếu hồ sơ đã có giấy hẹn của hệ thống nguồn thì không in Mẫu 01.',
  ),
  'print-not-offered': say(
    'Mẫu này không in được như vậy',
    'Hãy chọn định dạng và khổ giấy có trong danh sách của mẫu.',
  ),
  'book-range-inverted': say('Đến ngày ở trước từ ngày', 'Hãy sửa khoảng ngày của sổ.'),
  'book-too-long': say('Sổ quá dài', 'Hãy chọn khoảng ngày ngắn hơn, hoặc xuất ra bảng tính.'),
  'export-too-large': say('Bảng tính quá lớn', 'Hãy lọc bớt, hoặc xuất dạng CSV hay bản đầy đủ.'),
};

const en: Readonly<Record<DossierProblemCode, ProblemSentences>> = {
  'act-not-yours': say('Not an act of your role', 'Ask somebody whose role has this act.'),
  'act-not-yours-here': say(
    'Not yours on this dossier',
    'The dossier is at another step or in another department. Ask its holder or a leader.',
  ),
  'act-not-allowed-in-state': say(
    'Not possible in this state',
    'Choose another act, or do this one once the dossier has come to a state that allows it.',
  ),
  'dossier-already-exists': say('The dossier exists', 'Open the one there is.'),
  'dossier-not-there': say('There is no such dossier', 'Check the code.'),
  'occurs-in-future': say('The moment lies ahead', 'What happened cannot lie in the future.'),
  'occurs-before-previous': say(
    'Before what came before it',
    'This must have happened after the latest act on the dossier.',
  ),
  'backdate-reason-required': say(
    'A late entry needs a reason',
    'It happened on an earlier working day. Say why it is told now.',
  ),
  'assignee-required': say('Nobody is named', 'Name an officer or a department.'),
  'amount-not-whole': say('Not an amount', 'An amount is a whole number of dong, not negative.'),
  'respond-by-not-later': say(
    'The time to respond has passed',
    'The citizen must have time to respond after the request.',
  ),
  'declared-due-before-receipt': say(
    'Promised before it was received',
    'The promised moment lies before the receipt. Look at the slip again.',
  ),
  'unknown-variant': say('No such variant', 'Choose one of the variants of the procedure.'),
  'unknown-basis': say('No such legal basis', 'Choose one from the list of the unit.'),
  'unknown-step': say('No such step', 'Choose a step of the procedure.'),
  'not-current-step': say(
    'The dossier is not at this step',
    'Only the current step can be completed. Load the dossier again.',
  ),
  'no-steps': say('No step is left', 'The procedure has no steps, or all of them are done.'),
  'step-not-earlier': say('The step is not an earlier one', 'Return to a step before this one.'),
  'not-on-the-spot': say(
    'Not done on the spot',
    'The catalogue has no on-the-spot template for this procedure.',
  ),
  'term-after-due': say('The due moment has passed', 'Agree on a term before it, or extend.'),
  'nothing-to-extend': say('Nothing to extend', 'The dossier is paused or has no due moment.'),
  'extension-not-later': say(
    'The new moment is not later',
    'It must lie after now and after the current due moment.',
  ),
  'extensions-exhausted': say('No extension is left', 'The unit limits how often one may extend.'),
  'not-at-agency': say('Not at another agency', 'Only what was sent away can come back.'),
  'already-linked': say('The dossier is linked', 'Unlink it first.'),
  'not-linked': say('Not linked like that', 'Look at what the dossier is linked to.'),
  'unknown-version': say('No such event', 'Load the history again and choose anew.'),
  'revision-stays': say(
    'This revision stays',
    'The due moment follows the working calendar or the primary source. Change the calendar or the source.',
  ),
  'first-event-stays': say(
    'The first event stays',
    'A dossier begins with it. Annul a dossier that should never have been.',
  ),
  'amendment-empty': say('Nothing is changed', 'Say what to change, or what to insert.'),
  'amendment-unknown-member': say('No such member', 'Change only what the event has.'),
  'history-unlawful': say(
    'What came after would not be lawful',
    'Correct or void the later events first.',
  ),
  'dossier-exists': say('The dossier is known', 'The code belongs to a dossier; its id is here.'),
  'version-required': say('The version is missing', 'Send If-Match with the version you saw.'),
  'version-stale': say(
    'It has changed meanwhile',
    'Somebody else was quicker. Load it again and decide anew.',
  ),
  'approval-under-way': say('Waiting for approval', 'This act is waiting for a leader already.'),
  'approval-closed': say('Already decided', 'This request does not wait any more.'),
  'unknown-assignee': say('Nobody of this unit', 'Choose an officer with a role in the unit.'),
  'unknown-dossier': say(
    'The primary dossier is not there',
    'Link to another dossier of the same unit.',
  ),
  'external-code-required': say(
    'The code at the source is missing',
    'Who names a source names the code the dossier has there.',
  ),
  'target-required': say('No dossiers are named', 'Give a list of ids or a filter, not both.'),
  'lookup-not-found': say(
    'Not found',
    'The code or the look-up code is not right. Look at the receipt again.',
  ),
  'form-not-due': say(
    'Nothing has happened that this form is for',
    'Forms are made of what happened. A dossier with an official slip gets no second one.',
  ),
  'print-not-offered': say(
    'This form is not printed that way',
    'Choose a format and a paper among those the form offers.',
  ),
  'book-range-inverted': say('The last day is before the first', 'Correct the days of the book.'),
  'book-too-long': say('The book is too long', 'Choose fewer days, or the spreadsheet.'),
  'export-too-large': say('Too much for a spreadsheet', 'Filter more, or take CSV or NDJSON.'),
};

/** The life of a dossier. */
export const dossierProblems: Wording<Readonly<Record<DossierProblemCode, ProblemSentences>>> = {
  vi,
  en,
};
