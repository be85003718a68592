import {
  Body,
  Controller,
  Delete,
  Get,
  Header,
  HttpCode,
  Inject,
  Param,
  Patch,
  Post,
  Query,
  Req,
} from '@nestjs/common';
import {
  type NewUser,
  type Reset,
  type ResetLink,
  type User,
  type UserChanges,
  type UsersQuery,
  newUserSchema,
  resetPath,
  resetSchema,
  userChangesSchema,
  usersPath,
  usersQuerySchema,
} from '#contract/identity';
import type { Page } from '#contract/list';
import { CurrentActor } from '../../platform/auth/current-actor.ts';
import { UuidPath } from '../../platform/auth/path-id.ts';
import { Policy, Public } from '../../platform/auth/policy.ts';
import type { RequestActor } from '../../platform/auth/request-actor.ts';
import type { HttpRequest } from '../../platform/http/exchange.ts';
import { type Asking, Idempotent } from '../../platform/idempotency/idempotency-key.ts';
import { ResetLinks } from './reset-links.service.ts';
import { UserChanging } from './user-changes.service.ts';
import { UserLocator } from './user-locator.ts';
import { Users } from './users.service.ts';

@Controller()
export class UsersController {
  readonly #users: Users;
  readonly #changing: UserChanging;
  readonly #links: ResetLinks;

  constructor(
    @Inject(Users) users: Users,
    @Inject(UserChanging) changing: UserChanging,
    @Inject(ResetLinks) links: ResetLinks,
  ) {
    this.#users = users;
    this.#changing = changing;
    this.#links = links;
  }

  @Policy('users.read')
  @Get(usersPath)
  list(
    @CurrentActor() actor: RequestActor,
    @Query({ schema: usersQuerySchema }) query: UsersQuery,
  ): Promise<Page<User>> {
    return this.#users.list(actor, query);
  }

  @Policy('users.write')
  @Post(usersPath)
  add(
    @Body({ schema: newUserSchema }) wanted: NewUser,
    @CurrentActor() actor: RequestActor,
    @Idempotent() asking: Asking | undefined,
    @Req() from: HttpRequest,
  ): Promise<User> {
    return this.#users.add(wanted, { actor, from, asking });
  }

  @Policy('users.write', UserLocator)
  @Patch(`${usersPath}/:id`)
  async change(
    @Param('id', UuidPath) id: string,
    @Body({ schema: userChangesSchema }) changes: UserChanges,
    @CurrentActor() actor: RequestActor,
    @Req() from: HttpRequest,
  ): Promise<User> {
    await this.#changing.change(id, changes, { actor, from });
    return this.#users.get(id, actor);
  }

  @Policy('users.write', UserLocator)
  @Post(`${usersPath}/:id/reset-link`)
  @Header('cache-control', 'no-store')
  makeLink(
    @Param('id', UuidPath) id: string,
    @CurrentActor() actor: RequestActor,
    @Req() from: HttpRequest,
  ): Promise<ResetLink> {
    return this.#links.make(id, { actor, from });
  }

  /** For whoever has lost the telephone and the recovery codes. */
  @Policy('users.write', UserLocator)
  @Delete(`${usersPath}/:id/second-factor`)
  @HttpCode(204)
  removeSecondFactor(
    @Param('id', UuidPath) id: string,
    @CurrentActor() actor: RequestActor,
    @Req() from: HttpRequest,
  ): Promise<void> {
    return this.#changing.removeSecondFactor(id, { actor, from });
  }

  @Public()
  @Post(resetPath)
  @HttpCode(204)
  reset(
    @Body({ schema: resetSchema }) { token, password }: Reset,
    @Req() from: HttpRequest,
  ): Promise<void> {
    return this.#links.use(token, password, from);
  }
}
