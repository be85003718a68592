import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Environment } from '../config/environment.ts';
import { Failure } from '../config/failure.ts';

type Given = Pick<Environment, 'MOTCUA_SECRET' | 'MOTCUA_DATA_DIR' | 'DATABASE_URL' | 'NODE_ENV'>;

const missing = (): Failure =>
  new Failure(
    {
      what: 'Chưa có khóa bí mật của hệ thống.',
      why: 'Ở chế độ vận hành thật, một số dữ liệu được mã hóa bằng khóa nằm ngoài cơ sở dữ liệu.',
      todo: 'Đặt MOTCUA_SECRET (ít nhất 32 ký tự, ví dụ từ `openssl rand -hex 24`) giống nhau cho mọi tiến trình, hoặc đặt MOTCUA_DATA_DIR.',
    },
    {
      what: 'The product has no secret.',
      why: 'In production some data are sealed with a key that is kept outside the database.',
      todo: 'Set MOTCUA_SECRET (32 characters or more, as of `openssl rand -hex 24`), the same for every process, or set MOTCUA_DATA_DIR.',
    },
  );

/** The secret of the data folder, made by whichever process comes first. */
const secretIn = (folder: string): string => {
  const file = join(folder, 'secret.key');
  const draft = `${file}.${process.pid}.draft`;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(draft, randomBytes(32).toString('base64url'), { mode: 0o400 });
  try {
    // A link is there whole or not at all, and never replaces one that is.
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readFileSync(file, 'utf8').trim();
};

/** The secrets to seal and open with: given, or of the data folder; tests and trials take the database's. */
export const secretsOf = (given: Given): readonly [string, ...string[]] => {
  const [first, ...former] = given.MOTCUA_SECRET ?? [];
  if (first !== undefined) return [first, ...former];
  if (given.MOTCUA_DATA_DIR !== undefined) return [secretIn(given.MOTCUA_DATA_DIR)];
  if (given.NODE_ENV === 'production' || given.DATABASE_URL === undefined) throw missing();
  return [given.DATABASE_URL];
};
