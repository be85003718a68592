import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { IMPORT_BYTES, IMPORT_FOLDER, type NewImport } from '#contract/imports';
import type { ProblemCode } from '#contract/problem';
import { problemWording } from '#wording';
import { importsWords } from '#wording/imports';
import { RequestActor, type UnitCard } from '../../platform/auth/request-actor.ts';
import type { Environment } from '../../platform/config/environment.ts';
import { ENVIRONMENT } from '../../platform/config/tokens.ts';
import { Tenancy } from '../../platform/database/tenancy.ts';
import type { Ask } from '../../platform/idempotency/ask.ts';
import { LOG } from '../../platform/log/log.module.ts';
import { DropFolder, type Dropped, type Outcome } from './drop-folder.ts';
import { MachineDoor } from './machine-door.service.ts';

const UNIT = `select id, code, name, kind, level from unit
  where code = $1 and kind = 'commune' and closed_at is null`;

/** By its ending; a file of another kind is no list. */
const PROFILES: Readonly<Record<string, NewImport['profile']>> = {
  ...{ csv: 'dossiers-national', tsv: 'dossiers-national', txt: 'dossiers-national' },
  ...{ xlsx: 'dossiers-national', xls: 'dossiers-national', html: 'dossiers-national' },
  ...{ htm: 'dossiers-national', ndjson: 'dossiers-ndjson', jsonl: 'dossiers-ndjson' },
};

/** What is written beside a file that was not taken; for people, so in Vietnamese. */
const words = importsWords.vi.folder;

/** Takes in what other systems drop into the folder the operator named (`MOTCUA_IMPORT_FOLDER`). */
@Injectable()
export class WatchedFolder {
  readonly #folder: DropFolder | undefined;
  readonly #door: MachineDoor;
  readonly #tenancy: Tenancy;
  readonly #log: Logger;

  constructor(
    @Inject(ENVIRONMENT) { MOTCUA_IMPORT_FOLDER: root }: Environment,
    @Inject(MachineDoor) door: MachineDoor,
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(LOG) log: Logger,
  ) {
    this.#folder = root === undefined ? undefined : new DropFolder(root);
    this.#door = door;
    this.#tenancy = tenancy;
    this.#log = log;
  }

  async look(signal: AbortSignal): Promise<void> {
    const folder = this.#folder;
    if (folder === undefined) return;
    for (const dropped of await folder.whole()) {
      signal.throwIfAborted();
      await this.#take(folder, dropped);
    }
  }

  /** Taken first and put away then: killed in between, it is known by its bytes the next time. */
  async #take(folder: DropFolder, dropped: Dropped): Promise<void> {
    const content = await folder.read(dropped, IMPORT_BYTES);
    if (content === undefined) return;
    const { outcome, reason } =
      'bytes' in content
        ? await this.#offered(dropped, content.bytes)
        : failed(words[content.refused === 'link' ? 'link' : 'tooLarge']);
    await folder.put(dropped, outcome, reason);
    // Its name may be a person's: the unit alone is told.
    this.#log.info({ unit: dropped.unitCode, outcome }, 'a file of the import folder');
  }

  async #offered({ unitCode, name }: Dropped, bytes: Buffer): Promise<PutAway> {
    const unit = await this.#unit(unitCode);
    if (unit === undefined) return failed(words.noUnit(unitCode));
    const profile = PROFILES[name.split('.').at(-1)?.toLowerCase() ?? ''];
    if (profile === undefined) return failed(words.otherKind);
    if (await this.#door.holds(unit.id, bytes)) return { outcome: 'done' };
    const asked = { profile, dryRun: false, unitId: unit.id };
    const { refusal } = await this.#door.dropped(asked, bytes, askOf(unit));
    return refusal === undefined ? { outcome: 'done' } : failed(saidOf(refusal));
  }

  async #unit(code: string): Promise<UnitCard | undefined> {
    const [unit] = await this.#tenancy.ask<UnitCard>({ units: [] }, UNIT, [code]);
    return unit;
  }
}

interface PutAway {
  readonly outcome: Outcome;
  readonly reason?: string;
}

const failed = (reason: string): PutAway => ({ outcome: 'failed', reason });

const saidOf = (code: ProblemCode): string => {
  const { title, detail } = problemWording.vi[code];
  return `${title}. ${detail}`;
};

/** The folder acts as a key of the unit would that may bring lists, and nothing else. */
const askOf = (unit: UnitCard): Ask => ({
  from: { id: IMPORT_FOLDER, ip: '' },
  actor: new RequestActor({
    ...{ kind: 'key', id: IMPORT_FOLDER },
    units: [
      {
        ...unit,
        ...{ roles: [], departments: [], standsInFor: [] },
        permissions: ['imports.read', 'imports.write'],
      },
    ],
  }),
});
