import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { Public } from '../auth/policy.ts';
import { ProblemError } from '../problem/problem-error.ts';
import { type HttpReply, type HttpRequest, headerOf } from './exchange.ts';
import { screenFor } from './page-policy.ts';
import { type Page, findPage, mayBeScreen } from './pages.ts';
import { PAGES_FOLDER } from './tokens.ts';

const YEAR_S = 31_536_000;
const cacheOf = ({ immutable }: Page): string =>
  immutable === true ? `public, max-age=${YEAR_S}, immutable` : 'no-cache';

/** Whatever no other controller answers: a file of the frontend, one of its screens, or "not found". */
@Public()
@Controller()
export class PagesController {
  readonly #folder: string;

  constructor(@Inject(PAGES_FOLDER) folder: string) {
    this.#folder = folder;
  }

  @Get(['/', '/*'])
  async page(@Req() request: HttpRequest, @Res() reply: HttpReply): Promise<void> {
    const accepted = headerOf(request, 'accept-encoding');
    const page = await findPage(this.#folder, request.url, accepted);
    if (page !== undefined && !page.mediaType.startsWith('text/html')) {
      if (page.encoding !== undefined) reply.header('content-encoding', page.encoding);
      reply.type(page.mediaType).header('cache-control', cacheOf(page));
      reply.header('vary', 'accept-encoding').send(page.body);
      return;
    }
    const screen = page ?? (await this.#screen(request));
    if (screen === undefined) throw new ProblemError('not-found');
    const { body, policy } = screenFor(screen.body);
    reply.type(screen.mediaType).header('cache-control', 'no-cache');
    reply.header('content-security-policy', policy).send(body);
  }

  async #screen(request: HttpRequest): Promise<Page | undefined> {
    return mayBeScreen(request.url, headerOf(request, 'accept') ?? '')
      ? findPage(this.#folder, '/')
      : undefined;
  }
}
