import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  inject,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { NgTemplateOutlet } from '@angular/common';
import * as z from 'zod';
import { awaitedApprovalSchema, dossierAnswerSchema, dossiersPath } from '#contract/dossiers';
import { actWords } from '#wording/dossiers';
import { uiWords } from '#wording/ui';
import {
  ApiClient,
  type ClientProblem,
  Drafts,
  OfficeClock,
  People,
  newActKey,
} from '../api/index.ts';
import { injectWords } from '../language/index.ts';
import { Button, type Choice, Combobox, Dialog, Field, FieldInput, Toasts } from '../ui/index.ts';
import { ActOutlook } from './act-outlook.ts';
import { amendRows } from './amend-rows.ts';
import { asksWhen } from './asks-when.ts';
import type { FormField } from './act-forms.ts';
import { type ActSheet, type Desk, TOLD_FIELDS, type Typed, faultOf, saidOf } from './act-sheet.ts';
import { DossierHold } from './dossier-hold.ts';
import { findDossier } from './dossier-view.ts';
import type { Entry } from './timeline-entries.ts';
import { MeanwhileNote } from './meanwhile-note.ts';

const typedSchema = z.record(z.string(), z.string());
const answerSchema = z.union([awaitedApprovalSchema, dossierAnswerSchema]);

interface FieldGroup {
  readonly isFolded: boolean;
  readonly fields: readonly FormField[];
}

