import type { Json, JsonSchemas } from './json-schemas.ts';
import type { Operation, PathPlace } from './operation.ts';
import { takesKey } from './problem-codes.ts';

const PATH_SCHEMAS: Readonly<Record<PathPlace['takes'], Json>> = {
  uuid: { type: 'string', format: 'uuid', examples: ['0197c5a0-7d1e-7000-8000-000000000001'] },
  integer: { type: 'integer', minimum: 1, examples: [1] },
  text: { type: 'string' },
};

/** Headers that mean the same on every route. */
export const sharedParameters = {
  IfMatch: {
    name: 'If-Match',
    in: 'header',
    required: true,
    description:
      'Phiên bản mà người gọi đã thấy, trong ngoặc kép. · The version the caller has seen, quoted.',
    schema: { type: 'string', pattern: '^"\\d+"$', examples: ['"3"'] },
  },
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    description:
      'Cùng khóa và cùng nội dung thì chỉ làm một lần. · The same key with the same body is done once.',
    schema: { type: 'string', pattern: '^[\\x21-\\x7e]{1,200}$', examples: ['phieu-0001'] },
  },
};

const shared = (name: keyof typeof sharedParameters): Json => ({
  $ref: `#/components/parameters/${name}`,
});

interface ObjectSchema extends Json {
  readonly properties?: Readonly<Record<string, Json>>;
  readonly required?: readonly string[];
}

/** A query is an object to us, and a row of parameters to a client. */
const queryParameters = ({ query }: Operation, schemas: JsonSchemas): readonly Json[] => {
  if (query === undefined) return [];
  const { properties = {}, required = [] } = schemas.of(query) as ObjectSchema;
  return Object.entries(properties).map(([name, schema]) => ({
    ...{ name, in: 'query', required: required.includes(name), schema },
    ...(schema['type'] === 'array' && { style: 'form', explode: false }),
  }));
};

export const parametersOf = (operation: Operation, schemas: JsonSchemas): readonly Json[] => [
  ...operation.places.map(({ name, takes, schema }) => ({
    ...{ name, in: 'path', required: true },
    schema: schema === undefined ? PATH_SCHEMAS[takes] : schemas.of(schema),
  })),
  ...queryParameters(operation, schemas),
  ...(operation.promised?.versioned === true ? [shared('IfMatch')] : []),
  ...(takesKey(operation) ? [shared('IdempotencyKey')] : []),
];
