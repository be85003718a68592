import { Inject, Injectable } from '@nestjs/common';
import {
  cityDigitisation,
  cityIi06b,
  cityIndicators,
  type CityConsolidation,
  type CityExportQuery,
  type CityReports,
  type ExportFormat,
  type IssueSectionAnswer,
} from '#contract/reports';
import { II06B_COLUMNS } from '#domain/report';
import type { Contributors } from '#domain/report-text';
import { instant, parseInstant, type Instant } from '#domain/working-time';
import { composeCityText } from '#wording/report-text';
import type { RequestActor } from '../../platform/auth/request-actor.ts';
import { reportCsv } from '../issue/report-csv.ts';
import { compactDay, type ExportedFile } from '../paper/exported-file.ts';
import { consolidationFooter } from '../paper/footer.ts';
import type { Printable } from '../paper/report-document.ts';
import { ReportPapers } from '../paper/report-papers.service.ts';
import { sectionFigures } from '../text/text-figures.ts';
import { CityConsolidations } from './consolidation.service.ts';
import { ReceivedReports } from './received.service.ts';
import { none } from './told-table.ts';

const nameOf = ({ city, from, to }: CityConsolidation, format: ExportFormat): string =>
  `BC-tong-hop-${city.code}-${compactDay(from)}-${compactDay(to)}-du-thao.${format}`;

/** The sums as a section of a report, so that they are told and printed as one. */
const sectionOf = (told: CityConsolidation): IssueSectionAnswer => ({
  section: 'main',
  ii06b: cityIi06b(told),
  digitisation: cityDigitisation(told),
  indicators: cityIndicators(told),
});

function contributorsOf(
  { ii06b: { parts }, missing }: CityConsolidation,
  { items }: CityReports,
): Contributors {
  return {
    ...{ all: parts.length + missing.length, counted: parts.length },
    fromFiles: parts.filter(({ source }) => source === 'file').map(({ name }) => name),
    late: items.filter(({ standing }) => standing === 'sentLate').map(({ unit }) => unit.name),
    missing: missing.map(({ name }) => name),
  };
}

const momentOf = ({ asOf }: CityConsolidation): Instant => parseInstant(asOf) ?? instant(0);

function printableOf(told: CityConsolidation, received: CityReports): Printable {
  const main = sectionOf(told);
  const section = sectionFigures(main);
  const text = composeCityText({
    figures: {
      template: told.report,
      sections: { main: section },
      ...{ sources: [], vertical: none(II06B_COLUMNS), lives: null, feedbackAim: null },
      registers: { feedbackDays: section, figures: [], others: [], lists: [] },
      ...{ previous: null, lastYear: null },
      contributors: contributorsOf(told, received),
    },
    office: { name: told.city.name, level: null, city: null },
    asOf: told.asOf,
  });
  return { text, sections: [main], isDraft: true, footer: consolidationFooter(momentOf(told)) };
}

/** The report of the city as files: always a draft, for a city issues on its own paper. */
@Injectable()
export class CityExporter {
  readonly #consolidations: CityConsolidations;
  readonly #received: ReceivedReports;
  readonly #papers: ReportPapers;

  constructor(
    @Inject(CityConsolidations) consolidations: CityConsolidations,
    @Inject(ReceivedReports) received: ReceivedReports,
    @Inject(ReportPapers) papers: ReportPapers,
  ) {
    this.#consolidations = consolidations;
    this.#received = received;
    this.#papers = papers;
  }

  async take(actor: RequestActor, { format, ...query }: CityExportQuery): Promise<ExportedFile> {
    const told = await this.#consolidations.tell(actor, query);
    const name = nameOf(told, format);
    switch (format) {
      case 'json':
        return { name, bytes: JSON.stringify(told, null, 2) };
      case 'csv':
        return { name, bytes: reportCsv([sectionOf(told)]) };
      case 'xlsx':
        return { name, bytes: await this.#papers.workbook([sectionOf(told)]) };
      case 'docx':
      case 'pdf': {
        const received = await this.#received.tell(actor, query);
        return { name, bytes: await this.#papers.print(printableOf(told, received), format) };
      }
    }
  }
}
