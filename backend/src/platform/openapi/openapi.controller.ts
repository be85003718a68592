import { Controller, Get, Header, Inject } from '@nestjs/common';
import { Public } from '../auth/policy.ts';
import { RouteBook } from '../auth/route-book.ts';
import { DOCUMENT_PATH } from './docs-page.ts';
import { documentOf } from './document.ts';
import type { Json } from './json-schemas.ts';
import { operationsOf } from './operation.ts';

/** What the API is, for programs: made once, of the routes this process really has. */
@Public()
@Controller()
export class OpenApiController {
  readonly #routes: RouteBook;
  #document: Json | undefined;

  constructor(@Inject(RouteBook) routes: RouteBook) {
    this.#routes = routes;
  }

  @Get(DOCUMENT_PATH)
  @Header('cache-control', 'no-cache')
  describe(): Json {
    this.#document ??= documentOf(operationsOf(this.#routes.handlers()));
    return this.#document;
  }
}
