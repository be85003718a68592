import type { IssueAnswer, IssueSectionAnswer, ReportText } from '#contract/reports';
import { reportWords } from '#wording/reports';
import { letterheadOf } from '../../forms/index.ts';

type Told = Pick<IssueAnswer, 'template' | 'text' | 'document' | 'periods'>;
type TableBlock = Extract<ReportText['chapters'][number]['blocks'][number], { kind: 'table' }>;

const { vi } = reportWords;
const SYMBOL = 'BC-TTPVHCC';

const day = (date: string): string => date.split('-').reverse().join('/');

const tableBlock = (
  { section, ii06b }: IssueSectionAnswer,
  form: TableBlock['form'],
  named: Pick<TableBlock, 'label' | 'title'>,
): TableBlock => ({
  ...{ kind: 'table', key: `${section}.${form}`, section, form, rows: null, ...named },
  ...{ place: 'appendix', orientation: 'landscape' },
  subtitles: [vi.formPeriod(day(ii06b.from), day(ii06b.to))],
});

const tablesOf = (section: IssueSectionAnswer): readonly TableBlock[] => [
  tableBlock(section, 'ii06b', {
    label: 'Biểu số II.06b/VPCP/KSTT',
    title: vi.formTitle(section.ii06b.unit.name),
  }),
  tableBlock(section, 'digitisation', {
    label: 'Phụ lục 01',
    title: 'THỐNG KÊ TỔNG HỢP TÌNH HÌNH SỐ HÓA HỒ SƠ THỦ TỤC HÀNH CHÍNH',
  }),
  tableBlock(section, 'indicators', {
    label: 'Phụ lục 02',
    title: 'TỔNG HỢP CÁC TỶ LỆ, CHỈ TIÊU',
  }),
];

/** *15/BC-UBND*: the number, and what follows the stroke. */
const numbered = (document: Told['document']) => {
  const [number, ...symbol] = document?.number.split('/') ?? [];
  return { number: number ?? null, symbol: symbol.length === 0 ? SYMBOL : symbol.join('/') };
};

const headingOf = (told: Told, main: IssueSectionAnswer): ReportText['heading'] => {
  const { authority, centre, place } = letterheadOf(main.ii06b.unit.name);
  const { from, to } = main.ii06b;
  return {
    ...{ superior: authority, organisation: centre, ...numbered(told.document) },
    ...{ place, date: told.document?.date ?? null, kind: 'BÁO CÁO', version: 0 },
    title: 'Tình hình, kết quả giải quyết thủ tục hành chính',
    days: `(từ ngày ${day(from)} đến ngày ${day(to)})`,
    addressees: [],
    recipients: ['Như trên'],
    filing: 'VT, TTPVHCC',
    signer: { authority: ['GIÁM ĐỐC'], name: '' },
  };
};

/** The paper of a report nobody has written sentences for: what was typed in one piece, and its tables. */
export const bareText = (told: Told, sections: readonly IssueSectionAnswer[]): ReportText => {
  const [main] = sections;
  if (main === undefined) throw new Error('A report without a main section');
  const body = told.text ?? '';
  const chapter = { depth: 0, number: null, heading: null, printed: true };
  return {
    heading: headingOf(told, main),
    chapters: [
      {
        ...{ ...chapter, key: 'text' },
        blocks: [
          {
            ...{ kind: 'human', key: 'text', label: '', body, version: 0, proposal: '' },
            ...{ state: body === '' ? 'empty' : 'own', placeholders: [], carriedFrom: null },
          },
        ],
      },
      { ...chapter, key: 'tables', blocks: sections.flatMap(tablesOf) },
    ],
    faults: [],
    asOf: main.ii06b.asOf,
  };
};
