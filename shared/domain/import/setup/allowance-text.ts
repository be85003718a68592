import type { Allowance } from '../../deadline/index.ts';
import { meantBy, wordsFor } from './word.ts';

const UNITS = wordsFor<'workingDays' | 'calendarDays' | 'workingHours'>(
  ['workingDays', 'ngày làm việc'],
  ['calendarDays', 'ngày liên tục', 'ngày lịch'],
  ['workingHours', 'giờ làm việc'],
);

const COUNTED = /^(?<amount>\d{1,5})\s*(?<unit>\p{L}[\p{L}\s]*)$/u;
const SAME_DAY =
  /^(?:trả\s+)?trong\s+ngày(?:\s*[,(]?\s*(?:nhận\s+)?(?:đến|trước)\s+(?<hour>\d{1,2})(?::|h|g)(?<minute>\d{2})?\)?)?$/iu;

const USUAL_CUTOFF = '15:00';

/**
 * How long the office may take, as decisions write it. *5 ngày* alone is not understood: whether days off are
 * counted changes the due moment, and nobody guesses that.
 *
 * @example allowanceIn('03 ngày làm việc') → { kind: 'workingDays', amount: 3 }
 */
export function allowanceIn(cell: string): Allowance | undefined {
  const text = cell.normalize('NFC').trim();
  return sameDay(text) ?? counted(text);
}

function sameDay(text: string): Allowance | undefined {
  const found = SAME_DAY.exec(text);
  if (found === null) return undefined;
  const { hour, minute = '00' } = found.groups ?? {};
  if (hour === undefined) return { kind: 'sameDay', cutoff: USUAL_CUTOFF };
  if (Number(hour) > 23 || Number(minute) > 59) return undefined;
  return { kind: 'sameDay', cutoff: `${hour.padStart(2, '0')}:${minute}` };
}

function counted(text: string): Allowance | undefined {
  const { amount = '', unit = '' } = COUNTED.exec(text)?.groups ?? {};
  const kind = meantBy(UNITS, unit);
  return kind === undefined || Number(amount) < 1 ? undefined : { kind, amount: Number(amount) };
}
