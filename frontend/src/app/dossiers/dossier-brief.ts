import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  signal,
} from '@angular/core';
import type { DossierItem } from '#contract/dossiers';
import { actWords, dossierWords } from '#wording/dossiers';
import { People, injectLive } from '../api/index.ts';
import { injectWords, readMoment } from '../language/index.ts';
import { Button, Notice, Waiting } from '../ui/index.ts';
import { ActPanel } from './act-panel.ts';
import { ApplicantPanel } from './applicant-panel.ts';
import { ClockPanel } from './clock-panel.ts';
import { codesOf } from './codes-of.ts';
import { DossierHold } from './dossier-hold.ts';
import { FactsPanel, StepsPanel } from './side-panels.ts';
import { Timeline } from './timeline.ts';

/** Whoever walks down a list with the arrow keys asks for the dossier they stop at. */
const STOPPED_MS = 150;
/** So much of what happened last; the whole of it is on the page. */
const LATEST = 3;

/** A dossier beside a list: made of the pieces of its page, with what may be done. */
@Component({
  selector: 'mc-dossier-brief',
  imports: [
    ...[ActPanel, ApplicantPanel, Button, ClockPanel, FactsPanel, Notice, StepsPanel, Timeline],
    Waiting,
  ],
  providers: [DossierHold],
  templateUrl: './dossier-brief.html',
  styleUrl: './dossier-brief.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DossierBrief {
  readonly #people = inject(People);
  protected readonly hold = inject(DossierHold);
  protected readonly words = injectWords(dossierWords);
  protected readonly acts = injectWords(actWords);
  protected readonly readMoment = readMoment;

  readonly id = input.required<string>();
  /** What the list knows of it, shown until the rest has come. */
  readonly row = input<DossierItem>();

  /** The dossier one stands on, not the one before it. */
  protected readonly view = computed(() => {
    const view = this.hold.view();
    return view?.detail.id === this.id() ? view : undefined;
  });
  protected readonly codes = computed(() => codesOf(this.view(), this.acts(), this.#people));
  protected readonly isWhole = signal(false);
  protected readonly entries = computed(() =>
    this.isWhole() ? this.hold.entries() : this.hold.entries().slice(0, LATEST),
  );

  constructor() {
    effect((onCleanup) => {
      const id = this.id();
      this.isWhole.set(false);
      const timer = setTimeout(() => this.hold.open(id), STOPPED_MS);
      onCleanup(() => clearTimeout(timer));
    });
    injectLive((news) => {
      if (news === 'reset' || news.id === this.id()) this.hold.reload();
    });
  }
}
