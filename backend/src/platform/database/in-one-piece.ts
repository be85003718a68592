/** What node-postgres writes into; corked, it keeps what it is given until it is uncorked. */
interface Wire {
  cork(): void;
  uncork(): void;
}

const isWire = (stream: unknown): stream is Wire =>
  typeof stream === 'object' && stream !== null && 'cork' in stream && 'uncork' in stream;

const wireOf = (client: unknown): Wire | undefined => {
  const { connection } = client as { readonly connection?: { readonly stream?: unknown } };
  return isWire(connection?.stream) ? connection.stream : undefined;
};

/**
 * Everything sent before the turn ends leaves together: one call of the system for `begin`, the question and
 * `commit`, and one awakening of the server instead of three.
 */
export const inOnePiece = <Result>(client: unknown, send: () => Result): Result => {
  const wire = wireOf(client);
  wire?.cork();
  process.nextTick(() => wire?.uncork());
  return send();
};
