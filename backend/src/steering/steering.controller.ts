import { Controller, Get, Header, Inject, Query } from '@nestjs/common';
import type { Page } from '#contract/list';
import {
  steeringDossiersPath,
  steeringDossiersQuerySchema,
  steeringPageSchema,
  steeringPath,
  steeringQuerySchema,
  steeringSchema,
  steeringTrendPath,
  steeringTrendQuerySchema,
  steeringTrendSchema,
  type Steering,
  type SteeringDossiersQuery,
  type SteeringItem,
  type SteeringQuery,
  type SteeringTrend,
  type SteeringTrendQuery,
} from '#contract/steering';
import { CurrentActor } from '../platform/auth/current-actor.ts';
import { Policy } from '../platform/auth/policy.ts';
import type { RequestActor } from '../platform/auth/request-actor.ts';
import { Answers } from '../platform/openapi/answers.ts';
import { BoardService } from './board.service.ts';
import { CellList } from './cell-list.service.ts';
import { TrendService } from './trend.service.ts';

/** *Điều hành*: the numbers a leader acts on, and the dossiers behind each of them. */
@Controller()
export class SteeringController {
  readonly #board: BoardService;
  readonly #cells: CellList;
  readonly #trend: TrendService;

  constructor(
    @Inject(BoardService) board: BoardService,
    @Inject(CellList) cells: CellList,
    @Inject(TrendService) trend: TrendService,
  ) {
    this.#board = board;
    this.#cells = cells;
    this.#trend = trend;
  }

  @Policy('steering.read')
  @Answers(steeringSchema, { problems: ['unit-required'] })
  @Get(steeringPath)
  @Header('cache-control', 'no-store')
  board(
    @Query({ schema: steeringQuerySchema }) query: SteeringQuery,
    @CurrentActor() actor: RequestActor,
  ): Promise<Steering> {
    return this.#board.tell(actor, query);
  }

  @Policy('steering.read')
  @Answers(steeringPageSchema, { problems: ['unit-required'] })
  @Get(steeringDossiersPath)
  @Header('cache-control', 'no-store')
  dossiers(
    @Query({ schema: steeringDossiersQuerySchema }) query: SteeringDossiersQuery,
    @CurrentActor() actor: RequestActor,
  ): Promise<Page<SteeringItem>> {
    return this.#cells.page(actor, query);
  }

  @Policy('steering.read')
  @Answers(steeringTrendSchema, { problems: ['unit-required'] })
  @Get(steeringTrendPath)
  @Header('cache-control', 'no-store')
  trend(
    @Query({ schema: steeringTrendQuerySchema }) query: SteeringTrendQuery,
    @CurrentActor() actor: RequestActor,
  ): Promise<SteeringTrend> {
    return this.#trend.tell(actor, query);
  }
}
