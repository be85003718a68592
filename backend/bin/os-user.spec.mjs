import { describe, expect, it } from '@jest/globals';
import { databaseUser, parsePasswd } from './os-user.mjs';

const debian = 'root:x:0:0:root:/root:/bin/bash\nnobody:x:65534:65534:nobody:/:/usr/sbin/nologin\n';
const withPostgres = `${debian}postgres:x:101:104:PostgreSQL,,,:/var/lib/postgresql:/bin/bash\n`;

describe('who runs the database server', () => {
  it('is the one who started us, when that is not root', () => {
    expect(databaseUser({ uid: 1000, passwd: () => withPostgres })).toBeUndefined();
    expect(databaseUser({ uid: undefined, passwd: () => withPostgres })).toBeUndefined();
  });

  it('is postgres for root, or nobody on a machine without that user', () => {
    expect(databaseUser({ uid: 0, passwd: () => withPostgres })?.uid).toBe(101);
    expect(databaseUser({ uid: 0, passwd: () => debian })?.name).toBe('nobody');
  });

  it('is the ordinary user whose cluster it already is', () => {
    const passwd = () => `${withPostgres}lan:x:1000:1000::/home/lan:/bin/sh\n`;
    expect(databaseUser({ uid: 0, passwd, clusterOwner: 1000 })?.name).toBe('lan');
  });

  it('is nobody at all on a machine that has neither, and we say so', () => {
    expect(() => databaseUser({ uid: 0, passwd: () => '' })).toThrow('cannot run');
  });

  it('does not trip over a damaged line', () => {
    expect(parsePasswd('\n# comment\nbroken:x\nok:x:7:8:::\n')).toEqual([
      { name: 'ok', uid: 7, gid: 8 },
    ]);
  });
});
