import * as z from 'zod';
import { line } from '../text/index.ts';
import { unitCode } from '../units/index.ts';
import { typedPassword } from './password.ts';
import { permissionSchema } from './permissions.ts';
import { roleSchema } from './roles.ts';

export const loginPath = '/api/v1/auth/login';
export const logoutPath = '/api/v1/auth/logout';
export const mePath = '/api/v1/auth/me';
export const setupPath = '/api/v1/auth/setup';
export const resetPath = '/api/v1/auth/reset';

/** Cookie clients send it on every write. */
export const CSRF_HEADER = 'x-csrf-token';

/** As people type it; capitals do not matter. */
export const username = z
  .string()
  .max(64)
  .toLowerCase()
  .regex(/^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/);

const oneTimeCode = z.string().max(32);

export const loginSchema = z
  .strictObject({
    username: z.string().max(64),
    password: typedPassword,
    totp: oneTimeCode.optional(),
    rememberDevice: z.boolean().optional(),
  })
  .readonly();

const signedInUser = z
  .strictObject({
    id: z.uuid(),
    username: z.string(),
    displayName: z.string(),
    title: z.string().nullable(),
    signingForm: z.string().nullable(),
    mustChangePassword: z.boolean(),
    secondFactor: z.enum(['none', 'required', 'enrolled']),
  })
  .readonly();

const unitOfMine = z
  .strictObject({
    id: z.int(),
    code: z.string(),
    name: z.string(),
    roles: z.array(roleSchema).readonly(),
    departments: z.array(z.string()).readonly(),
    permissions: z.array(permissionSchema).readonly(),
  })
  .readonly();

/** Who is signed in, where, and what may be done there; also the answer to a sign-in. */
export const meSchema = z
  .strictObject({
    user: signedInUser,
    units: z.array(unitOfMine).readonly(),
    csrfToken: z.string(),
  })
  .readonly();

/** The first administrator, with the code that the console shows at the first start. */
export const setupSchema = z
  .strictObject({
    code: z.string().max(64),
    username,
    displayName: line(200),
    password: typedPassword,
    unit: z
      .strictObject({
        code: unitCode,
        name: line(200),
        kind: z.enum(['commune', 'city']),
        level: z.enum(['xa', 'phuong', 'dacKhu']).optional(),
      })
      .readonly(),
  })
  .readonly();

/** A password chosen with the link that the unit's administrator handed over. */
export const resetSchema = z
  .strictObject({ token: z.string().max(128), password: typedPassword })
  .readonly();

export type Login = z.infer<typeof loginSchema>;
export type Me = z.infer<typeof meSchema>;
export type UnitOfMine = z.infer<typeof unitOfMine>;
export type SignedInUser = z.infer<typeof signedInUser>;
export type Setup = z.infer<typeof setupSchema>;
export type Reset = z.infer<typeof resetSchema>;
