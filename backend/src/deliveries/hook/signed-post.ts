import type { Logger } from 'pino';
import { HOOK_HEADERS, type HookTemplate } from '#contract/deliveries';
import type { Clock } from '../../platform/clock/clock.ts';
import { type AllowedPlaces, isAllowedHost } from './allowed-place.ts';
import { type Answer, PlaceRefused, postMessage } from './post-message.ts';
import { signatureOf } from './signature.ts';

/** A hook with its seals broken. */
export interface OpenHook {
  readonly url: string;
  readonly template: HookTemplate;
  readonly secret: string;
  readonly token: string | null;
  readonly templateIds: Readonly<Record<string, string>> | null;
}

export interface PostParts {
  readonly places: AllowedPlaces;
  readonly clock: Pick<Clock, 'machineNow'>;
  readonly log: Logger;
}

/** `hasLeft`: whether somebody may have the message though nobody said so. */
export type Posted =
  | ({ readonly kind: 'answered' } & Answer)
  | { readonly kind: 'not-allowed' }
  | { readonly kind: 'failed'; readonly hasLeft: boolean };

// Zalo takes its token in a header of that name; other gateways as they take any.
const tokenHeader = ({ template, token }: OpenHook): Readonly<Record<string, string>> => {
  if (token === null) return {};
  return template === 'zaloOa' ? { access_token: token } : { authorization: `Bearer ${token}` };
};

/** Before a connection stood nothing has left. */
const NEVER_LEFT = new Set<unknown>([
  ...['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'],
]);

const hasLeft = (error: unknown): boolean =>
  !(error instanceof Error && 'code' in error && NEVER_LEFT.has(error.code));

/** Gives a message to another system, signed, where it is allowed to lead. Never throws. */
export const signedPost = async (
  hook: OpenHook,
  { id, body }: { readonly id: string; readonly body: string },
  { places, clock, log }: PostParts,
): Promise<Posted> => {
  const url = new URL(hook.url);
  if (!isAllowedHost(places, url.hostname)) return { kind: 'not-allowed' };
  const time = Math.floor(clock.machineNow() / 1000);
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Motcua',
    [HOOK_HEADERS.id]: id,
    [HOOK_HEADERS.time]: String(time),
    [HOOK_HEADERS.signature]: signatureOf(hook.secret, time, body),
    ...tokenHeader(hook),
  };
  try {
    return { kind: 'answered', ...(await postMessage({ url, headers, body }, places)) };
  } catch (error) {
    if (error instanceof PlaceRefused) return { kind: 'not-allowed' };
    log.warn({ host: url.hostname, err: error }, 'a hook did not answer');
    return { kind: 'failed', hasLeft: hasLeft(error) };
  }
};
