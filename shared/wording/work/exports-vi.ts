import type { ExportFormat } from '#contract/dossiers';

export const exportsVi = {
  open: 'Xuất hồ sơ',
  title: 'Xuất hồ sơ ra tệp',
  which: 'Hồ sơ nào',
  meant: { list: 'Như danh sách đang xem', unit: 'Mọi hồ sơ của đơn vị' },
  from: 'Tiếp nhận từ ngày',
  to: 'Đến hết ngày',
  format: 'Dạng tệp',
  formats: {
    xlsx: 'Excel – mỗi hồ sơ một dòng',
    csv: 'CSV – mỗi hồ sơ một dòng',
    ndjson: 'Bản đầy đủ – mọi mốc của hồ sơ',
  } satisfies Record<ExportFormat, string>,
  hints: {
    xlsx: 'Các cột như danh sách của Cổng DVCQG; nhiều nhất 10.000 hồ sơ.',
    csv: 'Các cột như danh sách của Cổng DVCQG, không giới hạn số hồ sơ.',
    ndjson: 'Để chuyển hồ sơ sang đơn vị khác dùng Motcua: nhập lại được nguyên vẹn.',
  } satisfies Record<ExportFormat, string>,
  persons: 'Kèm họ tên, điện thoại, số định danh của người nộp',
  reason: 'Lý do cần thông tin người nộp',
  reasonHint: 'Lý do và tên anh/chị được ghi vào nhật ký xem thông tin che.',
  reasonMissing: 'Hãy ghi lý do.',
  leftOut: 'Không xuất hồ sơ đã hủy và hồ sơ liên thông đã gộp vào hồ sơ khác.',
  take: 'Tải tệp',
  done: 'Đã xuất tệp hồ sơ.',
};

export type ExportWords = typeof exportsVi;
