import { beforeEach, describe, expect, it } from '@jest/globals';
import { KnownPaths } from './known-paths.ts';

describe('what may be done at a path', () => {
  let known: KnownPaths;
  beforeEach(() => {
    known = new KnownPaths();
    known.add('/', 'GET');
    known.add('/*', ['GET', 'HEAD']);
    known.add('/api/v1/dossiers', ['GET', 'HEAD']);
    known.add('/api/v1/dossiers', 'POST');
    known.add('/api/v1/dossiers/:id', 'GET');
    known.add('/api/v1/dossiers/:id/accept', 'POST');
    known.add('/api/v1/dossiers/search', 'POST');
    known.add('/api/openapi.json', 'GET');
  });

  it.each([
    ['/api/v1/dossiers', ['GET', 'HEAD', 'POST']],
    ['/api/v1/dossiers?limit=5', ['GET', 'HEAD', 'POST']],
    ['/api/v1/dossiers/0197c5a0', ['GET']],
    ['/api/v1/dossiers/search', ['GET', 'POST']],
    ['/api/v1/dossiers/0197c5a0/accept', ['POST']],
    ['/api/openapi.json', ['GET']],
  ])('%s takes %j', (address, methods) => {
    expect(known.methodsAt(address)).toEqual(methods);
  });

  it.each(['/', '/ho-so/1', '/api/v1/nothing', '/api/v1/dossiers/1/fly', '/api/openapiXjson'])(
    'of %s nothing is known: pages have names of their own',
    (address) => {
      expect(known.methodsAt(address)).toEqual([]);
    },
  );
});
