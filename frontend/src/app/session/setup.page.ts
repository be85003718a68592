import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  signal,
} from '@angular/core';
import { Title } from '@angular/platform-browser';
import { Router, RouterLink } from '@angular/router';
import { setupPath } from '#contract/identity';
import { sessionWords } from '#wording/session';
import { ApiClient, type ClientProblem, Session } from '../api/index.ts';
import { injectWords } from '../language/index.ts';
import { Button, Field, FieldInput, Icon, Notice } from '../ui/index.ts';
import { AboutProduct } from './about.ts';
import { Doorway } from './doorway.ts';

const KINDS = ['xa', 'phuong', 'dacKhu', 'city'] as const;
type Kind = (typeof KINDS)[number];

const FIELDS = {
  ...{ code: '', username: '', displayName: '', password: '', again: '' },
  ...{ unitCode: '', unitName: '', kind: 'xa' as Kind },
};

/** Where the body of the refused request says the fault lies, and where the page shows it. */
const PLACES: Readonly<Record<string, keyof typeof FIELDS>> = {
  ...{ code: 'code', username: 'username', displayName: 'displayName', password: 'password' },
  ...{ 'unit.code': 'unitCode', 'unit.name': 'unitName' },
};

const CODES: Readonly<Partial<Record<ClientProblem['code'], keyof typeof FIELDS>>> = {
  ...{ 'link-not-valid': 'code', 'password-not-accepted': 'password' },
};

type Place = keyof typeof FIELDS | 'whole';
type Faults = Readonly<Partial<Record<Place, string>>>;

/** Each fault where it lies; what belongs to no field stands above them all. */
const faultsOf = ({ code, errors, detail }: ClientProblem): Faults => {
  const place = CODES[code];
  if (place !== undefined) return { [place]: detail };
  const placed = (errors ?? []).flatMap(({ path, message }) => {
    const at = PLACES[path];
    return at === undefined ? [] : [[at, message] as const];
  });
  return placed.length === 0 ? { whole: detail } : Object.fromEntries(placed);
};

/** The first start for real: whoever reads the console makes the first unit and its administrator. */
@Component({
  selector: 'mc-setup',
  imports: [Button, Doorway, Field, FieldInput, Icon, Notice, RouterLink],
  templateUrl: './setup.page.html',
  styleUrls: ['./sign-in.page.css', './setup.page.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SetupPage {
  readonly #api = inject(ApiClient);
  readonly #session = inject(Session);
  readonly #router = inject(Router);
  protected readonly about = inject(AboutProduct);
  protected readonly words = injectWords(sessionWords);
  protected readonly kinds = KINDS;
  protected readonly typed = signal(FIELDS);
  protected readonly tried = signal(false);
  protected readonly problem = signal<ClientProblem | undefined>(undefined);
  protected readonly busy = signal(false);
  protected readonly isOver = computed(() => this.about.told()?.needsSetup === false);

  /** What is wrong, beside the field in which it is. */
  protected readonly faults = computed<Faults>(() => {
    const problem = this.problem();
    const isOther = this.tried() && this.typed().again !== this.typed().password;
    return {
      ...(problem !== undefined && faultsOf(problem)),
      ...(isOther && { again: this.words().notTheSame }),
    };
  });

  constructor() {
    const title = inject(Title);
    effect(() => title.setTitle(`${this.words().setup.title} – Motcua`));
    void this.about.ask();
  }

  protected set(field: keyof typeof FIELDS, event: Event): void {
    const { value } = event.target as HTMLInputElement | HTMLSelectElement;
    this.typed.update((typed) => ({ ...typed, [field]: value }));
  }

  protected async make(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    const { again, unitCode, unitName, kind, ...who } = this.typed();
    if (this.busy() || again !== who.password) return;
    const level = kind === 'city' ? { kind } : { kind: 'commune', level: kind };
    const unit = { code: unitCode.trim().toUpperCase(), name: unitName.trim(), ...level };
    const username = who.username.trim().toLowerCase();
    this.busy.set(true);
    const answer = await this.#api.act({ path: setupPath, body: { ...who, username, unit } });
    this.problem.set(answer.ok ? undefined : answer.problem);
    if (answer.ok) await this.#enter(username, who.password);
    else if (answer.problem.code === 'not-found') await this.about.ask();
    this.busy.set(false);
  }

  /** Straight on: what an administrator owes before anything else is asked for next. */
  async #enter(username: string, password: string): Promise<void> {
    await this.#session.signIn({ username, password });
    await this.#router.navigateByUrl('/');
  }
}
