import type { ReportHeading } from '#contract/reports';
import type { NamedPeriod } from '#domain/report';
import type { TextTemplate } from '#domain/report-text';
import { centreOf, committeeOf, inSentence, levelWord, type ReportOffice } from './office-words.ts';
import { periodName } from './period-words.ts';

type Signed = 'committee' | 'centre';

/** A weekly report is the centre's own to its leaders; the others are the Ủy ban's to the city. */
const SIGNED: Readonly<Record<TextTemplate, Signed>> = {
  weekly: 'centre',
  monthly: 'committee',
  yearToDate: 'committee',
  quarterly: 'committee',
  halfYear: 'committee',
  nineMonths: 'committee',
  yearly: 'committee',
};

const SUBJECTS: Readonly<Record<TextTemplate, string>> = {
  weekly: 'Kết quả kiểm soát, giải quyết thủ tục hành chính',
  monthly: 'Tình hình, kết quả công tác cải cách thủ tục hành chính',
  yearToDate:
    'Tình hình, kết quả cải cách thủ tục hành chính, thực hiện cơ chế một cửa, một cửa liên thông',
  quarterly: 'Công tác cải cách hành chính',
  halfYear: 'Công tác cải cách hành chính',
  nineMonths: 'Công tác cải cách hành chính',
  yearly: 'Công tác cải cách hành chính',
};

const isNamed = ({ kind }: NamedPeriod): boolean => kind !== 'range' && kind !== 'week';

/** *… tháng 01 năm 2026*; days of their own stand only in the line under the title. */
export const titleOf = (template: TextTemplate, named: NamedPeriod): string =>
  isNamed(named) ? `${SUBJECTS[template]} ${periodName(named)}` : SUBJECTS[template];

export const subjectOf = (template: TextTemplate): string => SUBJECTS[template];

export const speakerOf = (template: TextTemplate, office: ReportOffice): string =>
  SIGNED[template] === 'centre' ? centreOf(office) : committeeOf(office);

type Standing = Pick<
  ReportHeading,
  | 'superior'
  | 'organisation'
  | 'symbol'
  | 'place'
  | 'addressees'
  | 'recipients'
  | 'filing'
  | 'signer'
>;

const upper = (text: string): string => text.toLocaleUpperCase('vi');

const branchesOf = (office: ReportOffice): string =>
  office.level === null
    ? 'Các sở, ban, ngành thành phố'
    : `Các phòng chuyên môn thuộc UBND ${levelWord(office)}`;

function committeePaper(office: ReportOffice): Standing {
  const city = office.city === null ? null : inSentence(office.city);
  const level = levelWord(office);
  return {
    // Over an Ủy ban nhân dân no superior is printed (NĐ 30/2020/NĐ-CP, Phụ lục I).
    superior: null,
    organisation: office.head?.['authority'] ?? upper(committeeOf(office)),
    symbol: 'BC-UBND',
    place: office.head?.['place'] ?? office.name,
    addressees:
      city === null
        ? []
        : [`Ủy ban nhân dân ${city}`, 'Trung tâm Phục vụ hành chính công thành phố'],
    recipients: [
      ...(city === null ? [] : ['Như trên (để báo cáo)']),
      `Lãnh đạo UBND ${level}`,
      branchesOf(office),
      'Trung tâm Phục vụ hành chính công',
    ],
    filing: 'VT, HCC',
    signer: { authority: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'], name: '' },
  };
}

function centrePaper(office: ReportOffice): Standing {
  const level = levelWord(office);
  return {
    superior: office.head?.['authority'] ?? upper(committeeOf(office)),
    organisation: office.head?.['centre'] ?? 'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG',
    symbol: 'BC-TTPVHCC',
    place: office.head?.['place'] ?? office.name,
    addressees: [],
    recipients: [`Lãnh đạo UBND ${level} (để báo cáo)`, `Các phòng chuyên môn thuộc UBND ${level}`],
    filing: 'VT, HCC',
    signer: { authority: ['GIÁM ĐỐC'], name: '' },
  };
}

/** The paper of a report nobody has changed: whose it is by its kind. */
export const standardPaper = (template: TextTemplate, office: ReportOffice): Standing =>
  SIGNED[template] === 'centre' ? centrePaper(office) : committeePaper(office);
