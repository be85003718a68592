/** One event as a browser would be given it. */
interface HeardEvent {
  readonly type: string;
  readonly id: string;
  readonly data: unknown;
}

const readEvent = (block: string): HeardEvent | undefined => {
  const fields = new Map(
    block.split('\n').map((line) => {
      const at = line.indexOf(': ');
      return [line.slice(0, at), line.slice(at + 2)] as const;
    }),
  );
  const data = fields.get('data');
  // A browser gives no event without data to a page.
  if (data === undefined) return undefined;
  return {
    type: fields.get('event') ?? 'message',
    id: fields.get('id') ?? '',
    data: JSON.parse(data) as unknown,
  };
};

/** A page that listens; `heard` grows as events come. */
export interface EventStream {
  readonly status: number;
  readonly contentType: string;
  readonly heard: HeardEvent[];
  changes(): readonly HeardEvent[];
  readonly ended: Promise<void>;
  leave(): void;
}

export async function listenTo(
  url: string,
  headers: Readonly<Record<string, string>>,
): Promise<EventStream> {
  const leaving = new AbortController();
  const answer = await fetch(url, { headers, signal: leaving.signal });
  const heard: HeardEvent[] = [];
  const read = async (): Promise<void> => {
    if (answer.body === null) return;
    let rest = '';
    for await (const chunk of answer.body.pipeThrough(new TextDecoderStream())) {
      const blocks = (rest + chunk).split('\n\n');
      rest = blocks.pop() ?? '';
      heard.push(...blocks.map(readEvent).filter((event) => event !== undefined));
    }
  };
  return {
    status: answer.status,
    contentType: answer.headers.get('content-type') ?? '',
    heard,
    changes: () => heard.filter(({ type }) => type === 'message'),
    // However it ends: by the office, or because the page leaves.
    ended: read().catch(() => undefined),
    leave: () => leaving.abort(),
  };
}
