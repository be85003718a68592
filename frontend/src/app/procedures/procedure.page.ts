import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  resource,
  signal,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  procedureHistorySchema,
  procedureSchema,
  procedureVersionsPath,
  type NewProcedureVersion,
  type ProcedureVersion,
} from '#contract/procedures';
import { procedureWords } from '#wording/procedures';
import {
  ApiClient,
  type ClientProblem,
  People,
  Session,
  newActKey,
  problemOf,
} from '../api/index.ts';
import { injectWords, readMoment } from '../language/index.ts';
import { injectShortcut } from '../shell/index.ts';
import {
  Badge,
  Button,
  Code,
  Confirmations,
  Kbd,
  Notice,
  Page,
  Toasts,
  Waiting,
  dayWords,
} from '../ui/index.ts';
import { ProcedureEditor } from './procedure-editor.ts';
import { MEMBERS, memberText } from './procedure-text.ts';
import { PROCEDURES_PLACE } from './procedures-place.ts';
import { storiesOf } from './version-stories.ts';

/** What stands in a table of its own. */
const APART: ReadonlySet<string> = new Set(['name', 'steps', 'components']);

/** A procedure: what is in force, how it came to be so, and a new version of it. */
@Component({
  selector: 'mc-procedure',
  imports: [Badge, Button, Code, Kbd, Notice, Page, ProcedureEditor, RouterLink, Waiting],
  templateUrl: './procedure.page.html',
  styleUrl: './procedure.page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProcedurePage {
  readonly #api = inject(ApiClient);
  readonly #session = inject(Session);
  readonly #people = inject(People);
  readonly #toasts = inject(Toasts);
  readonly #confirmations = inject(Confirmations);
  protected readonly words = injectWords(procedureWords);
  protected readonly dayWords = dayWords;
  protected readonly place = `/${PROCEDURES_PLACE}`;
  protected readonly editor = viewChild(ProcedureEditor);

  /** Of the address. */
  readonly code = input.required<string>();

  readonly #unitId = computed(() => this.#session.unit()?.id);
  protected readonly told = resource({
    params: () => ({ code: this.code(), unitId: this.#unitId() }),
    loader: ({ params: { code, unitId }, abortSignal: abort }) =>
      this.#api.read(pathOf(code), procedureHistorySchema, { query: { unitId }, abort }),
  });
  protected readonly problem = computed(() => problemOf(this.told.error()));
  protected readonly history = computed(() =>
    this.told.hasValue() ? this.told.value() : undefined,
  );
  protected readonly heading = computed(() => this.history()?.procedure.name ?? this.words().title);
  protected readonly saving = signal(false);
  protected readonly refused = signal<ClientProblem | undefined>(undefined);

  protected readonly facts = computed(() => {
    const procedure = this.history()?.procedure;
    if (procedure === undefined) return [];
    return MEMBERS.filter((member) => !APART.has(member)).map((member) => ({
      ...{ member, label: this.words().members[member] },
      text: memberText(member, procedure, this.words()),
    }));
  });
  protected readonly steps = computed(() =>
    (this.history()?.procedure.steps ?? []).map((step) => ({
      ...step,
      who: [this.words().roles[step.role], this.#people.departmentOf(step.departmentCode) ?? []]
        .flat()
        .join(', '),
    })),
  );
  protected readonly isCityOwned = computed(
    () =>
      this.#session.unit()?.kind === 'commune' &&
      this.history()?.versions.some(({ layer, isOwn }) => layer === 'entry' && !isOwn) === true,
  );
  protected readonly stories = computed(() =>
    storiesOf(this.history()?.versions ?? [], this.words()),
  );

  constructor() {
    injectShortcut(
      'n',
      computed(() => this.words().keys.edit),
      () => this.editor()?.begin(),
    );
  }

  protected madeOf({ madeAt, madeBy }: ProcedureVersion): string {
    const { page, someone } = this.words();
    if (madeBy === null) return page.brought(readMoment(madeAt));
    const me = this.#session.me()?.user;
    const own = me?.id === madeBy ? me.displayName : undefined;
    return page.made(readMoment(madeAt), own ?? this.#people.nameOf(madeBy) ?? someone);
  }

  /** Nothing of it changes: a version that says so is what tells who compared it, and when. */
  protected async reconcile(): Promise<void> {
    const { page } = this.words();
    const confirmed = await this.#confirmations.ask({
      ...{ heading: page.reconcile, text: page.reconcileText, act: page.reconcile },
    });
    if (confirmed !== undefined && (await this.#add({}))) this.#toasts.done(page.reconciled);
  }

  protected async save(changes: NewProcedureVersion): Promise<void> {
    const version = await this.#add(changes);
    if (version !== undefined) this.#toasts.done(this.words().editor.saved(version));
  }

  async #add(changes: NewProcedureVersion): Promise<number | undefined> {
    if (this.saving()) return undefined;
    this.saving.set(true);
    const answer = await this.#api.act({
      ...{ path: pathOf(this.code()), answer: procedureSchema, key: newActKey() },
      body: { unitId: this.#unitId(), ...changes },
    });
    this.saving.set(false);
    this.refused.set(answer.ok ? undefined : answer.problem);
    if (!answer.ok) return undefined;
    this.editor()?.close();
    this.told.reload();
    return answer.value.version;
  }
}

const pathOf = (code: string): string =>
  procedureVersionsPath.replace(':code', encodeURIComponent(code));
