import { Injectable, inject } from '@angular/core';
import type { AlertItem } from '#contract/alerts';
import { alertWords } from '#wording/alerts';
import { sessionWords } from '#wording/session';
import { People, Session } from '../api/index.ts';
import { injectWords } from '../language/index.ts';

/** Whom an alert is for, as colleagues call them. */
@Injectable({ providedIn: 'root' })
export class Recipients {
  readonly #people = inject(People);
  readonly #session = inject(Session);
  readonly #words = injectWords(alertWords);
  readonly #roles = injectWords(sessionWords);

  nameOf(userId: string): string {
    const me = this.#session.me()?.user;
    if (me?.id === userId) return this.#words().me;
    return this.#people.nameOf(userId) ?? this.#words().someone;
  }

  textOf(recipient: AlertItem['recipient']): string {
    if (recipient.kind === 'user') return this.nameOf(recipient.userId);
    const { role, departmentCode } = recipient;
    const department = this.#people.departmentOf(departmentCode ?? undefined);
    const { desk, inDepartment } = this.#words();
    return desk(
      this.#roles().roles[role],
      department === undefined ? '' : inDepartment(department),
    );
  }
}
