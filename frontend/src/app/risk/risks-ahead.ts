import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  resource,
  untracked,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  riskFiguresPath,
  riskFiguresSchema,
  riskPageSchema,
  riskPath,
  type RiskDossier,
} from '#contract/risk';
import { riskWords } from '#wording/risk';
import { ApiClient, PagedList, Session } from '../api/index.ts';
import { injectWords } from '../language/index.ts';
import { Button, Notice, Waiting } from '../ui/index.ts';
import { RISK_PLACE } from './risk-place.ts';
import { RiskList } from './risk-list.ts';

/** A look in passing; whoever wants all of them opens their page. */
const FIRST = 5;

/** The likeliest to be late, beside what is late already. */
@Component({
  selector: 'mc-risks-ahead',
  imports: [Button, Notice, RiskList, RouterLink, Waiting],
  templateUrl: './risks-ahead.html',
  styleUrl: './risks-ahead.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { role: 'region', '[attr.aria-label]': 'words().title' },
})
export class RisksAhead {
  readonly #api = inject(ApiClient);
  readonly #session = inject(Session);
  protected readonly words = injectWords(riskWords);
  protected readonly place = `/${RISK_PLACE}`;
  /** Moves on whenever a dossier has changed. */
  readonly turn = input.required<number>();
  readonly #unitId = computed(() => this.#session.unit()?.id);

  protected readonly list = new PagedList<RiskDossier>((cursor, abort) => {
    const query = { unitId: this.#unitId(), limit: FIRST, cursor };
    return this.#api.read(riskPath, riskPageSchema, { query, abort });
  });
  /** Why there is none, asked only then. */
  readonly #figures = resource({
    params: () => (this.list.isEmpty() ? { unitId: this.#unitId() } : undefined),
    loader: ({ params: query, abortSignal: abort }) =>
      this.#api.read(riskFiguresPath, riskFiguresSchema, { query, abort }),
  });
  protected readonly isUnlearned = computed(
    () => this.#figures.hasValue() && this.#figures.value().learnedAt === null,
  );

  constructor() {
    effect(() => {
      this.turn();
      this.#unitId();
      untracked(() => void this.list.reload());
    });
  }
}
