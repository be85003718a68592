import { ROLE_ACTS, type Role } from '#domain/dossier';
import * as z from 'zod';

/** Contract §2.4, in the order in which people read them. */
export const roles = Object.keys(ROLE_ACTS) as readonly Role[];

export const roleSchema = z.enum(roles);

/** Roles that reach from a city to the units below it. */
export const ROLES_FOR_CHILDREN: readonly Role[] = ['admin', 'cityReader'];

/** Roles with much in their hands: in production they sign in with a second factor (ASVS 5.0, 6.3.3). */
export const ROLES_WITH_SECOND_FACTOR: readonly Role[] = [
  'admin',
  'director',
  'viceChair',
  'cityReader',
];
