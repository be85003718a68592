import type { FigureCell, TextRun } from '#contract/reports';
import type { Indicator } from '#domain/report';
import type { IndicatorShare } from '#domain/report-text';
import {
  cellOf,
  dash,
  figure,
  percent,
  plain,
  run,
  type Sentence,
  type Teller,
  type Told,
} from './say.ts';

/** How sentences name a ratio; what it is of stands in the definition. */
const LABELS = {
  onlineReceipts: 'Hồ sơ nộp trực tuyến',
  proceduresUsed: 'TTHC có phát sinh hồ sơ',
  fullOnlineProceduresUsed: 'TTHC toàn trình có phát sinh hồ sơ',
  partialOnlineProceduresUsed: 'TTHC một phần có phát sinh hồ sơ',
  fullOnlineReceipts: 'Hồ sơ nộp trực tuyến của TTHC toàn trình',
  partialOnlineReceipts: 'Hồ sơ nộp trực tuyến của TTHC một phần',
  onlinePayment: 'Hồ sơ thanh toán phí, lệ phí trực tuyến',
  proceduresPaidOnline: 'TTHC có giao dịch thanh toán trực tuyến',
  electronicResult: 'Hồ sơ có kết quả điện tử',
  componentsDigitised: 'Hồ sơ đã số hóa thành phần',
  resultDigitised: 'Hồ sơ đã số hóa kết quả giải quyết',
  bothDigitised: 'Hồ sơ đã số hóa cả thành phần và kết quả giải quyết',
  archived: 'Hồ sơ có lưu kho dữ liệu',
  reused: 'Hồ sơ tái sử dụng dữ liệu số hóa',
} as const satisfies Partial<Record<Indicator, string>>;

type Ratio = keyof typeof LABELS;

const found = ({ section }: Told, ratio: Ratio): IndicatorShare | undefined =>
  section.indicators.find(({ indicator }) => indicator === ratio);

const cellIn = (
  { name }: Told,
  { indicator, subject }: IndicatorShare,
  part: 'numerator' | 'denominator' | 'missing',
): FigureCell | null =>
  subject === 'procedures' ? null : cellOf(name, 'indicators', part, indicator);

const unitOf = ({ subject }: IndicatorShare): string =>
  subject === 'procedures' ? 'TTHC' : 'hồ sơ';

/** *3.726/3.735 hồ sơ*. */
const overOf = (told: Told, share: IndicatorShare): readonly TextRun[] =>
  run`${figure(share.numerator, cellIn(told, share, 'numerator'))}/${figure(share.denominator, cellIn(told, share, 'denominator'))} ${unitOf(share)}`;

/** Of a target that is missed: how many more would do. */
function distance(told: Told, share: IndicatorShare): readonly TextRun[] {
  if (share.needed === null || share.needed === 0) return [];
  const more = figure(share.needed, cellIn(told, share, 'missing'));
  return run`, còn thiếu ${more} ${unitOf(share)}`;
}

const aim = ({ targetPercent }: IndicatorShare): string =>
  targetPercent === null
    ? ''
    : `; chỉ tiêu thành phố giao ${String(targetPercent).replace('.', ',')}%`;

const population = ({ population: of, subject }: IndicatorShare, ratio: Ratio): string =>
  of === 'total' && subject === 'dossiers' && /Receipts$/.test(ratio)
    ? ' (gồm cả kỳ trước chuyển sang)'
    : '';

function told(about: Told, ratio: Ratio): readonly Sentence[] {
  const share = found(about, ratio);
  if (share === undefined) return [];
  const label = `${LABELS[ratio]}${population(share, ratio)}`;
  const part = percent(share, cellIn(about, share, 'numerator'));
  if (part === undefined) return [dash`${label}: không phát sinh.`];
  return [dash`${label}: ${overOf(about, share)} (${part}${aim(share)}${distance(about, share)}).`];
}

const tell =
  (...ratios: readonly Ratio[]): Teller =>
  (about) =>
    about.section.ii06b.total === 0 ? [] : ratios.flatMap((ratio) => told(about, ratio));

/** F6 (v). */
export const procedures = tell(
  'proceduresUsed',
  'fullOnlineProceduresUsed',
  'partialOnlineProceduresUsed',
);
/** F6 (vi). */
export const onlineServices = tell('fullOnlineReceipts', 'partialOnlineReceipts');
/** F6 (vii). */
export const payment = tell('onlinePayment', 'proceduresPaidOnline');
/** F6 (viii). */
export const electronicResults = tell('electronicResult');
/** F6 (ix): of what is done, so that nothing is asked of a result that is not there yet. */
export const digitisation: Teller = (about) => {
  const lines = tell('componentsDigitised', 'resultDigitised', 'bothDigitised', 'archived')(about);
  if (lines.length === 0) return [];
  return [plain`Tính trên hồ sơ giải quyết xong trong kỳ:`, ...lines];
};
/** F6 (x). */
export const reuse = tell('reused');

const TARGETS = ['onlineReceipts', 'onlinePayment', 'bothDigitised', 'reused'] as const;

/** The ratios the city has given targets for, one line each. */
export const targets: Teller = tell(...TARGETS);
