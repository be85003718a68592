import type { Page } from 'playwright-core';

/** To another screen by the menu, and back as a browser goes back: the page itself stays what it was. */
export const lookedElsewhere = async (page: Page): Promise<void> => {
  const [before] = page.url().split('#');
  const screens = page.getByRole('navigation').getByRole('link');
  await screens.first().click();
  await page.waitForURL((url) => url.href !== before);
  await page.goBack();
};
