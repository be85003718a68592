// PostgreSQL refuses to run as root. Started by root, it runs as another user of the machine.
import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Failure } from './say.mjs';

/** @typedef {{ name: string, uid: number, gid: number }} OsUser */

/** @param {string} passwd the text of /etc/passwd @returns {OsUser[]} */
export const parsePasswd = (passwd) =>
  passwd.split('\n').flatMap((line) => {
    const [name = '', , uid = '', gid = ''] = line.split(':');
    return name !== '' && /^\d+$/.test(uid) && /^\d+$/.test(gid)
      ? [{ name, uid: Number(uid), gid: Number(gid) }]
      : [];
  });

/**
 * The user the database server runs as; undefined means: the one who started us.
 * @param {{ uid: number | undefined, passwd: () => string, clusterOwner?: number | undefined }} machine
 * @returns {OsUser | undefined}
 */
export const databaseUser = ({ uid, passwd, clusterOwner }) => {
  if (uid !== 0) return undefined;
  const users = parsePasswd(passwd());
  const user =
    // A cluster made earlier by an ordinary user stays that user's.
    users.find((candidate) => clusterOwner !== undefined && candidate.uid === clusterOwner) ??
    users.find(({ name, uid: id }) => name === 'postgres' && id !== 0) ??
    users.find(({ name, uid: id }) => name === 'nobody' && id !== 0);
  if (user !== undefined) return user;
  throw new Failure({
    vi: {
      what: 'Không chạy được cơ sở dữ liệu đi kèm.',
      why: 'PostgreSQL không chạy bằng quyền root, và máy này không có người dùng `postgres` hay `nobody`.',
      todo: 'Chạy `npm start` bằng một người dùng thường, hoặc đặt DATABASE_URL tới một PostgreSQL có sẵn.',
    },
    en: {
      what: 'The bundled database cannot run.',
      why: 'PostgreSQL refuses to run as root, and this machine has no user `postgres` or `nobody`.',
      todo: 'Run `npm start` as an ordinary user, or set DATABASE_URL to an existing PostgreSQL.',
    },
  });
};

export const readPasswd = () => {
  try {
    return readFileSync('/etc/passwd', 'utf8');
  } catch {
    return '';
  }
};

/**
 * Whether the user may walk through every folder above the path that exists today.
 * @param {string} path @param {OsUser} user
 */
export const mayReach = (path, user) => {
  for (let folder = path; ; folder = dirname(folder)) {
    const stat = statSync(folder, { throwIfNoEntry: false });
    if (stat !== undefined && folder !== path) {
      const bit = stat.uid === user.uid ? 0o100 : stat.gid === user.gid ? 0o010 : 0o001;
      if ((stat.mode & bit) === 0) return false;
    }
    if (folder === dirname(folder)) return true;
  }
};
