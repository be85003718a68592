/** A form as it came over the wire. */
interface WiredForm {
  readonly body: Buffer;
  readonly contentType: string;
}

type Members = Readonly<Record<string, string | Uint8Array>>;

interface Part {
  readonly name: string;
  readonly isFile: boolean;
  readonly content: Buffer;
}

const LINE = '\r\n';
const END = '--';

/** RFC 2046 §5.1.1: at most seventy characters, in quotation marks where it likes. */
const BOUNDARY = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i;
const DISPOSITION = /^content-disposition:\s*form-data\s*;(.*)$/im;
const NAME = /(?:^|;)\s*name=(?:"([^"\r\n]*)"|([^\s;"]+))/i;
const FILE_NAME = /(?:^|;)\s*filename\*?=/i;

/** As browsers write what a quoted name may not hold. */
const unescaped = (name: string): string =>
  name.replaceAll(/%(?:22|0d|0a)/gi, (told) => decodeURIComponent(told));

const boundaryIn = (contentType: string): string | undefined => {
  const told = BOUNDARY.exec(contentType);
  return told?.[1] ?? told?.[2];
};

function partOf(headers: string, content: Buffer): Part | undefined {
  const disposition = DISPOSITION.exec(headers)?.[1];
  const found = disposition === undefined ? null : NAME.exec(disposition);
  if (disposition === undefined || found === null) return undefined;
  const name = unescaped(found[1] ?? found[2] ?? '');
  return { name, isFile: FILE_NAME.test(disposition), content };
}

/** The part whose headers begin there, and where the mark behind it ends. */
function partAt(body: Buffer, at: number, mark: string) {
  const blank = body.indexOf(LINE + LINE, at);
  // Of an empty part the blank line is the end as well.
  const to = blank < 0 ? -1 : body.indexOf(LINE + mark, blank + LINE.length);
  if (to < 0) return undefined;
  const headers = body.toString('utf8', at + LINE.length, blank);
  const content = body.subarray(Math.min(blank + 2 * LINE.length, to), to);
  return { part: partOf(headers, content), next: to + LINE.length + mark.length };
}

/** Where the first part begins: what some programs write before it, an empty line as a rule, says nothing. */
function firstOf(body: Buffer, mark: string): number | undefined {
  const at = body.indexOf(mark);
  if (at === 0) return at;
  return body.toString('latin1', at - LINE.length, at) === LINE ? at : undefined;
}

/** Undefined at the place of whatever is no part. */
function* partsOf(body: Buffer, mark: string): Generator<Part | undefined> {
  let at = mark.length;
  while (body.toString('latin1', at, at + END.length) !== END) {
    const found = partAt(body, at, mark);
    yield found?.part;
    if (found === undefined) return;
    at = found.next;
  }
}

/**
 * The members of a form, files as the very bytes that came: a list of a hundred thousand dossiers is in memory once,
 * not once for each hand it goes through. Undefined where it is no form.
 */
export function formMembers({ body, contentType }: WiredForm): Members | undefined {
  const boundary = boundaryIn(contentType);
  if (boundary === undefined) return undefined;
  const mark = `--${boundary}`;
  const first = firstOf(body, mark);
  if (first === undefined) return undefined;
  const members: [string, string | Uint8Array][] = [];
  for (const part of partsOf(body.subarray(first), mark)) {
    if (part === undefined) return undefined;
    const { name, isFile, content } = part;
    members.push([name, isFile ? content : new TextDecoder().decode(content)]);
  }
  return Object.fromEntries(members);
}
