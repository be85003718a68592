/** What the product uses of Fastify's request and reply, and no more. */
export interface HttpRequest {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  /** The client's address; another than the connection's only where a trusted proxy says so. */
  readonly ip: string;
  readonly host: string;
  readonly protocol: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
}

/** A header that counts once. */
export const headerOf = ({ headers }: Pick<HttpRequest, 'headers'>, name: string) => {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
};

export interface HttpReply {
  readonly sent: boolean;
  status(code: number): this;
  type(mediaType: string): this;
  header(name: string, value: string): this;
  send(body?: unknown): this;
}
