/** Facts of a problem that are moments: inside a number, on the wire ISO 8601 at +07:00. */
export const MOMENT_FACTS: ReadonlySet<string> = new Set([
  ...['occurredAt', 'previous', 'declaredDueAt', 'respondBy', 'dueAt', 'current'],
  ...['receivedAt', 'from', 'to'],
]);
