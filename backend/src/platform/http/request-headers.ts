import { KEY_HEADER, VERSION_HEADER } from '#contract/dossiers';
import { ProblemError } from '../problem/problem-error.ts';
import { type HttpRequest, headerOf } from './exchange.ts';

/** The headers by which a request says what it means, as they have to be written. */
const SYNTAX = {
  [KEY_HEADER]: /^([\x21-\x7e]{1,200})$/,
  // A proxy that compresses answers weakens their tags.
  [VERSION_HEADER]: /^\s*(?:W\/)?"?(\d+)"?\s*$/,
} as const;

type ReadHeader = keyof typeof SYNTAX;

/** What the header says; undefined where it was not sent, 400 where nobody can tell. */
export const readHeader = (
  request: Pick<HttpRequest, 'headers'>,
  name: ReadHeader,
): string | undefined => {
  const sent = headerOf(request, name);
  if (sent === undefined) return undefined;
  const said = SYNTAX[name].exec(sent)?.[1];
  if (said === undefined) {
    throw new ProblemError('invalid-request', {}, [{ path: name, code: 'wrong-format' }]);
  }
  return said;
};

/** Reads all of them, for whoever only wants to know whether they can be read. */
export const checkHeaders = (request: Pick<HttpRequest, 'headers'>): void => {
  for (const name of Object.keys(SYNTAX) as ReadHeader[]) readHeader(request, name);
};