/** Where one act is said: what is typed outlives a refusal, a colleague's change, a lost line and a lock. */
@Component({
  selector: 'mc-act-dialog',
  imports: [
    NgTemplateOutlet,
    ActOutlook,
    Button,
    Combobox,
    Dialog,
    Field,
    FieldInput,
    MeanwhileNote,
  ],
  templateUrl: './act-dialog.html',
  styleUrl: './act-dialog.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ActDialog {
  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef);
  readonly #injector = inject(Injector);
  readonly #api = inject(ApiClient);
  readonly #drafts = inject(Drafts);
  readonly #toasts = inject(Toasts);
  readonly #clock = inject(OfficeClock);
  protected readonly hold = inject(DossierHold);
  protected readonly people = inject(People);
  protected readonly words = injectWords(actWords);
  protected readonly ui = injectWords(uiWords);
  protected readonly dialog = viewChild.required(Dialog);
  readonly done = output();

  protected readonly sheet = signal<ActSheet | undefined>(undefined);
  protected readonly typed = signal<Typed>({});
  protected readonly tried = signal(false);
  protected readonly busy = signal(false);
  protected readonly isDraft = signal(false);
  protected readonly problem = signal<ClientProblem | undefined>(undefined);
  /** The version that was on the screen when the act began, or that has been looked at since. */
  readonly #seen = signal(0);
  #key = newActKey();

  /** What belongs to the act, and behind a fold when it was done and why it is told so late. */
  protected readonly groups = computed<readonly FieldGroup[]>(() => {
    const sheet = this.sheet();
    if (sheet === undefined) return [];
    const fields = sheet.fieldsFor?.(this.typed()) ?? sheet.fields;
    const told = sheet.isAmendment ? [] : TOLD_FIELDS;
    return [
      { isFolded: false, fields },
      { isFolded: true, fields: told },
    ];
  });
  protected readonly fields = computed(() => this.groups().flatMap(({ fields }) => fields));
  /** Nothing is hidden that has to be said. */
  protected readonly isUnfolded = computed(() => {
    const { occurredAt = '', backdateReason = '' } = this.typed();
    const body = this.body();
    const verdict = untracked(() => {
      const sheet = this.sheet();
      return sheet && body ? this.hold.judge(sheet.type, body) : undefined;
    });
    return asksWhen(verdict) || occurredAt !== '' || backdateReason !== '';
  });
  protected readonly body = computed(() => {
    const [sheet, desk] = [this.sheet(), this.#desk()];
    return sheet && desk && sheet.bodyOf(saidOf(this.fields(), this.typed(), desk));
  });
  /** What stands otherwise once this is saved. */
  protected readonly changes = computed(() => {
    const [sheet, desk] = [this.sheet(), this.#desk()];
    if (!sheet?.isAmendment || desk === undefined) return [];
    const told = { initial: sheet.initial, typed: this.typed(), desk };
    return amendRows(this.fields(), told, (field) => this.choicesOf(field));
  });
  /** What others did while this was being typed. */
  protected readonly meanwhile = computed<readonly Entry[]>(() =>
    this.hold.entries().filter(({ event }) => event.version > this.#seen()),
  );
  protected readonly colleagues = computed(() =>
    this.people.users().map(({ id, displayName, title }) => ({
      value: id,
      label: displayName,
      ...(title !== null && { note: title }),
    })),
  );

  begin(sheet: ActSheet): void {
    const draft = this.#drafts.find(this.#draftName(sheet), typedSchema);
    this.sheet.set(sheet);
    this.typed.set(draft ?? sheet.initial);
    this.isDraft.set(draft !== undefined);
    this.tried.set(false);
    this.problem.set(undefined);
    this.#seen.set(this.hold.view()?.detail.version ?? 0);
    this.#key = newActKey();
    afterNextRender(() => this.#show(), { injector: this.#injector });
  }

  protected say(name: string, value: string | undefined): void {
    const sheet = this.sheet();
    if (sheet === undefined) return;
    this.typed.update((typed) => ({ ...typed, [name]: value ?? '' }));
    this.#drafts.keep(this.#draftName(sheet), this.typed());
  }

  protected typedIn(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected choicesOf({ kind, choices }: FormField): readonly Choice[] {
    if (kind === 'person') return this.colleagues();
    const held = this.hold.held();
    const departments = this.people
      .departments()
      .map(({ code, name }) => ({ value: code, label: name }));
    return held && choices ? choices({ held, words: this.words(), departments }) : [];
  }

  protected faultFor(field: FormField): string | undefined {
    const told = this.problem()?.errors?.find(({ path }) => path.split('.').at(-1) === field.name);
    if (told !== undefined) return told.message;
    const desk = this.#desk();
    const fault = this.tried() && desk ? faultOf(field, this.typed(), desk) : undefined;
    if (fault === undefined) return undefined;
    return fault === 'missing' ? this.words().missing : this.words().momentUnread;
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    const [sheet, desk] = [this.sheet(), this.#desk()];
    if (sheet === undefined || desk === undefined || this.busy()) return;
    if (this.fields().some((field) => faultOf(field, this.typed(), desk) !== undefined)) return;
    // What was shown has been read: it is decided on the dossier as it is now.
    this.#seen.set(this.hold.view()?.detail.version ?? 0);
    this.busy.set(true);
    await this.#act(sheet);
    this.busy.set(false);
  }

  protected shut(): void {
    this.sheet.set(undefined);
    this.problem.set(undefined);
  }

  #show(): void {
    this.dialog().open();
    this.#host.nativeElement.querySelector<HTMLElement>('input, select, textarea')?.focus();
  }

  async #act(sheet: ActSheet): Promise<void> {
    const { id } = this.hold.view()?.detail ?? { id: '' };
    const body = await this.#withDossier(this.body() ?? {});
    if (body === undefined) return;
    const answer = await this.#api.act({
      path: `${dossiersPath}/${id}/${sheet.type}`,
      body,
      answer: answerSchema,
      version: this.#seen(),
      key: this.#key,
    });
    if (answer.ok) {
      this.#finish(sheet, 'approvalId' in answer.value);
      return;
    }
    this.#refuse(answer.problem);
  }

  #refuse(problem: ClientProblem): void {
    this.problem.set(problem);
    // Whether the server heard it is not known while the line is down: the same key asks for the same act.
    if (problem.code !== 'offline') this.#key = newActKey();
    if (problem.status === 412 || problem.status === 409) this.hold.reload();
  }

  #finish(sheet: ActSheet, isAwaiting: boolean): void {
    const { awaiting, done } = this.words();
    this.#drafts.drop(this.#draftName(sheet));
    this.#toasts.done(isAwaiting ? awaiting(sheet.heading) : done(sheet.heading));
    this.dialog().close();
    this.hold.reload();
    this.done.emit();
  }

  /** Another dossier is named by its code; the server knows it by its id. */
  async #withDossier(body: object): Promise<object | undefined> {
    if (!('dossierId' in body)) return body;
    const dossierId = await findDossier(this.#api, String(body.dossierId)).catch(() => undefined);
    if (dossierId !== undefined) return { ...body, dossierId };
    this.#toasts.failed(this.words().codeUnread);
    return undefined;
  }

  #desk(): Desk | undefined {
    const [now, held] = [untracked(this.#clock.now), this.hold.held()];
    return now && held && { now, calendar: held.office.calendar };
  }

  #draftName({ name }: ActSheet): string {
    return `dossier/${this.hold.view()?.detail.id ?? ''}/${name}`;
  }
}
