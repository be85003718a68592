import type { HumanPassage, ReportHeading, TextFault } from '#contract/reports';
import { headingFaults, type HeadingFault } from '#domain/report-text';

const HEADING = 'Thể thức văn bản';

const HEADING_SENTENCES: Readonly<Record<HeadingFault, (heading: ReportHeading) => string>> = {
  'symbol-differs': ({ symbol, organisation, signer }) =>
    `Ký hiệu ${symbol}, cơ quan ban hành ${organisation} và người ký ${signer.authority.join(', ')} không cùng một cơ quan.`,
  'recipient-missing': ({ addressees }) =>
    `Nơi nhận chưa có ${addressees.join('; ')}, là nơi báo cáo kính gửi.`,
};

const EXCERPT = 80;

const excerptOf = (body: string): string =>
  body.length <= EXCERPT ? body : `${body.slice(0, EXCERPT - 1)}…`;

/** The words around a gap, so that whoever reads the fault finds it. */
const around = (body: string, from: number): string =>
  excerptOf(body.slice(Math.max(0, body.lastIndexOf('\n', from) + 1)).split('\n')[0] ?? '');

const gaps = ({ key, label, body, placeholders }: HumanPassage): readonly TextFault[] =>
  placeholders.map(({ from }) => ({
    ...{ code: 'placeholder-left', key, label, excerpt: around(body, from) },
    message: `Mục “${label}” còn chỗ trống chưa điền.`,
  }));

const unread = ({ key, label, body, state }: HumanPassage): readonly TextFault[] =>
  state !== 'carried'
    ? []
    : [
        {
          ...{ code: 'passage-unreviewed', key, label, excerpt: excerptOf(body) },
          message: `Mục “${label}” lấy từ kỳ trước, chưa được rà soát.`,
        },
      ];

/** What keeps a report from being issued: gaps, words of the last period, a paper that does not agree. */
export const faultsOf = (
  heading: ReportHeading,
  passages: readonly HumanPassage[],
): readonly TextFault[] => [
  ...headingFaults({ ...heading, authority: heading.signer.authority }).map((code): TextFault => ({
    ...{ code, key: 'heading', label: HEADING, excerpt: heading.symbol },
    message: HEADING_SENTENCES[code](heading),
  })),
  ...passages.flatMap((passage) => [...unread(passage), ...gaps(passage)]),
];
