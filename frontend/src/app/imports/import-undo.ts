import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  resource,
  signal,
} from '@angular/core';
import {
  importSchema,
  importUndoSchema,
  importsPath,
  undoActs,
  type ImportAnswer,
  type ImportUndoItem,
} from '#contract/imports';
import { importsWords } from '#wording/imports';
import {
  ApiClient,
  type ClientProblem,
  PagedList,
  Session,
  newActKey,
  problemOf,
} from '../api/index.ts';
import { injectWords, numberText, readMoment } from '../language/index.ts';
import { Badge, Button, Code, Confirmations, Notice, Progress, Waiting } from '../ui/index.ts';

type Row = ImportUndoItem & { readonly id: string };

const looks = {
  annul: ['paused', 'trash'],
  void: ['near', 'undo'],
  record: ['plain', 'check'],
  keep: ['paused', 'paused'],
} as const;

/** *Hoàn tác đợt nhập*: seen first, dossier by dossier, then asked once more. */
@Component({
  selector: 'mc-import-undo',
  imports: [Badge, Button, Code, Notice, Progress, Waiting],
  templateUrl: './import-undo.html',
  styleUrls: ['../ui/list-rows.css', './import-undo.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ImportUndo {
  readonly #api = inject(ApiClient);
  readonly #session = inject(Session);
  readonly #confirmations = inject(Confirmations);
  protected readonly words = injectWords(importsWords);
  protected readonly numberText = numberText;
  protected readonly readMoment = readMoment;
  protected readonly looks = looks;
  protected readonly acts = undoActs;

  readonly told = input.required<ImportAnswer>();
  readonly begun = output();

  readonly #id = computed(() => this.told().id);
  protected readonly mayUndo = computed(
    () => this.told().undoable && this.#session.may('imports.write'),
  );
  protected readonly isOpen = linkedSignal({ source: this.told, computation: () => false });
  protected readonly isAsking = signal(false);
  protected readonly refused = signal<ClientProblem | undefined>(undefined);
  readonly #preview = resource({
    params: () => (this.isOpen() ? this.#id() : undefined),
    loader: ({ params: id, abortSignal: abort }) => this.#look(id, undefined, abort),
  });
  protected readonly preview = computed(() =>
    this.#preview.hasValue() ? this.#preview.value() : undefined,
  );
  protected readonly problem = computed(
    () => this.refused() ?? problemOf(this.#preview.error()) ?? this.list.problem(),
  );
  protected readonly list = new PagedList<Row>(async (cursor, abort) => {
    const { items, nextCursor } = await this.#look(this.#id(), cursor, abort);
    return { items: items.map((item) => ({ ...item, id: item.dossierId })), nextCursor };
  });
  protected readonly toUndo = computed(() => {
    const { annul = 0, void: taken = 0, record = 0 } = this.preview()?.ahead ?? {};
    return annul + taken + record;
  });
  protected readonly doneSoFar = computed(() => {
    const counts = this.told().undo?.counts;
    return counts === undefined ? 0 : undoActs.reduce((sum, act) => sum + counts[act], 0);
  });

  protected look(): void {
    this.refused.set(undefined);
    this.isOpen.set(true);
    void this.list.reload();
  }

  protected async undo(): Promise<void> {
    const { act, sure, sureText } = this.words().undo;
    const asked = {
      heading: sure,
      text: sureText,
      act: act(numberText(this.toUndo())),
      danger: true,
    };
    if ((await this.#confirmations.ask(asked)) === undefined) return;
    this.isAsking.set(true);
    const path = `${importsPath}/${this.#id()}/undo`;
    const answer = await this.#api.act({ path, answer: importSchema, key: newActKey() });
    this.isAsking.set(false);
    if (answer.ok) this.begun.emit();
    else this.refused.set(answer.problem);
  }

  #look(id: string, cursor: string | undefined, abort: AbortSignal) {
    return this.#api.read(`${importsPath}/${id}/undo`, importUndoSchema, {
      query: { cursor },
      abort,
    });
  }
}
