import { isIPv6 } from 'node:net';

const GROUPS = 8;
const OF_A_NETWORK = 4;
const MAPPED = '::ffff:';

const groupsOf = (part: string): readonly string[] => (part === '' ? [] : part.split(':'));

/**
 * To whom misses are counted: an address of the old kind, but a whole network of the new, for there each
 * household has more addresses than there are dossiers.
 *
 * @example networkOf('2001:db8:1:2::77') → '2001:db8:1:2'
 */
export const networkOf = (address: string): string => {
  const plain = address.toLowerCase();
  if (plain.startsWith(MAPPED) && plain.includes('.')) return plain.slice(MAPPED.length);
  if (!isIPv6(plain)) return plain;
  const [before = '', after = ''] = plain.split('::');
  const [head, tail] = [groupsOf(before), groupsOf(after)];
  const gap = Array.from({ length: GROUPS - head.length - tail.length }, () => '0');
  return [...head, ...gap, ...tail].slice(0, OF_A_NETWORK).join(':');
};
