import type { ReportFinding } from '#contract/reports';
import type { ReportCheckWords } from '#wording/report-check';

/** *Phiếu đề nghị giải trình* as text, to be pasted into a letter or a message. */
export const slipText = (findings: readonly ReportFinding[], words: ReportCheckWords): string =>
  [
    words.slip,
    words.slipIntro(findings.length),
    ...findings.flatMap(({ title, why, sentence }, place) => [
      '',
      `${place + 1}. ${title}. ${why}`,
      `   ${words.sentence}: “${sentence.replaceAll('\t', ' | ')}”`,
    ]),
  ].join('\n');
