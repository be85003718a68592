/**
 * While one answer is worked on, the next is already asked for: the database and this process work at the same time.
 *
 * @example for await (const rows of oneAhead(portions, read)) work(rows)
 */
export async function* oneAhead<Asked, Answer>(
  questions: Iterable<Asked>,
  ask: (question: Asked) => Promise<Answer>,
): AsyncGenerator<Answer> {
  let before: Promise<Answer> | undefined;
  for (const question of questions) {
    const next = ask(question);
    // Where the one before it fails, nobody waits for this one any more.
    next.catch(() => undefined);
    if (before !== undefined) yield before;
    before = next;
  }
  if (before !== undefined) yield before;
}
