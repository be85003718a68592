import { Inject, Injectable } from '@nestjs/common';
import type { IndicatorFigureAnswer, IndicatorsAnswer, ReportQuery } from '#contract/reports';
import {
  DOSSIER_INDICATORS,
  PROCEDURE_INDICATORS,
  definitionOn,
  neededFor,
  partIn,
  procedurePartIn,
  type CatalogueEntry,
  type DossierIndicator,
  type IndicatorDefinition,
  type ProcedureIndicator,
  type Profile,
  type UsedProcedure,
} from '#domain/report';
import { formatDay } from '#domain/working-time';
import type { RequestActor } from '../platform/auth/request-actor.ts';
import { CatalogueService } from '../procedures/index.ts';
import { DefinitionBook } from './definition-book.service.ts';
import type { Frame } from './engine/frame.ts';
import type { ProfileHeap } from './engine/heap.ts';
import { HeapReader } from './engine/heap-reader.service.ts';
import { FrameBook } from './frame-book.service.ts';
import { headOf, shareOf, type Heard } from './report-answer.ts';
import { ReportDesk } from './report-desk.service.ts';

type Definition = Omit<IndicatorDefinition, 'effectiveFrom'>;

interface Counted {
  readonly numerator: number;
  readonly missing: number;
}

const figureOf = (
  { indicator, population, targetPercent }: Definition,
  subject: IndicatorFigureAnswer['subject'],
  { numerator, missing }: Counted,
): IndicatorFigureAnswer => {
  const share = { numerator, denominator: numerator + missing };
  return {
    ...{ indicator, subject, population, targetPercent: targetPercent ?? null },
    ...shareOf(share),
    missing,
    needed: neededFor(share, targetPercent),
  };
};

/** Every ratio over dossiers and procedures, by the receiving city's definitions of the period's last day. */
@Injectable()
export class IndicatorsService {
  readonly #frames: FrameBook;
  readonly #desk: ReportDesk;
  readonly #heaps: HeapReader;
  readonly #definitions: DefinitionBook;
  readonly #catalogue: CatalogueService;

  // eslint-disable-next-line max-params -- a ratio is what its catalogues and its city say
  constructor(
    @Inject(FrameBook) frames: FrameBook,
    @Inject(ReportDesk) desk: ReportDesk,
    @Inject(HeapReader) heaps: HeapReader,
    @Inject(DefinitionBook) definitions: DefinitionBook,
    @Inject(CatalogueService) catalogue: CatalogueService,
  ) {
    this.#frames = frames;
    this.#desk = desk;
    this.#heaps = heaps;
    this.#definitions = definitions;
    this.#catalogue = catalogue;
  }

  async tell(actor: RequestActor, query: ReportQuery): Promise<IndicatorsAnswer> {
    const frame = await this.#frames.of(actor, query);
    const [{ heard, found: heaps }, ruled] = await Promise.all([
      this.#desk.read(frame, (transaction) =>
        this.#heaps.heaps(transaction, frame, { by: 'procedure', grain: 'profile' }),
      ),
      this.ruled(frame),
    ]);
    return indicatorsAnswer({ frame, heard, heaps, ...ruled });
  }

  /** By what the ratios of a frame are judged: the city's definitions and the unit's catalogue. */
  async ruled(frame: Frame): Promise<Pick<IndicatorsFound, 'definitions' | 'catalogue'>> {
    const { about, period, authority } = frame;
    const [definitions, all] = await Promise.all([
      this.#definitions.of(about.id),
      this.#catalogue.all(about.id, formatDay(period.to)),
    ]);
    const own = all.filter(({ definition }) => definition.authority === authority);
    const catalogue = own.map(({ code, definition: { onlineLevel } }) => ({ code, onlineLevel }));
    return { definitions, catalogue };
  }
}

interface IndicatorsFound {
  readonly frame: Frame;
  readonly heard: Heard;
  /** By procedure, so that a procedure nobody asked for is one that has none. */
  readonly heaps: readonly ProfileHeap[];
  readonly definitions: readonly IndicatorDefinition[];
  readonly catalogue: readonly CatalogueEntry[];
}

/** The ratios as they are told, live or frozen. */
export function indicatorsAnswer({
  frame,
  heard,
  heaps,
  definitions,
  catalogue,
}: IndicatorsFound): IndicatorsAnswer {
  const on = (indicator: Definition['indicator']) =>
    definitionOn(indicator, definitions, frame.period.to);
  const byCode = Map.groupBy(heaps, ({ row }) => row);
  const procedures = catalogue.map((entry) => ({
    ...entry,
    profiles: (byCode.get(entry.code) ?? []).map(({ profile }): Profile => profile),
  }));
  return {
    form: 'indicators',
    ...headOf(frame, heard),
    indicators: [
      ...DOSSIER_INDICATORS.map((indicator) =>
        figureOf(on(indicator), 'dossiers', countDossiers(on(indicator), indicator, heaps)),
      ),
      ...PROCEDURE_INDICATORS.map((indicator) =>
        figureOf(
          on(indicator),
          'procedures',
          countProcedures(on(indicator), indicator, procedures),
        ),
      ),
    ],
  };
}

function countDossiers(
  { population }: Definition,
  indicator: DossierIndicator,
  heaps: readonly ProfileHeap[],
): Counted {
  const counted = { numerator: 0, missing: 0 };
  for (const { profile, length } of heaps) {
    const part = partIn(indicator, population, profile);
    if (part !== null) counted[part] += length;
  }
  return counted;
}

function countProcedures(
  { population }: Definition,
  indicator: ProcedureIndicator,
  procedures: readonly UsedProcedure[],
): Counted {
  const counted = { numerator: 0, missing: 0 };
  for (const procedure of procedures) {
    const part = procedurePartIn(indicator, population, procedure);
    if (part !== null) counted[part] += 1;
  }
  return counted;
}
