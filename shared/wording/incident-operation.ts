import { type OperationSentences, say } from './operation-sentences.ts';

/** Incidents of other systems, route by route. */
export const incidentOperations: Readonly<Record<string, OperationSentences>> = {
  'GET /api/v1/incidents': say('Các sự cố', 'When which system did not work, the newest first'),
  'GET /api/v1/incidents/:id/dossiers': say(
    'Hồ sơ bị ảnh hưởng',
    'Dossiers of that system that were open meanwhile',
  ),
  'DELETE /api/v1/incidents/:id/picture': say('Bỏ ảnh sự cố', 'Take the picture away'),
  'GET /api/v1/incidents/:id/picture': say('Ảnh chụp sự cố', 'What the screen showed'),
  'GET /api/v1/incidents/timeline': say(
    'Bảng kê sự cố để gửi đi',
    'When which system did not work, as a sheet or on paper',
  ),
  'PATCH /api/v1/incidents/:id': say(
    'Sửa, kết thúc sự cố',
    'Say that it is over, what it was, or that there was none',
  ),
  'POST /api/v1/incidents/:id/picture': say(
    'Gắn ảnh vào sự cố',
    'Attach what the screen showed, in the place of what is there',
  ),
  'POST /api/v1/incidents': say('Ghi sự cố hệ thống', 'Write down that a system does not work'),
};
