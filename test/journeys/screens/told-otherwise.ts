import type { Page, Route } from 'playwright-core';

/** What a screen is told instead of the truth. */
export type Telling = 'loading' | 'failed' | 'empty' | 'long';

/** Who is there, what time it is, which days are worked: without them there is no screen at all. */
const FRAME = /^\/api\/v1\/(?:auth|about|calendars|clock|stream|me$)/;

const PROBLEM = JSON.stringify({
  ...{
    type: '/problems/unexpected',
    status: 500,
    code: 'unexpected',
    instance: '/api/v1',
    facts: {},
  },
  ...{ title: 'Hệ thống gặp lỗi', detail: 'Chưa có gì thay đổi. Hãy thử lại.' },
  requestId: '00000000-0000-4000-8000-000000000000',
});

// Ten thousand characters, a letter that turns what follows round, and signs that are two characters each.
const LONG = ` 😀 \u202Eđảo ${'chữ rất dài '.repeat(400)}${'liền'.repeat(1_300)}`;

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

const isList = (told: Json): told is readonly Json[] => Array.isArray(told);

/** Lists are told empty, and their counts are nought. */
const emptied = (told: Json): Json => {
  if (isList(told)) return [];
  if (typeof told === 'number') return 0;
  if (told === null || typeof told !== 'object') return told;
  if ('items' in told)
    return { ...told, items: [], ...('nextCursor' in told && { nextCursor: null }) };
  const isCounts = Object.values(told).every((each) => typeof each === 'number');
  return isCounts ? Object.fromEntries(Object.keys(told).map((name) => [name, 0])) : told;
};

const STRETCHED = 3;
/** What people write as much into as they like; the rest are names, of as many characters as the product takes. */
const PARAGRAPHS = /^(?:text|reason|note|items|detail|summary|narrative)$/;
const LONGEST_NAME = 190;
const SHORT_NAMES = /^(?:agency|documentNo)$/;

const stretchedText = (told: string, name: string): string => {
  // Codes, moments and keys have no blanks: they stay as they are.
  if (!/ .*\p{L}/u.test(told) || SHORT_NAMES.test(name)) return told;
  if (PARAGRAPHS.test(name)) return `${told}${LONG}`;
  return [...`${told} 😀 \u202Eđảo ${'tên rất dài '.repeat(9)}${'liền'.repeat(30)}`]
    .slice(0, LONGEST_NAME)
    .join('');
};

/** In the first of every list what people wrote goes on and on. */
const stretched = (told: Json, name = ''): Json => {
  if (typeof told === 'string') return stretchedText(told, name);
  if (isList(told)) {
    return told.map((each, at) => (at < STRETCHED ? stretched(each, name) : each));
  }
  if (told === null || typeof told !== 'object') return told;
  return Object.fromEntries(
    Object.entries(told).map(([inside, each]) => [
      inside,
      // What an office sets has limits of its own, each of them shorter.
      inside === 'settings' ? each : stretched(each, inside),
    ]),
  );
};

const changed = async (route: Route, change: (told: Json) => Json): Promise<void> => {
  const answer = await route.fetch();
  const isJson = answer.headers()['content-type']?.includes('json') === true;
  if (!isJson || !answer.ok()) return route.fulfill({ response: answer });
  return route.fulfill({ response: answer, json: change((await answer.json()) as Json) });
};

const ways: Readonly<Record<Telling, (route: Route) => Promise<void>>> = {
  // Never answered: it stays on its way until the page is closed.
  loading: () => Promise.resolve(),
  failed: (route) =>
    route.fulfill({ status: 500, contentType: 'application/problem+json', body: PROBLEM }),
  empty: (route) => changed(route, emptied),
  long: (route) => changed(route, (told) => stretched(told)),
};

/** From now on the page's questions about the office are answered in that way; how many were asked. */
export const tellOtherwise = async (page: Page, telling: Telling): Promise<() => number> => {
  let asked = 0;
  await page.route(
    ({ pathname }) => pathname.startsWith('/api/v1/') && !FRAME.test(pathname),
    (route) => {
      asked += 1;
      return ways[telling](route);
    },
  );
  return () => asked;
};
