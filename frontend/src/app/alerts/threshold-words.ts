import type { AlertWords } from '#wording/alerts';
import type { UiWords } from '#wording/ui';

const AMOUNT = /^([+-])(\d+)([dhm])$/;
const SHARE = /^(\d+)%$/;

/**
 * Where a rule drew its line, as people say it.
 *
 * @example thresholdWords('-4h', words, span) // 'trước hạn 4 giờ'
 */
export const thresholdWords = (
  key: string,
  words: AlertWords['thresholds'],
  span: UiWords['span'],
): string => {
  const [, percent] = SHARE.exec(key) ?? [];
  if (percent !== undefined) return words.share(percent);
  const [, sign, amount, unit] = AMOUNT.exec(key) ?? [];
  if (unit === undefined) return key === 'day' ? words.dayStart : words.moment;
  const count = Number(amount);
  const say = { d: span.days, h: span.hours, m: span.minutes }[unit as 'd' | 'h' | 'm'];
  return sign === '-' ? words.before(say(count)) : words.after(say(count));
};
