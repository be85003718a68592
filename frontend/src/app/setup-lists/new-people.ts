import {
  ChangeDetectionStrategy,
  Component,
  DOCUMENT,
  computed,
  inject,
  input,
  resource,
  viewChild,
} from '@angular/core';
import { resetLinkSchema, userPageSchema, usersPath, type User } from '#contract/identity';
import { setupListsWords } from '#wording/setup-lists';
import { ApiClient, Session, problemOf } from '../api/index.ts';
import { injectWords, readMoment } from '../language/index.ts';
import { Button, Notice, ShownOnce, Toasts, Waiting } from '../ui/index.ts';

const MOST = 500;

/** Who came with the list and cannot come in yet: a link for each, shown once, as among the people. */
@Component({
  selector: 'mc-new-people',
  imports: [Button, Notice, ShownOnce, Waiting],
  templateUrl: './new-people.html',
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--s2);
    }
    h2 {
      font-size: var(--text-m);
    }
    ul {
      display: grid;
      gap: var(--s2);
      max-height: 40dvh;
      overflow: auto;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s2) var(--s3);
      align-items: center;
      min-width: 0;
    }
    li b {
      flex: 1 1 14rem;
      min-width: 0;
      overflow-wrap: anywhere;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NewPeople {
  readonly #api = inject(ApiClient);
  readonly #session = inject(Session);
  readonly #toasts = inject(Toasts);
  readonly #origin = inject(DOCUMENT).location.origin;
  protected readonly words = injectWords(setupListsWords);
  protected readonly once = viewChild.required(ShownOnce);

  readonly usernames = input.required<readonly string[]>();

  protected readonly told = resource({
    params: () => ({ names: this.usernames(), unitId: this.#session.unit()?.id }),
    loader: ({ params: { names, unitId }, abortSignal: abort }) =>
      this.#named(names, unitId, abort),
  });
  protected readonly problem = computed(() => problemOf(this.told.error()));

  protected async hand({ id, displayName }: User): Promise<void> {
    const { links } = this.words();
    const path = `${usersPath}/${id}/reset-link`;
    const answer = await this.#api.act({ path, answer: resetLinkSchema });
    if (!answer.ok) {
      this.#toasts.failed(`${answer.problem.title}. ${answer.problem.detail}`);
      return;
    }
    this.once().show({
      ...{ heading: links.shown(displayName), hint: links.shownHint },
      value: `${this.#origin}${answer.value.path}`,
      until: links.until(readMoment(answer.value.expiresAt)),
    });
  }

  async #named(
    names: readonly string[],
    unitId: number | undefined,
    abort: AbortSignal,
  ): Promise<readonly User[]> {
    const wanted = new Set(names);
    const found: User[] = [];
    let cursor: string | null | undefined;
    do {
      const query = { unitId, limit: MOST, cursor };
      const page = await this.#api.read(usersPath, userPageSchema, { query, abort });
      found.push(...page.items.filter(({ username }) => wanted.has(username)));
      cursor = page.nextCursor;
    } while (cursor !== null && found.length < wanted.size);
    return found;
  }
}
