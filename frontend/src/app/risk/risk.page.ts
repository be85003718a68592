import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  resource,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { Router } from '@angular/router';
import {
  riskFiguresPath,
  riskFiguresSchema,
  riskPageSchema,
  riskPath,
  type RiskDossier,
} from '#contract/risk';
import { riskWords } from '#wording/risk';
import { ApiClient, PagedList, Session, injectLive } from '../api/index.ts';
import { DOSSIER_PLACE } from '../dossiers/index.ts';
import { injectWords } from '../language/index.ts';
import { injectShortcut } from '../shell/index.ts';
import { Button, Kbd, Notice, Page, Waiting } from '../ui/index.ts';
import { RiskFiguresDrawer } from './risk-figures.ts';
import { RiskList } from './risk-list.ts';
import { WhatIfDialog } from './what-if-dialog.ts';

/** *Nguy cơ trễ hạn*: what nobody has been warned of yet and may well be late, and why. */
@Component({
  selector: 'mc-risk',
  imports: [Button, Kbd, Notice, Page, RiskFiguresDrawer, RiskList, Waiting, WhatIfDialog],
  templateUrl: './risk.page.html',
  styleUrl: './risk.page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RiskPage {
  readonly #api = inject(ApiClient);
  readonly #router = inject(Router);
  readonly #session = inject(Session);
  protected readonly words = injectWords(riskWords);
  protected readonly drawer = viewChild.required(RiskFiguresDrawer);
  protected readonly whatIf = viewChild(WhatIfDialog);
  readonly #unitId = computed(() => this.#session.unit()?.id);

  protected readonly maySuppose = computed(() => this.#session.may('risk.suppose'));
  protected readonly list = new PagedList<RiskDossier>((cursor, abort) =>
    this.#api.read(riskPath, riskPageSchema, { query: { unitId: this.#unitId(), cursor }, abort }),
  );
  protected readonly figures = resource({
    params: () => this.#unitId(),
    loader: ({ params: unitId, abortSignal: abort }) =>
      this.#api.read(riskFiguresPath, riskFiguresSchema, { query: { unitId }, abort }),
  });
  protected readonly told = computed(() =>
    this.figures.hasValue() ? this.figures.value() : undefined,
  );
  protected readonly isUnlearned = computed(() => this.told()?.learnedAt === null);
  /** Somebody has moved a dossier; the list is renewed when whoever reads it says so. */
  protected readonly isStale = signal(false);

  constructor() {
    effect(() => {
      this.#unitId();
      untracked(() => void this.refresh());
    });
    injectLive((news) => {
      if (news === 'reset' || news.type === 'dossier') this.isStale.set(true);
    });
    const keys = computed(() => this.words().keys);
    injectShortcut(
      'i',
      computed(() => keys().figures),
      () => this.drawer().open(),
    );
    injectShortcut(
      'g',
      computed(() => keys().whatIf),
      () => this.whatIf()?.open(),
    );
    injectShortcut(
      'o',
      computed(() => keys().open),
      () => this.#openFirst(),
    );
  }

  protected async refresh(): Promise<void> {
    this.isStale.set(false);
    this.figures.reload();
    await this.list.reload();
  }

  #openFirst(): void {
    const [first] = this.list.items();
    if (first !== undefined) void this.#router.navigate([`/${DOSSIER_PLACE}`, first.id]);
  }
}
