import { type OperationSentences, say } from './operation-sentences.ts';

/** What an office sets for itself, route by route: its parts, working time, procedures and forms. */
export const officeOperations: Readonly<Record<string, OperationSentences>> = {
  'GET /api/v1/calendar-versions': say('Các phiên bản lịch', 'Who changed working time, and how'),
  'GET /api/v1/calendars/:year': say('Lịch làm việc của năm', 'Every day of a year'),
  'GET /api/v1/form-editions': say('Lời của các mẫu biểu', 'How the forms are worded'),
  'GET /api/v1/departments': say('Danh sách phòng', 'The departments'),
  'GET /api/v1/procedure-matches': say(
    'Mã chưa đối chiếu',
    'Codes of sources nobody has catalogued',
  ),
  'GET /api/v1/procedures': say('Danh mục thủ tục', 'The procedures in force for a unit'),
  'GET /api/v1/procedures/:code/versions': say(
    'Các phiên bản của thủ tục',
    'How a procedure came to be as it is',
  ),
  'GET /api/v1/setup-lists': say(
    'Các lần nhập danh mục',
    'Lists of procedures and people, the newest first',
  ),
  'GET /api/v1/units': say('Danh sách đơn vị', 'The units'),
  'PATCH /api/v1/departments/:code': say(
    'Đổi tên, bỏ hoặc mở lại phòng',
    'Rename, give up or reopen a department',
  ),
  'PATCH /api/v1/units/:id': say('Sửa đơn vị', 'Change a unit and its settings'),
  'POST /api/v1/calendars/apply': say('Áp dụng lịch', 'Put a previewed calendar in force'),
  'POST /api/v1/calendars/preview': say('Xem trước thay đổi lịch', 'Which due moments would move'),
  'POST /api/v1/departments': say('Thêm phòng', 'Add a department'),
  'POST /api/v1/form-editions/:sheet/preview': say(
    'Xem thử bản in của mẫu',
    'A form with sample data',
  ),
  'PUT /api/v1/form-editions/:sheet': say('Đặt lời của một mẫu', 'Word a form for the unit'),
  'POST /api/v1/procedure-matches': say('Ghép mã với thủ tục', 'Say which procedure a code is'),
  'POST /api/v1/procedures': say('Thêm thủ tục', 'Enter a procedure'),
  'POST /api/v1/procedures/:code/versions': say('Phiên bản mới của thủ tục', 'A new version of it'),
  'POST /api/v1/setup-lists/errors': say(
    'Tải các dòng cần sửa của danh mục',
    'The wrong rows of a list, to mend and bring again',
  ),
  'POST /api/v1/setup-lists': say(
    'Nhập danh mục thủ tục, người dùng từ tệp',
    'Procedures or people from a file; with dryRun only looked at',
  ),
  'POST /api/v1/units': say('Thêm đơn vị', 'Add a unit'),
};
