import { formatInstant, instant, parseInstant } from '#domain/working-time';

/** Members of events, payloads and due moments that are moments. Nothing else may bear these names. */
const MOMENTS: ReadonlySet<string> = new Set([
  ...['occurredAt', 'recordedAt', 'declaredDueAt', 'dueAt', 'beforeExtensionAt', 'oursAt'],
  ...['respondBy', 'publishedAt', 'asOf'],
]);

type Turn = (value: unknown, member: string) => unknown;

/** The same data with its moments turned, at every depth. */
const turned = (value: unknown, turn: Turn): unknown => {
  if (Array.isArray(value)) return value.map((item) => turned(item, turn));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([member, inner]) => [
      member,
      MOMENTS.has(member) ? turn(inner, member) : turned(inner, turn),
    ]),
  );
};

const written: Turn = (value) =>
  typeof value === 'number' ? formatInstant(instant(value)) : value;

const read: Turn = (value, member) => {
  if (typeof value !== 'string') return value;
  const at = parseInstant(value);
  if (at === undefined) throw new Error(`What is told as ${member} is not a moment`);
  return at;
};

/** Events, or what they say, with their moments as people write them. */
export const writeMoments = (value: unknown): unknown => turned(value, written);

/** What `writeMoments` wrote, as the domain takes it. */
export const readMoments = (value: unknown): unknown => turned(value, read);
