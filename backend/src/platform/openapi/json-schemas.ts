import * as z from 'zod';

export type Json = Readonly<Record<string, unknown>>;

export interface Example {
  readonly schema: z.core.$ZodType;
  readonly example: unknown;
}

const COMPONENTS = '#/components/schemas/';

/** Between documents the same schema lies elsewhere. */
const moved = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(moved);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [
      key,
      key === '$ref' && typeof part === 'string'
        ? part.replace('#/$defs/', COMPONENTS)
        : moved(part),
    ]),
  );
};

const without = (json: Json, keys: readonly string[]): Json =>
  Object.fromEntries(Object.entries(json).filter(([key]) => !keys.includes(key)));

/** Of our Zod schemas, JSON Schema: those with a name as components, the others where they are used. */
export class JsonSchemas {
  readonly #components = new Map<string, Json>();
  readonly #named = new Map<z.ZodType, string>();
  readonly #examples: Example[] = [];

  /** As it crosses the wire, which is the side a schema reads. A schema without a name takes the one given. */
  of(schema: z.ZodType, name?: string): Json {
    const known = this.#named.get(schema);
    if (known !== undefined) return { $ref: COMPONENTS + known };
    const { $defs = {}, ...root } = z.toJSONSchema(schema, {
      io: 'input',
      unrepresentable: 'any',
      override: ({ zodSchema, jsonSchema }) => this.#mend(zodSchema, jsonSchema),
    }) as Json & { readonly $defs?: Readonly<Record<string, Json>> };
    for (const [id, definition] of Object.entries($defs)) this.#put(id, definition);
    const own = without(moved(root) as Json, ['$schema']);
    if (name === undefined || '$ref' in root) return own;
    this.#named.set(schema, name);
    this.#put(name, root);
    return { $ref: COMPONENTS + name };
  }

  get components(): Readonly<Record<string, Json>> {
    return Object.fromEntries(
      [...this.#components].toSorted(([one], [other]) => (one < other ? -1 : 1)),
    );
  }

  /** Every example that was met, with the schema it is an example of. */
  get examples(): readonly Example[] {
    return this.#examples;
  }

  #put(name: string, definition: Json): void {
    const rest = without(moved(definition) as Json, ['$schema', 'id']);
    const before = this.#components.get(name);
    if (before !== undefined && JSON.stringify(before) !== JSON.stringify(rest)) {
      throw new Error(`two schemas are called ${name}`);
    }
    this.#components.set(name, rest);
  }

  #mend(schema: z.core.$ZodType, json: z.core.JSONSchema.BaseSchema): void {
    // Zod's readonly is about our objects; in an API it would mean "only in answers".
    delete json.readOnly;
    if (json.format === 'uuid') delete json.pattern;
    // What every JSON number of ours keeps to says nothing about this one.
    if (json.minimum === Number.MIN_SAFE_INTEGER) delete json.minimum;
    if (json.maximum === Number.MAX_SAFE_INTEGER) delete json.maximum;
    const { examples, description } = (z.globalRegistry.get(schema) ?? {}) as {
      readonly examples?: unknown[];
      readonly description?: string;
    };
    if (description !== undefined) json.description = description;
    if (examples === undefined) return;
    json.examples = examples;
    for (const example of examples) this.#examples.push({ schema, example });
  }
}
