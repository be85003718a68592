import { ChangeDetectionStrategy, Component, inject, resource } from '@angular/core';
import { type Session as OpenSession, mySessionsPath, sessionPageSchema } from '#contract/identity';
import { sessionWords } from '#wording/session';
import { ApiClient, problemOf } from '../api/index.ts';
import { injectWords, readMoment } from '../language/index.ts';
import { Badge, Button, Confirmations, Notice, Toasts, Waiting } from '../ui/index.ts';
import { deviceName } from './device-name.ts';

/** Where one's account is open, each to be ended. */
@Component({
  selector: 'mc-session-list',
  imports: [Badge, Button, Notice, Waiting],
  templateUrl: './session-list.html',
  styleUrl: './session-list.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SessionList {
  readonly #api = inject(ApiClient);
  readonly #confirmations = inject(Confirmations);
  readonly #toasts = inject(Toasts);
  protected readonly words = injectWords(sessionWords);
  protected readonly readMoment = readMoment;
  protected readonly problemOf = problemOf;

  protected readonly sessions = resource({
    loader: ({ abortSignal: abort }) =>
      this.#api.read(mySessionsPath, sessionPageSchema, { query: { limit: 200 }, abort }),
  });

  protected deviceOf({ userAgent }: OpenSession): string {
    return deviceName(userAgent) ?? this.words().profile.unknownDevice;
  }

  protected async endOthers(): Promise<void> {
    const { endOthersQuestion, endOthers, othersEnded } = this.words().profile;
    const question = { heading: endOthersQuestion, act: endOthers, danger: true };
    if ((await this.#confirmations.ask(question)) === undefined) return;
    const answer = await this.#api.act({ method: 'DELETE', path: mySessionsPath });
    if (answer.ok) this.#toasts.done(othersEnded);
    else this.#toasts.failed(answer.problem.detail);
    this.sessions.reload();
  }

  protected async end({ id }: OpenSession): Promise<void> {
    const { endQuestion, end, ended } = this.words().profile;
    const confirmed = await this.#confirmations.ask({
      heading: endQuestion,
      act: end,
      danger: true,
    });
    if (confirmed === undefined) return;
    const answer = await this.#api.act({ method: 'DELETE', path: `${mySessionsPath}/${id}` });
    if (answer.ok) this.#toasts.done(ended);
    else this.#toasts.failed(answer.problem.detail);
    this.sessions.reload();
  }
}
