import { instant } from '#domain/working-time';
import { SEVERITY_RANK } from '#domain/alert';
import type { NoticeFacts, NoticeWords } from '#wording/notices';
import type { NoticeRow } from './parcel.ts';

/** One line of a message: about one dossier, or about all that a desk has to finish by one moment. */
export interface LetterLine {
  readonly text: string;
  /** Where it is seen, behind the address of the product. */
  readonly path: string;
}

const factsOf = ({ dossierCode, subjectId, dueAt }: NoticeRow): NoticeFacts => ({
  code: dossierCode ?? '',
  subject: subjectId,
  dueAt: instant(dueAt),
});

const pathOf = ({ dossierId }: NoticeRow): string =>
  dossierId === null ? '/canh-bao' : `/ho-so/${dossierId}`;

const lineOf = (notice: NoticeRow, words: NoticeWords): LetterLine => {
  const sentence = words.kinds[notice.kind](factsOf(notice));
  const { asOf } = notice;
  const text = asOf === null ? sentence : `${sentence} (${words.asOf(instant(asOf))})`;
  return { text, path: pathOf(notice) };
};

const deskLines = (bundled: readonly NoticeRow[], words: NoticeWords): readonly LetterLine[] =>
  [...Map.groupBy(bundled, ({ dueAt }) => dueAt)].map(([dueAt, together]) => ({
    text: words.deskLine(together.length, instant(dueAt)),
    path: '/canh-bao',
  }));

/** What a message says, the gravest first and of equals the one that is due first. */
export const letterLines = (
  notices: readonly NoticeRow[],
  words: NoticeWords,
): readonly LetterLine[] => {
  const alone = notices.filter(({ bundleAt }) => bundleAt === null);
  const bundled = notices.filter(({ bundleAt }) => bundleAt !== null);
  const lines = alone
    .toSorted(
      (one, other) =>
        SEVERITY_RANK[other.severity] - SEVERITY_RANK[one.severity] || one.dueAt - other.dueAt,
    )
    .map((notice) => lineOf(notice, words));
  return [...deskLines(bundled, words), ...lines];
};
