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

export interface Page {
  readonly body: Buffer;
  readonly mediaType: string;
}

const readPage = async (folder: string, path: string): Promise<Page | undefined> => {
  const mediaType = mediaTypes[extname(path)];
  if (mediaType === undefined || path.includes('\0')) return undefined;
  try {
    const [root, file] = await Promise.all([realpath(folder), realpath(join(folder, path))]);
    // Neither `..` nor a link leads out of the folder.
    return file.startsWith(root + sep) ? { body: await readFile(file), mediaType } : undefined;
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) {
      return undefined;
    }
    throw error;
  }
};

const decoded = (path: string): string | undefined => {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
};

/** The page at a URL's path in the built frontend; undefined when there is none. */
export const findPage = async (folder: string, url: string): Promise<Page | undefined> => {
  const path = decoded(url.split('?')[0] ?? '/');
  if (path === undefined) return undefined;
  return readPage(folder, path.endsWith('/') ? `${path}index.html` : path);
};
