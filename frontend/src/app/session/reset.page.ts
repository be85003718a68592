import {
  ChangeDetectionStrategy,
  Component,
  DOCUMENT,
  effect,
  inject,
  signal,
} from '@angular/core';
import { Title } from '@angular/platform-browser';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { resetPath } from '#contract/identity';
import { sessionWords } from '#wording/session';
import { ApiClient, type ClientProblem } from '../api/index.ts';
import { injectWords } from '../language/index.ts';
import { Button, Field, FieldInput, Icon, Notice, Toasts } from '../ui/index.ts';
import { Doorway } from './doorway.ts';

/** A password chosen with the link an administrator handed over: once, within a day. */
@Component({
  selector: 'mc-reset',
  imports: [Button, Doorway, Field, FieldInput, Icon, Notice, RouterLink],
  templateUrl: './reset.page.html',
  styleUrl: './sign-in.page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ResetPage {
  readonly #api = inject(ApiClient);
  readonly #router = inject(Router);
  readonly #toasts = inject(Toasts);
  /** Behind the `#`: no server, proxy or log has seen it. */
  protected readonly token = inject(ActivatedRoute).snapshot.fragment ?? '';
  protected readonly words = injectWords(sessionWords);
  protected readonly password = signal('');
  protected readonly again = signal('');
  protected readonly tried = signal(false);
  protected readonly problem = signal<ClientProblem | undefined>(undefined);
  protected readonly busy = signal(false);

  constructor() {
    const title = inject(Title);
    effect(() => title.setTitle(`${this.words().reset.title} – Motcua`));
    // Out of the address at once: it must not stay in the history of a shared machine.
    const { location, history } = inject(DOCUMENT).defaultView ?? {};
    if (this.token !== '') history?.replaceState(history.state, '', location?.pathname);
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    const [token, password] = [this.token, this.password()];
    if (this.busy() || this.again() !== password) return;
    this.busy.set(true);
    const answer = await this.#api.act({ path: resetPath, body: { token, password } });
    this.busy.set(false);
    this.problem.set(answer.ok ? undefined : answer.problem);
    if (!answer.ok) return;
    this.#toasts.done(this.words().reset.done);
    // The used link does not stay in the way back.
    await this.#router.navigateByUrl('/', { replaceUrl: true });
  }

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }
}
