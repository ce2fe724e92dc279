import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Phone } from './support/chromium.ts';
import { axeFindings, type Screen } from './support/screens.ts';
import { tour, WHO } from './support/tour.ts';
import { aWorld, type World } from './support/world.ts';

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(async () => {
  await world?.close();
});

/** WCAG 1.4.4: text at twice its size, on the narrowest of today's phones. */
const widerWhenLarge = async (screen: Screen, { page }: Phone): Promise<string[]> => {
  await page.setViewportSize({ width: 360, height: 740 });
  const wide = await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
    const px = document.documentElement.scrollWidth - innerWidth;
    document.documentElement.style.fontSize = '';
    return px;
  });
  await page.setViewportSize({ width: 320, height: 640 });
  return wide > 0 ? [`${screen.name}: ${wide} px wider than the screen with text at twice its size`] : [];
};

test.each(WHO)(
  'axe finds nothing on any screen of %s, light or dark, and none scrolls sideways at 320 px, nor with large text',
  async (who) => {
    const findings: string[] = [];
    await tour(
      world,
      { who: [who], sizes: [{ width: 320, height: 640 }] },
      async ({ screen, phone, scheme }) => {
        for (const finding of await axeFindings(phone.page, { colours: scheme === 'dark' }))
          findings.push(`${screen.name} ${scheme}: ${finding}`);
        const wide = await phone.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (wide > 0) findings.push(`${screen.name} ${scheme}: ${wide} px wider than the screen`);
        if (scheme === 'light') findings.push(...(await widerWhenLarge(screen, phone)));
      },
    );
    expect(findings).toEqual([]);
  },
);
