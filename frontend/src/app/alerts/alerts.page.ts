import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type AlertItem, type AlertStatus, alertStatuses } from '#contract/alerts';
import { alertWords } from '#wording/alerts';
import { ApiClient, type ClientProblem, Session } from '../api/index.ts';
import { injectWords, momentText, numberText } from '../language/index.ts';
import { DOSSIER_PLACE } from '../shell/index.ts';
import { Button, Chips, Confirmations, Kbd, Notice, Page, Toasts, Waiting } from '../ui/index.ts';
import { AlertActs } from './alert-acts.ts';
import { type AlertAct, AlertDetail } from './alert-detail.ts';
import { AlertDialog, type Told } from './alert-dialog.ts';
import { injectAlertKeys } from './alert-keys.ts';
import { type AlertLine, linesOf } from './alert-lines.ts';
import { AlertPeople } from './alert-people.ts';
import { AlertShelf } from './alert-shelf.ts';
import { AlertTree } from './alert-tree.ts';
import { AlertWatch } from './alert-watch.ts';
import { NOTIFICATIONS_PLACE } from './alerts-place.ts';

/** Drawn at once; more on request. */
const DRAWN = 200;

const isStatus = (text: string | undefined): text is AlertStatus =>
  alertStatuses.some((status) => status === text);

/** Only the holder says what stands in the way; what is acknowledged or closed is so already. */
const mayBegin = (act: AlertAct, { status, level, dossierId }: AlertItem): boolean => {
  if (status === 'closed') return false;
  if (act === 'acknowledge') return status !== 'acknowledged';
  return act !== 'answer' || (level === 'officer' && dossierId !== null);
};

