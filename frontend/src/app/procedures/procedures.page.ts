import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  inject,
  linkedSignal,
  resource,
  signal,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Procedure } from '#contract/procedures';
import { procedureWords } from '#wording/procedures';
import { ApiClient, Session, problemOf } from '../api/index.ts';
import { injectWords, matches, numberText } from '../language/index.ts';
import { SETUP_LISTS_PLACE } from '../setup-lists/index.ts';
import { injectShortcut } from '../shell/index.ts';
import {
  Badge,
  Button,
  type Chip,
  Chips,
  Field,
  FieldInput,
  Notice,
  Page,
  Waiting,
} from '../ui/index.ts';
import { allProcedures } from './all-procedures.ts';
import { limitText } from './procedure-text.ts';
import { MATCHES_PLACE, PROCEDURES_PLACE } from './procedures-place.ts';

const AT_A_TIME = 100;

type State = 'unreconciled' | 'reconciled';
const STATES: readonly State[] = ['unreconciled', 'reconciled'];

/** What nobody has compared comes first: it is what waits for somebody. */
const inOrder = (a: Procedure, b: Procedure): number =>
  Number(b.unreconciled) - Number(a.unreconciled) ||
  a.field.localeCompare(b.field, 'vi') ||
  a.name.localeCompare(b.name, 'vi');

/** *Thủ tục*: the catalogue as the unit has it, searched and opened. */
@Component({
  selector: 'mc-procedures',
  imports: [...[Badge, Button, Chips, Field, FieldInput, Notice, Page], ...[RouterLink, Waiting]],
  templateUrl: './procedures.page.html',
  styleUrl: './procedures.page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProceduresPage {
  readonly #api = inject(ApiClient);
  readonly #session = inject(Session);
  protected readonly words = injectWords(procedureWords);
  protected readonly numberText = numberText;
  protected readonly place = `/${PROCEDURES_PLACE}`;
  protected readonly matches = `/${MATCHES_PLACE}`;
  protected readonly fromFile = `/${SETUP_LISTS_PLACE}`;
  protected readonly searchBox = viewChild<ElementRef<HTMLInputElement>>('search');

  protected readonly typed = signal('');
  protected readonly field = signal('');
  protected readonly state = signal<State | undefined>(undefined);

  protected readonly told = resource({
    params: () => ({ unitId: this.#session.unit()?.id }),
    loader: ({ params: { unitId }, abortSignal: abort }) => allProcedures(this.#api, unitId, abort),
  });
  protected readonly problem = computed(() => problemOf(this.told.error()));
  readonly #known = computed(() => (this.told.hasValue() ? this.told.value() : []));
  protected readonly fields = computed(() =>
    [...new Set(this.#known().map(({ field }) => field))].sort((a, b) => a.localeCompare(b, 'vi')),
  );
  readonly #searched = computed(() => {
    const [typed, field] = [this.typed(), this.field()];
    return this.#known().filter(
      (each) =>
        (field === '' || each.field === field) && matches(`${each.name} ${each.code}`, typed),
    );
  });
  protected readonly chips = computed<readonly Chip[]>(() =>
    STATES.map((value) => ({
      ...{ value, label: this.words().states[value] },
      count: this.#searched().filter((each) => stateOf(each) === value).length,
    })),
  );
  protected readonly found = computed(() => {
    const state = this.state();
    return this.#searched()
      .filter((each) => state === undefined || stateOf(each) === state)
      .toSorted(inOrder);
  });
  readonly #most = linkedSignal({ source: this.found, computation: () => AT_A_TIME });
  protected readonly rows = computed(() =>
    this.found()
      .slice(0, this.#most())
      .map((procedure) => ({ procedure, limit: limitText(procedure, this.words()) })),
  );
  protected readonly left = computed(() => this.found().length - this.rows().length);

  constructor() {
    injectShortcut(
      '/',
      computed(() => this.words().keys.search),
      () => this.searchBox()?.nativeElement.focus(),
    );
  }

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement | HTMLSelectElement).value;
  }

  protected chooseState(value: string | undefined): void {
    this.state.set(STATES.find((each) => each === value));
  }

  protected showMore(): void {
    this.#most.update((most) => most + AT_A_TIME);
  }
}

const stateOf = ({ unreconciled }: Procedure): State =>
  unreconciled ? 'unreconciled' : 'reconciled';
