import { Injectable, computed, inject, resource } from '@angular/core';
import type { DossierItem } from '#contract/dossiers';
import { sourceNameIn, unitPageSchema, unitsPath } from '#contract/units';
import { ApiClient } from './api-client.ts';
import { Session } from './session.ts';

type Named = Readonly<Record<string, string>>;
type Coded = Pick<DossierItem, 'source' | 'externalCode' | 'officialCode' | 'code'>;

/** The page on which a dossier's source shows it; nothing but its code goes there. */
export const sourcePageOf = (pages: Named, item: Coded): string | undefined => {
  const code = item.externalCode ?? item.officialCode ?? item.code;
  const page = Object.hasOwn(pages, item.source ?? '') ? pages[item.source ?? ''] : undefined;
  return page?.replaceAll('{code}', encodeURIComponent(code));
};

/** The systems dossiers come from: what people call them, and where each shows a dossier. */
@Injectable({ providedIn: 'root' })
export class Sources {
  readonly #api = inject(ApiClient);
  readonly #unitId = computed(() => this.#session.unit()?.id);
  readonly #session = inject(Session);

  readonly #units = resource({
    params: () => this.#unitId(),
    loader: ({ params: unitId, abortSignal: abort }) =>
      this.#api.read(unitsPath, unitPageSchema, { query: { unitId }, abort }),
  });

  readonly #settings = computed(() => {
    const units = this.#units.hasValue() ? this.#units.value().items : [];
    return units.find(({ id }) => id === this.#unitId())?.settings;
  });

  /** Those the unit knows by name, and those it asks first. */
  readonly known = computed<readonly string[]>(() => {
    const { citySource, sources = [], sourceNames = {} } = this.#settings() ?? {};
    const first = citySource === undefined ? [] : [citySource];
    return [...new Set([...first, ...sources, ...Object.keys(sourceNames)])];
  });

  nameOf(source: string): string {
    const settings = this.#settings();
    return settings === undefined ? source : sourceNameIn(settings, source);
  }

  pageOf(item: Coded): string | undefined {
    return sourcePageOf(this.#settings()?.sourcePages ?? {}, item);
  }
}
