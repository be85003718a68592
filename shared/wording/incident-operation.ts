import { type OperationSentences, say } from './operation-sentences.ts';

/** Incidents of other systems, route by route. */
export const incidentOperations: Readonly<Record<string, OperationSentences>> = {
  'GET /api/v1/incidents': say('Các sự cố', 'When which system did not work, the newest first'),
  'GET /api/v1/incidents/:id/dossiers': say(
    'Hồ sơ bị ảnh hưởng',
    'Dossiers of that system that were open meanwhile',
  ),
  'GET /api/v1/incidents/timeline': say(
    'Bảng kê sự cố để gửi đi',
    'When which system did not work, as a sheet or on paper',
  ),
  'PATCH /api/v1/incidents/:id': say(
    'Sửa, kết thúc sự cố',
    'Say that it is over, what it was, or that there was none',
  ),
  'POST /api/v1/incidents': say('Ghi sự cố hệ thống', 'Write down that a system does not work'),
};
