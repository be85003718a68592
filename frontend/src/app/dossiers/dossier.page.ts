import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  resource,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { Location, NgComponentOutlet } from '@angular/common';
import type { OfficerCommand } from '#contract/dossiers';
import { isMove } from '#domain/dossier';
import { actWords, dossierWords, happenedWords } from '#wording/dossiers';
import { shellWords } from '#wording/shell';
import { loadDossierAlerts } from '../alerts/index.ts';
import { loadDossierMessages } from '../citizens/index.ts';
import { loadDossierTwins } from '../twins/index.ts';
import { OfficeCalendar, OfficeClock, People, Session, injectLive } from '../api/index.ts';
import { injectWords } from '../language/index.ts';
import { injectShortcut } from '../shell/index.ts';
import { Button, Code, Notice, Page, StateBadge, TimeLeft, Toasts, Waiting } from '../ui/index.ts';
import { ACT_KEYS } from './act-choices.ts';
import { ActPanel } from './act-panel.ts';
import { correctionSheet, insertionSheet, voidSheet } from './amend-sheets.ts';
import { ApplicantPanel } from './applicant-panel.ts';
import { ClockPanel } from './clock-panel.ts';
import { codesOf } from './codes-of.ts';
import { type DossierView, newAuthor } from './dossier-view.ts';
import { DossierRisk } from './dossier-risk.ts';
import { DossierHold } from './dossier-hold.ts';
import { FormsPanel } from './forms-panel.ts';
import { FactsPanel, SourcesPanel, StepsPanel } from './side-panels.ts';
import { Timeline } from './timeline.ts';
import type { Entry } from './timeline-entries.ts';

const isMoveType = isMove as (type: string) => boolean;

/** *Hồ sơ*: what it is, what happened to it, what its clock says, and what may be done now. */
@Component({
  selector: 'mc-dossier',
  imports: [
    ...[ActPanel, ApplicantPanel, Button, ClockPanel, Code, DossierRisk, FactsPanel, FormsPanel],
    ...[NgComponentOutlet],
    ...[Notice, Page, SourcesPanel, StateBadge, StepsPanel, TimeLeft, Timeline, Waiting],
  ],
  providers: [DossierHold],
  templateUrl: './dossier.page.html',
  styleUrl: './dossier.page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DossierPage {
  readonly #toasts = inject(Toasts);
  readonly #location = inject(Location);
  readonly #session = inject(Session);
  readonly #people = inject(People);
  protected readonly hold = inject(DossierHold);
  protected readonly clock = inject(OfficeClock);
  protected readonly calendar = inject(OfficeCalendar).current;
  protected readonly words = injectWords(dossierWords);
  protected readonly acts = injectWords(actWords);
  readonly #happened = injectWords(happenedWords);
  protected readonly panel = viewChild(ActPanel);
  protected readonly onlyMoves = signal(false);
  #seen: DossierView | undefined;

  /** From the address: an id, or either code. */
  readonly id = input.required<string>();

  protected readonly alerts = resource({ loader: loadDossierAlerts });
  protected readonly messages = resource({ loader: loadDossierMessages });
  protected readonly twins = resource({ loader: loadDossierTwins });
  protected readonly view = this.hold.view;
  protected readonly heading = computed(() => {
    const detail = this.view()?.detail;
    return detail === undefined
      ? this.words().loading
      : this.words().title(detail.officialCode ?? detail.code);
  });
  protected readonly entries = computed(() =>
    this.hold.entries().filter(({ type }) => !this.onlyMoves() || isMoveType(type)),
  );
  protected readonly codes = computed(() => codesOf(this.view(), this.acts(), this.#people));
  protected readonly mendable = computed(
    () => this.#session.may('dossiers.correct') && this.view() !== undefined,
  );

  readonly #common = computed(() => this.panel()?.common() ?? []);

  constructor() {
    effect(() => this.hold.open(this.id()));
    injectLive((news) => {
      const isOurs = news === 'reset' || news.id === this.view()?.detail.id;
      if (isOurs) this.hold.reload();
    });
    effect(() => this.#tellOfOthers(this.view()));
    for (const key of new Set(Object.values(ACT_KEYS))) this.#offerKey(key);
    injectShortcut(
      '.',
      computed(() => this.words().otherActs),
      () => this.panel()?.openList(),
    );
    const shell = injectWords(shellWords);
    injectShortcut(
      'Escape',
      computed(() => shell().keys.back),
      () => this.back(),
    );
  }

  protected back(): void {
    this.#location.back();
  }

  protected amend(entry: Entry): void {
    this.panel()?.say(correctionSheet(entry, this.#amendHeading('correct', entry)));
  }

  protected insert(): void {
    this.panel()?.say(insertionSheet(this.acts().insertion, this.#happened().names));
  }

  protected takeBack(entry: Entry): void {
    this.panel()?.say(voidSheet(entry, this.#amendHeading('void', entry)));
  }

  #tellOfOthers(view: DossierView | undefined): void {
    const author = newAuthor(this.#seen, view);
    this.#seen = view;
    const name = untracked(() => this.#people.nameOf(author));
    // What one has done oneself is no news.
    if (name === undefined || author === untracked(this.#session.me)?.user.id) return;
    this.#toasts.news(untracked(this.words).updated(name));
  }

  #amendHeading(type: 'correct' | 'void', { type: happened }: Entry): string {
    return `${this.acts().names[type]}: ${this.#happened().names[happened] ?? happened}`;
  }

  #offerKey(key: string): void {
    const ofKey = computed(() => this.#common().find(({ type }) => ACT_KEYS[type] === key)?.type);
    const all = Object.keys(ACT_KEYS) as OfficerCommand[];
    const usual = all.find((type) => ACT_KEYS[type] === key);
    injectShortcut(
      key,
      computed(() => this.acts().names[ofKey() ?? usual ?? 'note']),
      () => {
        const type = ofKey();
        if (type !== undefined) void this.panel()?.begin(type);
      },
    );
  }
}
