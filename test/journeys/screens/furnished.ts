import { apiKeysPath } from '#contract/identity';
import { importMappingsPath, importsPath } from '#contract/imports';
import { incidentsPath } from '#contract/incidents';
import { reconciliationsPath } from '#contract/reconciliations';
import { Visitor } from '../visitor.ts';

interface Piece {
  readonly username: string;
  readonly path: string;
  readonly body: object;
}

/** *Xã Mẫu*: whoever administers more than one unit says which. */
const COMMUNE = 2;

const LIST = [
  'Mã hồ sơ\tMã TTHC\tKênh nộp\tNgày tiếp nhận\tTrạng thái',
  'LOI-0001\t2.000815\tkhông rõ\t32/13/2026\t?',
].join('\n');

/** What an office comes to have and the trial's month has not, with names as long as offices give. */
const PIECES: readonly Piece[] = [
  {
    username: 'lanhdao',
    path: reconciliationsPath,
    body: {
      ...{ source: 'dvc', from: '2025-12-15', to: '2026-01-14' },
      declared: [
        { numbers: { total: 41_200, resolved: 39_000 } },
        { row: 'Chứng thực', numbers: { total: 1 } },
      ],
    },
  },
  {
    username: 'tiepnhan',
    path: incidentsPath,
    body: {
      system: 'dvc',
      kind: 'signature',
      from: '2026-01-14T08:10:00+07:00',
      note: 'Mất ký số',
    },
  },
  {
    username: 'tiepnhan',
    path: importsPath,
    body: { profile: 'dossiers-national', text: LIST, dryRun: true },
  },
  {
    username: 'lanhdao',
    path: importMappingsPath,
    body: {
      name: 'Sổ theo dõi tiếp nhận và trả kết quả chứng thực bản sao từ bản chính (mẫu của phòng)',
      source: 'so-theo-doi-chung-thuc-ban-sao-tu-ban-chinh',
      columns: [
        { title: 'Số thứ tự trong sổ chứng thực theo năm', column: 'MaHoSo' },
        { title: 'Mã thủ tục hành chính', column: 'MaTTHC' },
        { title: 'Tình trạng', column: 'TrangThai' },
      ],
      values: [{ column: 'TrangThai', value: 'Đã trả kết quả cho người dân', means: '10' }],
      rules: { daysOnly: true },
    },
  },
  {
    username: 'quantri',
    path: apiKeysPath,
    body: {
      unitId: COMMUNE,
      name: 'Hệ thống thông tin giải quyết thủ tục hành chính của thành phố',
      permissions: ['imports.read', 'imports.write'],
    },
  },
];

/** Makes sure that the walk finds something on the screens the trial leaves empty. */
export async function furnish(): Promise<void> {
  for (const { username, path, body } of PIECES) {
    const officer = await Visitor.calm(username);
    await officer.tells(path, body);
    await officer.leave();
  }
}
