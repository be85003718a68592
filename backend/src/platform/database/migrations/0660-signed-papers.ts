import { forward } from './forward.ts';

/** *Tệp đã ký*: the paper as it came back from whoever signed it, sealed in the same chain as those printed here. */
export const signedPapers = forward('SignedPapers1795250000660', [
  `alter table report_paper drop constraint report_paper_format_check,
     add constraint report_paper_format_check check (format in ('docx', 'pdf', 'signed'))`,
]);
