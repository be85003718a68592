import type { Brand } from '../kernel/index.ts';

export type UserId = Brand<string, 'UserId'>;
export type DossierId = Brand<string, 'DossierId'>;

/** Contract §2.4. A user has memberships: unit, department, roles. */
export type Role =
  | 'reception'
  | 'processing'
  | 'clerk'
  | 'cashier'
  | 'head'
  | 'director'
  | 'viceChair'
  | 'reporter'
  | 'dataOfficer'
  | 'observer'
  | 'admin'
  | 'cityReader';

/** Somebody with an account, seen from the dossier's unit. */
export interface Officer {
  readonly kind: 'officer';
  readonly id: UserId;
  readonly roles: readonly Role[];
  /** Departments of the memberships that carry the roles; a head approves and assigns in these. */
  readonly departments: readonly string[];
  /** Whose roles these are, when they are those of a colleague who is away. */
  readonly standsInFor?: UserId;
}

/** Imports, approvals carried out, schedules: acts of the product itself, or of a source system. */
export interface Machine {
  readonly kind: 'import' | 'system';
  readonly id: string;
}

export type Actor = Officer | Machine;
