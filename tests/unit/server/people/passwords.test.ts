import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  createPasswords,
  generatePassphrase,
  isLeaked,
  leakedCount,
  passwordFault,
  passwordHolds,
} from '../../../../server/people/index.ts';
import { KATA } from '../../../../server/people/kata.ts';
import { aRandom } from '../../../support/random.ts';

const PEPPER = new Uint8Array(32).fill(7);
/** Cheap, so that the tests look at behaviour; the real cost has a test of its own. */
const cheap = { memoryCost: 64, timeCost: 1 };
const SANDI = 'sawah-kapal-lima-merpati-47';

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0;

describe('passwords', () => {
  test('are argon2id at 64 MiB and three passes, salted, and match again', async () => {
    const passwords = createPasswords(PEPPER);
    const stored = await passwords.hash(SANDI);
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
    expect(await passwords.verify(stored, SANDI)).toEqual({ ok: true, matches: true });
    expect(await passwords.hash(SANDI)).not.toBe(stored);
  });

  test.each([
    ['one letter more', `${SANDI}a`],
    ['another case', SANDI.toUpperCase()],
    ['a space behind', `${SANDI} `],
    ['nothing', ''],
    ['a NUL behind', `${SANDI}\0`],
  ])('%s does not match', async (_, typed) => {
    const passwords = createPasswords(PEPPER, cheap);
    expect(await passwords.verify(await passwords.hash(SANDI), typed)).toEqual({ ok: true, matches: false });
  });

  test.each([
    ['NFC', 'NFD'],
    ['NFD', 'NFC'],
  ])(
    'the same letters match however the keyboard composes them: set in %s, typed in %s',
    async (set, typed) => {
      const passwords = createPasswords(PEPPER, cheap);
      const stored = await passwords.hash('café di tepi sawah'.normalize(set));
      expect(await passwords.verify(stored, 'café di tepi sawah'.normalize(typed))).toEqual({
        ok: true,
        matches: true,
      });
    },
  );

  test('a stolen database is worth nothing without the pepper', async () => {
    const stored = await createPasswords(PEPPER, cheap).hash(SANDI);
    const others = createPasswords(new Uint8Array(32).fill(8), cheap);
    expect(await others.verify(stored, SANDI)).toEqual({ ok: true, matches: false });
  });

  test('an account that does not exist never matches, and says so no sooner than one that does', async () => {
    const passwords = createPasswords(PEPPER, { memoryCost: 8192, timeCost: 2 });
    const stored = await passwords.hash(SANDI);
    const timed = async (against: string | null): Promise<number> => {
      const start = performance.now();
      expect(await passwords.verify(against, 'salah-salah-salah-11')).toEqual({ ok: true, matches: false });
      return performance.now() - start;
    };
    const [unknown, known]: [number[], number[]] = [[], []];
    for (let i = 0; i < 21; i += 1) {
      unknown.push(await timed(null));
      known.push(await timed(stored));
    }
    expect(median(unknown) / median(known)).toBeGreaterThan(0.5);
    expect(median(unknown) / median(known)).toBeLessThan(2);
  });

  test('129 letters and more are not hashed at all', async () => {
    const passwords = createPasswords(PEPPER);
    // Hashed, all but seventeen of them would be told to come later.
    const all = Array.from({ length: 40 }, () => passwords.verify(null, 'a'.repeat(129)));
    expect(await Promise.all(all)).toEqual(all.map(() => ({ ok: true, matches: false })));
  });

  test('one is hashed at a time, sixteen wait, and whoever comes then is told to come later', async () => {
    const passwords = createPasswords(PEPPER, cheap);
    const stored = await passwords.hash(SANDI);
    const answers = await Promise.all(Array.from({ length: 40 }, () => passwords.verify(stored, SANDI)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(17);
    expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, code: 'server_sibuk' });
    expect(await passwords.verify(stored, SANDI)).toEqual({ ok: true, matches: true });
  });

  test('a stored hash that is damaged fails its own request and no other', async () => {
    const passwords = createPasswords(PEPPER, cheap);
    const stored = await passwords.hash(SANDI);
    await expect(passwords.verify('$argon2id$rusak', SANDI)).rejects.toThrow();
    expect(await passwords.verify(stored, SANDI)).toEqual({ ok: true, matches: true });
  });
});

const LONG = 'merpatilimakapalsawahtebu'.repeat(6);
const EMOJI = [...'🌾🐓🐟🌴🌋🚲🥥🍚🌊🐘🎏🪁🥭🦜🐢'];

