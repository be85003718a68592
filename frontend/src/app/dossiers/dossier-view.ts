import {
  type ClockAnswer,
  type DossierDetail,
  type DossierOffice,
  type EventAnswer,
  clockSchema,
  dossierOfficeSchema,
  dossierPageSchema,
  dossierSchema,
  dossiersPath,
  eventsSchema,
} from '#contract/dossiers';
import type { ApiClient } from '../api/index.ts';

/** One dossier as it was at one moment: all that its page shows. */
export interface DossierView {
  readonly detail: DossierDetail;
  readonly events: readonly EventAnswer[];
  readonly clock: ClockAnswer;
  readonly office: DossierOffice;
}

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
const MOST = 500;

const readEvents = async (
  api: ApiClient,
  path: string,
  abort: AbortSignal,
): Promise<readonly EventAnswer[]> => {
  const events: EventAnswer[] = [];
  for (let cursor: string | undefined; ;) {
    const query = { limit: MOST, cursor };
    const page = await api.read(`${path}/events`, eventsSchema, { query, abort });
    events.push(...page.items);
    if (page.nextCursor === null) return events;
    cursor = page.nextCursor;
  }
};

/** The dossier of an id or of a code, official or ours; undefined where no dossier has that code. */
export const findDossier = async (
  api: ApiClient,
  named: string,
  abort?: AbortSignal,
): Promise<string | undefined> => {
  if (UUID.test(named)) return named.toLowerCase();
  // What has no digit is no code: the list would not take it.
  if (!/^\S*\d\S*$/u.test(named)) return undefined;
  const query = { q: named, limit: 2 };
  const { items } = await api.read(dossiersPath, dossierPageSchema, {
    query,
    ...(abort !== undefined && { abort }),
  });
  const isNamed = ({ code, officialCode, externalCode }: (typeof items)[number]): boolean =>
    [code, officialCode, externalCode].some((each) => each?.toLowerCase() === named.toLowerCase());
  return (items.find(isNamed) ?? (items.length === 1 ? items[0] : undefined))?.id;
};

export const readDossier = async (
  api: ApiClient,
  id: string,
  abort: AbortSignal,
): Promise<DossierView> => {
  const path = `${dossiersPath}/${id}`;
  const [detail, events, clock, office] = await Promise.all([
    api.read(path, dossierSchema, { abort }),
    readEvents(api, path, abort),
    api.read(`${path}/clock`, clockSchema, { abort }),
    api.read(`${path}/office`, dossierOfficeSchema, { abort }),
  ]);
  return { detail: detail as DossierDetail, events, clock, office };
};

/** Who did what has happened to the same dossier since; undefined where nothing has. */
export const newAuthor = (
  before: DossierView | undefined,
  after: DossierView | undefined,
): string | undefined => {
  if (before === undefined || before.detail.id !== after?.detail.id) return undefined;
  const last = after.events.at(-1);
  return (last?.version ?? 0) > before.detail.version ? last?.actor.id : undefined;
};
