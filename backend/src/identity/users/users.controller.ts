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
  type Holdings,
  type NewUser,
  type Reset,
  type ResetLink,
  type User,
  type UserChanges,
  type UsersQuery,
  holdingsSchema,
  newUserSchema,
  resetLinkSchema,
  resetPath,
  resetSchema,
  userChangesSchema,
  userPageSchema,
  userSchema,
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
import { Answers } from '../../platform/openapi/answers.ts';
import { HoldingBook } from './holdings.service.ts';
import { ResetLinks } from './reset-links.service.ts';
import { UserChanging } from './user-changes.service.ts';
import { UserLocator } from './user-locator.ts';
import { Users } from './users.service.ts';

/** What may be wrong with who somebody is to be. */
const MEMBER_PROBLEMS = [
  'unknown-department',
  'role-not-for-unit',
  'password-not-accepted',
] as const;

/** What may stand in the way of whoever leaves. */
const LEAVING_PROBLEMS = [
  ...['last-administrator', 'unknown-substitute', 'substitute-is-self'],
  ...['absence-overlaps', 'absence-circular'],
] as const;

@Controller()
export class UsersController {
  readonly #users: Users;
  readonly #changing: UserChanging;
  readonly #links: ResetLinks;
  readonly #holdings: HoldingBook;

  constructor(
    @Inject(Users) users: Users,
    @Inject(UserChanging) changing: UserChanging,
    @Inject(ResetLinks) links: ResetLinks,
    @Inject(HoldingBook) holdings: HoldingBook,
  ) {
    this.#users = users;
    this.#changing = changing;
    this.#links = links;
    this.#holdings = holdings;
  }

  @Policy('users.read')
  @Answers(userPageSchema)
  @Get(usersPath)
  list(
    @CurrentActor() actor: RequestActor,
    @Query({ schema: usersQuerySchema }) query: UsersQuery,
  ): Promise<Page<User>> {
    return this.#users.list(actor, query);
  }

  @Policy('users.write')
  @Answers(userSchema, { problems: [...MEMBER_PROBLEMS, 'username-taken'] })
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
  @Answers(userSchema, { problems: [...MEMBER_PROBLEMS, ...LEAVING_PROBLEMS] })
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

  /** Before an account is closed: what lies on that desk. */
  @Policy('users.write', UserLocator)
  @Answers(holdingsSchema)
  @Get(`${usersPath}/:id/holdings`)
  holdings(
    @Param('id', UuidPath) id: string,
    @CurrentActor() actor: RequestActor,
  ): Promise<Holdings> {
    return this.#holdings.of(id, actor);
  }

  @Policy('users.write', UserLocator)
  @Answers(null)
  @Delete(`${usersPath}/:id/sessions`)
  @HttpCode(204)
  endSessions(
    @Param('id', UuidPath) id: string,
    @CurrentActor() actor: RequestActor,
    @Req() from: HttpRequest,
  ): Promise<void> {
    return this.#holdings.endSessions(id, { actor, from });
  }

  @Policy('users.write', UserLocator)
  @Answers(resetLinkSchema)
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
  @Answers(null)
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
  @Answers(null, { problems: ['link-not-valid', 'password-not-accepted', 'too-busy'] })
  @Post(resetPath)
  @HttpCode(204)
  reset(
    @Body({ schema: resetSchema }) { token, password }: Reset,
    @Req() from: HttpRequest,
  ): Promise<void> {
    return this.#links.use(token, password, from);
  }
}
