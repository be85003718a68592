import type { HookTemplate } from '#contract/deliveries';
import { formatInstant, instant } from '#domain/working-time';
import type { NoticeWords } from '#wording/notices';
import { letterLines } from '../post/letter-lines.ts';
import type { Letter } from '../post/parcel.ts';

const LINES_IN_SHORT = 3;

/** The lines that fit where there is room for little. */
const shortText = ({ to, notices }: Letter, words: NoticeWords): string => {
  const lines = letterLines(notices, words);
  const rest = lines.length - LINES_IN_SHORT;
  const shown = lines.slice(0, LINES_IN_SHORT).map(({ text }) => text);
  return [`[${to.unitName}]`, ...shown, ...(rest > 0 ? [words.more(rest)] : [])].join('\n');
};

const own = (letter: Letter, words: NoticeWords): object => ({
  id: letter.parcel.id,
  unitId: letter.parcel.unitId,
  sentAt: formatInstant(instant(letter.now)),
  to: { userId: letter.to.userId, username: letter.to.username },
  text: shortText(letter, words),
  alerts: letter.notices.map(({ id, kind, severity, dossierId, dossierCode, dueAt }) => ({
    ...{ id, kind, severity, dossierId, dossierCode },
    dueAt: formatInstant(instant(dueAt)),
  })),
});

const zalo = (letter: Letter, words: NoticeWords): object | undefined =>
  letter.to.zaloUserId === null
    ? undefined
    : {
        recipient: { user_id: letter.to.zaloUserId },
        message: { text: shortText(letter, words) },
      };

const sms = (letter: Letter, words: NoticeWords): object | undefined =>
  letter.to.phone === null
    ? undefined
    : { to: letter.to.phone, text: shortText(letter, words), reference: letter.parcel.id };

const MAKERS = { motcua: own, zaloOa: zalo, sms } as const satisfies Record<
  HookTemplate,
  (letter: Letter, words: NoticeWords) => object | undefined
>;

/** What the other system is told; undefined where it would not know whom to tell. */
export const hookMessage = (
  template: HookTemplate,
  letter: Letter,
  words: NoticeWords,
): string | undefined => {
  const message = MAKERS[template](letter, words);
  return message === undefined ? undefined : JSON.stringify(message);
};
