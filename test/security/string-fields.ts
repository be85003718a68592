import * as z from 'zod';

type Path = readonly (string | number)[];

interface Node {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node | boolean;
  readonly additionalProperties?: Node | boolean;
  readonly anyOf?: readonly Node[];
  readonly oneOf?: readonly Node[];
  readonly allOf?: readonly Node[];
  readonly enum?: readonly unknown[];
  readonly $defs?: Readonly<Record<string, Node>>;
}

const DEEPEST = 6;

const isText = ({ type, anyOf, oneOf, allOf, $ref }: Node): boolean =>
  [type].flat().includes('string') ||
  (type === undefined && [anyOf, oneOf, allOf, $ref].every((part) => part === undefined));

const isNode = (node: Node | boolean | undefined): node is Node => typeof node === 'object';

class Walk {
  readonly #root: Node;
  readonly #found = new Map<string, Path>();

  constructor(root: Node) {
    this.#root = root;
  }

  paths(): readonly Path[] {
    this.#visit(this.#root, []);
    return [...this.#found.values()];
  }

  #visit(node: Node, path: Path): void {
    if (path.length > DEEPEST) return;
    if (path.length > 0 && isText(node)) this.#found.set(path.join('.'), path);
    for (const [next, step] of this.#below(node)) this.#visit(next, [...path, ...step]);
  }

  #below(node: Node): readonly (readonly [Node, Path])[] {
    const { $ref, properties = {}, items, additionalProperties, anyOf, oneOf, allOf } = node;
    const referred = $ref === undefined ? [] : [this.#defined($ref)];
    const same = [referred, anyOf ?? [], oneOf ?? [], allOf ?? []].flat();
    return [
      ...same.map((part) => [part, []] as const),
      ...Object.entries(properties).map(([name, part]) => [part, [name]] as const),
      ...(isNode(items) ? [[items, [0]] as const] : []),
      ...(isNode(additionalProperties) ? [[additionalProperties, ['x']] as const] : []),
    ];
  }

  #defined(reference: string): Node {
    const name = reference.replace(/^#\/\$defs\//, '');
    return name === '#' ? this.#root : (this.#root.$defs?.[name] ?? {});
  }
}

/** Where a schema takes a text: every place of it, at every depth, the first of a list for all. */
export const stringFieldsOf = (schema: z.ZodType): readonly Path[] =>
  new Walk(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Node).paths();

/** A copy of a body in which one place says something else; what is missing on the way is made. */
export const withAt = (body: unknown, [step, ...rest]: Path, value: unknown): unknown => {
  if (step === undefined) return value;
  if (typeof step === 'number') {
    const list = Array.isArray(body) ? [...(body as readonly unknown[])] : [];
    list[step] = withAt(list[step], rest, value);
    return list;
  }
  const whole = typeof body === 'object' && body !== null && !Array.isArray(body) ? body : {};
  return { ...whole, [step]: withAt(Reflect.get(whole, step), rest, value) };
};

/** The first example of a schema: a body that would be taken. */
export const exampleOf = (schema: z.ZodType): unknown =>
  (z.globalRegistry.get(schema)?.['examples'] as readonly unknown[] | undefined)?.[0] ?? {};
