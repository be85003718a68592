import * as z from 'zod';
import { pageOf, pageQuery } from '../list/index.ts';
import { code, line } from '../text/index.ts';
import { toldInstant } from '../time/index.ts';
import { typedPassword } from './password.ts';
import { roleSchema } from './roles.ts';
import { username } from './sign-in.ts';

export const usersPath = '/api/v1/users';

const unitId = z.int();

export const membershipSchema = z
  .strictObject({
    unitId,
    departmentCode: code(32).optional(),
    roles: z.array(roleSchema).min(1).max(12).readonly(),
  })
  .readonly();

const memberships = z.array(membershipSchema).max(500);

export const newUserSchema = z
  .strictObject({
    username,
    displayName: line(200),
    title: line(200).optional(),
    signingForm: line(200).optional(),
    memberships: memberships.min(1).readonly(),
    password: typedPassword.optional(),
    mustChangePassword: z.boolean().optional(),
  })
  .readonly();

export const userChangesSchema = z
  .strictObject({
    displayName: line(200).optional(),
    title: line(200).nullable().optional(),
    signingForm: line(200).nullable().optional(),
    memberships: memberships.readonly().optional(),
    password: typedPassword.optional(),
    mustChangePassword: z.boolean().optional(),
    disabled: z.boolean().optional(),
  })
  .readonly();

export const userSchema = z
  .strictObject({
    id: z.uuid(),
    username: z.string(),
    displayName: z.string(),
    title: z.string().nullable(),
    signingForm: z.string().nullable(),
    memberships: z.array(membershipSchema).readonly(),
    disabled: z.boolean(),
    mustChangePassword: z.boolean(),
    secondFactor: z.boolean(),
    createdAt: toldInstant,
  })
  .readonly();

export const userPageSchema = pageOf(userSchema);

export const usersQuerySchema = z
  .strictObject({ ...pageQuery, unitId: z.coerce.number().int().optional() })
  .readonly();

/** Shown once to the administrator, who hands it over; the product keeps only its hash. */
export const resetLinkSchema = z
  .strictObject({ token: z.string(), path: z.string(), expiresAt: toldInstant })
  .readonly();

export type Membership = z.infer<typeof membershipSchema>;
export type NewUser = z.infer<typeof newUserSchema>;
export type UserChanges = z.infer<typeof userChangesSchema>;
export type User = z.infer<typeof userSchema>;
export type UsersQuery = z.infer<typeof usersQuerySchema>;
export type ResetLink = z.infer<typeof resetLinkSchema>;
