import type { ReportText } from '#contract/reports';
import {
  CITY_CHAPTERS,
  passagesIn,
  type Contributors,
  type TextFigures,
} from '#domain/report-text';
import { composeText, type TextSource, type WrittenPassage } from './compose.ts';
import { PASSAGES } from './passages.ts';

interface CitySource extends Pick<TextSource, 'office' | 'asOf'> {
  readonly figures: TextFigures & { readonly contributors: Contributors };
}

const proposed = (body: string): WrittenPassage => ({
  ...{ body, state: 'own', version: 0, carriedFrom: null },
});

/** The report of a city as a draft to write on: its sentences told, its other passages begun. */
export const composeCityText = (source: CitySource): ReportText =>
  composeText({
    ...source,
    ...{ heading: {}, headingVersion: 0, document: null },
    passages: new Map(
      passagesIn(CITY_CHAPTERS).map((key) => [key, proposed(PASSAGES[key].proposal)]),
    ),
  });
