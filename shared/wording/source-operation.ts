import { type OperationSentences, say } from './operation-sentences.ts';

/** The systems dossiers come from, what their lists mean, and how long what they say of persons is kept. */
export const sourceOperations: Readonly<Record<string, OperationSentences>> = {
  'GET /api/v1/import-mappings': say('Cách đọc danh sách đã lưu', 'What other layouts mean'),
  'POST /api/v1/import-mappings': say('Lưu cách đọc danh sách', 'What such lists mean from now on'),
  'GET /api/v1/import-mappings/saved': say(
    'Các cách đọc đã lưu, kể cả đã bỏ, và lần đọc gần nhất',
    'Every saved meaning, given up or not, and what it last read',
  ),
  'GET /api/v1/import-mappings/:id/versions': say(
    'Các lần lưu của một cách đọc',
    'How a saved meaning came to be',
  ),
  'PUT /api/v1/import-mappings/:id': say('Sửa cách đọc', 'What such lists mean from now on'),
  'PUT /api/v1/import-mappings/:id/retired': say(
    'Bỏ hoặc dùng lại cách đọc',
    'Give a saved meaning up, or take it up again',
  ),
  'GET /api/v1/sources': say('Các nguồn dữ liệu', 'The systems dossiers come from'),
  'GET /api/v1/retention': say('Quy tắc lưu giữ và những gì đã xóa', 'How long what is kept'),
  'POST /api/v1/retention/preview': say(
    'Đếm trước những gì sẽ bị xóa',
    'What would be erased tonight; nothing is',
  ),
  'PUT /api/v1/retention': say('Đặt quy tắc lưu giữ', 'Set how long what is kept'),
  'PUT /api/v1/sources': say(
    'Đặt thứ tự, tên nguồn và khi nào dữ liệu coi là cũ',
    'Whom the unit asks first, and when their word is old',
  ),
};
