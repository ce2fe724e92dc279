import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFindings } from './support/screens.ts';
import { tour, WHO } from './support/tour.ts';
import { aWorld, type World } from './support/world.ts';

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(async () => {
  await world?.close();
});

test.each(WHO)(
  'axe finds nothing on any screen of %s, light or dark, and none scrolls sideways at 320 px',
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
      },
    );
    expect(findings).toEqual([]);
  },
);
