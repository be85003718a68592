import * as z from 'zod';
import { inUnit, inUnitQuery, pageOf, pageQuery } from '../list/index.ts';
import { code, line } from '../text/index.ts';
import { toldInstant } from '../time/index.ts';
import { typedPassword } from './password.ts';
import { roleSchema } from './roles.ts';
import { username } from './sign-in.ts';

export const usersPath = '/api/v1/users';

/** Any number will do: what is no unit of the asker's is not found. */
const unitId = z.number();

export const membershipSchema = z
  .strictObject({
    unitId,
    departmentCode: code(32).optional(),
    roles: z.array(roleSchema).min(1).max(12).readonly(),
  })
  .readonly()
  .meta({ id: 'Membership', examples: [{ unitId: 2, roles: ['reception'] }] });

const memberships = z.array(membershipSchema).max(500);

/** Where the unit is not said it is the one the whole request is about. */
const askedMembershipSchema = z
  .strictObject({ ...membershipSchema.unwrap().shape, unitId: unitId.exactOptional() })
  .readonly();

export const newUserSchema = z
  .strictObject({
    username,
    displayName: line(200),
    title: line(200).optional(),
    signingForm: line(200).optional(),
    ...inUnit,
    memberships: z.array(askedMembershipSchema).min(1).max(500).readonly(),
    password: typedPassword.optional(),
    mustChangePassword: z.boolean().optional(),
  })
  .readonly()
  .meta({
    id: 'NewUser',
    examples: [
      {
        username: 'hoa.nt',
        displayName: 'Nguyễn Thị Hoa',
        title: 'Công chức',
        memberships: [{ unitId: 2, roles: ['reception'] }],
      },
    ],
  });

export const userChangesSchema = z
  .strictObject({
    displayName: line(200).optional(),
    title: line(200).nullable().optional(),
    signingForm: line(200).nullable().optional(),
    memberships: memberships.readonly().optional(),
    password: typedPassword.optional(),
    mustChangePassword: z.boolean().optional(),
    disabled: z.boolean().optional(),
    /** Who goes on with the open work of whoever leaves; together with `disabled: true`. */
    handOnTo: z.uuid().optional(),
  })
  .refine(({ disabled, handOnTo }) => handOnTo === undefined || disabled === true, {
    path: ['handOnTo'],
  })
  .readonly()
  .meta({
    id: 'UserChanges',
    examples: [{ memberships: [{ unitId: 2, departmentCode: 'tu-phap', roles: ['processing'] }] }],
  });

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
    /** Null for whoever never was here, and for whoever asks without looking after the account. */
    lastSeenAt: toldInstant.nullable(),
  })
  .readonly()
  .meta({
    id: 'User',
    examples: [
      {
        id: '0197c5a0-7d1e-7000-8000-000000000001',
        username: 'hoa.nt',
        displayName: 'Nguyễn Thị Hoa',
        title: 'Công chức',
        signingForm: null,
        memberships: [{ unitId: 2, roles: ['reception'] }],
        disabled: false,
        mustChangePassword: true,
        secondFactor: false,
        createdAt: '2026-03-02T08:00:00+07:00',
        lastSeenAt: null,
      },
    ],
  });

export const userPageSchema = pageOf(userSchema);

export const usersQuerySchema = z.strictObject({ ...pageQuery, ...inUnitQuery }).readonly();

/** Shown once to the administrator, who hands it over; the product keeps only its hash. */
export const resetLinkSchema = z
  .strictObject({ token: z.string(), path: z.string(), expiresAt: toldInstant })
  .readonly()
  .meta({
    id: 'ResetLink',
    examples: [
      {
        token: 'dGhlIGxpbms',
        path: '/dat-lai-mat-khau#dGhlIGxpbms',
        expiresAt: '2026-03-03T08:00:00+07:00',
      },
    ],
  });

/** What somebody holds just now: asked before an account is closed. */
export const holdingsSchema = z
  .strictObject({
    openDossiers: z.int(),
    overdueDossiers: z.int(),
    /** Absences, current or to come, in which they are to stand in for somebody. */
    standsInFor: z.int(),
    sessions: z.int(),
  })
  .readonly()
  .meta({
    id: 'Holdings',
    examples: [{ openDossiers: 12, overdueDossiers: 1, standsInFor: 0, sessions: 1 }],
  });

export type Holdings = z.infer<typeof holdingsSchema>;
export type Membership = z.infer<typeof membershipSchema>;
export type NewUser = z.infer<typeof newUserSchema>;
export type UserChanges = z.infer<typeof userChangesSchema>;
export type User = z.infer<typeof userSchema>;
export type UsersQuery = z.infer<typeof usersQuerySchema>;
export type ResetLink = z.infer<typeof resetLinkSchema>;
