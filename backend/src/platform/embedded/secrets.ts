import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import * as z from 'zod';
import { lostSecrets } from './failures.ts';

const password = z.string().min(32);

const secretsSchema = z.strictObject({ superuser: password, owner: password, app: password });

/** One password per database role; nobody types them, nobody sees them. */
export type Secrets = z.infer<typeof secretsSchema>;

const newPassword = (): string => randomBytes(32).toString('base64url');

const makeSecrets = (file: string): Secrets => {
  const secrets = { superuser: newPassword(), owner: newPassword(), app: newPassword() };
  writeFileSync(`${file}.draft`, JSON.stringify(secrets), { mode: 0o600 });
  renameSync(`${file}.draft`, file);
  return secrets;
};

const readSecrets = (file: string): Secrets => {
  try {
    return secretsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw Object.assign(lostSecrets(file), { cause: error });
  }
};

/** The passwords beside the cluster, made before it: a cluster without passwords is of no use. */
export const provideSecrets = (file: string, hasCluster: boolean): Secrets => {
  if (existsSync(file)) return readSecrets(file);
  if (hasCluster) throw lostSecrets(file);
  return makeSecrets(file);
};
