import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  ElementRef,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import type { Channel } from '#domain/dossier';
import { channels } from '#contract/dossiers';
import {
  importsPath,
  type ImportAnswer,
  type ImportLayoutAnswer,
  type ImportState,
} from '#contract/imports';
import { importsWords } from '#wording/imports';
import { ApiClient, type ClientProblem, Session, problemOf } from '../api/index.ts';
import { injectWords, numberText, readMoment } from '../language/index.ts';
import { PastedImport, type PastedRow } from '../reception/index.ts';
import {
  Badge,
  Button,
  type GivenList,
  Icon,
  Notice,
  Progress,
  Toasts,
  Waiting,
  plainName,
} from '../ui/index.ts';
import { ImportOutcomes } from './import-outcomes.ts';
import { ImportRows } from './import-rows.ts';
import { ImportUndo } from './import-undo.ts';
import { ListDesk } from './list-desk.ts';
import { isUnclear } from './mapping-draft.ts';
import { type ConfirmedMapping, MappingForm } from './mapping-form.ts';

type Stage =
  'looking' | 'mapping' | 'channel' | 'checking' | 'preview' | 'committing' | 'done' | 'refused';

/** What is shown of an import while it is on its way; one that has ended may still be taken back. */
const STAGES: Partial<Record<ImportState, Stage>> = {
  queued: 'checking',
  checking: 'checking',
  checked: 'checking',
  committing: 'committing',
};

/** One list on its way in: looked at, explained where it has to be, checked, seen and written. */
@Component({
  selector: 'mc-import-run',
  imports: [
    Badge,
    Button,
    Icon,
    ImportOutcomes,
    ImportRows,
    ImportUndo,
    MappingForm,
    Notice,
    Progress,
    Waiting,
  ],
  templateUrl: './import-run.html',
  styleUrl: './import-run.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ImportRun {
  readonly #toasts = inject(Toasts);
  readonly #session = inject(Session);
  readonly #desk = new ListDesk(inject(ApiClient));
  readonly #import = new PastedImport(inject(ApiClient));
  protected readonly words = injectWords(importsWords);
  protected readonly channels = channels;
  protected readonly numberText = numberText;
  protected readonly readMoment = readMoment;
  protected readonly plainName = plainName;
  protected readonly commitButton = viewChild<unknown, ElementRef<HTMLButtonElement>>(
    'commitButton',
    { read: ElementRef },
  );

  /** Either a list somebody just brought, or an import that is there already. */
  readonly given = input<GivenList>();
  readonly importId = input<string>();
  /** The server has it: it can be opened again from there. */
  readonly brought = output();
  readonly closed = output();

  protected readonly stage = signal<Stage>('looking');
  protected readonly layout = signal<ImportLayoutAnswer | undefined>(undefined);
  protected readonly told = signal<ImportAnswer | undefined>(undefined);
  protected readonly rows = signal<readonly PastedRow[]>([]);
  protected readonly isSaving = signal(false);
  protected readonly problem = signal<Pick<ClientProblem, 'title' | 'detail'> | undefined>(
    undefined,
  );
  readonly #mappingId = signal<string | undefined>(undefined);

  protected readonly counts = computed(() => this.told()?.counts);
  protected readonly toCommit = computed(() => {
    const { new: added = 0, changed = 0 } = this.counts() ?? {};
    return added + changed;
  });
  protected readonly errorsPath = computed(
    () => `${importsPath}/${this.told()?.id ?? ''}/errors?format=xlsx`,
  );

  constructor() {
    effect(() => {
      const [given, id] = [this.given(), this.importId()];
      untracked(() => {
        if (given !== undefined) void this.look();
        else if (id !== undefined) void this.#watched(() => this.#follow(id));
      });
    });
    effect(() => this.commitButton()?.nativeElement.focus());
    inject(DestroyRef).onDestroy(() => this.#import.stop());
  }

  protected async look(): Promise<void> {
    const bringing = this.#bringing();
    if (bringing === undefined) return;
    this.stage.set('looking');
    const answer = await this.#desk.look(bringing);
    if (answer.ok) await this.#goOn(answer.value);
    else this.#refuse(answer.problem);
  }

  protected async mapped({ name, source, meaning, ...said }: ConfirmedMapping): Promise<void> {
    this.isSaving.set(true);
    const unitId = this.#session.unit()?.id;
    const answer = await this.#desk.save({
      ...{ name, source, ...meaning },
      ...(unitId !== undefined && { unitId }),
    });
    this.isSaving.set(false);
    if (!answer.ok) {
      this.#refuse(answer.problem);
      return;
    }
    this.#mappingId.set(answer.value.id);
    if (said.tellsChannel) await this.check();
    else this.stage.set('channel');
  }

  protected async check(channel?: Channel): Promise<void> {
    const bringing = this.#bringing();
    if (bringing === undefined) return;
    this.stage.set('checking');
    const answer = await this.#desk.bring({ ...bringing, channel, mappingId: this.#mappingId() });
    if (answer.ok) {
      this.brought.emit();
      await this.#watched(() => this.#follow(answer.value.id));
    } else if (answer.problem.code === 'channel-required') this.stage.set('channel');
    else this.#refuse(answer.problem);
  }

  protected async commit(): Promise<void> {
    const id = this.told()?.id;
    if (id === undefined || this.stage() !== 'preview' || this.toCommit() === 0) return;
    this.stage.set('committing');
    const answer = await this.#import.commit(id);
    if (answer.ok) await this.#watched(() => this.#written(id));
    else this.#refuse(answer.problem);
  }

  /** What is only looked at is dropped; what is being written stops, and what was written stays. */
  protected async stop(): Promise<void> {
    const id = this.told()?.id;
    if (id !== undefined) await this.#import.cancel(id);
    if (this.stage() !== 'committing') this.closed.emit();
  }

  protected follow(id: string): Promise<void> {
    return this.#watched(() => this.#follow(id));
  }

  async #goOn(layout: ImportLayoutAnswer): Promise<void> {
    this.layout.set(layout);
    if (isUnclear(layout)) this.stage.set('mapping');
    else if (layout.needsChannel) this.stage.set('channel');
    else await this.check();
  }

  async #written(id: string): Promise<void> {
    await this.#follow(id);
    const { new: added = 0, changed = 0 } = this.counts() ?? {};
    if (this.stage() === 'done')
      this.#toasts.done(this.words().done(numberText(added), numberText(changed)));
  }

  async #follow(id: string): Promise<void> {
    const told = await this.#import.follow(id, (each) => {
      this.told.set(each);
      this.stage.set(STAGES[each.state] ?? 'done');
    });
    if (told === undefined) return;
    if (told.state === 'failed') this.#failed(told);
    else {
      if (told.state === 'checked') {
        this.rows.set(await this.#import.rows(id, this.words().columns));
      }
      this.stage.set(told.state === 'checked' ? 'preview' : 'done');
    }
  }

  #failed({ failure }: ImportAnswer): void {
    const { refused, failures } = this.words();
    this.problem.set({ title: refused, detail: failures[failure ?? 'unexpected'] });
    this.stage.set('refused');
  }

  #bringing() {
    const given = this.given();
    return given === undefined ? undefined : { unitId: this.#session.unit()?.id, given };
  }

  async #watched(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (error instanceof DOMException) return;
      const problem = problemOf(error);
      if (problem === undefined) throw error;
      this.#refuse(problem);
    }
  }

  #refuse(problem: ClientProblem): void {
    this.problem.set(problem);
    this.stage.set('refused');
  }
}
