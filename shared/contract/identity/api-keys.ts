import * as z from 'zod';
import { pageOf, pageQuery } from '../list/index.ts';
import { line } from '../text/index.ts';
import { instantText, toldInstant } from '../time/index.ts';
import { permissionSchema } from './permissions.ts';

export const apiKeysPath = '/api/v1/api-keys';

export const newApiKeySchema = z
  .strictObject({
    name: line(200),
    unitId: z.int().optional(),
    permissions: z.array(permissionSchema).min(1).max(200).readonly(),
    expiresAt: instantText.optional(),
  })
  .readonly();

export const apiKeySchema = z
  .strictObject({
    id: z.uuid(),
    name: z.string(),
    unitId: z.int(),
    permissions: z.array(permissionSchema).readonly(),
    createdAt: toldInstant,
    lastUsedAt: toldInstant.nullable(),
    expiresAt: toldInstant.nullable(),
  })
  .readonly();

/** `key` is shown here and never again; null when the answer is a repeated one. */
export const createdApiKeySchema = z
  .strictObject({ ...apiKeySchema.unwrap().shape, key: z.string().nullable() })
  .readonly();

export const apiKeyPageSchema = pageOf(apiKeySchema);

export const apiKeysQuerySchema = z
  .strictObject({ ...pageQuery, unitId: z.coerce.number().int().optional() })
  .readonly();

export type NewApiKey = z.infer<typeof newApiKeySchema>;
export type ApiKey = z.infer<typeof apiKeySchema>;
export type CreatedApiKey = z.infer<typeof createdApiKeySchema>;
export type ApiKeysQuery = z.infer<typeof apiKeysQuerySchema>;
