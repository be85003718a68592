import { describe, expect, it } from '@jest/globals';
import { chooseCacheFolder, choosePlace } from './data-folder.mjs';

const passwd = 'root:x:0:0::/root:/bin/sh\npostgres:x:101:104::/:/bin/sh\nnobody:x:65534:65534::/:';

/** @param {Partial<import('./data-folder.mjs').Machine>} [particular] */
const machine = (particular) => ({
  env: {},
  uid: 1000,
  home: '/home/lan',
  temporary: '/tmp',
  isWritable: () => true,
  clusterOwner: () => undefined,
  isReachable: () => true,
  passwd: () => passwd,
  ...particular,
});

describe('where the data live', () => {
  it('is the checkout when it can be written', () => {
    const place = choosePlace('/srv/mã nguồn', machine());
    expect(place.dataFolder).toBe('/srv/mã nguồn/.motcua');
    expect(place.serverUser).toBeUndefined();
  });

  it('is the home folder when the checkout is read-only', () => {
    const isWritable = (/** @type {string} */ folder) => !folder.startsWith('/srv');
    const place = choosePlace('/srv/motcua', machine({ isWritable }));
    expect(place.dataFolder).toMatch(/^\/home\/lan\/\.local\/state\/motcua\/[0-9a-f]{16}$/);
  });

  it('is XDG_STATE_HOME when that is set', () => {
    const isWritable = (/** @type {string} */ folder) => !folder.startsWith('/srv');
    const env = { XDG_STATE_HOME: '/state' };
    expect(choosePlace('/srv/motcua', machine({ isWritable, env })).dataFolder).toMatch(
      /^\/state\//,
    );
  });

  it('is the temporary folder as the last resort: HOME unset or not writable', () => {
    const isWritable = (/** @type {string} */ folder) => folder.startsWith('/tmp');
    for (const home of [undefined, '/home/lan', 'relative']) {
      const { dataFolder } = choosePlace('/srv/motcua', machine({ isWritable, home }));
      expect(dataFolder).toMatch(/^\/tmp\/motcua-1000-/);
    }
  });

  it('is /var/lib for root when the server may not walk into a private home', () => {
    const isReachable = (/** @type {string} */ path) => !path.startsWith('/root');
    const place = choosePlace('/root/motcua', machine({ uid: 0, isReachable }));
    expect(place.dataFolder).toMatch(/^\/var\/lib\/motcua\//);
    expect(place.serverUser?.name).toBe('postgres');
  });

  it('stays where a cluster already is, though a better place has become writable', () => {
    const clusterOwner = (/** @type {string} */ folder) =>
      folder.startsWith('/home/lan') ? 1000 : undefined;
    const { dataFolder } = choosePlace('/srv/motcua', machine({ clusterOwner }));
    expect(dataFolder).toMatch(/^\/home\/lan/);
  });

  it('is what the administrator said', () => {
    const env = { MOTCUA_DATA_DIR: '/data' };
    expect(choosePlace('/srv/motcua', machine({ env })).dataFolder).toBe('/data');
  });

  it('keeps the told folder and moves only the cluster when the server cannot reach it', () => {
    const env = { MOTCUA_DATA_DIR: '/root/data' };
    const isReachable = (/** @type {string} */ path) => !path.startsWith('/root');
    const place = choosePlace('/srv/motcua', machine({ env, uid: 0, isReachable }));
    expect(place.dataFolder).toBe('/root/data');
    expect(place.clusterHome).toMatch(/^\/var\/lib\/motcua\/[0-9a-f]{16}\/postgres$/);
  });

  it('refuses a told folder that cannot be written', () => {
    const env = { MOTCUA_DATA_DIR: '/data' };
    const isWritable = () => false;
    expect(() => choosePlace('/srv/motcua', machine({ env, isWritable }))).toThrow('/data');
  });

  it('refuses to start on an empty cluster while the real one is out of reach', () => {
    const env = { MOTCUA_DATA_DIR: '/root/data' };
    const closed = { env, uid: 0, isReachable: () => false, clusterOwner: () => 101 };
    expect(() => choosePlace('/srv/motcua', machine(closed))).toThrow('cannot be used');
  });

  it('keeps caches out of a read-only checkout', () => {
    const isWritable = (/** @type {string} */ folder) => !folder.startsWith('/srv');
    expect(chooseCacheFolder('/srv/motcua', machine())).toBe('/srv/motcua/.cache');
    expect(chooseCacheFolder('/srv/motcua', machine({ isWritable }))).toMatch(/^\/home\/lan/);
  });
});
