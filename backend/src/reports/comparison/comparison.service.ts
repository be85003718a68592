import { Inject, Injectable } from '@nestjs/common';
import type { ComparisonAnswer, ComparisonQuery } from '#contract/reports';
import {
  knownPart,
  lastYearOf,
  namedPeriodOf,
  periodOf,
  previousOf,
  type Period,
} from '#domain/report';
import { formatDay, type Instant } from '#domain/working-time';
import type { RequestActor } from '../../platform/auth/request-actor.ts';
import type { Transaction } from '../../platform/database/tenancy.ts';
import { digitisationAnswer } from '../digitisation.service.ts';
import type { Frame } from '../engine/frame.ts';
import { HeapReader } from '../engine/heap-reader.service.ts';
import { FrameBook } from '../frame-book.service.ts';
import { ii06bAnswer } from '../ii06b.service.ts';
import { IndicatorsService, indicatorsAnswer } from '../indicators.service.ts';
import { headOf, type Heard } from '../report-answer.ts';
import { ReportDesk } from '../report-desk.service.ts';
import { CarryOverBook, type Carried } from './carry-over.service.ts';
import { digitisationTotals, ii06bTotals, indicatorTotals, linesOf, type Totals } from './lines.ts';

type Form = ComparisonQuery['of'];

interface Read {
  readonly heaps: readonly Awaited<ReturnType<HeapReader['heaps']>>[];
  readonly firstCameAt: Instant | null;
  readonly carried: Carried | null;
}

interface Found {
  readonly frame: Frame;
  readonly heard: Heard;
  readonly heaps: Read['heaps'][number];
}

/** The totals of a form against those of the period before, and of the same days a year ago. */
@Injectable()
export class ComparisonService {
  readonly #frames: FrameBook;
  readonly #desk: ReportDesk;
  readonly #heaps: HeapReader;
  readonly #indicators: IndicatorsService;
  readonly #carryOvers: CarryOverBook;

  // eslint-disable-next-line max-params -- every form is compared, each by its own law
  constructor(
    @Inject(FrameBook) frames: FrameBook,
    @Inject(ReportDesk) desk: ReportDesk,
    @Inject(HeapReader) heaps: HeapReader,
    @Inject(IndicatorsService) indicators: IndicatorsService,
    @Inject(CarryOverBook) carryOvers: CarryOverBook,
  ) {
    this.#frames = frames;
    this.#desk = desk;
    this.#heaps = heaps;
    this.#indicators = indicators;
    this.#carryOvers = carryOvers;
  }

  async tell(actor: RequestActor, query: ComparisonQuery): Promise<ComparisonAnswer> {
    const now = await this.#frames.of(actor, query);
    const named = namedPeriodOf(now.period);
    const previous = { ...now, period: periodOf(previousOf(named)) };
    const lastYear = { ...now, period: periodOf(lastYearOf(named)) };
    const frames = [now, previous, lastYear];
    const { heard, found } = await this.#desk.read(now, (transaction) =>
      this.#read(transaction, frames, query.of),
    );
    const [ours, ...others] = await Promise.all(
      frames.map((frame, index) =>
        this.#totals(query.of, { frame, heard, heaps: found.heaps[index] ?? [] }),
      ),
    );
    if (ours === undefined) throw new Error('A comparison without its own figures');
    const known = [previous, lastYear].map(({ period }) => knownPart(period, found.firstCameAt));
    const [before, yearBefore] = others.map((totals, index) =>
      known[index] === 'none' ? undefined : totals,
    );
    return {
      form: 'comparison',
      ...headOf(now, heard),
      of: query.of,
      previous: { ...daysOf(previous.period), known: known[0] ?? 'none' },
      lastYear: { ...daysOf(lastYear.period), known: known[1] ?? 'none' },
      lines: linesOf(ours, { previous: before, lastYear: yearBefore }),
      carryOver: found.carried && (await this.#carryOvers.tell(now, found.carried)),
    };
  }

  async #read(transaction: Transaction, frames: readonly Frame[], of: Form): Promise<Read> {
    const heaps: Read['heaps'][number][] = [];
    const by = of === 'indicators' ? 'procedure' : 'unit';
    for (const frame of frames) {
      heaps.push(await this.#heaps.heaps(transaction, frame, { by, grain: 'profile' }));
    }
    const [now] = frames;
    const isOne = of === 'ii06b' && now?.units.length === 1;
    return {
      heaps,
      firstCameAt: await firstCameIn(transaction, now?.units.map(({ id }) => id) ?? []),
      carried: isOne ? await this.#carryOvers.read(transaction, now) : null,
    };
  }

  async #totals(of: Form, { frame, heard, heaps }: Found): Promise<Totals> {
    if (of === 'indicators') {
      const ruled = await this.#indicators.ruled(frame);
      return indicatorTotals(indicatorsAnswer({ frame, heard, heaps, ...ruled }));
    }
    if (of === 'digitisation') {
      return digitisationTotals(digitisationAnswer({ frame, heard, heaps, names: {} }, 'unit'));
    }
    const uncounted = { withdrawnBeforeAcceptance: 0, awaitingIntakeSupplement: 0 };
    const told = { frame, heard, heaps, uncounted, names: {} };
    return ii06bTotals(ii06bAnswer(told, { by: 'unit', layout: 16 }));
  }
}

const daysOf = ({ from, to }: Period) => ({ from: formatDay(from), to: formatDay(to) });

/** From when on there are dossiers at all; read off the end of an index, unit by unit. */
async function firstCameIn(
  transaction: Transaction,
  units: readonly number[],
): Promise<Instant | null> {
  const [row] = await transaction.query<{ readonly at: Instant | null }>(
    `select min(first.came_at) as at from unnest($1::int[]) as scope (unit_id)
     cross join lateral (select came_at from dossier_fact as fact
       where fact.unit_id = scope.unit_id and not left_out and came_at is not null
       order by came_at limit 1) as first`,
    [units],
  );
  return row?.at ?? null;
}
