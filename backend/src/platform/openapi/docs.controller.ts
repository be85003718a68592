import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { Controller, Get, Param, Res } from '@nestjs/common';
import { Public } from '../auth/policy.ts';
import type { HttpReply } from '../http/exchange.ts';
import { type Page, findPage } from '../http/pages.ts';
import { ProblemError } from '../problem/problem-error.ts';
import { DOCS_PATH, docsHtml, docsScript, docsStyle } from './docs-page.ts';

const HOUR_S = 3_600;

/** What of the library the page needs; the rest of its folder is nobody's business. */
const LIBRARY_FILES: ReadonlySet<string> = new Set([
  'favicon-32x32.png',
  'swagger-ui-bundle.js',
  'swagger-ui.css',
]);

const OWN_FILES: ReadonlyMap<string, Page> = new Map([
  ['docs.css', { body: Buffer.from(docsStyle), mediaType: 'text/css; charset=utf-8' }],
  ['docs.js', { body: Buffer.from(docsScript), mediaType: 'text/javascript; charset=utf-8' }],
]);

const require = createRequire(import.meta.url);
const libraryFolder = dirname(require.resolve('swagger-ui-dist/package.json'));

/** `/api/docs`: the API's description for people, with everything it needs from this very host. */
@Public()
@Controller(DOCS_PATH)
export class DocsController {
  @Get()
  page(@Res() reply: HttpReply): void {
    reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(docsHtml);
  }

  @Get(':file')
  async file(@Param('file') name: string, @Res() reply: HttpReply): Promise<void> {
    const own = OWN_FILES.get(name);
    const page = own ?? (LIBRARY_FILES.has(name) ? await findPage(libraryFolder, `/${name}`) : own);
    if (page === undefined) throw new ProblemError('not-found');
    const cache = own === undefined ? `public, max-age=${HOUR_S}` : 'no-cache';
    reply.type(page.mediaType).header('cache-control', cache).send(page.body);
  }
}
