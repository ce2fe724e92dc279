import * as z from 'zod';
import { ATURAN_SANDI, type AturanSandi } from '../shared/protocol/index.ts';
import { bucketOf, fotoShape, fotoVariables } from './config-foto.ts';
import type { Bucket } from './files/index.ts';

/** One variable of the environment: what it means, its default, and what to write instead of a wrong value. */
type Variable = {
  readonly nama: string;
  readonly bawaan: string;
  readonly arti: string;
  readonly contoh: string;
};

/** Every variable that the service reads, in the order of docs/konfigurasi.md. */
export const variables: readonly Variable[] = [
  {
    nama: 'PORT',
    bawaan: '8787',
    arti: 'Port tempat layanan mendengarkan; 0 memilih port kosong',
    contoh: 'PORT=8787',
  },
  {
    nama: 'HOST',
    bawaan: '127.0.0.1',
    arti: 'Alamat tempat layanan mendengarkan; di belakang proksi TLS biarkan bawaan',
    contoh: 'HOST=127.0.0.1',
  },
  {
    nama: 'KINERJA_DATA',
    bawaan: 'data',
    arti: 'Folder basis data, foto, dan rahasia',
    contoh: 'KINERJA_DATA=/var/lib/kinerja',
  },
  {
    nama: 'DATABASE_URL',
    bawaan: '(kosong: SQLite di KINERJA_DATA)',
    arti: 'Alamat PostgreSQL 15 atau lebih baru, bila basis data tidak di folder data',
    contoh: 'DATABASE_URL=postgres://kinerja:SANDI@localhost/kinerja',
  },
  {
    nama: 'KINERJA_CADANGAN',
    bawaan: '(KINERJA_DATA/cadangan)',
    arti: 'Folder cadangan; sebaiknya di disk lain atau folder jaringan',
    contoh: 'KINERJA_CADANGAN=/mnt/cadangan/kinerja',
  },
  {
    nama: 'KINERJA_CADANGAN_TIAP',
    bawaan: '60',
    arti: 'Jarak antarcadangan dalam menit; 0 berarti hanya bila diminta',
    contoh: 'KINERJA_CADANGAN_TIAP=60',
  },
  ...fotoVariables,
  {
    nama: 'KINERJA_ORIGIN',
    bawaan: '(kosong)',
    arti: 'Asal publik, dipisah koma, bila di belakang proksi, dengan https (tanpa TLS aplikasi tidak dapat dipasang dan tidak ada yang dapat masuk; http hanya untuk localhost); kunci sandi terikat pada nama hostnya',
    contoh: 'KINERJA_ORIGIN=https://kinerja.sekolah.example',
  },
  {
    nama: 'KINERJA_TRUST_PROXY',
    bawaan: '0',
    arti: 'Jumlah proksi tepercaya di depan layanan, untuk membaca alamat pemakai',
    contoh: 'KINERJA_TRUST_PROXY=1',
  },
  {
    nama: 'KINERJA_PENGINGAT',
    bawaan: '(kosong)',
    arti: 'Kontak untuk layanan push (surel atau alamat web); kosong berarti tidak mengirim pengingat',
    contoh: 'KINERJA_PENGINGAT=mailto:admin@dinas.example',
  },
  {
    nama: 'KINERJA_SANDI',
    bawaan: 'nist',
    arti: 'Aturan sandi: nist (15 huruf, tanpa susunan dan ganti berkala; NIST 800-63B-4), atau bssn bila instansi membaca Peraturan BSSN 4/2021 lebih ketat (juga huruf besar, huruf kecil, angka, dan tanda; diganti tiap 180 hari)',
    contoh: 'KINERJA_SANDI=bssn',
  },
  {
    nama: 'KINERJA_PAMIT',
    bawaan: '0',
    arti: 'Detik sesudah diminta berhenti selama /readyz sudah menjawab 503 dan permintaan masih dilayani, supaya penyeimbang beban sempat mengalihkan; sedikitnya dua kali jarak pemeriksaannya',
    contoh: 'KINERJA_PAMIT=10',
  },
  {
    nama: 'KINERJA_LOG',
    bawaan: 'warn',
    arti: 'Catatan yang ditulis: silent, error, warn, info, atau debug; percobaan masuk dan penolakan ikut sejak warn',
    contoh: 'KINERJA_LOG=info',
  },
  {
    nama: 'KINERJA_METRIK',
    bawaan: '(kosong)',
    arti: 'Token untuk membaca /metrics, 20 huruf atau lebih tanpa spasi; kosong berarti /metrics tidak ada',
    contoh: 'KINERJA_METRIK=$(openssl rand -hex 24)',
  },
];

