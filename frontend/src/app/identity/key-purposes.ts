import { type Permission, keyPermissions } from '#contract/identity';
import { DAY_MS, type Instant, instant } from '#domain/working-time';

/** What other software is usually let in for; each stands for the rights it needs and no more. */
export const keyPurposes = ['read', 'push', 'reports', 'frame'] as const;
export type KeyPurpose = (typeof keyPurposes)[number];

const RIGHTS: Readonly<Record<KeyPurpose, readonly Permission[]>> = {
  read: ['dossiers.read', 'feed.read', 'jobs.read'],
  push: ['imports.read', 'imports.write', 'dossiers.receive', 'dossiers.submit', 'jobs.read'],
  reports: ['reports.read', 'registers.read'],
  frame: [
    'units.read',
    'departments.read',
    'procedures.read',
    'calendars.read',
    'deadlines.preview',
  ],
};

/** In the order of the contract, each once. */
export const rightsOf = (purposes: readonly KeyPurpose[]): readonly Permission[] => {
  const wanted = new Set(purposes.flatMap((purpose) => RIGHTS[purpose]));
  return keyPermissions.filter((permission) => wanted.has(permission));
};

/** The purposes a key serves whole. */
export const purposesOf = (permissions: readonly Permission[]): readonly KeyPurpose[] =>
  keyPurposes.filter((purpose) => RIGHTS[purpose].every((each) => permissions.includes(each)));

export const keyExpiries = ['month', 'quarter', 'year', 'never'] as const;
export type KeyExpiry = (typeof keyExpiries)[number];

const DAYS: Readonly<Record<KeyExpiry, number | undefined>> = {
  ...{ month: 30, quarter: 90, year: 365 },
  never: undefined,
};

export const expiryAt = (expiry: KeyExpiry, now: Instant): Instant | undefined => {
  const days = DAYS[expiry];
  return days === undefined ? undefined : instant(now + days * DAY_MS);
};

const SOON_MS = 14 * DAY_MS;

export const standingOf = (
  expiresAt: Instant | undefined,
  now: Instant,
): 'good' | 'soon' | 'expired' => {
  if (expiresAt === undefined || expiresAt - now > SOON_MS) return 'good';
  return expiresAt > now ? 'soon' : 'expired';
};
