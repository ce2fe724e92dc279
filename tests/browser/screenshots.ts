import { mkdirSync, rmSync } from 'node:fs';
import { LAPTOP, PHONE } from './support/chromium.ts';
import { axeFindings } from './support/screens.ts';
import { tour } from './support/tour.ts';
import { aWorld } from './support/world.ts';

// `npm run screenshots`: every screen at 360x740 and 1280x800, light and dark, into screenshots/; axe looks at each.
const FOLDER = 'screenshots';
rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER);

const world = await aWorld();
let found = 0;
try {
  await tour(world, { sizes: [PHONE, LAPTOP] }, async ({ screen, phone, size, scheme }) => {
    await phone.page.screenshot({
      path: `${FOLDER}/${screen.name}-${size.width}-${scheme === 'light' ? 'terang' : 'gelap'}.png`,
    });
    const findings = await axeFindings(phone.page);
    found += findings.length;
    for (const finding of findings)
      process.stdout.write(`${screen.name} ${size.width} ${scheme}: ${finding}\n`);
  });
} finally {
  await world.close();
}
process.stdout.write(`axe findings: ${found}\n`);
process.exit(found === 0 ? 0 : 1);
