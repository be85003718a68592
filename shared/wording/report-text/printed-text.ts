import type { ReportBlock, ReportChapter, ReportText } from '#contract/reports';

const STOPS = ['', '. ', '. ', ') '] as const;

const headed = ({ number, heading, depth }: ReportChapter): readonly string[] => {
  if (heading === null) return [];
  return [number === null ? heading : `${number}${STOPS[depth] ?? '. '}${heading}`];
};

/** The words of a paragraph as they are printed. */
export function linesOf(block: ReportBlock): readonly string[] {
  switch (block.kind) {
    case 'automatic': {
      const words = block.runs.map(({ text }) => text).join('');
      return [block.marker === 'none' ? words : `${block.marker} ${words}`];
    }
    case 'human':
      return block.body.split('\n').filter((line) => line.trim() !== '');
    case 'table':
      return [];
  }
}

/** The report without its tables, a paragraph a line: for whoever copies it, and for the report checker. */
export function printedText({ heading, chapters }: ReportText): string {
  const { symbol, number, kind, title, days, place, recipients, filing, signer } = heading;
  return [
    ...[heading.superior ?? '', heading.organisation, `Số: ${number ?? '   '}/${symbol}`],
    ...[place, kind, title, days],
    ...chapters
      .filter(({ printed }) => printed)
      .flatMap((chapter) => [...headed(chapter), ...chapter.blocks.flatMap(linesOf)]),
    'Nơi nhận:',
    ...[...recipients.map((recipient) => `- ${recipient};`), `- Lưu: ${filing}.`],
    ...[...signer.authority, signer.name],
  ]
    .filter((line) => line !== '')
    .join('\n');
}
