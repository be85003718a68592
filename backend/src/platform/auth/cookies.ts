const NAME = 'motcua-sid';
const DEVICE_NAME = 'motcua-device';
const DESK_NAME = 'motcua-desk';

// Over TLS the browser itself forbids other hosts and plain connections to set it.
const prefixed = (name: string, protocol: string): string =>
  protocol === 'https' ? `__Host-${name}` : name;

export const sessionCookieName = (protocol: string): string => prefixed(NAME, protocol);
export const deviceCookieName = (protocol: string): string => prefixed(DEVICE_NAME, protocol);
export const deskCookieName = (protocol: string): string => prefixed(DESK_NAME, protocol);

/** The cookies of a request; the first of a name counts, as browsers send the closest first. */
export const readCookies = (header: string | undefined): ReadonlyMap<string, string> => {
  const cookies = new Map<string, string>();
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=');
    const name = pair.slice(0, at).trim();
    if (at > 0 && name !== '' && !cookies.has(name)) cookies.set(name, pair.slice(at + 1).trim());
  }
  return cookies;
};

export interface CookieToSet {
  readonly name: string;
  readonly value: string;
  /** Absent: until the browser closes. Zero: now. */
  readonly maxAgeSeconds?: number;
}

/** Out of reach for scripts, and never sent along from other sites but by a link. */
export const writeCookie = (
  { name, value, maxAgeSeconds }: CookieToSet,
  protocol: string,
): string =>
  [
    `${name}=${value}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Lax',
    ...(protocol === 'https' ? ['Secure'] : []),
    ...(maxAgeSeconds === undefined ? [] : [`Max-Age=${maxAgeSeconds}`]),
  ].join('; ');