/** Values that a message must not repeat: it may end in a log. */
const RAHASIA: readonly string[] = ['KINERJA_METRIK', 'KINERJA_FOTO_KUNCI'];

/** Hosts to which browsers give a secure context without TLS: elsewhere neither the app's worker nor its cookie lives. */
const DI_SINI = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/;

/** As a browser writes it in `Origin`: lower case, without a default port; null where it is no origin alone, or lacks TLS. */
const asOrigin = (text: string): string | null => {
  if (!/^https?:\/\/[^/?#@\s]+$/i.test(text) || !URL.canParse(text)) return null;
  const { origin, protocol, hostname } = new URL(text);
  return protocol === 'https:' || DI_SINI.test(hostname) ? origin : null;
};

const origins = z
  .string()
  .transform((list) =>
    list
      .split(',')
      .map((one) => one.trim())
      .filter(Boolean)
      .map(asOrigin),
  )
  .pipe(z.array(z.string()));

const Environment = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .pipe(z.number().max(65_535))
    .default(8787),
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:_-]+$/)
    .default('127.0.0.1'),
  KINERJA_DATA: z.string().min(1).default('data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/[^\s]+$/)
    .optional(),
  KINERJA_CADANGAN: z.string().min(1).optional(),
  KINERJA_CADANGAN_TIAP: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .default(60),
  ...fotoShape,
  KINERJA_ORIGIN: origins.default([]),
  KINERJA_TRUST_PROXY: z
    .string()
    .regex(/^[0-5]$/)
    .transform(Number)
    .default(0),
  KINERJA_PENGINGAT: z
    .string()
    .max(200)
    .regex(/^(mailto:[^@\s]+@[^@\s]+|https:\/\/[^\s]+)$/)
    .optional(),
  KINERJA_SANDI: z.enum(ATURAN_SANDI).default('nist'),
  KINERJA_PAMIT: z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number)
    .default(0),
  KINERJA_LOG: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('warn'),
  KINERJA_METRIK: z
    .string()
    .regex(/^[\x21-\x7e]{20,200}$/)
    .optional(),
});

/** The service's configuration, read once at start and frozen. */
export type Config = {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  /** Where PostgreSQL keeps the data; undefined for SQLite in the data folder. */
  readonly databaseUrl: string | undefined;
  /** Folder of copies; undefined for one inside the data folder. */
  readonly cadangan: string | undefined;
  /** Minutes between two copies; 0 for none by itself. */
  readonly cadanganTiap: number;
  /** Bucket of the photos; undefined for a folder inside the data folder. */
  readonly foto: Bucket | undefined;
  /** Public origins; empty to accept the Host that was asked. */
  readonly origins: readonly string[];
  readonly trustProxy: number;
  /** Whom push services may ask (VAPID subject); undefined where nobody is reminded. */
  readonly pengingat: string | undefined;
  /** Which rules a password is made by. */
  readonly sandi: AturanSandi;
  /** Seconds between being told to stop and taking nobody in any more. */
  readonly pamit: number;
  readonly log: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  /** Token that `/metrics` asks for; undefined where nobody may ask. */
  readonly metrik: string | undefined;
  /** True: nobody is seeded, and demo people are not tolerated. */
  readonly production: boolean;
};

type Given = Readonly<Record<string, string | undefined>>;
type ReadConfig =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly kalimat: readonly string[] };

