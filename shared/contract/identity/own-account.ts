import * as z from 'zod';
import { pageOf } from '../list/index.ts';
import { typed } from '../text/index.ts';
import { toldInstant } from '../time/index.ts';
import { typedPassword } from './password.ts';

export const mySessionsPath = '/api/v1/me/sessions';
export const myDevicesPath = '/api/v1/me/devices';
export const myPasswordPath = '/api/v1/me/password';
export const mySecondFactorPath = '/api/v1/me/second-factor';

export const sessionSchema = z
  .strictObject({
    id: z.uuid(),
    createdAt: toldInstant,
    lastSeenAt: toldInstant,
    expiresAt: toldInstant,
    locked: z.boolean(),
    address: z.string().nullable(),
    userAgent: z.string().nullable(),
    current: z.boolean(),
  })
  .readonly()
  .meta({
    id: 'Session',
    examples: [
      {
        id: '0197c5a0-7d1e-7000-8000-000000000001',
        createdAt: '2026-03-02T08:00:00+07:00',
        lastSeenAt: '2026-03-02T08:00:00+07:00',
        expiresAt: '2026-03-02T20:00:00+07:00',
        locked: false,
        address: '10.0.0.12',
        userAgent: 'Firefox',
        current: true,
      },
    ],
  });

export const sessionPageSchema = pageOf(sessionSchema);

/** A browser that is not asked for a one-time code, until that day or until it is forgotten. */
const deviceSchema = z
  .strictObject({
    id: z.uuid(),
    rememberedAt: toldInstant,
    expiresAt: toldInstant,
    userAgent: z.string().nullable(),
    /** Whether it is the one that asks. */
    current: z.boolean(),
  })
  .readonly();

export const devicePageSchema = pageOf(deviceSchema);

export const passwordChangeSchema = z
  .strictObject({ current: typedPassword, password: typedPassword })
  .readonly()
  .meta({
    id: 'PasswordChange',
    examples: [{ current: 'motcua-demo', password: 'bốn con vịt qua cầu' }],
  });

export const mySecondFactorProofPath = `${mySecondFactorPath}/confirm`;
export const mySecondFactorEndPath = `${mySecondFactorPath}/remove`;

/** The seed, shown once, to be typed or scanned into an authenticator; `qr` is `uri` as an SVG path. */
export const secondFactorOfferSchema = z
  .strictObject({
    secret: z.string(),
    uri: z.string(),
    qr: z.strictObject({ size: z.int(), path: z.string() }).readonly(),
  })
  .readonly()
  .meta({
    id: 'SecondFactorOffer',
    examples: [
      {
        secret: 'JBSWY3DPEHPK3PXP',
        uri: 'otpauth://totp/Motcua:tiepnhan?secret=JBSWY3DPEHPK3PXP&issuer=Motcua',
        qr: { size: 74, path: 'M0 14L14 14L14 0L0 0Z' },
      },
    ],
  });

export const secondFactorProofSchema = z
  .strictObject({ password: typedPassword, totp: typed(32) })
  .readonly()
  .meta({
    id: 'SecondFactorProof',
    examples: [{ password: 'bốn con vịt qua cầu', totp: '492039' }],
  });

export const recoveryCodesSchema = z
  .strictObject({ recoveryCodes: z.array(z.string()).readonly() })
  .readonly()
  .meta({ id: 'RecoveryCodes', examples: [{ recoveryCodes: ['7K3M-Q9TD', 'W2XN-4HRB'] }] });

export type Session = z.infer<typeof sessionSchema>;
export type Device = z.infer<typeof deviceSchema>;
export type PasswordChange = z.infer<typeof passwordChangeSchema>;
export type SecondFactorOffer = z.infer<typeof secondFactorOfferSchema>;
export type SecondFactorProof = z.infer<typeof secondFactorProofSchema>;
export type RecoveryCodes = z.infer<typeof recoveryCodesSchema>;
