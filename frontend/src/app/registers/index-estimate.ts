import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  resource,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import type { RegisterFiguresAnswer } from '#contract/registers';
import { indicatorsSchema, reportsPath } from '#contract/reports';
import { GROUPS_766, GROUP_MAX_766, estimate766, type EstimateLine } from '#domain/register';
import { registerWords } from '#wording/registers';
import { ApiClient, Session, problemOf } from '../api/index.ts';
import { injectWords, numberText } from '../language/index.ts';
import { REGISTER_PLACE } from '../shell/index.ts';
import { Notice, Waiting } from '../ui/index.ts';
import { optionWord } from './option-word.ts';

const DECIMALS = 2;

/** Over which days, and of whom. */
interface Asked {
  readonly unitId: number;
  readonly from: string;
  readonly to: string;
}

/** *Bộ chỉ số 766*: what our own data would give, beside the score as the portal shows it. */
@Component({
  selector: 'mc-index-estimate',
  imports: [Notice, RouterLink, Waiting],
  templateUrl: './index-estimate.html',
  styleUrl: './registers.page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class IndexEstimate {
  readonly #api = inject(ApiClient);
  readonly #session = inject(Session);
  protected readonly words = injectWords(registerWords);
  readonly asked = input.required<Asked>();
  readonly figures = input.required<RegisterFiguresAnswer['figures']>();

  protected readonly indicators = resource({
    params: () => (this.#session.may('reports.read') ? this.asked() : undefined),
    loader: ({ params: query, abortSignal: abort }) =>
      this.#api.read(`${reportsPath}/indicators`, indicatorsSchema, { query: { ...query }, abort }),
  });
  protected readonly problem = computed(() => problemOf(this.indicators.error()));

  protected readonly groups = computed(() => {
    const shares = this.indicators.hasValue() ? this.indicators.value().indicators : [];
    const lines = estimate766(shares, this.figures());
    return GROUPS_766.map((group) => ({
      ...{ group, name: optionWord(this.words(), 'index766', group) },
      max: numberText(GROUP_MAX_766[group]),
      official: this.#officialOf(group),
      lines: lines.filter((line) => line.group === group).map((line) => this.#told(line)),
    }));
  });

  #officialOf(group: string): string {
    const score = this.figures().find(
      (each) => each.kind === 'index766' && each.key === 'score' && each.group === group,
    );
    return score === undefined ? '–' : numberText(score.value, DECIMALS);
  }

  #told({ key, max, points, numerator, denominator }: EstimateLine) {
    const { from, to } = this.asked();
    const isTyped = key === 'publishedInTime' || key.startsWith('feedback');
    return {
      ...{ key, name: this.words().estimate.parts[key] },
      points: this.words().estimate.of(numberText(points, DECIMALS), numberText(max)),
      share: `${numberText(numerator)}/${numberText(denominator)}`,
      /** The numbers of a report open into their dossiers; what was typed in stands in its register. */
      place: isTyped ? `/${REGISTER_PLACE}` : '/bao-cao',
      query: isTyped
        ? { kind: key === 'publishedInTime' ? 'publication' : 'feedback', from, to }
        : { tab: 'indicators', row: 'total', column: key, from, to },
    };
  }
}
