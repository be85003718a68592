import * as z from 'zod';
import { pageOf } from '../list/index.ts';
import { toldInstant } from '../time/index.ts';
import { typedPassword } from './password.ts';

export const mySessionsPath = '/api/v1/me/sessions';
export const myPasswordPath = '/api/v1/me/password';
export const mySecondFactorPath = '/api/v1/me/second-factor';

export const sessionSchema = z
  .strictObject({
    id: z.uuid(),
    createdAt: toldInstant,
    lastSeenAt: toldInstant,
    expiresAt: toldInstant,
    address: z.string().nullable(),
    userAgent: z.string().nullable(),
    current: z.boolean(),
  })
  .readonly();

export const sessionPageSchema = pageOf(sessionSchema);

export const passwordChangeSchema = z
  .strictObject({ current: typedPassword, password: typedPassword })
  .readonly();

export const mySecondFactorProofPath = `${mySecondFactorPath}/confirm`;
export const mySecondFactorEndPath = `${mySecondFactorPath}/remove`;

/** The seed, shown once, to be typed or scanned into an authenticator. */
export const secondFactorOfferSchema = z
  .strictObject({ secret: z.string(), uri: z.string() })
  .readonly();

export const secondFactorProofSchema = z
  .strictObject({ password: typedPassword, totp: z.string().max(32) })
  .readonly();

export const recoveryCodesSchema = z
  .strictObject({ recoveryCodes: z.array(z.string()).readonly() })
  .readonly();

export type Session = z.infer<typeof sessionSchema>;
export type PasswordChange = z.infer<typeof passwordChangeSchema>;
export type SecondFactorOffer = z.infer<typeof secondFactorOfferSchema>;
export type SecondFactorProof = z.infer<typeof secondFactorProofSchema>;
export type RecoveryCodes = z.infer<typeof recoveryCodesSchema>;
