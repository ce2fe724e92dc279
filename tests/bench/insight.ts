import { randomBytes, randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../server/config.ts';
import { startServer } from '../../server/listen.ts';
import { isiKabupaten } from '../../server/operations/kabupaten/isi.ts';
import { aturPublikasi } from '../../server/operations/publikasi.ts';
import { openDataRooms } from '../../server/operations/rooms.ts';
import { tambahBulan, tanggalPada } from '../../shared/domain/index.ts';
import { TabelSekolah } from '../../shared/protocol/index.ts';
import { aCatat } from '../support/builders.ts';
import { aPhone, type Phone } from '../support/phone.ts';
import { kepala, ukur, ukurGiliran } from './insight-ukur.ts';
import { stage } from './measure.ts';

/*
 * `npm run bench -- insight [teachers] [--years Y] [--data DIR --sandi PASSPHRASE] [--sejak YYYY-MM] [--no-public]`: a made-up
 * district in the real service. Of every request: how much processor the asker and the service in one process took, which
 * other load on the machine does not change, and how long the asker waited.
 */

const chance = {
  clock: Date.now,
  random: () => randomInt(2 ** 32) / 2 ** 32,
  randomBytes: (size: number) => new Uint8Array(randomBytes(size)),
};

type Wanted = {
  readonly guru: number;
  readonly tahun: number;
  readonly data: string | undefined;
  readonly sandi: string | undefined;
  /** First month that is published; undefined: three months ago. */
  readonly sejak: string | undefined;
  /** False: nothing is published first, which takes minutes for a large district, and no public page is measured. */
  readonly publik: boolean;
};
type Masuk = {
  readonly sandi: string;
  readonly admin: string;
  readonly pengawas: string;
  readonly guru: string;
  readonly kepala: string;
};

/** People of the made-up district by their fixed numbers. */
const ORANG = {
  ...{ admin: '197406052015011098', pengawas: '197607252015011089' },
  ...{ kepala: '196801022015012000', guru: '196801032015011000' },
};

const siapkan = async (
  dataDir: string,
  { guru, tahun, data, sandi, publik, sejak }: Wanted,
): Promise<Masuk> => {
  let frasa = sandi ?? '';
  if (data === undefined) {
    stage(`a district of ${guru} teachers, ${tahun} years`);
    const hasil = await isiKabupaten({ dataDir, guru, tahun }, chance, () => undefined);
    frasa = hasil.sandi;
    stage(
      `${hasil.entri} entries, ${hasil.baris} lines: ${Math.round(hasil.baris / hasil.detik)} lines a second`,
    );
  }
  if (!publik) return { sandi: frasa, ...ORANG };
  stage('publishing the months that are due');
  const rooms = await openDataRooms({ dataDir }, chance);
  const tigaBulan = tambahBulan(tanggalPada(Date.now(), 'Asia/Jakarta').slice(0, 7), -3);
  const pilihan = { tabel: 'pengisian,periksa,jenis,beban', nama: 'Dinas Rekaan', sejak: sejak ?? tigaBulan };
  const hasil = await ukurGiliran('publishing', () => aturPublikasi(rooms, pilihan));
  process.stdout.write(`${hasil.ok ? hasil.terbit : hasil.kalimat} tables published\n`);
  await rooms.store.close();
  return { sandi: frasa, ...ORANG };
};

const phoneDi = async (url: string, nip: string, sandi: string): Promise<Phone> => {
  const phone = await aPhone((request) => {
    const { pathname, search } = new URL(request.url);
    const headers = new Headers(request.headers);
    headers.set('sec-fetch-site', 'same-origin');
    const body = request.method === 'GET' || request.method === 'HEAD' ? null : request.body;
    const rest = body ? { body, duplex: 'half' } : {};
    return fetch(
      new Request(`${url}${pathname}${search}`, { method: request.method, headers, ...rest } as RequestInit),
    );
  });
  const response = await phone.signIn(nip, sandi);
  if (!response.ok) throw new Error(`${nip} was not signed in: ${response.status}`);
  return phone;
};

type Layanan = { readonly url: string; readonly masuk: Masuk; readonly publik: boolean };

const ukurPublik = async (url: string, acak: () => { readonly npsn: string; readonly nama: string }) => {
  const buka =
    (path: string, headers: Readonly<Record<string, string>> = {}) =>
    () =>
      fetch(`${url}${path}`, { headers });
  const gzip = { 'accept-encoding': 'gzip' };
  await ukur('first: /publik/sekolah/:npsn (P02)', 100, () => buka(`/publik/sekolah/${acak().npsn}`)());
  const bulan = tambahBulan(tanggalPada(Date.now(), 'Asia/Jakarta').slice(0, 7), -2);
  await ukur(`first: /publik?bulan=${bulan}`, 1, buka(`/publik?bulan=${bulan}`));
  await ukur('search: /publik?cari= (P02)', 200, () => buka(`/publik?cari=${acak().nama.slice(-6)}`)());
  const tabel = ['pengisian', 'periksa', 'jenis', 'beban'];
  for (const path of [
    ...['/publik', '/publik/metode', '/publik/data/skema.json', '/cek'],
    ...tabel.flatMap((satu) => [`/publik/data/${satu}.csv`, `/publik/data/${satu}.json`]),
  ]) {
    await ukur(`warm: ${path}`, 200, buka(path, gzip));
    const etag = (await buka(path, gzip)()).headers.get('etag');
    if (etag)
      await ukur(`warm: ${path}, not changed`, 200, buka(path, { ...gzip, 'if-none-match': etag }), 304);
  }
};

const ukurSemua = async ({ url, masuk, publik }: Layanan): Promise<void> => {
  const [admin, pengawas] = [
    await phoneDi(url, masuk.admin, masuk.sandi),
    await phoneDi(url, masuk.pengawas, masuk.sandi),
  ];
  const [guru, head] = [
    await phoneDi(url, masuk.guru, masuk.sandi),
    await phoneDi(url, masuk.kepala, masuk.sandi),
  ];
  kepala();
  await ukur('an empty answer: /healthz', 200, () => fetch(`${url}/healthz`));
  if (publik) await ukur('first: /publik (P01)', 1, () => fetch(`${url}/publik`));
  await ukur('first: /api/insight, admin', 1, () => admin.ask('/api/insight'));
  await ukur('first: /api/insight, pengawas', 1, () => pengawas.ask('/api/insight'));
  const baca = async () => TabelSekolah.parse(await (await admin.ask('/api/insight')).json());
  const tabel = await ukurGiliran('until every school is worked out', async () => {
    for (;;) {
      const kini = await baca();
      if (kini.belum === 0) return kini;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  });
  stage(`${tabel.list.length} schools`);
  const acak = () => tabel.list[randomInt(tabel.list.length)] ?? { shard: '', npsn: '', nama: '' };
  const etag = (await admin.ask('/api/insight')).headers.get('etag') ?? '';
  const gzip = { 'accept-encoding': 'gzip' };
  await ukur('warm: /api/insight, admin', 200, () => admin.ask('/api/insight', {}, gzip));
  const sama = { 'if-none-match': etag };
  await ukur('warm: /api/insight, admin, not changed', 200, () => admin.ask('/api/insight', {}, sama), 304);
  await ukur('warm: /api/insight, pengawas', 200, () => pengawas.ask('/api/insight', {}, gzip));
  await ukur('any: /api/insight/:shard', 200, () => admin.ask(`/api/insight/${acak().shard}`, {}, gzip));
  const hariIni = tanggalPada(Date.now(), 'Asia/Jakarta');
  const catat = async (ke: number): Promise<void> => {
    const isi = { tanggal: hariIni, uraian: `Mengajar pertemuan ke-${ke}`, rencanaAksi: null, rhk: null };
    await guru.add(aCatat(isi, 'sek:99900001'));
    await guru.sync();
  };
  let ke = 0;
  await ukur('an entry, then /api/insight, admin', 60, async () => {
    ke += 1;
    await catat(ke);
    return admin.ask('/api/insight', {}, gzip);
  });
  await ukur('first: the head’s feed (a page of /api/sync)', 1, () => head.post());
  let putaran = 0;
  while ((await head.sync()).more && putaran < 200) putaran += 1;
  await ukur('warm: the head’s feed, nothing new', 200, () => head.post());
  await ukur('an entry, then the head’s feed', 60, async () => {
    ke += 1;
    await catat(ke);
    return head.post();
  });
  if (publik) await ukurPublik(url, acak);
};

/** Puts a district into the service and prints what pages and tables take. */
export const benchInsight = async (wanted: Wanted): Promise<void> => {
  const dataDir = wanted.data ?? mkdtempSync(join(tmpdir(), 'kinerja-insight-'));
  try {
    const masuk = await siapkan(dataDir, wanted);
    const read = readConfig(
      { PORT: '0', KINERJA_DATA: dataDir, KINERJA_LOG: 'error', KINERJA_CADANGAN_TIAP: '0' },
      [],
    );
    if (!read.ok) throw new Error(read.kalimat.join(' '));
    stage('starting the service');
    const server = await ukurGiliran('starting the service', () => startServer({ config: read.config }));
    try {
      process.stdout.write(`${cpus()[0]?.model}, ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}\n`);
      await ukurSemua({ url: server.url, masuk, publik: wanted.publik });
    } finally {
      await server.close();
    }
  } finally {
    if (wanted.data === undefined) rmSync(dataDir, { recursive: true, force: true });
  }
};
