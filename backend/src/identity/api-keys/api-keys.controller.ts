import {
  Body,
  Controller,
  Delete,
  Get,
  Header,
  HttpCode,
  Inject,
  Param,
  Post,
  Query,
  Req,
} from '@nestjs/common';
import {
  type ApiKey,
  type ApiKeysQuery,
  type CreatedApiKey,
  type NewApiKey,
  apiKeyPageSchema,
  apiKeysPath,
  apiKeysQuerySchema,
  createdApiKeySchema,
  newApiKeySchema,
} from '#contract/identity';
import type { Page } from '#contract/list';
import { CurrentActor } from '../../platform/auth/current-actor.ts';
import { UuidPath } from '../../platform/auth/path-id.ts';
import { Policy } from '../../platform/auth/policy.ts';
import type { RequestActor } from '../../platform/auth/request-actor.ts';
import type { HttpRequest } from '../../platform/http/exchange.ts';
import { type Asking, Idempotent } from '../../platform/idempotency/idempotency-key.ts';
import { Answers } from '../../platform/openapi/answers.ts';
import { ApiKeyLocator } from './api-key-locator.ts';
import { ApiKeys } from './api-keys.service.ts';

@Controller()
export class ApiKeysController {
  readonly #keys: ApiKeys;

  constructor(@Inject(ApiKeys) keys: ApiKeys) {
    this.#keys = keys;
  }

  @Policy('apiKeys.read')
  @Answers(apiKeyPageSchema)
  @Get(apiKeysPath)
  list(
    @CurrentActor() actor: RequestActor,
    @Query({ schema: apiKeysQuerySchema }) query: ApiKeysQuery,
  ): Promise<Page<ApiKey>> {
    return this.#keys.list(actor, query);
  }

  @Policy('apiKeys.write')
  @Answers(createdApiKeySchema, { problems: ['permission-not-for-keys'] })
  @Post(apiKeysPath)
  @Header('cache-control', 'no-store')
  add(
    @Body({ schema: newApiKeySchema }) wanted: NewApiKey,
    @CurrentActor() actor: RequestActor,
    @Idempotent() asking: Asking | undefined,
    @Req() from: HttpRequest,
  ): Promise<CreatedApiKey> {
    return this.#keys.add(wanted, { actor, from, asking });
  }

  @Policy('apiKeys.write', ApiKeyLocator)
  @Answers(null)
  @Delete(`${apiKeysPath}/:id`)
  @HttpCode(204)
  revoke(
    @Param('id', UuidPath) id: string,
    @CurrentActor() actor: RequestActor,
    @Req() from: HttpRequest,
  ): Promise<void> {
    return this.#keys.revoke(id, { actor, from });
  }
}
