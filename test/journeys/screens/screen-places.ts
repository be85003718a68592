import '@angular/compiler';
import type { Page } from 'playwright-core';
import type { Permission } from '#contract/identity';

/** What the suite has to know of a screen; the rest is the browser's. */
export interface ScreenPlace {
  readonly name: string;
  readonly path: string;
  readonly permissions?: readonly Permission[];
  readonly isPublic?: boolean;
}

// The list the application itself is made of: a screen cannot be added and forgotten here. Its types would
// bring the browser's along, so it is read as what this suite needs of it.
const list = '../../../frontend/src/app/screens.ts';
const { screens } = (await import(list)) as { readonly screens: readonly ScreenPlace[] };

/** Every screen of the application, and the three pages that are none. */
export const places: readonly ScreenPlace[] = [
  ...screens,
  { name: 'sign-in', path: 'dang-nhap', isPublic: true },
  { name: 'not-found', path: 'khong-co-trang-nay' },
];

interface Officer {
  readonly username: string;
  readonly may: readonly Permission[];
}

/** In the order in which they are sent to a screen: those with most on their desks first. */
const USERNAMES = [
  ...['xuly', 'lanhdao', 'tiepnhan', 'baocao', 'quantri', 'thanhpho', 'vanthu', 'truongphong'],
] as const;

export const officers = async (
  mayOf: (username: string) => Promise<readonly Permission[]>,
): Promise<readonly Officer[]> => {
  const all: Officer[] = [];
  // One after the other: so many at once from one place look like somebody guessing.
  for (const username of USERNAMES) all.push({ username, may: await mayOf(username) });
  return all;
};

const opens = ({ permissions }: ScreenPlace, { may }: Officer): boolean =>
  permissions === undefined || permissions.some((permission) => may.includes(permission));

/** Who looks at a screen: the first who may. */
export const viewerOf = (place: ScreenPlace, all: readonly Officer[]): string => {
  const viewer = all.find((officer) => opens(place, officer));
  if (viewer === undefined) throw new Error(`nobody of the trial may open ${place.name}`);
  return viewer.username;
};

/** Who is kept from it, if anybody is. */
export const strangerTo = (place: ScreenPlace, all: readonly Officer[]): string | undefined =>
  place.isPublic === true ? undefined : all.find((officer) => !opens(place, officer))?.username;

/** What a screen with a place in its address shows: asked of the product as the viewer. */
const EXAMPLES: Readonly<Record<string, (page: Page) => Promise<string>>> = {
  'ho-so/:id': async (page) => {
    const question = `fetch('/api/v1/dossiers?state=processing&limit=1').then((told) => told.json())`;
    const { items } = await page.evaluate<{ readonly items: readonly { readonly id: string }[] }>(
      question,
    );
    return `ho-so/${items[0]?.id ?? ''}`;
  },
  // One of those that the product brings along.
  'quan-tri/thu-tuc/:code': () => Promise.resolve('quan-tri/thu-tuc/1.004873'),
};

/** The first link on the pages without such a place that leads there. */
const linkedFrom = async (page: Page, path: string): Promise<string> => {
  const shape = new RegExp(`^/${path.replaceAll(/:[^/]+/g, '[^/?#]+')}$`);
  for (const { path: other } of places.filter((each) => !each.path.includes(':'))) {
    await page.goto(`/${other}`);
    await page.locator('h1').first().waitFor();
    const links = await page
      .locator('a[href]')
      .evaluateAll((all) => all.map((each) => each.getAttribute('href') ?? ''));
    const found = links.map((link) => link.split(/[?#]/)[0] ?? '').find((link) => shape.test(link));
    if (found !== undefined) return found.slice(1);
  }
  throw new Error(`say in screen-places.ts where an example of /${path} is`);
};

/** Where to look at a screen. */
export const addressOf = async ({ path }: ScreenPlace, page: Page): Promise<string> => {
  if (!path.includes(':')) return `/${path}`;
  return `/${await (EXAMPLES[path] ?? ((asked) => linkedFrom(asked, path)))(page)}`;
};
