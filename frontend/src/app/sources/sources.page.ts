import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  resource,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { savedMappingsPath, savedMappingsSchema, type SavedMapping } from '#contract/imports';
import { sourcesPath, sourcesSchema, type SetSources } from '#contract/sources';
import { sourceWords } from '#wording/sources';
import { ApiClient, Session, problemOf } from '../api/index.ts';
import { injectWords, readMoment } from '../language/index.ts';
import { Notice, Page, Toasts, Waiting } from '../ui/index.ts';
import { MappingView } from './mapping-view.ts';
import { SourceList } from './source-list.ts';

const keyOf = ({ source, name }: SavedMapping): string => `${source}\n${name}`;

/** *Nguồn dữ liệu*: the systems dossiers come from, how old their word is, and what their lists mean. */
@Component({
  selector: 'mc-sources',
  imports: [MappingView, Notice, Page, RouterLink, SourceList, Waiting],
  templateUrl: './sources.page.html',
  styleUrl: './sources.page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SourcesPage {
  readonly #api = inject(ApiClient);
  readonly #session = inject(Session);
  readonly #toasts = inject(Toasts);
  protected readonly words = injectWords(sourceWords);
  protected readonly readMoment = readMoment;
  /** Which saved meaning is open: the id of any of its versions. */
  readonly mau = input<string>();

  readonly #unitId = computed(() => this.#session.unit()?.id);
  protected readonly mayChange = computed(() => this.#session.may('sources.write'));
  protected readonly told = resource({
    params: () => this.#unitId(),
    loader: ({ params: unitId, abortSignal: abort }) =>
      this.#api.read(sourcesPath, sourcesSchema, { query: { unitId }, abort }),
  });
  protected readonly mappings = resource({
    params: () => this.#unitId(),
    loader: ({ params: unitId, abortSignal: abort }) =>
      this.#api.read(savedMappingsPath, savedMappingsSchema, { query: { unitId }, abort }),
  });
  protected readonly problem = computed(
    () => problemOf(this.told.error()) ?? problemOf(this.mappings.error()),
  );
  protected readonly items = computed(() =>
    this.mappings.hasValue() ? this.mappings.value().items : [],
  );
  protected readonly chosen = computed(() => this.items().find(({ id }) => id === this.mau()));
  readonly #saved = signal<SavedMapping | undefined>(undefined);
  /** What was just saved has another id than the address bar says. */
  protected readonly open = computed(() => {
    const saved = this.#saved();
    const said = this.items().find((each) => saved && keyOf(each) === keyOf(saved));
    return this.chosen() ?? said ?? this.items()[0];
  });
  protected readonly busy = signal(false);

  protected reload(): void {
    this.told.reload();
    this.mappings.reload();
  }

  protected nameOf({ source }: SavedMapping): string {
    const known = this.told.hasValue() ? this.told.value().items : [];
    return known.find(({ code }) => code === source)?.name ?? source;
  }

  protected async set(wanted: Pick<SetSources, 'items' | 'staleAfter'>): Promise<void> {
    if (this.busy() || !this.told.hasValue()) return;
    this.busy.set(true);
    const { version } = this.told.value();
    const body = { unitId: this.#unitId(), version, ...wanted };
    const answer = await this.#api.act({
      ...{ method: 'PUT', path: sourcesPath, body, answer: sourcesSchema },
    });
    this.busy.set(false);
    if (!answer.ok) {
      const { code, title, detail } = answer.problem;
      // What somebody else has said is seen before anything is said over it.
      if (code === 'version-stale') this.told.reload();
      this.#toasts.failed(code === 'version-stale' ? this.words().moved : `${title}. ${detail}`);
      return;
    }
    this.told.set(answer.value);
    this.#toasts.done(this.words().saved);
  }

  protected take(saved: SavedMapping): void {
    this.#saved.set(saved);
    this.mappings.update(
      (told) =>
        told && {
          items: told.items.map((each) => (keyOf(each) === keyOf(saved) ? saved : each)),
        },
    );
  }
}
