// A process id alone says little: ids are reused. An id with the moment of birth is one process.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** @typedef {{ pid: number, born: string }} Identity */

/** @param {number} pid */
const linuxStat = (pid) => {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The command stands in parentheses and may hold spaces and parentheses itself.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return { state: fields[0] ?? '', startTicks: fields[19] ?? '' };
};

/** @param {number} pid */
const bornAt = (pid) => {
  try {
    if (process.platform === 'linux') {
      const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
      return `${boot}/${linuxStat(pid).startTicks}`;
    }
    if (process.platform === 'darwin') {
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    }
  } catch {
    // No such process, or no way to look: the id has to do.
  }
  return '';
};

/** @param {number} pid */
const isZombie = (pid) => {
  if (process.platform !== 'linux') return false;
  try {
    // In a container without an init nobody buries the dead, and signal 0 still reaches them.
    return linuxStat(pid).state === 'Z';
  } catch {
    return false;
  }
};

/** @param {number} pid */
export const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EPERM') return false;
  }
  return !isZombie(pid);
};

/** @param {number} [pid] @returns {Identity} */
export const identityOf = (pid = process.pid) => ({ pid, born: bornAt(pid) });

/** @param {Identity} identity */
export const isStillAlive = ({ pid, born }) => isAlive(pid) && bornAt(pid) === born;
