import * as z from 'zod';
import { officeTimeSchema } from '../clock/index.ts';
import { line, typed } from '../text/index.ts';
import { unitCode } from '../units/index.ts';
import { ownDeskSchema } from './desk.ts';
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

const oneTimeCode = typed(32);

export const loginSchema = z
  .strictObject({
    username: typed(64),
    password: typedPassword,
    totp: oneTimeCode.optional(),
    rememberDevice: z.boolean().optional(),
  })
  .readonly()
  .meta({ id: 'Login', examples: [{ username: 'tiepnhan', password: 'motcua-demo' }] });

const signedInUser = z
  .strictObject({
    id: z.uuid(),
    username: z.string(),
    displayName: z.string(),
    title: z.string().nullable(),
    signingForm: z.string().nullable(),
    mustChangePassword: z.boolean(),
    secondFactor: z.enum(['none', 'required', 'enrolled']),
    hasPin: z.boolean(),
  })
  .readonly();

/** A colleague who is away, in whose place one acts for the time being. */
const stoodInFor = z
  .strictObject({
    userId: z.uuid(),
    displayName: z.string(),
    roles: z.array(roleSchema).readonly(),
    departments: z.array(z.string()).readonly(),
  })
  .readonly();

const unitOfMine = z
  .strictObject({
    id: z.int(),
    code: z.string(),
    name: z.string(),
    kind: z.enum(['commune', 'city']),
    level: z.enum(['xa', 'phuong', 'dacKhu']).nullable(),
    roles: z.array(roleSchema).readonly(),
    /** The first of the departments, for a desk that shows one. */
    departmentCode: z.string().nullable(),
    departments: z.array(z.string()).readonly(),
    standsInFor: z.array(stoodInFor).readonly(),
    permissions: z.array(permissionSchema).readonly(),
  })
  .readonly();

/** Who is signed in, where, and what may be done there; also the answer to a sign-in. */
export const meSchema = z
  .strictObject({
    user: signedInUser,
    units: z.array(unitOfMine).readonly(),
    csrfToken: z.string(),
    /** Whether the screen is locked: nothing else is answered until it is opened again. */
    locked: z.boolean(),
    /** After so many idle minutes within working hours it locks by itself. */
    lockAfterMinutes: z.int(),
    /** The registered desk this browser stands at. */
    desk: ownDeskSchema.unwrap().shape.desk,
    clock: officeTimeSchema,
    /** Whether this is a trial installation. */
    evaluation: z.boolean(),
  })
  .readonly()
  .meta({
    id: 'Me',
    examples: [
      {
        user: {
          id: '0197c5a0-7d1e-7000-8000-000000000001',
          username: 'tiepnhan',
          displayName: 'Nguyễn Thị Hoa',
          title: 'Công chức',
          signingForm: null,
          mustChangePassword: false,
          secondFactor: 'none',
          hasPin: false,
        },
        units: [
          {
            id: 2,
            code: 'H24.99',
            name: 'Xã Mẫu',
            kind: 'commune',
            level: 'xa',
            roles: ['reception'],
            departmentCode: null,
            departments: [],
            standsInFor: [],
            permissions: ['dossiers.receive', 'dossiers.read'],
          },
        ],
        csrfToken: 'pQ3v0m5JmT6o',
        locked: false,
        lockAfterMinutes: 15,
        desk: null,
        clock: { now: '2026-03-02T08:00:00+07:00', rate: 1, zone: 'Asia/Ho_Chi_Minh' },
        evaluation: false,
      },
    ],
  });

/** The first administrator, with the code that the console shows at the first start. */
export const setupSchema = z
  .strictObject({
    code: typed(64),
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
  .readonly()
  .meta({
    id: 'Setup',
    examples: [
      {
        code: 'K7QM-3T9D',
        username: 'quan.tri',
        displayName: 'Trần Thị Bình',
        password: 'bốn con vịt qua cầu',
        unit: { code: 'H24.99', name: 'Xã Mẫu', kind: 'commune', level: 'xa' },
      },
    ],
  });

/** A password chosen with the link that the unit's administrator handed over. */
export const resetSchema = z
  .strictObject({ token: typed(128), password: typedPassword })
  .readonly()
  .meta({
    id: 'Reset',
    examples: [{ token: 'dGhlIGxpbmsgdGhhdCB3YXMgaGFuZGVk', password: 'bốn con vịt qua cầu' }],
  });

export type Login = z.infer<typeof loginSchema>;
export type Me = z.infer<typeof meSchema>;
export type UnitOfMine = z.infer<typeof unitOfMine>;
export type SignedInUser = z.infer<typeof signedInUser>;
export type Setup = z.infer<typeof setupSchema>;
export type Reset = z.infer<typeof resetSchema>;
