import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { mePath, meSchema } from '#contract/identity';
import { Visitor, closeBrowser } from '../visitor.ts';
import { furnish } from './furnished.ts';
import {
  addressOf,
  officers,
  places,
  strangerTo,
  viewerOf,
  type ScreenPlace,
} from './screen-places.ts';
import { tellOtherwise, type Telling } from './told-otherwise.ts';
import {
  barriersOf,
  hearsay,
  lookAt,
  lookAtAll,
  lookAtPrint,
  motionOf,
  strayWords,
  untranslated,
  walk,
} from './visit.ts';

let staff: Awaited<ReturnType<typeof officers>>;
let visitor: Visitor;

beforeAll(async () => {
  staff = await officers(async (username) => {
    const one = await Visitor.calm(username);
    const me = meSchema.parse(await one.asked(mePath));
    await one.leave();
    return me.units.flatMap(({ permissions }) => permissions);
  });
  await furnish();
});
afterEach(() => visitor.leave());
afterAll(closeBrowser);

const viewing = async (place: ScreenPlace): Promise<Visitor> =>
  Visitor.calm(place.isPublic === true ? undefined : viewerOf(place, staff));

/** Where it is for this person: asked from a page of theirs. */
const findIn = async ({ page }: Visitor, place: ScreenPlace): Promise<string> => {
  if (place.path.includes(':')) await page.goto('/ca-nhan');
  return addressOf(place, page);
};

const opened = async ({ page }: Visitor, address: string): Promise<void> => {
  await page.goto(address);
  await page.locator('h1').first().waitFor();
  await page.waitForLoadState('load');
};

/** Until what was on its way is there. */
const filled = ({ page }: Visitor): Promise<void> =>
  page.locator('mc-waiting, [aria-busy=true]').first().waitFor({ state: 'detached' });

const TELLINGS = ['loading', 'failed', 'empty', 'long'] as const;
const SAYS_SO = 'mc-notice, mc-waiting, [role=alert], [aria-busy=true]';

/** What is wrong with a screen that is told this; undefined when it asks for nothing. */
const toldSo = async (
  place: ScreenPlace,
  telling: Telling,
  address: string,
): Promise<readonly string[] | undefined> => {
  const { page } = visitor;
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  const asked = await tellOtherwise(page, telling);
  await opened(visitor, address);
  if (telling !== 'loading') await filled(visitor);
  if (asked() === 0) return undefined;
  const isSilent =
    (telling === 'loading' || telling === 'failed') && (await page.locator(SAYS_SO).count()) === 0;
  // What a screen cannot read it cannot show: then nothing was looked at.
  const isUnread = telling === 'long' && (await page.locator('mc-notice.failed').count()) > 0;
  return [
    ...(isSilent ? ['says nothing of it'] : []),
    ...(isUnread ? ['was not understood'] : []),
    ...(await lookAt(page, 'narrow', `${place.name}-${telling}`)),
    ...(await lookAt(page, 'office', `${place.name}-${telling}`)),
    ...(await visitor.barriers()),
    ...(await motionOf(page)),
    ...(await strayWords(page)),
  ];
};

const isProvoked = (text: string): boolean => / (?:404|500)\b/.test(text);

describe.each(places)('the screen “$name”', (place) => {
  it('fits every width, is named, and has no barrier, in both languages', async () => {
    visitor = await viewing(place);
    const { page } = visitor;
    const known = hearsay(page);
    const address = await findIn(visitor, place);
    await opened(visitor, address);
    await filled(visitor);
    const faults = [
      ...(await lookAtAll(page, `${place.name}-vi`)),
      ...(await lookAtPrint(page, place.name)),
      ...(await barriersOf(visitor)),
      ...(await motionOf(page)),
      ...(await strayWords(page)),
    ];
    await visitor.readEnglish();
    faults.push(
      ...(await lookAtAll(page, `${place.name}-en`)),
      ...(await visitor.barriers()),
      ...(await strayWords(page)),
      ...(await untranslated(page, await known())),
    );
    expect(faults).toEqual([]);
    expect(visitor.troubles.filter((text) => !isProvoked(text))).toEqual([]);
  });

  it('is gone through by keyboard: every stop is to be seen, and named', async () => {
    visitor = await viewing(place);
    await opened(visitor, await findIn(visitor, place));
    await filled(visitor);
    const { stops, faults } = await walk(visitor.page);
    expect(faults).toEqual([]);
    expect(stops).toBeGreaterThan(1);
  });

  it('stands while it waits, when it fails, when there is nothing, and when there is too much', async () => {
    visitor = await viewing(place);
    const address = await findIn(visitor, place);
    const faults: string[] = [];
    for (const telling of TELLINGS) {
      const told = await toldSo(place, telling, address);
      // What asks nothing before somebody acts has no such states; its own journey shows them.
      if (told === undefined) break;
      faults.push(...told.map((fault) => `${telling}: ${fault}`));
    }
    expect(faults).toEqual([]);
    expect(visitor.troubles.filter((text) => !isProvoked(text))).toEqual([]);
  });

  it('says so to whoever may not open it', async () => {
    const stranger = strangerTo(place, staff);
    visitor = await Visitor.calm(stranger);
    if (stranger === undefined) return;
    await opened(visitor, `/${place.path.replaceAll(/:\w+/g, '0')}`);
    expect(await visitor.page.locator('mc-notice.forbidden').count()).toBe(1);
    const cramped = await lookAt(visitor.page, 'office', `${place.name}-forbidden`);
    expect([...cramped, ...(await visitor.barriers())]).toEqual([]);
  });
});
