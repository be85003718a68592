import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import * as z from 'zod';
import {
  type OfficerCommand,
  awaitedApprovalSchema,
  dossierAnswerSchema,
  dossiersPath,
} from '#contract/dossiers';
import { problemWording } from '#wording';
import { actWords, dossierWords } from '#wording/dossiers';
import { ApiClient, Session, newActKey } from '../api/index.ts';
import { injectWords } from '../language/index.ts';
import { Button, Kbd, Toasts } from '../ui/index.ts';
import { ACT_ICONS, ACT_KEYS, commonActs } from './act-choices.ts';
import { ActDialog } from './act-dialog.ts';
import { formOf, isPlain } from './act-forms.ts';
import { ActList } from './act-list.ts';
import type { ActSheet } from './act-sheet.ts';
import { DossierHold, refusalText } from './dossier-hold.ts';

const answerSchema = z.union([awaitedApprovalSchema, dossierAnswerSchema]);

/** What may be done with the dossier that is held, on its page and beside a list. */
@Component({
  selector: 'mc-act-panel',
  imports: [ActDialog, ActList, Button, Kbd],
  templateUrl: './act-panel.html',
  styleUrl: './act-panel.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { role: 'group', class: 'unprinted', '[attr.aria-label]': 'words().acts' },
})
export class ActPanel {
  readonly #api = inject(ApiClient);
  readonly #toasts = inject(Toasts);
  readonly #session = inject(Session);
  readonly #hold = inject(DossierHold);
  readonly #problems = injectWords(problemWording);
  protected readonly words = injectWords(dossierWords);
  protected readonly acts = injectWords(actWords);
  protected readonly keys = ACT_KEYS;
  protected readonly icons = ACT_ICONS;
  protected readonly dialog = viewChild.required(ActDialog);
  protected readonly list = viewChild.required(ActList);
  protected readonly busyWith = signal<OfficerCommand | undefined>(undefined);

  /** Whether the page has given the acts their keys. */
  readonly keyed = input(true);

  /** What is done most in this state; what is never the looker's own is not in the way. */
  readonly common = computed(() => {
    const detail = this.#hold.view()?.detail;
    if (detail === undefined) return [];
    return commonActs(detail.state)
      .filter((type) => this.#session.may(`dossiers.${type}`))
      .map((type) => {
        const { code } = this.#hold.chanceOf(type);
        return { type, refused: code && refusalText(this.#problems(), code) };
      });
  });

  /** From a button or a key: at once where nothing has to be said, else in its form. */
  async begin(type: OfficerCommand): Promise<void> {
    const { code } = this.#hold.chanceOf(type);
    if (code !== undefined) {
      this.#toasts.news(refusalText(this.#problems(), code));
      return;
    }
    if (isPlain(type)) await this.#do(type);
    else this.open(type);
  }

  openList(): void {
    this.list().open();
  }

  open(type: OfficerCommand): void {
    const heading = this.acts().names[type];
    const bodyOf = (said: object): object => said;
    this.say({ type, name: type, heading, fields: formOf(type), initial: {}, bodyOf });
  }

  say(sheet: ActSheet): void {
    this.dialog().begin(sheet);
  }

  async #do(type: OfficerCommand): Promise<void> {
    const detail = this.#hold.view()?.detail;
    if (detail === undefined || this.busyWith() !== undefined) return;
    this.busyWith.set(type);
    const answer = await this.#api.act({
      path: `${dossiersPath}/${detail.id}/${type}`,
      body: {},
      answer: answerSchema,
      version: detail.version,
      key: newActKey(),
    });
    this.busyWith.set(undefined);
    const { done, awaiting, names } = this.acts();
    if (answer.ok) {
      const isAwaiting = 'approvalId' in answer.value;
      this.#toasts.done((isAwaiting ? awaiting : done)(names[type]));
    } else if (answer.problem.status === 422) {
      // The law wants more to be said, as for what happened the day before: there it is asked for.
      this.open(type);
    } else {
      this.#toasts.failed(`${answer.problem.title}. ${answer.problem.detail}`);
    }
    this.#hold.reload();
  }
}
