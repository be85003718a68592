import { describe, expect, it } from '@jest/globals';
import { findCycle } from './cycles.ts';
import { read, sources } from './repository.ts';

const planted = (files: Readonly<Record<string, string>>): Map<string, string> =>
  new Map(Object.entries(files));

describe('imports', () => {
  it('never lead back to where they started', () => {
    expect(findCycle(new Map(sources.map((path) => [path, read(path)])))).toBeUndefined();
  });

  it('would be caught going round inside a room', () => {
    const round = planted({
      'shared/domain/kernel/a.ts': "import { b } from './b.ts';",
      'shared/domain/kernel/b.ts': "export { c } from './c.ts';",
      'shared/domain/kernel/c.ts': "import type { A } from './a.ts';",
    });
    expect(findCycle(round)).toHaveLength(4);
  });

  it('would be caught going round through the doors of two rooms', () => {
    const round = planted({
      'shared/domain/alert/index.ts': "export * from './rule.ts';",
      'shared/domain/alert/rule.ts': "import { report } from '#domain/report';",
      'shared/domain/report/index.ts': "import { alert } from '#domain/alert';",
    });
    expect(findCycle(round)).toBeDefined();
  });

  it('may meet again further down', () => {
    const diamond = planted({
      'a.ts': "import './b.ts'; import './c.ts';",
      'b.ts': "import './d.ts';",
      'c.ts': "import './d.ts';",
      'd.ts': '',
    });
    expect(findCycle(diamond)).toBeUndefined();
  });
});
