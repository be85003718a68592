import { instant, type Instant } from '#domain/working-time';
import type { BookRow } from '../book/book-row.ts';
import { letterheadOf } from '../facts/letterhead.ts';
import type { Facts } from '../layout/template.ts';

/** Across every page: nobody is to take it for a paper. */
export const SAMPLE_MARK = 'BẢN XEM THỬ';

const MORNING = '08 giờ 15 phút, ngày 12 tháng 01 năm 2026';
const DUE = '17 giờ 00 phút, ngày 16 tháng 01 năm 2026';
const LATER = '17 giờ 00 phút, ngày 20 tháng 01 năm 2026';

const PERSON = {
  ...{ 'applicant.name': 'Nguyễn Văn Mẫu', 'applicant.number': '000000000000' },
  ...{ 'applicant.address': 'Số 1, đường Thử', 'applicant.phone': '0900 000 000' },
  'applicant.email': 'nguyenvanmau@example.com',
};

const DOSSIER = {
  ...{ 'dossier.code': 'H24.99-260112-0001', 'dossier.lookupCode': 'XEMTHU00' },
  'dossier.lookupLink': 'https://example.com/tra-cuu#H24.99-260112-0001/XEMTHU00',
  ...{ 'dossier.receivedAt': MORNING, 'dossier.dueAt': DUE, 'dossier.dueBefore': DUE },
  ...{ 'dossier.fee': '8.000 đồng', 'procedure.term': '4 ngày làm việc' },
  'procedure.name': 'Cấp bản sao Trích lục hộ tịch',
};

const EVENT = {
  ...{ 'event.reason': 'Lý do ghi ở đây', 'event.occurredAt': MORNING },
  ...{ 'event.returnedPapers': 'Tờ khai (bản chính)', 'event.respondBy': LATER },
  ...{ 'event.newDueAt': LATER, 'actor.name': 'Trần Thị Thử', 'signer.name': 'Lê Văn Thử' },
  'signer.form': 'GIÁM ĐỐC',
};

const FORM = {
  ...{ 'form.number': '01', 'form.year': '2026', 'form.date': 'ngày 12 tháng 01 năm 2026' },
  'form.printedAt': MORNING,
};

/** A dossier that is nobody's, for looking at a form. */
export const sampleFacts = (unitName: string): Facts => {
  const { authority, centre, name, place } = letterheadOf(unitName);
  return {
    texts: {
      ...{ 'unit.authority': authority, 'unit.centre': centre },
      ...{ 'unit.name': name, 'unit.place': place },
      ...{ ...PERSON, ...DOSSIER, ...EVENT, ...FORM },
    },
    tables: {
      components: [
        ['1', 'Tờ khai', 'Bản chính', '01'],
        ['2', 'Giấy tờ tùy thân', 'Bản sao', '01'],
      ],
      items: [['1', 'Bản sao giấy khai sinh', '', '', '']],
      handovers: [
        ['Tiếp nhận hồ sơ', '12/01/2026 08:15\nTrần Thị Thử', '', ''],
        ['Thẩm định', 'Nhận: 12/01/2026 09:00\nGiao: 13/01/2026 10:30', 'Trước hạn', ''],
      ],
    },
  };
};

const at = (text: string): Instant => instant(Date.parse(text));

/** A line of the book. */
export const sampleRows: readonly BookRow[] = [
  {
    ...{ code: 'H24.99-260112-0001', procedure: 'Cấp bản sao Trích lục hộ tịch' },
    ...{ name: 'Nguyễn Văn Mẫu', address: 'Số 1, đường Thử', phone: '0900 000 000' },
    ...{ department: 'Phòng Thử', method: 'counter', state: 'returned' },
    receivedAt: at('2026-01-12T08:15:00+07:00'),
    dueAt: at('2026-01-16T17:00:00+07:00'),
    movedAt: at('2026-01-12T09:00:00+07:00'),
    finishedAt: at('2026-01-15T10:00:00+07:00'),
    returnedAt: at('2026-01-15T14:00:00+07:00'),
  },
];
