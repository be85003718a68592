import { CSRF_HEADER } from '#contract/identity';
import { problemSchema } from '#contract/problem';
import { operationWording, tagWording, type OperationSentences } from '#wording';
import { sessionCookieName } from '../auth/cookies.ts';
import { isWrite } from '../auth/foreign-request.ts';
import { productVersion } from '../health/version.ts';
import { type Json, JsonSchemas } from './json-schemas.ts';
import type { Operation } from './operation.ts';
import { parametersOf, sharedParameters } from './parameters.ts';
import { Refusals } from './refusals.ts';

const pascal = (id: string): string => id.charAt(0).toUpperCase() + id.slice(1);

/** The noun a route belongs to: the first word of its path behind the version. */
export const tagOf = (path: string): string =>
  path
    .replace(/^\/api\/v1/, '')
    .split('/')
    .find(Boolean) ?? '';

/** What a person reads of a route; undefined until somebody has written it. */
export const sentencesOf = ({ name }: Operation): OperationSentences | undefined =>
  operationWording[name];

const asked = (operation: Operation): string => {
  const { access } = operation;
  if (access.kind === 'permission') return `\n\nQuyền · permission: \`${access.permission}\``;
  return access.kind === 'handler' ? `\n\nQuyền · permission: \`${access.permissions}\`` : '';
};

const success = (operation: Operation, status: number, content: Json | null): Json => {
  const isVersioned = operation.promised?.versioned === true && status === operation.status;
  return {
    description: status === 204 ? 'Đã xong. · Done.' : 'Được. · It is so.',
    ...(isVersioned && { headers: { etag: { $ref: '#/components/headers/ETag' } } }),
    ...(content !== null && { content }),
  };
};

const mediaTypeOf = ({ streams, promised }: Operation): string =>
  streams ? 'text/event-stream' : (promised?.mediaType ?? 'application/json');

const successes = (operation: Operation, schemas: JsonSchemas): Json => {
  const { promised, status, id } = operation;
  const shapes = Object.entries({ [status]: promised?.schema ?? null, ...promised?.also });
  const answers = shapes.map(([code, schema]) => {
    const name = `${pascal(id)}Answer${Number(code) === status ? '' : code}`;
    const shown = schema === null ? {} : { schema: schemas.of(schema, name) };
    const hasBody = schema !== null || promised?.mediaType !== undefined;
    const content = hasBody ? { [mediaTypeOf(operation)]: shown } : null;
    return [code, success(operation, Number(code), content)];
  });
  return Object.fromEntries(answers) as Json;
};

const securityOf = ({ access, method }: Operation): readonly Json[] => {
  if (access.kind === 'public') return [];
  const session = isWrite(method) ? { session: [], csrf: [] } : { session: [] };
  return access.kind === 'signedIn' ? [session] : [session, { key: [] }];
};

/** What several routes share is written once, and referred to. */
interface Books {
  readonly schemas: JsonSchemas;
  readonly refusals: Refusals;
}

const describe = (operation: Operation, { schemas, refusals }: Books): Json => {
  const { id, path, name, body } = operation;
  const { vi, en } = sentencesOf(operation) ?? { vi: name, en: '' };
  return {
    operationId: id,
    tags: [tagOf(path)],
    summary: vi,
    description: `${en}${asked(operation)}`,
    parameters: parametersOf(operation, schemas),
    ...(body !== undefined && {
      requestBody: {
        required: !body.safeParse({}).success,
        content: { 'application/json': { schema: schemas.of(body, `${pascal(id)}Body`) } },
      },
    }),
    responses: { ...successes(operation, schemas), ...refusals.of(operation) },
    security: securityOf(operation),
  };
};

const pathsOf = (operations: readonly Operation[], books: Books): Json => {
  const byPath = Map.groupBy(operations, ({ path }) => path.replace(/:(\w+)/g, '{$1}'));
  return Object.fromEntries(
    [...byPath].map(([path, own]) => [
      path,
      Object.fromEntries(own.map((one) => [one.method.toLowerCase(), describe(one, books)])),
    ]),
  );
};

const securitySchemes = {
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: sessionCookieName('http'),
    description:
      'Phiên đăng nhập; qua HTTPS tên có `__Host-` ở đầu. · A session; over HTTPS prefixed.',
  },
  csrf: {
    type: 'apiKey',
    in: 'header',
    name: CSRF_HEADER,
    description:
      '`csrfToken` của `/auth/me`, đi cùng mọi yêu cầu ghi; trang này tự gửi. · Sent with every write.',
  },
  key: {
    type: 'http',
    scheme: 'bearer',
    description:
      'Khóa của một hệ thống khác, cho một đơn vị. · Another system’s key, for one unit.',
  },
};

const info = {
  title: 'Motcua · API theo dõi hồ sơ một cửa',
  version: productVersion,
  summary:
    'Hồ sơ thủ tục hành chính: hạn, trạng thái, việc ai làm. · Dossiers and their due moments.',
  description:
    'Mọi thời điểm trong câu trả lời theo giờ Việt Nam (+07:00). Lỗi theo RFC 9457: chương trình dựa vào ' +
    '`code`, người đọc dựa vào `title` và `detail` (theo `Accept-Language`: vi, en).\n\n' +
    'Every moment in an answer is at +07:00. Errors follow RFC 9457: programs branch on `code`, ' +
    'people read `title` and `detail` in the language of `Accept-Language`.',
  license: { name: 'MIT', identifier: 'MIT' },
};

const tagsOf = (operations: readonly Operation[]): readonly Json[] => {
  const there = new Set(operations.map(({ path }) => tagOf(path)));
  const known = Object.keys(tagWording).filter((name) => there.has(name));
  return [...new Set([...known, ...there])].map((name) => {
    const { vi, en } = tagWording[name] ?? { vi: name, en: name };
    return { name, description: `${vi} · ${en}` };
  });
};

/** The API as OpenAPI 3.1, made of what its routes themselves say. */
export const documentOf = (
  operations: readonly Operation[],
  schemas: JsonSchemas = new JsonSchemas(),
): Json => {
  schemas.of(problemSchema, 'Problem');
  const refusals = new Refusals();
  const paths = pathsOf(operations, { schemas, refusals });
  return {
    openapi: '3.1.0',
    info,
    tags: tagsOf(operations),
    paths,
    components: {
      schemas: schemas.components,
      parameters: sharedParameters,
      headers: {
        ETag: {
          description: 'Phiên bản hiện tại, cho `If-Match`. · The version now, for `If-Match`.',
          schema: { type: 'string', examples: ['"4"'] },
        },
      },
      responses: refusals.components,
      examples: refusals.examples,
      securitySchemes,
    },
  };
};
