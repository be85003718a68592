import { ROLE_ACTS, type CommandType, type Role } from '#domain/dossier';
import * as z from 'zod';

/** What may be done besides commands on a dossier; those are `dossiers.<command>`. */
const roomPermissions = [
  'dossiers.read',
  'dossiers.export',
  'personalData.read',
  'personalData.reveal',
  'forms.print',
  'fees.read',
  'fees.close',
  'fees.closeOthers',
  'approvals.decide',
  'alerts.read',
  'steering.read',
  'alertRules.read',
  'alertRules.write',
  'risk.read',
  'risk.suppose',
  'deliveries.read',
  'deliveries.write',
  'hooks.read',
  'hooks.write',
  'citizens.tell',
  'reports.read',
  'reports.draft',
  'reports.issue',
  'reports.receive',
  'registers.read',
  'registers.write',
  'imports.read',
  'imports.write',
  'sources.read',
  'sources.write',
  'retention.write',
  'reconciliations.read',
  'reconciliations.write',
  'incidents.read',
  'incidents.write',
  'procedures.read',
  'procedures.write',
  'calendars.read',
  'calendars.write',
  'formEditions.write',
  'deadlines.preview',
  'feed.read',
  'jobs.read',
  'units.read',
  'units.write',
  'departments.read',
  'departments.write',
  'users.read',
  'users.write',
  'desks.read',
  'desks.write',
  'absences.read',
  'absences.write',
  'apiKeys.read',
  'apiKeys.write',
  'audit.read',
  'system.read',
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
  'absences.read',
] as const;

const COUNTING = ['dossiers.read', 'reports.read', 'incidents.read'] as const;
const OFFICE = [
  ...FRAME,
  ...COUNTING,
  'jobs.read',
  'users.read',
  'personalData.read',
  'registers.read',
] as const;
const DESK = [...OFFICE, 'personalData.reveal', 'forms.print', 'incidents.write'] as const;
const DATA = [
  'dossiers.export',
  'imports.read',
  'imports.write',
  'sources.read',
  'sources.write',
  'reconciliations.read',
  'reconciliations.write',
] as const;
const RULES = [
  ...(['alertRules.write', 'calendars.write', 'formEditions.write'] as const),
  ...(['retention.write', 'audit.read'] as const),
] as const;
const POST = ['deliveries.read', 'deliveries.write'] as const;
const REPORTS = [
  'reports.draft',
  'registers.write',
  'reconciliations.read',
  'imports.read',
] as const;

/** Whoever takes money closes the book over it; the cashier and the leaders close anybody's. */
const TAKING = ['fees.read', 'fees.close'] as const;
const CASH_DESK = [...TAKING, 'fees.closeOthers'] as const;

/** Who looks after people and the desks they sit at. */
const STAFF = ['desks.read', 'desks.write', 'absences.write'] as const;

/** What may become late, and what would if somebody were away. */
const FORESIGHT = ['risk.read', 'risk.suppose'] as const;

const LEADER = [
  ...DESK,
  ...FORESIGHT,
  ...STAFF,
  ...DATA,
  ...RULES,
  ...POST,
  ...REPORTS,
  ...CASH_DESK,
  'approvals.decide',
  'steering.read',
  'reports.issue',
] as const;

/** Contract §2.4 beyond the dossier: a role without its row does not compile. */
const ROOMS_OF = {
  // The counter pastes lists of what came in elsewhere.
  reception: [
    ...[...DESK, ...TAKING, 'risk.read', 'imports.read', 'imports.write'],
    // They have the telephone, and the citizen before them.
    'citizens.tell',
  ],
  // Payments that a dossier waits for come to its desk.
  processing: [...DESK, ...TAKING, 'risk.read'],
  clerk: [...DESK, 'risk.read'],
  cashier: [...OFFICE, ...CASH_DESK],
  head: [...DESK, ...TAKING, ...STAFF, ...FORESIGHT, 'approvals.decide', 'steering.read'],
  director: LEADER,
  viceChair: LEADER,
  reporter: [...OFFICE, ...REPORTS, 'fees.read'],
  dataOfficer: [...DESK, ...DATA],
  observer: [...FRAME, ...COUNTING, 'jobs.read'],
  // Configuration only: no dossier, no personal data.
  admin: [
    ...FRAME,
    ...RULES,
    ...POST,
    ...STAFF,
    'hooks.read',
    'hooks.write',
    'procedures.write',
    'units.write',
    'sources.read',
    'sources.write',
    'departments.write',
    'users.read',
    'users.write',
    'apiKeys.read',
    'apiKeys.write',
    'incidents.read',
    'incidents.write',
    'system.read',
  ],
  // The city takes reports in, or sends them back.
  cityReader: [...FRAME, ...COUNTING, 'reports.receive'],
} as const satisfies Record<Role, readonly RoomPermission[]>;

const NOT_FOR_KEYS: ReadonlySet<Permission> = new Set<Permission>([
  'personalData.reveal',
  // A key has no voice.
  'citizens.tell',
  // A key leads nobody.
  'steering.read',
  'forms.print',
  'fees.close',
  'fees.closeOthers',
  'units.write',
  'departments.write',
  'users.write',
  'desks.read',
  'desks.write',
  'absences.write',
  'apiKeys.read',
  'apiKeys.write',
  'audit.read',
  'procedures.write',
  'calendars.write',
  'alertRules.write',
  'formEditions.write',
  'sources.write',
  'retention.write',
  'deliveries.write',
  'hooks.read',
  'hooks.write',
  'system.read',
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