/** A sentence on a terminal, or in a log, is no place for a password. */
const withoutPassword = (value = ''): string => value.replace(/:[^:@/]*@/, ':…@');

const sentence = (nama: string, { given, port }: { given: Given; port: string | undefined }): string => {
  const known = variables.find((variable) => variable.nama === nama);
  const [name, value, example] =
    nama === 'PORT' && port !== undefined
      ? ['--port', port, '--port 8787']
      : [nama, withoutPassword(given[nama]), known?.contoh];
  if (RAHASIA.includes(nama))
    return `${name} tidak dapat dipakai. ${known?.arti}. Tulis misalnya ${example}.`;
  return `${name} berisi “${value}”, yang tidak dapat dipakai. ${known?.arti}. Tulis misalnya ${example}.`;
};

type Options = { port?: string; isProduction: boolean; readonly unknown: string[] };

/** `--production`, `--port 9000` or `--port=9000`; a misspelt `--production` would seed a demo school in silence. */
const readOptions = (argv: readonly string[]): Options => {
  const options: Options = { isProduction: false, unknown: [] };
  for (let i = 0; i < argv.length; i += 1) {
    const word = argv[i] ?? '';
    if (word === '--production') options.isProduction = true;
    else if (word.startsWith('--port=')) options.port = word.slice('--port='.length);
    else if (word === '--port') {
      i += 1;
      options.port = argv[i] ?? '';
    } else options.unknown.push(word);
  }
  return options;
};

const unknownOption = (word: string): string =>
  `Pilihan ${word} tidak dikenal. Yang ada: --production dan --port, misalnya --port 9000.`;

/**
 * Reads the environment and the options `--production` and `--port` (which wins over `PORT`). An empty variable counts as
 * absent. Each wrong value comes back as a sentence that says what it holds and what to write instead.
 */
export const readConfig = (env: Given, argv: readonly string[] = []): ReadConfig => {
  const given: Given = Object.fromEntries(
    variables.flatMap(({ nama }) => (env[nama] ? [[nama, env[nama]]] : [])),
  );
  const { port, isProduction, unknown } = readOptions(argv);
  const parsed = Environment.safeParse(port === undefined ? given : { ...given, PORT: port });
  const faults = parsed.error?.issues.map(({ path }) => String(path[0])) ?? [];
  const kalimat = [
    ...[...new Set(faults)].map((nama) => sentence(nama, { given, port })),
    ...unknown.map(unknownOption),
  ];
  if (!parsed.success || kalimat.length > 0) return { ok: false, kalimat };
  const foto = bucketOf(parsed.data);
  if (foto === 'kunci') return { ok: false, kalimat: [sentence('KINERJA_FOTO_KUNCI', { given, port })] };
  const { PORT, HOST, KINERJA_DATA, KINERJA_ORIGIN, KINERJA_TRUST_PROXY, KINERJA_SANDI, KINERJA_LOG } =
    parsed.data;
  const {
    KINERJA_CADANGAN: cadangan,
    KINERJA_CADANGAN_TIAP: cadanganTiap,
    KINERJA_METRIK: metrik,
    KINERJA_PAMIT: pamit,
  } = parsed.data;
  const { KINERJA_PENGINGAT: pengingat, DATABASE_URL: databaseUrl } = parsed.data;
  const config: Config = {
    port: PORT,
    host: HOST,
    dataDir: KINERJA_DATA,
    databaseUrl,
    cadangan,
    cadanganTiap,
    foto,
    origins: Object.freeze(KINERJA_ORIGIN),
    trustProxy: KINERJA_TRUST_PROXY,
    pengingat,
    sandi: KINERJA_SANDI,
    pamit,
    log: KINERJA_LOG,
    metrik,
    production: isProduction,
  };
  return { ok: true, config: Object.freeze(config) };
};

/** The table of docs/konfigurasi.md. */
export const describeConfig = (): string =>
  [
    '| Variabel | Bawaan | Arti |',
    '|---|---|---|',
    ...variables.map(({ nama, bawaan, arti }) => `| \`${nama}\` | \`${bawaan}\` | ${arti} |`),
  ].join('\n');
