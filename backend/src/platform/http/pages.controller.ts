import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { Public } from '../auth/policy.ts';
import { ProblemError } from '../problem/problem-error.ts';
import type { HttpReply, HttpRequest } from './exchange.ts';
import { findPage } from './pages.ts';
import { PAGES_FOLDER } from './tokens.ts';

/** Whatever no other controller answers: a file of the frontend, or "not found". */
@Public()
@Controller()
export class PagesController {
  readonly #folder: string;

  constructor(@Inject(PAGES_FOLDER) folder: string) {
    this.#folder = folder;
  }

  @Get(['/', '/*'])
  async page(@Req() request: HttpRequest, @Res() reply: HttpReply): Promise<void> {
    const page = await findPage(this.#folder, request.url);
    if (page === undefined) throw new ProblemError('not-found');
    reply.type(page.mediaType).header('cache-control', 'no-cache').send(page.body);
  }
}
