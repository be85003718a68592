import { accepted, refused, type Result } from '../kernel/index.ts';
import type { MessageKind } from './message-kind.ts';

/** What a text may name, as it stands between braces. Nothing here tells who the citizen is, or what they ask for. */
export const PLACEHOLDERS = {
  code: 'mã hồ sơ',
  due: 'hẹn trả',
  place: 'nơi nhận',
  unit: 'đơn vị',
  link: 'đường dẫn',
  lookupCode: 'mã tra cứu',
} as const;

type Placeholder = keyof typeof PLACEHOLDERS;

/** What is known when a message leaves; what is not is null. */
export type MessageValues = Readonly<Record<Placeholder, string | null>>;

/** Without these a message of the kind says nothing. */
const REQUIRED: Readonly<Record<MessageKind, readonly Placeholder[]>> = {
  received: ['code', 'due'],
  supplement: ['code'],
  resultReady: ['code', 'place'],
  apology: ['code', 'due'],
};

/** Four parts of a short message with marks, and still a letter one reads to the end. */
export const LONGEST_TEXT = 400;

export type TemplateRefusalCode =
  'text-empty' | 'text-too-long' | 'placeholder-unknown' | 'placeholder-missing' | 'brace-open';

const NAMED = /\{([^{}]*)\}/g;

const placeholderOf = (named: string): Placeholder | undefined =>
  (Object.keys(PLACEHOLDERS) as Placeholder[]).find((each) => PLACEHOLDERS[each] === named);

const namedIn = (text: string): readonly string[] =>
  [...text.matchAll(NAMED)].map(([, named = '']) => named.trim());

/** A text as it may be kept, or what is wrong with it. */
export const checkTemplate = (
  kind: MessageKind,
  given: string,
): Result<string, TemplateRefusalCode> => {
  const text = given.normalize('NFC').trim();
  if (text === '') return refused('text-empty');
  if (text.length > LONGEST_TEXT) return refused('text-too-long', { most: LONGEST_TEXT });
  const named = namedIn(text);
  const unknown = named.find((each) => placeholderOf(each) === undefined);
  if (unknown !== undefined) return refused('placeholder-unknown', { named: unknown });
  if (/[{}]/.test(text.replaceAll(NAMED, ''))) return refused('brace-open');
  const missing = REQUIRED[kind].find((each) => !named.includes(PLACEHOLDERS[each]));
  if (missing === undefined) return accepted(text);
  return refused('placeholder-missing', { named: PLACEHOLDERS[missing] });
};

/** Up to the sign that ends it and the blank behind; a code with dots in it stays whole. */
const SENTENCE = /[^]*?(?:[.!?](?=\s|$)\s*|$)/g;

/**
 * The text with its places filled. A sentence that names what is not known is left out; undefined when that
 * takes what the message is for.
 *
 * @example fillTemplate('supplement', 'Hồ sơ {mã hồ sơ} cần bổ sung. Xem {đường dẫn}.', { code: 'H1', link: null, … })
 * // 'Hồ sơ H1 cần bổ sung.'
 */
export const fillTemplate = (
  kind: MessageKind,
  text: string,
  values: MessageValues,
): string | undefined => {
  const isKnown = (named: string) => {
    const placeholder = placeholderOf(named);
    return placeholder !== undefined && values[placeholder] !== null;
  };
  if (REQUIRED[kind].some((each) => values[each] === null)) return undefined;
  const sentences = text.match(SENTENCE) ?? [];
  const kept = sentences
    .filter((sentence) => namedIn(sentence).every(isKnown))
    .join('')
    .trim();
  if (REQUIRED[kind].some((each) => !namedIn(kept).includes(PLACEHOLDERS[each]))) return undefined;
  return kept.replaceAll(NAMED, (_whole, named: string) => {
    const placeholder = placeholderOf(named.trim());
    return placeholder === undefined ? '' : (values[placeholder] ?? '');
  });
};
