import type { Instant } from '#domain/working-time';
import { typedMoment } from '../ui/index.ts';

export interface TypedSpan {
  readonly from: string;
  readonly to: string;
}

/** When an incident began and ended; undefined: now, and not yet. */
export interface IncidentSpan {
  readonly from: Instant | undefined;
  readonly to: Instant | undefined;
}

export type SpanFault = keyof TypedSpan;

/** As people write it. Nothing that has not begun is told of, and what ends has ended after it began. */
export const spanTyped = (
  typed: TypedSpan,
  now: Instant,
): { readonly span: IncidentSpan } | { readonly fault: SpanFault } => {
  const read = (text: string): Instant | undefined =>
    text.trim() === '' ? undefined : typedMoment(text, now);
  const [from, to] = [read(typed.from), read(typed.to)];
  const isUnread = (text: string, at: Instant | undefined): boolean =>
    text.trim() !== '' && (at === undefined || at > now);
  if (isUnread(typed.from, from)) return { fault: 'from' };
  if (isUnread(typed.to, to)) return { fault: 'to' };
  if (to === undefined) return { span: { from, to } };
  if (from === undefined) return { fault: 'from' };
  return to > from ? { span: { from, to } } : { fault: 'to' };
};
