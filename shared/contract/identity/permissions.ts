import { ROLE_ACTS, type CommandType, type Role } from '#domain/dossier';
import * as z from 'zod';

/** What may be done besides commands on a dossier; those are `dossiers.<command>`. */
const roomPermissions = [
  'dossiers.read',
  'personalData.read',
  'personalData.reveal',
  'approvals.decide',
  'alerts.read',
  'alertRules.read',
  'alertRules.write',
  'reports.read',
  'reports.draft',
  'reports.issue',
  'registers.read',
  'registers.write',
  'imports.read',
  'imports.write',
  'reconciliations.read',
  'reconciliations.write',
  'incidents.read',
  'incidents.write',
  'procedures.read',
  'procedures.write',
  'calendars.read',
  'calendars.write',
  'deadlines.preview',
  'feed.read',
  'jobs.read',
  'units.read',
  'units.write',
  'departments.read',
  'departments.write',
  'users.read',
  'users.write',
  'apiKeys.read',
  'apiKeys.write',
  'audit.read',
] as const;

type RoomPermission = (typeof roomPermissions)[number];
export type DossierPermission = `dossiers.${CommandType}`;
export type Permission = RoomPermission | DossierPermission;

/** Every command some role has; what the product does by itself is nobody's to give. */
const officerCommands = [
  ...new Set(Object.values(ROLE_ACTS).flatMap((acts) => Object.keys(acts) as CommandType[])),
].toSorted();

const commandPermission = (command: CommandType): DossierPermission => `dossiers.${command}`;

export const permissions: readonly Permission[] = [
  ...roomPermissions,
  ...officerCommands.map(commandPermission),
];

export const permissionSchema = z.enum(permissions);

/** What everybody with a membership sees: the frame in which the office works. */
const FRAME = [
  'units.read',
  'departments.read',
  'procedures.read',
  'calendars.read',
  'alertRules.read',
  'alerts.read',
  'deadlines.preview',
  'feed.read',
  'jobs.read',
] as const;

const COUNTING = ['dossiers.read', 'reports.read', 'incidents.read'] as const;
const OFFICE = [
  ...FRAME,
  ...COUNTING,
  'users.read',
  'personalData.read',
  'registers.read',
] as const;
const DESK = [...OFFICE, 'personalData.reveal', 'incidents.write'] as const;
const DATA = [
  'imports.read',
  'imports.write',
  'reconciliations.read',
  'reconciliations.write',
] as const;
const RULES = ['alertRules.write', 'calendars.write', 'audit.read'] as const;
const REPORTS = [
  'reports.draft',
  'registers.write',
  'reconciliations.read',
  'imports.read',
] as const;

const LEADER = [
  ...DESK,
  ...DATA,
  ...RULES,
  ...REPORTS,
  'approvals.decide',
  'reports.issue',
] as const;

/** Contract §2.4 beyond the dossier: a role without its row does not compile. */
const ROOMS_OF = {
  reception: DESK,
  processing: DESK,
  clerk: DESK,
  cashier: OFFICE,
  head: [...DESK, 'approvals.decide'],
  director: LEADER,
  viceChair: LEADER,
  reporter: [...OFFICE, ...REPORTS],
  dataOfficer: [...DESK, ...DATA],
  observer: [...FRAME, ...COUNTING],
  // Configuration only: no dossier, no personal data.
  admin: [
    ...FRAME,
    ...RULES,
    'procedures.write',
    'units.write',
    'departments.write',
    'users.read',
    'users.write',
    'apiKeys.read',
    'apiKeys.write',
    'incidents.read',
    'incidents.write',
  ],
  cityReader: [...FRAME, ...COUNTING],
} as const satisfies Record<Role, readonly RoomPermission[]>;

const NOT_FOR_KEYS: ReadonlySet<Permission> = new Set<Permission>([
  'personalData.reveal',
  'units.write',
  'departments.write',
  'users.write',
  'apiKeys.read',
  'apiKeys.write',
  'audit.read',
  'procedures.write',
  'calendars.write',
  'alertRules.write',
]);

/** What a key can be given: neither reveal nor administration. */
export const keyPermissions = permissions.filter((permission) => !NOT_FOR_KEYS.has(permission));

/** Everything the roles may do somewhere, each once, in a stable order. */
export const permissionsOf = (held: readonly Role[]): readonly Permission[] => {
  const given = new Set<Permission>(
    held.flatMap((role) => [
      ...ROOMS_OF[role],
      ...(Object.keys(ROLE_ACTS[role]) as CommandType[]).map(commandPermission),
    ]),
  );
  return permissions.filter((permission) => given.has(permission));
};
