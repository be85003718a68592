import * as z from 'zod';
import { inUnit, inUnitQuery, pageOf, pageQuery } from '../list/index.ts';
import { line } from '../text/index.ts';
import { instantText, toldInstant } from '../time/index.ts';
import { permissionSchema } from './permissions.ts';

export const apiKeysPath = '/api/v1/api-keys';

export const newApiKeySchema = z
  .strictObject({
    name: line(200),
    ...inUnit,
    permissions: z.array(permissionSchema).min(1).max(200).readonly(),
    expiresAt: instantText.optional(),
  })
  .readonly()
  .meta({
    id: 'NewApiKey',
    examples: [{ name: 'Cổng dịch vụ công', permissions: ['dossiers.receive', 'dossiers.read'] }],
  });

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
  .readonly()
  .meta({
    id: 'ApiKey',
    examples: [
      {
        id: '0197c5a0-7d1e-7000-8000-000000000001',
        name: 'Cổng dịch vụ công',
        unitId: 2,
        permissions: ['dossiers.receive'],
        createdAt: '2026-03-02T08:00:00+07:00',
        lastUsedAt: null,
        expiresAt: null,
      },
    ],
  });

/** `key` is shown here and never again; null when the answer is a repeated one. */
export const createdApiKeySchema = z
  .strictObject({ ...apiKeySchema.unwrap().shape, key: z.string().nullable() })
  .readonly()
  .meta({
    id: 'CreatedApiKey',
    examples: [
      {
        id: '0197c5a0-7d1e-7000-8000-000000000001',
        name: 'Cổng dịch vụ công',
        unitId: 2,
        permissions: ['dossiers.receive'],
        createdAt: '2026-03-02T08:00:00+07:00',
        lastUsedAt: null,
        expiresAt: null,
        key: 'mck_9tX0',
      },
    ],
  });

export const apiKeyPageSchema = pageOf(apiKeySchema);

export const apiKeysQuerySchema = z.strictObject({ ...pageQuery, ...inUnitQuery }).readonly();

export type NewApiKey = z.infer<typeof newApiKeySchema>;
export type ApiKey = z.infer<typeof apiKeySchema>;
export type CreatedApiKey = z.infer<typeof createdApiKeySchema>;
export type ApiKeysQuery = z.infer<typeof apiKeysQuerySchema>;
