import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { type User, userSchema, usersPath } from '#contract/identity';
import type { Department } from '#contract/units';
import { identityWords } from '#wording/identity';
import { uiWords } from '#wording/ui';
import { type Act, ApiClient, type ClientProblem, Session, newActKey } from '../api/index.ts';
import { injectWords } from '../language/index.ts';
import { Button, Dialog, Field, FieldInput, Toasts } from '../ui/index.ts';
import { type Place, PlaceEditor } from './place-editor.ts';
import { AccountActs } from './account-acts.ts';
import { type UserDraft, bodyOf, draftOf, emptyDraft, faultsOf } from './user-draft.ts';
import { usernameFor } from './username.ts';

/** Somebody added, or what is known of somebody changed, with what is done to the account. */
@Component({
  selector: 'mc-user-dialog',
  imports: [AccountActs, Button, Dialog, Field, FieldInput, PlaceEditor],
  templateUrl: './user-dialog.html',
  styleUrl: './user-dialog.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class UserDialog {
  readonly #api = inject(ApiClient);
  readonly #session = inject(Session);
  readonly #toasts = inject(Toasts);
  protected readonly words = injectWords(identityWords);
  protected readonly ui = injectWords(uiWords);
  protected readonly dialog = viewChild.required(Dialog);

  readonly departments = input.required<readonly Department[]>();
  readonly usernames = input.required<readonly string[]>();
  readonly saved = output<User>();
  /** Somebody new, who needs a link to come in. */
  readonly made = output<User>();
  readonly leaving = output<User>();
  readonly linkWanted = output<User>();

  protected readonly user = signal<User | undefined>(undefined);
  protected readonly draft = signal<UserDraft>(emptyDraft);
  protected readonly tried = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ClientProblem | undefined>(undefined);
  #key = newActKey();

  readonly #unit = computed(() => this.#session.unit());
  protected readonly isCity = computed(() => this.#unit()?.kind === 'city');
  protected readonly heading = computed(() => this.user()?.displayName ?? this.words().form.adding);
  protected readonly worksElsewhere = computed(
    () => this.user()?.memberships.some(({ unitId }) => unitId !== this.#unit()?.id) ?? false,
  );
  protected readonly suggestion = computed(() =>
    usernameFor(this.draft().displayName, this.usernames()),
  );
  protected readonly faults = computed(() => {
    const { form } = this.words();
    const faults = this.tried() ? faultsOf(this.#complete()) : undefined;
    return {
      name: faults?.name === true ? form.nameMissing : undefined,
      username: faults?.username === true ? form.usernameMissing : undefined,
      roles: faults?.roles === true ? form.rolesMissing : undefined,
    };
  });

  open(user?: User): void {
    const unitId = this.#unit()?.id;
    this.user.set(user);
    this.draft.set(user === undefined || unitId === undefined ? emptyDraft : draftOf(user, unitId));
    this.tried.set(false);
    this.problem.set(undefined);
    this.#key = newActKey();
    this.dialog().open();
  }

  close(): void {
    this.dialog().close();
  }

  protected say(field: keyof Omit<UserDraft, 'places'>, event: Event): void {
    const { value } = event.target as HTMLInputElement;
    this.draft.update((draft) => ({ ...draft, [field]: value }));
  }

  protected place(at: number, place: Place): void {
    this.draft.update((draft) => ({ ...draft, places: draft.places.with(at, place) }));
  }

  protected addPlace(): void {
    const place: Place = { departmentCode: '', roles: [] };
    this.draft.update((draft) => ({ ...draft, places: [...draft.places, place] }));
  }

  protected removePlace(at: number): void {
    this.draft.update((draft) => ({ ...draft, places: draft.places.toSpliced(at, 1) }));
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    const unitId = this.#unit()?.id;
    const isFaulty = Object.values(faultsOf(this.#complete())).some((isFault) => isFault);
    if (this.busy() || unitId === undefined || isFaulty) return;
    this.busy.set(true);
    const user = this.user();
    const answer = await this.#api.act({
      ...this.#target(user),
      body: bodyOf(this.#complete(), { user, unitId, mine: this.#mine() }),
      answer: userSchema,
    });
    this.busy.set(false);
    this.problem.set(answer.ok ? undefined : answer.problem);
    if (!answer.ok) {
      this.#key = newActKey();
      return;
    }
    this.close();
    if (user === undefined) this.made.emit(answer.value);
    else this.#tell(answer.value);
  }

  #target(user: User | undefined): Pick<Act<typeof userSchema>, 'method' | 'path' | 'key'> {
    return user === undefined
      ? { path: usersPath, key: this.#key }
      : { method: 'PATCH', path: `${usersPath}/${user.id}` };
  }

  #tell(user: User): void {
    this.#toasts.done(this.words().form.saved(user.displayName));
    this.saved.emit(user);
  }

  /** The suggested user name, where nobody typed another. */
  #complete(): UserDraft {
    const draft = this.draft();
    return draft.username === '' ? { ...draft, username: this.suggestion() } : draft;
  }

  readonly #mine = computed(() =>
    this.#session
      .units()
      .filter(({ permissions }) => permissions.includes('users.write'))
      .map(({ id }) => id),
  );
}