/** *Cảnh báo*: what somebody is alerted of, why, and what they do about it. */
@Component({
  selector: 'mc-alerts',
  imports: [
    ...[AlertDetail, AlertDialog, AlertPeople, AlertTree, Button, Chips, Kbd, Notice, Page],
    ...[RouterLink, Waiting],
  ],
  templateUrl: './alerts.page.html',
  styleUrl: './alerts.page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AlertsPage {
  readonly #router = inject(Router);
  readonly #session = inject(Session);
  readonly #toasts = inject(Toasts);
  readonly #confirmations = inject(Confirmations);
  readonly #acts = inject(AlertActs);
  readonly #watch = inject(AlertWatch);
  protected readonly words = injectWords(alertWords);
  protected readonly numberText = numberText;
  protected readonly wishesPath = `/${NOTIFICATIONS_PLACE}`;
  protected readonly shelf = new AlertShelf(inject(ApiClient));
  protected readonly dialog = viewChild.required(AlertDialog);
  protected readonly tree = viewChild(AlertTree);

  /** From the address: which heap, and which alert is read on a telephone. */
  readonly tab = input<string>();
  readonly open = input<string>();

  protected readonly status = computed<AlertStatus>(() => {
    const tab = this.tab();
    return isStatus(tab) ? tab : 'open';
  });
  protected readonly chips = computed(() => {
    const [counts, words] = [this.#watch.counts(), this.words()];
    return alertStatuses.map((value) => ({
      ...{ value, label: words.tabs[value] },
      ...(value !== 'closed' && { count: counts?.[value] }),
    }));
  });

  protected readonly expanded = signal<ReadonlySet<string>>(new Set());
  protected readonly selected = signal<ReadonlySet<string>>(new Set());
  protected readonly most = signal(DRAWN);
  protected readonly busy = signal(false);
  protected readonly lines = computed(() => linesOf(this.shelf.items() ?? [], this.expanded()));
  protected readonly drawn = computed(() => this.lines().slice(0, this.most()));
  /** Where one stands: at first on the gravest; when that line is gone, on the one that took its place. */
  protected readonly active = linkedSignal<readonly AlertLine[], string | undefined>({
    source: this.lines,
    computation: (lines, before) => {
      if (before?.value === undefined) return lines[0]?.key;
      if (lines.some(({ key }) => key === before.value)) return before.value;
      const at = before.source.findIndex(({ key }) => key === before.value);
      return lines[Math.min(Math.max(at, 0), lines.length - 1)]?.key;
    },
  });
  protected readonly line = computed(() => this.lines().find(({ key }) => key === this.active()));
  protected readonly chosen = computed(() => this.selected().size);

  constructor() {
    effect(() => {
      const question = { status: this.status(), unitId: this.#session.unit()?.id };
      untracked(() => {
        this.#forget();
        void this.shelf.load(question);
      });
    });
    effect(() => {
      this.#watch.turn();
      untracked(() => void this.shelf.look());
    });
    effect(() => this.#standOn(this.open(), this.shelf.items()));
    inject(DestroyRef).onDestroy(() => this.shelf.stop());
    injectAlertKeys(this.words, {
      step: (by) => this.tree()?.step(by),
      act: (act) => this.begin(act),
      open: () => this.#openDossier(),
      fresh: () => this.renew(),
      back: () => this.back(),
    });
  }

  protected go(to: Partial<Record<'tab' | 'open', string | null>>): void {
    void this.#router.navigate([], {
      queryParams: to,
      queryParamsHandling: 'merge',
      replaceUrl: 'open' in to,
    });
  }

  protected show(status: string | undefined): void {
    const tab = status === undefined || status === 'open' ? null : status;
    this.go({ tab, open: null });
  }

  protected read({ head }: AlertLine): void {
    this.go({ open: head.id });
  }

  protected turn(key: string): void {
    this.expanded.update((before) => {
      const after = new Set(before);
      if (!after.delete(key)) after.add(key);
      return after;
    });
  }

  protected renew(): void {
    void this.shelf.load();
  }

  protected back(): void {
    if (this.open() !== undefined) this.go({ open: null });
    else this.selected.set(new Set());
  }

  /** What is asked before an act is done, about what is chosen or where one stands. */
  protected begin(act: AlertAct): void {
    const meant = this.#meant();
    // A difficulty, and what is done elsewhere, are said of the one that is read.
    const first = act === 'acknowledge' || act === 'snooze' ? meant[0] : this.line()?.head;
    if (first === undefined || !mayBegin(act, first)) return;
    if (act === 'doneAtSource') void this.#doneAtSource(first);
    else if (act === 'acknowledge') this.dialog().open({ act, count: meant.length });
    else this.dialog().open({ act });
  }

  protected async carryOut(told: Told): Promise<void> {
    const here = this.line()?.head;
    if (this.busy()) return;
    this.busy.set(true);
    if (told.act === 'acknowledge') await this.#acknowledge(told.text);
    else if (told.act === 'snooze') await this.#snooze(told);
    else if (here !== undefined) await this.#answer(here, told);
    this.busy.set(false);
    this.tree()?.focus();
  }

  #meant(): readonly AlertItem[] {
    const chosen = this.selected();
    if (chosen.size === 0) return this.line()?.alerts ?? [];
    return (this.shelf.items() ?? []).filter(({ id }) => chosen.has(id));
  }

  async #acknowledge(reason: string): Promise<void> {
    const meant = this.#meant().filter(({ id }) => !this.shelf.gone().has(id));
    const { done, problem } = await this.#acts.acknowledge(
      meant.map(({ id }) => id),
      reason,
    );
    this.#putAway(done);
    const [words, count] = [this.words(), numberText(done.size)];
    if (problem === undefined) this.#toasts.done(words.acknowledged(count));
    else this.#toasts.failed(words.partly(count, numberText(meant.length), problem.detail));
  }

  async #snooze(told: Told & { readonly act: 'snooze' }): Promise<void> {
    const done = new Set<string>();
    for (const { id } of this.#meant()) {
      const answer = await this.#acts.snooze(id, told.until, told.text);
      if (answer.ok) done.add(id);
      else this.#refuse(answer.problem);
    }
    if (done.size === 0) return;
    this.#putAway(done);
    this.#toasts.done(this.words().snoozed(momentText(told.until)));
  }

  async #answer({ id }: AlertItem, told: Told & { readonly act: 'answer' }): Promise<void> {
    const answer = await this.#acts.answer(id, told.kind, told.text);
    if (!answer.ok) {
      this.#refuse(answer.problem);
      return;
    }
    this.shelf.replace(answer.value);
    this.#watch.soon();
    this.#toasts.done(this.words().said);
  }

  async #doneAtSource({ id, asOf }: AlertItem): Promise<void> {
    if (asOf === null) return;
    const { doneAtSource, doneAtSourceText, doneAtSourceDone } = this.words();
    const question = { heading: doneAtSource, text: doneAtSourceText, act: doneAtSource };
    if ((await this.#confirmations.ask(question)) === undefined) return;
    const answer = await this.#acts.doneAtSource(id);
    if (!answer.ok) {
      this.#refuse(answer.problem);
      return;
    }
    this.#putAway(new Set([id]));
    this.#toasts.done(doneAtSourceDone);
  }

  /** Somebody else, or the work itself, may have settled it meanwhile. */
  #refuse({ title, detail }: ClientProblem): void {
    this.#toasts.failed(`${title}. ${detail}`);
    this.#watch.soon();
  }

  #putAway(ids: ReadonlySet<string>): void {
    this.shelf.drop(ids);
    this.selected.set(new Set());
    this.#watch.soon();
  }

  #openDossier(): void {
    const id = this.line()?.head.dossierId;
    if (id !== undefined && id !== null) void this.#router.navigate(['/', DOSSIER_PLACE, id]);
  }

  #forget(): void {
    this.selected.set(new Set());
    this.active.set(undefined);
    this.most.set(DRAWN);
  }

  /** Somebody came for one of them: there they stand, and what stands before it is open. */
  #standOn(id: string | undefined, items: readonly AlertItem[] | undefined): void {
    if (id === undefined || items === undefined) return;
    const here = untracked(this.lines).find(({ head, level }) => head.id === id && level === 1);
    const behind = untracked(this.lines).find(({ head }) => head.id === id);
    const key = (here ?? behind)?.key;
    if (key !== undefined) this.active.set(key);
    else if (items.some((each) => each.id === id)) {
      const all = new Set(linesOf(items, new Set()).map((line) => line.key));
      this.expanded.set(all);
      this.active.set(id);
    }
  }
}
