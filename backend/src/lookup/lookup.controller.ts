import { Body, Controller, Header, HttpCode, Inject, Post, Req } from '@nestjs/common';
import {
  lookupAnswerSchema,
  lookupPath,
  lookupSchema,
  type Lookup,
  type LookupAnswer,
} from '#contract/lookup';
import { tellInstant } from '#contract/time';
import { type Language, stateWording } from '#wording';
import { PublicView, type PublicDossier } from '../dossiers/index.ts';
import { Public } from '../platform/auth/policy.ts';
import { CLOCK, type Clock } from '../platform/clock/clock.ts';
import { type HttpRequest, headerOf } from '../platform/http/exchange.ts';
import { Answers } from '../platform/openapi/answers.ts';
import { acceptedLanguage } from '../platform/problem/accepted-language.ts';
import { ProblemError } from '../platform/problem/problem-error.ts';
import { evenPace } from './even-pace.ts';
import { MissBook } from './miss-book.service.ts';

/** When a wrong pair is answered; later once there were many. Whoever mistyped hardly notices. */
const WRONG_MS = 250;
const TOO_MANY_MS = 1_000;

/** States in which the citizen is waited for. */
const WAITING: ReadonlySet<string> = new Set(['awaitingIntakeSupplement', 'awaitingSupplement']);

const answerOf = (found: PublicDossier, language: Language): LookupAnswer => {
  const { title, detail } = stateWording[language][found.state];
  return {
    code: found.official_code ?? found.code,
    state: found.state,
    status: title,
    detail,
    receivedAt: tellInstant(found.received_at),
    dueAt: tellInstant(found.due_at),
    respondBy: WAITING.has(found.state) ? tellInstant(found.respond_by) : null,
    finishedAt: Number.isFinite(found.finished_at) ? tellInstant(found.finished_at) : null,
    returnedAt: tellInstant(found.returned_at),
    unit: found.unit,
    collectAt: found.state === 'resultReady' ? found.unit : null,
  };
};

/** *Tra cứu hồ sơ*, for whoever holds a slip. */
@Controller(lookupPath)
export class LookupController {
  readonly #dossiers: PublicView;
  readonly #misses: MissBook;
  readonly #clock: Clock;

  constructor(
    @Inject(PublicView) dossiers: PublicView,
    @Inject(MissBook) misses: MissBook,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#dossiers = dossiers;
    this.#misses = misses;
    this.#clock = clock;
  }

  /** A right pair is always answered; wrong ones, whatever is wrong about them, all alike. */
  @Answers(lookupAnswerSchema, { problems: ['lookup-not-found', 'too-many-attempts'] })
  @Post()
  @HttpCode(200)
  @Public()
  @Header('cache-control', 'no-store')
  async find(
    @Body({ schema: lookupSchema }) { code, lookupCode }: Lookup,
    @Req() request: HttpRequest,
  ): Promise<LookupAnswer> {
    const began = this.#clock.monotonicMs();
    const found = await this.#dossiers.find(code, lookupCode);
    if (found !== undefined) {
      return answerOf(found, acceptedLanguage(headerOf(request, 'accept-language')));
    }
    const retryAfterSeconds = await this.#misses.miss(request.ip);
    await evenPace(this.#clock, began, retryAfterSeconds > 0 ? TOO_MANY_MS : WRONG_MS);
    if (retryAfterSeconds > 0) throw new ProblemError('too-many-attempts', { retryAfterSeconds });
    throw new ProblemError('lookup-not-found');
  }
}
