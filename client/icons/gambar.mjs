// Draws the PNG icons from the SVG sources: `node client/icons/gambar.mjs`, once after a change of the mark.
import { readFileSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const here = new URL('.', import.meta.url);
const source = (name) => readFileSync(new URL(name, here), 'utf8');
const mark = readFileSync(new URL('../public/favicon.svg', here), 'utf8');
const wanted = [
  ['ikon-192.png', mark, 192],
  ['ikon-512.png', mark, 512],
  ['ikon-maskable-512.png', source('maskable.svg'), 512],
  ['ikon-monokrom-512.png', source('monokrom.svg'), 512],
  ['apple-touch-icon.png', source('maskable.svg'), 180],
];
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
const page = await browser.newPage();
for (const [name, svg, size] of wanted) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
  );
  writeFileSync(new URL(`../public/${name}`, here), await page.screenshot({ omitBackground: true }));
}
await browser.close();
