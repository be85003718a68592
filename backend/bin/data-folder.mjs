// Where the data live. The first place that already holds a cluster wins, so that a checkout that
// turns read-only (or writable again) never makes the office's data seem to vanish.
import { createHash } from 'node:crypto';
import { accessSync, chmodSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { databaseUser, mayReach, readPasswd } from './os-user.mjs';
import { Failure } from './say.mjs';

/**
 * @typedef {import('./os-user.mjs').OsUser} OsUser
 * @typedef {object} Place
 * @property {string} dataFolder lock, logs, caches
 * @property {string} clusterHome the database cluster and what belongs to it
 * @property {OsUser | undefined} serverUser who runs the database server; undefined: ourselves
 * @typedef {object} Machine
 * @property {Record<string, string | undefined>} env
 * @property {number | undefined} uid
 * @property {string | undefined} home
 * @property {string} temporary
 * @property {(folder: string) => boolean} isWritable
 * @property {(folder: string) => number | undefined} clusterOwner uid that owns the cluster in there
 * @property {(folder: string, user: OsUser) => boolean} isReachable
 * @property {() => string} passwd
 */

/** @param {string} path */
const shortHash = (path) => createHash('sha256').update(path).digest('hex').slice(0, 16);

/** @param {string} folder */
export const isWritable = (folder) => {
  for (let nearest = folder; ; nearest = dirname(nearest)) {
    if (existsSync(nearest)) {
      try {
        accessSync(nearest, constants.W_OK | constants.X_OK);
        return true;
      } catch {
        return false;
      }
    }
    if (nearest === dirname(nearest)) return false;
  }
};

/** @param {string | undefined} folder */
const absolute = (folder) => (folder !== undefined && isAbsolute(folder) ? folder : undefined);

/** @param {string} checkout @param {Machine} machine @returns {string[]} best first */
const candidates = (checkout, { env, uid, home, temporary }) => {
  const name = shortHash(checkout);
  const homeState = absolute(home) === undefined ? undefined : join(home ?? '', '.local', 'state');
  const state = absolute(env['XDG_STATE_HOME']) ?? homeState;
  return [
    join(checkout, '.motcua'),
    ...(uid === 0 ? [join('/var/lib/motcua', name)] : []),
    ...(uid !== 0 && state !== undefined ? [join(state, 'motcua', name)] : []),
    join(temporary, `motcua-${uid ?? 'user'}-${name}`),
  ];
};

/** @param {string} given @param {string} why @param {string} whyEn */
const unusable = (given, why, whyEn) =>
  new Failure({
    vi: {
      what: `Không dùng được thư mục dữ liệu ${given}.`,
      why,
      todo: 'Cấp quyền cho thư mục ấy, hoặc đặt MOTCUA_DATA_DIR tới một thư mục ghi được.',
    },
    en: {
      what: `The data folder ${given} cannot be used.`,
      why: whyEn,
      todo: 'Grant access to it, or set MOTCUA_DATA_DIR to a folder that can be written.',
    },
  });

/** @param {string} folder @param {Machine} machine */
const userFor = (folder, { uid, passwd, clusterOwner }) =>
  databaseUser({ uid, passwd, clusterOwner: clusterOwner(join(folder, 'postgres')) });

/** @param {string} folder @param {Machine} machine @returns {Place} */
const placeAt = (folder, machine) => ({
  dataFolder: folder,
  clusterHome: join(folder, 'postgres'),
  serverUser: userFor(folder, machine),
});

/** @param {Place} place @param {Machine} machine */
const serverReaches = ({ clusterHome, serverUser }, machine) =>
  serverUser === undefined || machine.isReachable(clusterHome, serverUser);

/** @param {string} folder the folder the administrator named @param {Machine} machine @returns {Place} */
const placeAsTold = (folder, machine) => {
  if (!machine.isWritable(folder)) {
    throw unusable(
      folder,
      'Người dùng này không ghi được vào đó.',
      'This user cannot write there.',
    );
  }
  const place = placeAt(folder, machine);
  if (serverReaches(place, machine)) return place;
  if (machine.clusterOwner(place.clusterHome) !== undefined) {
    const name = place.serverUser?.name ?? '';
    throw unusable(
      folder,
      `Dữ liệu đã có ở đó, nhưng người dùng \`${name}\` chạy cơ sở dữ liệu không còn vào được (quyền của một thư mục cha đã đổi).`,
      `It holds data already, but \`${name}\`, who runs the database, may no longer pass a parent folder.`,
    );
  }
  const elsewhere = placeAt(join('/var/lib/motcua', shortHash(folder)), machine);
  return { ...elsewhere, dataFolder: folder };
};

/** @param {string} checkout @param {Machine} machine @returns {Place} */
export const choosePlace = (checkout, machine) => {
  const told = machine.env['MOTCUA_DATA_DIR'];
  if (told !== undefined && told !== '') return placeAsTold(resolve(told), machine);
  const usable = candidates(checkout, machine)
    .filter((folder) => machine.isWritable(folder))
    .map((folder) => placeAt(folder, machine))
    .filter((place) => serverReaches(place, machine));
  const place =
    usable.find(({ clusterHome }) => machine.clusterOwner(clusterHome) !== undefined) ?? usable[0];
  if (place !== undefined) return place;
  throw unusable(
    checkout,
    'Không ghi được vào mã nguồn, thư mục nhà lẫn thư mục tạm.',
    'Neither the checkout, nor the home folder, nor the temporary folder can be written.',
  );
};

/** @param {string} folder a cluster home */
const clusterOwner = (folder) =>
  statSync(join(folder, 'cluster', 'PG_VERSION'), { throwIfNoEntry: false })?.uid;

/** @param {NodeJS.ProcessEnv} env @returns {Machine} */
export const thisMachine = (env) => ({
  env,
  uid: process.getuid?.(),
  home: env['HOME'] ?? homedirIfAny(),
  temporary: tmpdir(),
  isWritable,
  clusterOwner,
  isReachable: mayReach,
  passwd: readPasswd,
});

const homedirIfAny = () => {
  try {
    return homedir();
  } catch {
    // A user id without an entry in the user database, HOME unset: containers do this.
    return undefined;
  }
};

/** Like `mkdir -p`, with rights that no umask narrows. */
/** @param {string} folder @param {number} mode */
const makeFolder = (folder, mode) => {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder), mode);
  try {
    // Not `recursive`: where a file system answers ENOENT to everything, Node would try for ever.
    mkdirSync(folder);
    chmodSync(folder, mode);
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    // Another start was quicker.
    if (code === 'EEXIST') return;
    throw unusable(folder, `Không tạo được thư mục (${code}).`, `It cannot be made (${code}).`);
  }
};

/** @param {Place} place */
export const prepareDataFolder = ({ dataFolder, clusterHome }) => {
  const me = process.getuid?.();
  // Others may pass through (the database server of a root start has to) but not look around.
  const mode = me === 0 ? 0o711 : 0o700;
  makeFolder(dataFolder, mode);
  makeFolder(dirname(clusterHome), mode);
  if (me === undefined || me === 0 || statSync(dataFolder).uid === me) return;
  throw unusable(
    dataFolder,
    'Thư mục thuộc về một người dùng khác.',
    'The folder belongs to another user.',
  );
};

/** Caches may be lost at any time: the checkout if it can be written, else beside the data. */
/** @param {string} checkout @param {Machine} machine */
export const chooseCacheFolder = (checkout, machine) => {
  const [inCheckout = '', ...elsewhere] = candidates(checkout, machine);
  const folders = [
    join(dirname(inCheckout), '.cache'),
    ...elsewhere.map((folder) => join(folder, 'cache')),
  ];
  return folders.find((folder) => machine.isWritable(folder)) ?? machine.temporary;
};
