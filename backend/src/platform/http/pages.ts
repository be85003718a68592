import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

/** Best first; the build wrote them beside the file. */
const encodings = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

// The bundler writes what is inside into the name: such a file never changes.
const NAMED_BY_CONTENT = /-[A-Za-z0-9_]{8}\.[a-z0-9]+$/;

export interface Page {
  readonly body: Buffer;
  readonly mediaType: string;
  readonly encoding?: (typeof encodings)[number][0];
  /** Its name says what is in it: it never changes. */
  readonly immutable?: boolean;
}

const absent = new Set(['ENOENT', 'ENOTDIR', 'EISDIR']);

const readInside = async (folder: string, path: string): Promise<Buffer | undefined> => {
  if (path.includes('\0')) return undefined;
  try {
    const [root, file] = await Promise.all([realpath(folder), realpath(join(folder, path))]);
    // Neither `..` nor a link leads out of the folder.
    return file.startsWith(root + sep) ? await readFile(file) : undefined;
  } catch (error) {
    if (absent.has((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
};

const readPage = async (
  folder: string,
  path: string,
  accepted: string,
): Promise<Page | undefined> => {
  const mediaType = mediaTypes[extname(path)];
  if (mediaType === undefined) return undefined;
  const immutable = NAMED_BY_CONTENT.test(path);
  for (const [encoding, ending] of encodings) {
    if (!new RegExp(`\\b${encoding}\\b`).test(accepted)) continue;
    const body = await readInside(folder, path + ending);
    if (body !== undefined) return { body, mediaType, encoding, immutable };
  }
  const body = await readInside(folder, path);
  return body && { body, mediaType, immutable };
};

const decoded = (path: string): string | undefined => {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
};

const pathOf = (url: string): string | undefined => decoded(url.split('?')[0] ?? '/');

/** The file at a URL's path in the built frontend; undefined when there is none. */
export const findPage = async (
  folder: string,
  url: string,
  accepted = '',
): Promise<Page | undefined> => {
  const path = pathOf(url);
  if (path === undefined) return undefined;
  return readPage(folder, path.endsWith('/') ? `${path}index.html` : path, accepted);
};

/** Endings of files begin with a letter; codes of dossiers have dots as well (`/ho-so/H24.99-260302-0001`). */
const FILE = /\.[A-Za-z][^/.]*$/;

/** Whether the path may be one of the application's own screens, whose names the server does not know. */
export const mayBeScreen = (url: string, accept: string): boolean => {
  const path = pathOf(url);
  if (path === undefined || !accept.includes('text/html')) return false;
  return !/^\/(?:api|health|metrics)(?:\/|$)/.test(path) && !FILE.test(path);
};
