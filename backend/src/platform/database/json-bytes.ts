import { inTurns } from '../queue/in-turns.ts';

const [OPEN, COMMA, CLOSE] = ['[', ',', ']'].map((mark) => Buffer.from(mark)) as [
  Buffer,
  Buffer,
  Buffer,
];

/**
 * A JSON array for a statement (`$1::text::jsonb`), written out and encoded member by member. As one text of a
 * megabyte it would lie where the heap is cleared last: the process grew with every row of a list.
 */
export async function jsonBytes(items: Iterable<unknown>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const item of inTurns(items)) {
    parts.push(parts.length === 0 ? OPEN : COMMA, Buffer.from(JSON.stringify(item)));
  }
  return Buffer.concat([...(parts.length === 0 ? [OPEN] : parts), CLOSE]);
}
