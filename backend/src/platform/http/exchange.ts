/** What the product uses of Fastify's request and reply, and no more. */
export interface HttpRequest {
  readonly id: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

export interface HttpReply {
  readonly sent: boolean;
  status(code: number): this;
  type(mediaType: string): this;
  header(name: string, value: string): this;
  send(body?: unknown): this;
}
