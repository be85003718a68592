import type { Channel } from '#domain/dossier';
import {
  createdImportSchema,
  importLayoutSchema,
  importLayoutsPath,
  importMappingSchema,
  importMappingsPath,
  importsPath,
  type ImportLayoutAnswer,
  type ImportMappingAnswer,
  type NewImportMapping,
} from '#contract/imports';
import { type Answer, type ApiClient, newActKey } from '../api/index.ts';
import type { GivenList } from '../ui/index.ts';

/** As much of a file's name as is kept. */
const NAME = 200;

export interface Bringing {
  readonly unitId: number | undefined;
  readonly given: GivenList;
  readonly channel?: Channel | undefined;
  readonly mappingId?: string | undefined;
}

/** Takes lists to the server: looked at first, then brought in to be checked. */
export class ListDesk {
  readonly #api: ApiClient;

  constructor(api: ApiClient) {
    this.#api = api;
  }

  look({ unitId, given }: Bringing): Promise<Answer<ImportLayoutAnswer>> {
    return this.#api.ask(importLayoutsPath, formOf({ unitId }, given), importLayoutSchema);
  }

  bring(bringing: Bringing): Promise<Answer<{ readonly id: string }>> {
    const { unitId, given, channel, mappingId: mapping } = bringing;
    const name = given.name.slice(0, NAME);
    const fields = { unitId, channel, mapping, name, profile: 'dossiers-national', dryRun: 'true' };
    return this.#api.ask(importsPath, formOf(fields, given), createdImportSchema);
  }

  save(body: NewImportMapping): Promise<Answer<ImportMappingAnswer>> {
    const key = newActKey();
    return this.#api.act({ path: importMappingsPath, body, answer: importMappingSchema, key });
  }
}

function formOf(
  fields: Readonly<Record<string, string | number | undefined>>,
  { file }: GivenList,
): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (value !== undefined) form.set(name, String(value));
  }
  form.set('file', file);
  return form;
}
