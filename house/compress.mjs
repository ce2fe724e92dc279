// Puts a brotli and a gzip copy beside every built text file, so that the server never compresses while it answers.
// The page itself comes last: its copy says that the build before it is whole.
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const DIST = process.argv[2] ?? 'dist/client';
const TEXT = new Set(['.html', '.js', '.css', '.svg', '.json', '.webmanifest', '.txt']);
const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;

const brotli = (bytes) =>
  brotliCompressSync(bytes, {
    params: { [BROTLI_PARAM_QUALITY]: 11, [BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });

const files = readdirSync(DIST, { recursive: true })
  .map((name) => join(DIST, name))
  .filter((path) => TEXT.has(extname(path)) && statSync(path).isFile())
  .sort((a, b) => Number(a.endsWith('index.html')) - Number(b.endsWith('index.html')));

for (const path of files) {
  const bytes = readFileSync(path);
  for (const [ending, packed] of [
    ['.gz', gzipSync(bytes, { level: 9 })],
    ['.br', brotli(bytes)],
  ]) {
    // A copy that saves nothing would only cost a look-up; the page's copy is also the mark of a whole build.
    if (packed.length < bytes.length || path.endsWith('index.html')) writeFileSync(path + ending, packed);
    else rmSync(path + ending, { force: true });
  }
}
