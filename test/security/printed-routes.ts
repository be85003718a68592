const LINE = /^((?:[│ ] {3})*)[├└]── (.*?) \(([A-Z, ]+)\)$/;

/** The routes that Fastify really has, from the tree it prints: `GET /api/v1/users`. */
export const printedRoutes = (tree: string): readonly string[] => {
  const above: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const match = LINE.exec(line);
    if (match === null) return [];
    const [, indent = '', piece = '', methods = ''] = match;
    const depth = indent.length / 4;
    above.splice(depth, above.length, piece);
    const path = above.join('');
    return methods
      .split(', ')
      .filter((method) => method !== 'HEAD')
      .map((method) => `${method} ${path}`);
  });
};
