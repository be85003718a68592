import {
  ChangeDetectionStrategy,
  Component,
  DOCUMENT,
  ElementRef,
  computed,
  inject,
  input,
  resource,
  signal,
  viewChild,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type User, resetLinkSchema, userPageSchema, usersPath } from '#contract/identity';
import { identityWords } from '#wording/identity';
import { sessionWords } from '#wording/session';
import { ApiClient, People, Session, problemOf } from '../api/index.ts';
import { injectWords, readMoment } from '../language/index.ts';
import { SETUP_LISTS_PLACE } from '../setup-lists/index.ts';
import { injectShortcut } from '../shell/index.ts';
import {
  Badge,
  Button,
  type Chip,
  Chips,
  CompactRow,
  Kbd,
  Notice,
  Page,
  ShownOnce,
  Table,
  TableColumn,
  Toasts,
  Waiting,
} from '../ui/index.ts';
import { LeaveDialog } from './leave-dialog.ts';
import { UserDialog } from './user-dialog.ts';
import { type UserState, shownLines, userLine, userStates } from './user-lines.ts';

const MOST = 500;

/** *Người dùng*: who works in the unit, as what, and whether they can come in. */
@Component({
  selector: 'mc-users',
  imports: [
    ...[Badge, Button, Chips, CompactRow, Kbd, LeaveDialog, Notice, Page, ShownOnce, Table],
    ...[RouterLink, TableColumn, UserDialog, Waiting],
  ],
  templateUrl: './users.page.html',
  styleUrl: './users.page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class UsersPage {
  readonly #api = inject(ApiClient);
  readonly #router = inject(Router);
  readonly #session = inject(Session);
  readonly #toasts = inject(Toasts);
  readonly #origin = inject(DOCUMENT).defaultView?.location.origin ?? '';
  protected readonly people = inject(People);
  protected readonly words = injectWords(identityWords);
  readonly #sessionWords = injectWords(sessionWords);
  protected readonly readMoment = readMoment;
  protected readonly fromFile = `/${SETUP_LISTS_PLACE}`;
  protected readonly mayBring = computed(() => this.#session.may('procedures.write'));
  protected readonly dialog = viewChild.required(UserDialog);
  protected readonly leaving = viewChild.required(LeaveDialog);
  protected readonly once = viewChild.required(ShownOnce);
  protected readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');

  /** From the address bar; what is typed is a name, and stays here. */
  readonly state = input<string>();
  protected readonly typed = signal('');
  protected readonly active = signal<string | undefined>(undefined);

  readonly #unitId = computed(() => this.#session.unit()?.id);
  protected readonly list = resource({
    params: () => this.#unitId(),
    loader: ({ params: unitId, abortSignal: abort }) =>
      this.#api.read(usersPath, userPageSchema, { query: { unitId, limit: MOST }, abort }),
  });
  protected readonly problem = computed(() => problemOf(this.list.error()));
  protected readonly users = computed(() => (this.list.hasValue() ? this.list.value().items : []));
  protected readonly isCut = computed(
    () => this.list.hasValue() && this.list.value().nextCursor !== null,
  );
  protected readonly usernames = computed(() => this.users().map(({ username }) => username));
  protected readonly chosen = computed<UserState>(
    () => userStates.find((each) => each === this.state()) ?? 'all',
  );

  readonly #lines = computed(() => {
    const unitId = this.#unitId() ?? 0;
    const { roles } = this.#sessionWords();
    return this.users().map((user) =>
      userLine(user, {
        unitId,
        roleName: (role) => roles[role],
        departmentName: (code) => this.people.departmentOf(code) ?? code,
      }),
    );
  });
  protected readonly lines = computed(() =>
    shownLines(this.#lines(), { state: this.chosen(), typed: this.typed() }),
  );
  protected readonly chips = computed<readonly Chip[]>(() =>
    userStates.map((value) => ({
      value,
      label: this.words().users.states[value],
      count: shownLines(this.#lines(), { state: value, typed: '' }).length,
    })),
  );

  constructor() {
    const label = (of: 'add' | 'find') => computed(() => this.words().users[of]);
    injectShortcut('n', label('add'), () => this.dialog().open());
    injectShortcut('/', label('find'), () => this.box().nativeElement.focus());
  }

  protected go(state: string | undefined): void {
    const queryParams = { state: state === 'all' ? undefined : state };
    void this.#router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }

  protected type(event: Event): void {
    this.typed.set((event.target as HTMLInputElement).value);
  }

  /** In its place: nothing moves under whoever reads. */
  protected replace(user: User): void {
    this.list.update((page) => {
      if (page === undefined) return page;
      return { ...page, items: page.items.map((each) => (each.id === user.id ? user : each)) };
    });
  }

  protected async welcome(user: User): Promise<void> {
    this.list.reload();
    await this.handLink(user);
  }

  protected async handLink(user: User): Promise<void> {
    const { once } = this.words();
    const path = `${usersPath}/${user.id}/reset-link`;
    const answer = await this.#api.act({ path, answer: resetLinkSchema });
    if (!answer.ok) {
      this.#toasts.failed(`${answer.problem.title}. ${answer.problem.detail}`);
      return;
    }
    this.dialog().close();
    this.once().show({
      heading: once.link(user.displayName),
      hint: once.linkHint,
      value: `${this.#origin}${answer.value.path}`,
      until: once.until(readMoment(answer.value.expiresAt)),
    });
  }

  protected leave(user: User): void {
    this.dialog().close();
    this.leaving().open(user);
  }
}
