// Draws the PNG icons from the SVG sources: `node client/icons/gambar.mjs`, once after a change of the mark.
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { encodePng } from './png.mjs';

const here = new URL('.', import.meta.url);
const source = (name) => readFileSync(new URL(name, here), 'utf8');
const mark = source('tanda.svg');
const sheet = /<g id="lembar">[\s\S]*<\/g>/.exec(mark)[0];
const sprite = source('../public/ikon.svg');

const svg = (inside) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">${inside}</svg>`;
/** The mark on a ground without corners; launchers cut a maskable one to a circle of 80 %. */
const full = (scale) =>
  svg(
    `<rect width="64" height="64" fill="#0b5a8c"/><g transform="translate(32 32) scale(${scale}) translate(-32 -32)">${sheet}</g>`,
  );
/** A symbol of the sprite in white on a blue disc: what a launcher shows beside a shortcut. */
const shortcut = (name) => {
  const [, drawing] = new RegExp(`id="${name}" viewBox="0 0 24 24">(.*?)</symbol>`).exec(sprite);
  return svg(
    `<circle cx="32" cy="32" r="32" fill="#0b5a8c"/><g transform="translate(16 16) scale(1.3333)" fill="none" stroke="#fff" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${drawing}</g>`,
  );
};

const wanted = [
  ['ikon-192.png', mark, 192],
  ['ikon-512.png', mark, 512],
  ['ikon-maskable-512.png', full(0.9), 512],
  ['ikon-monokrom-512.png', source('monokrom.svg'), 512],
  ['apple-touch-icon.png', full(1.05), 180],
  ['pintasan-catat.png', shortcut('camera'), 96],
  ['pintasan-antrean.png', shortcut('cloud-upload'), 96],
  ['pintasan-skp.png', shortcut('target'), 96],
];

/** Runs in the browser: the drawing as bytes of red, green, blue, opacity. */
const pixels = async ({ drawing, size }) => {
  const image = new Image(size, size);
  image.src = `data:image/svg+xml,${encodeURIComponent(drawing.replace('<svg ', `<svg width="${size}" height="${size}" `))}`;
  await image.decode();
  const canvas = new OffscreenCanvas(size, size).getContext('2d');
  canvas.drawImage(image, 0, 0, size, size);
  return [...canvas.getImageData(0, 0, size, size).data];
};

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
const page = await browser.newPage();
for (const [name, drawing, size] of wanted) {
  const rgba = Buffer.from(await page.evaluate(pixels, { drawing, size }));
  writeFileSync(new URL(`../public/${name}`, here), encodePng(rgba, size));
}
await browser.close();
copyFileSync(new URL('tanda.svg', here), new URL('../public/favicon.svg', here));