describe('what a person may choose', () => {
  test.each([
    ['14 letters', LONG.slice(0, 14), 'sandi_pendek'],
    ['15 letters', LONG.slice(0, 15), null],
    ['15 emoji', EMOJI.slice(0, 15).join(''), null],
    ['14 emoji, which are 28 units', EMOJI.slice(0, 14).join(''), 'sandi_pendek'],
    ['15 letters of which one is composed', `${LONG.slice(0, 13)}e\u0301`, 'sandi_pendek'],
    ['128 letters', LONG.slice(0, 128), null],
    ['129 letters', LONG.slice(0, 129), 'sandi_panjang'],
    ['one that leaked', '23176djivanfros', 'sandi_bocor'],
    ['one that leaked, in other capitals', '23176DjIvanFros', 'sandi_bocor'],
    ['one that leaked and a letter more', '23176djivanfrosz', null],
    ['one letter', 'a'.repeat(15), 'sandi_mudah'],
    ['one emoji', '🌾'.repeat(15), 'sandi_mudah'],
    ['spaces', ' '.repeat(15), 'sandi_mudah'],
    ['a row of the keyboard', 'qwertyuiop12345', 'sandi_mudah'],
    ['piety and patriotism', 'Bismillah Merdeka 1945!', 'sandi_mudah'],
  ])('%s', (_, password, fault) => {
    expect(passwordFault(password)).toBe(fault);
  });
});

describe('the stricter reading of BSSN 4/2021, where an instansi turns it on', () => {
  test.each([
    ['sawah-kapal-lima-merpati-47', 'sandi_campuran'],
    ['Sawah-kapal-lima-merpati', 'sandi_campuran'],
    ['Sawahkapallimamerpati47', 'sandi_campuran'],
    ['SAWAH-KAPAL-LIMA-MERPATI-47', 'sandi_campuran'],
    ['Sawah kapal lima merpati 47', 'sandi_campuran'],
    ['Sawah-kapal-lima-merpati-47', null],
    ['Sawah-kapal-47', 'sandi_pendek'],
  ] as const)('%s', (password, fault) => {
    expect(passwordFault(password, [], 'bssn')).toBe(fault);
  });

  test('only ever refuses more: what NIST refuses, it refuses for the same reason', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 140 }), (password) => {
        const fault = passwordFault(password);
        if (fault) expect(passwordFault(password, [], 'bssn')).toBe(fault);
      }),
    );
  });

  test('a password holds 180 days under it, and for good without', () => {
    expect(passwordHolds('bssn', 0)).toBe(180 * 86_400_000);
    expect(passwordHolds('nist', 0)).toBeNull();
  });
});

test('nothing that is known of a person makes a password, in whatever order and writing', () => {
  const context = ['198703122011012004', 'Sri Wahyuni', 'Guru Kelas', 'SD Negeri 2 Rawawening', '69593332'];
  const parts = context.flatMap((one) => [one, ...one.split(' ')]);
  const known = fc
    .array(fc.constantFrom(...parts, 'guru', '123', 'merdeka'), { minLength: 2, maxLength: 6 })
    .map((words) => words.join('-').toUpperCase().padEnd(15, '1'));
  fc.assert(
    fc.property(known, (password) => {
      expect(passwordFault(password, context)).not.toBeNull();
    }),
    {
      numRuns: 300,
    },
  );
  for (const password of [
    '198703122011012', // part of her NIP
    '19870312sriwahyuni',
    'wahyuni12031987',
    'sriwahyuni120387',
    'abcdefghijklmno',
    '987654321987654',
    '1q2w3e4r5t6y7u8i',
    'poiuytrewqlkjhg',
    'inuyhaW-irS-uruG',
  ])
    expect([password, passwordFault(password, context)]).toEqual([password, 'sandi_mudah']);
  expect(passwordFault('sawah-kapal-lima-merpati-47', context)).toBeNull();
});

describe('passphrases', () => {
  test('come from at least 512 different plain words', () => {
    expect(new Set(KATA).size).toBe(KATA.length);
    expect(KATA.length).toBeGreaterThanOrEqual(512);
    expect(KATA.filter((word) => !/^[a-z]{3,8}$/.test(word))).toEqual([]);
  });

  test('are four words and two digits, and pass our own rule', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const phrase = generatePassphrase(aRandom(seed).number);
        const [a, b, c, d, digits] = phrase.split('-');
        expect([a, b, c, d].every((word) => KATA.includes(word ?? ''))).toBe(true);
        expect(digits).toMatch(/^[1-9]\d$/);
        expect(passwordFault(phrase)).toBeNull();
      }),
    );
  });

  test.each([0, 1 - 2 ** -32])('the ends of chance (%d) give a phrase too', (number) => {
    expect(generatePassphrase(() => number)).toMatch(/^([a-z]+-){4}\d{2}$/);
  });

  test('every word comes about as often as the others', () => {
    const { number } = aRandom(5);
    const counts = new Map<string, number>();
    const rounds = KATA.length * 50;
    for (let i = 0; i < rounds; i += 1)
      for (const word of generatePassphrase(number).split('-').slice(0, 4))
        counts.set(word, (counts.get(word) ?? 0) + 1);
    expect(counts.size).toBe(KATA.length);
    expect(Math.min(...counts.values())).toBeGreaterThan(120);
    expect(Math.max(...counts.values())).toBeLessThan(290);
  });
});

test('thousands of leaked passwords that are long enough to be chosen are known, and passphrases are none of them', () => {
  expect(leakedCount()).toBeGreaterThanOrEqual(3000);
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      expect(isLeaked(generatePassphrase(aRandom(seed).number))).toBe(false);
    }),
    { numRuns: 50 },
  );
});
