// Some registry mirrors lack the binaries for other platforms. A lock file written there misses them, and `npm ci`
// refuses it. This adds them by the names and versions that the locked packages ask for. Run it after `npm install`.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SYSTEMS = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const PROCESSORS = ['arm', 'arm64', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'x64'];

const libcOf = (parts, system) => {
  if (system !== 'linux') return undefined;
  if (parts.some((part) => part.startsWith('musl'))) return ['musl'];
  return parts.some((part) => part.startsWith('gnu')) ? ['glibc'] : undefined;
};

/** Lock entry of a package for one platform, read from its name; undefined where the name tells none. */
const entryOf = (name, version, parent) => {
  const parts = name.split('/').at(-1).split('-');
  const system = parts.find((part) => SYSTEMS.includes(part));
  const processor = parts.find((part) => PROCESSORS.includes(part));
  if (!system || !processor) return undefined;
  const { dev, license, engines } = parent;
  return {
    version,
    cpu: [processor],
    dev,
    libc: libcOf(parts, system),
    license,
    optional: true,
    os: [system],
    engines,
  };
};

/** The packages of a lock file together with the binaries that it misses. */
export const completed = (packages) => {
  const all = { ...packages };
  for (const [place, parent] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
      const known = all[`${place}/node_modules/${name}`] ?? all[`node_modules/${name}`];
      const entry = known || !/^\d/.test(version) ? undefined : entryOf(name, version, parent);
      if (entry) all[`node_modules/${name}`] = entry;
    }
  }
  const { '': root, ...rest } = all;
  return {
    '': root,
    ...Object.fromEntries(Object.entries(rest).sort(([a], [b]) => a.localeCompare(b, 'en'))),
  };
};

if (import.meta.filename === process.argv[1]) {
  const path = join(process.argv[2] ?? '.', 'package-lock.json');
  const lock = JSON.parse(readFileSync(path, 'utf8'));
  const packages = completed(lock.packages);
  writeFileSync(path, `${JSON.stringify({ ...lock, packages }, null, 2)}\n`);
  const added = Object.keys(packages).length - Object.keys(lock.packages).length;
  process.stdout.write(`package-lock.json: ${added} binaries for other platforms added\n`);
}
