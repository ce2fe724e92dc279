// What a release must pass beside the tests: no known hole in what production installs, and a bill of its materials.
// Without the advisories (no network, or a mirror that has none) it says so and ends with 2: not checked is not clean.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const SBOM = 'dist/sbom.cdx.json';

/** The object that npm printed; null where it is none. */
const parsed = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** What `npm audit --json` said: the exit code of the release check, and the lines to show. */
export const auditVerdict = (text) => {
  const report = parsed(text);
  const counts = report?.metadata?.vulnerabilities;
  if (typeof counts?.total !== 'number')
    return {
      code: 2,
      lines: [
        `audit: not checked, the registry gave no advisories (${report?.message ?? report?.error?.summary ?? 'no answer'}).`,
        'Run this again with a network before releasing.',
      ],
    };
  if (counts.total === 0) return { code: 0, lines: ['audit: no known vulnerability in production packages'] };
  const named = Object.values(report.vulnerabilities ?? {}).map(
    ({ name, severity, range }) => `  ${severity} ${name} ${range}`,
  );
  return { code: 1, lines: [`audit: ${counts.total} vulnerable production packages`, ...named] };
};

const npm = (...args) =>
  spawnSync('npm', args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, timeout: 120_000 }).stdout ?? '';

const writeSbom = () => {
  const text = npm('sbom', '--omit=dev', '--sbom-format=cyclonedx', '--package-lock-only');
  const components = parsed(text)?.components;
  if (!Array.isArray(components)) return { code: 1, lines: ['sbom: npm sbom wrote none'] };
  mkdirSync(dirname(SBOM), { recursive: true });
  writeFileSync(SBOM, text);
  return { code: 0, lines: [`sbom: ${components.length} production packages in ${SBOM}`] };
};

if (import.meta.filename === process.argv[1]) {
  const found = [writeSbom(), auditVerdict(npm('audit', '--omit=dev', '--json'))];
  for (const { lines } of found) process.stdout.write(`${lines.join('\n')}\n`);
  process.exitCode = found.some(({ code }) => code === 1) ? 1 : Math.max(...found.map(({ code }) => code));
}
