import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { feeAccountOf, feeEntriesOf, type FeeEntry } from '#domain/fee';
import { momentText } from '#wording/moment';
import { problemWording } from '#wording';
import { feesWords } from '#wording/fees';
import { uiWords } from '#wording/ui';
import { People } from '../api/index.ts';
import { ActDialog, DOSSIER_PLACE, DossierHold, refusalText } from '../dossiers/index.ts';
import { injectWords, numberText } from '../language/index.ts';
import { Button, Code, Kbd, Notice, StateBadge, Toasts, Waiting } from '../ui/index.ts';
import { type FeeRow, codeOf } from './fee-row.ts';
import { type FeeAct, feeActs, feeSheet } from './fee-sheets.ts';
import { StandingBadge } from './standing-badge.ts';

const KEYS: Readonly<Record<FeeAct, string>> = { collect: 't', refund: 'h', exempt: 'm' };

/** The fees of one dossier beside the list: what was charged and paid, and what may be done about it. */
@Component({
  selector: 'mc-fee-panel',
  imports: [
    ...[ActDialog, Button, Code, Kbd, Notice, RouterLink, StandingBadge, StateBadge, Waiting],
  ],
  providers: [DossierHold],
  templateUrl: './fee-panel.html',
  styleUrl: './fee-panel.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { role: 'region', '[attr.aria-label]': 'words().acts.ofRow' },
})
export class FeePanel {
  readonly #toasts = inject(Toasts);
  readonly #people = inject(People);
  readonly #problems = injectWords(problemWording);
  protected readonly hold = inject(DossierHold);
  protected readonly words = injectWords(feesWords);
  protected readonly ui = injectWords(uiWords);
  protected readonly dialog = viewChild.required(ActDialog);
  protected readonly numberText = numberText;
  protected readonly momentText = momentText;
  protected readonly keys = KEYS;
  protected readonly place = `/${DOSSIER_PLACE}`;

  readonly row = input.required<FeeRow>();
  /** Something was done: what the list shows may be another now. */
  readonly done = output();
  readonly closed = output();
  /** Asked for by a key before the dossier was there. */
  readonly #wanted = signal<FeeAct | undefined>(undefined);

  protected readonly code = computed(() => codeOf(this.row().dossier));
  /** Of this row, not of the one before it that is still on the screen. */
  readonly #held = computed(() =>
    this.hold.view()?.detail.id === this.row().dossier.id ? this.hold.held() : undefined,
  );
  protected readonly entries = computed(() => {
    const held = this.#held();
    return held && feeEntriesOf(held.state.history);
  });
  protected readonly account = computed(() => feeAccountOf(this.entries() ?? []));

  protected readonly acts = computed(() =>
    feeActs.map((act) => ({ act, refused: this.#refusalOf(act) })),
  );

  constructor() {
    effect(() => this.hold.open(this.row().dossier.id));
    effect(() => {
      const wanted = this.#wanted();
      if (wanted !== undefined && this.#held() !== undefined) untracked(() => this.#open(wanted));
    });
  }

  /** Now, or as soon as the dossier has come. */
  begin(act: FeeAct): void {
    this.#wanted.set(act);
  }

  protected takerOf({ kind, actor }: FeeEntry): string {
    if (kind !== 'payment') return '';
    return this.#people.nameOf(actor.id) ?? '';
  }

  protected methodOf({ method }: FeeEntry): string {
    return method === undefined ? '' : (this.words().methods[method] ?? method);
  }

  protected finish(): void {
    this.done.emit();
  }

  #open(act: FeeAct): void {
    this.#wanted.set(undefined);
    const refused = this.#refusalOf(act);
    const sheet = this.#sheetOf(act);
    if (refused === undefined && sheet !== undefined) this.dialog().begin(sheet);
    else if (refused !== undefined) this.#toasts.news(refused);
  }

  #sheetOf(act: FeeAct) {
    const held = this.#held();
    if (held === undefined) return undefined;
    const { state } = held;
    const waits = state.name === 'awaitingPayment';
    const endsWait = waits && this.hold.chanceOf('receive-payment').code === undefined;
    const version = this.row().payment?.version;
    return feeSheet(act, { held, code: this.code(), words: this.words(), version, endsWait });
  }

  /** In the words the server would use; first whether there is anything to do it to. */
  #refusalOf(act: FeeAct): string | undefined {
    if (this.#held() === undefined) return undefined;
    const sheet = this.#sheetOf(act);
    const { nothingToCollect, nothingToRefund, nothingToExempt } = this.words();
    const nothing = {
      collect: nothingToCollect,
      refund: nothingToRefund,
      exempt: nothingToExempt,
    };
    if (sheet === undefined) return nothing[act];
    const { code } = this.hold.chanceOf(sheet.type);
    return code && refusalText(this.#problems(), code);
  }
}
