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
import { stage } from './measure.ts';

/*
 * `npm run bench -- insight [teachers] [--years Y] [--data DIR --sandi PASSPHRASE] [--no-public]`: a made-up district in the real
 * service. Of every request: how long the asker in the same process waited (loopback, its own work included), and how much
 * processor both together took, which other load on the machine does not change.
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
  /** False: nothing is published first, which takes minutes for a large district, and no public page is measured. */
  readonly publik: boolean;
};
type Masuk = {
  readonly sandi: string;
  readonly admin: string;
  readonly pengawas: string;
  readonly guru: string;
};

/** People of the made-up district by their fixed numbers. */
const ORANG = { admin: '197406052015011098', pengawas: '197607252015011089', guru: '196801032015011000' };

const siapkan = async (dataDir: string, { guru, tahun, data, sandi, publik }: Wanted): Promise<Masuk> => {
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
  const sejak = tambahBulan(tanggalPada(Date.now(), 'Asia/Jakarta').slice(0, 7), -2);
  await aturPublikasi(rooms, { tabel: 'pengisian,periksa,jenis', nama: 'Dinas Rekaan', sejak });
  await rooms.store.close();
  return { sandi: frasa, ...ORANG };
};

const persentil = (list: readonly number[], p: number): number =>
  [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * p))] ?? Number.NaN;
const ms = (nilai: number): string => `${nilai.toFixed(1)} ms`.padStart(10);

type Tanya = () => Promise<Response>;

const ukur = async (nama: string, kali: number, tanya: Tanya, mau = 200): Promise<void> => {
  const [waktu, kerja]: [number[], number[]] = [[], []];
  let bytes = 0;
  for (let i = 0; i < kali; i += 1) {
    const [mulai, cpu] = [performance.now(), process.cpuUsage()];
    const response = await tanya();
    bytes = (await response.arrayBuffer()).byteLength;
    waktu.push(performance.now() - mulai);
    const { user, system } = process.cpuUsage(cpu);
    kerja.push((user + system) / 1000);
    if (response.status !== mau) throw new Error(`${nama}: ${response.status}`);
  }
  process.stdout.write(
    `${nama.padEnd(46)} waited p50${ms(persentil(waktu, 0.5))} p99${ms(persentil(waktu, 0.99))}   processor p50${ms(persentil(kerja, 0.5))} p99${ms(persentil(kerja, 0.99))}   ${bytes} B\n`,
  );
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
    const server = await startServer({ config: read.config });
    const buka =
      (path: string, headers: Readonly<Record<string, string>> = {}): Tanya =>
      () =>
        fetch(`${server.url}${path}`, { headers });
    try {
      process.stdout.write(`${cpus()[0]?.model}, ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}\n`);
      const admin = await phoneDi(server.url, masuk.admin, masuk.sandi);
      const pengawas = await phoneDi(server.url, masuk.pengawas, masuk.sandi);
      const guru = await phoneDi(server.url, masuk.guru, masuk.sandi);
      if (wanted.publik) await ukur('first: /publik', 1, buka('/publik'));
      await ukur('first: /api/insight, admin', 1, () => admin.ask('/api/insight'));
      stage('until every school is worked out');
      let tabel = TabelSekolah.parse(await (await admin.ask('/api/insight')).json());
      while (tabel.belum > 0) {
        await new Promise((resolve) => setTimeout(resolve, 200));
        tabel = TabelSekolah.parse(await (await admin.ask('/api/insight')).json());
      }
      stage(`${tabel.list.length} schools`);
      const acak = () => tabel.list[randomInt(tabel.list.length)];
      const etag = (await admin.ask('/api/insight')).headers.get('etag') ?? '';
      await ukur('warm: /api/insight, admin', 200, () => admin.ask('/api/insight'));
      await ukur('warm: /api/insight, admin, gzip', 200, () =>
        admin.ask('/api/insight', {}, { 'accept-encoding': 'gzip' }),
      );
      await ukur(
        'warm: /api/insight, admin, not changed',
        200,
        () => admin.ask('/api/insight', {}, { 'if-none-match': etag }),
        304,
      );
      await ukur('warm: /api/insight, pengawas', 200, () => pengawas.ask('/api/insight'));
      await ukur('any: /api/insight/:shard', 200, () => admin.ask(`/api/insight/${acak()?.shard}`));
      let ke = 0;
      await ukur('after an entry somewhere: /api/insight, admin', 60, async () => {
        ke += 1;
        const hariIni = tanggalPada(Date.now(), 'Asia/Jakarta');
        const isi = { tanggal: hariIni, uraian: `Mengajar pertemuan ke-${ke}`, rencanaAksi: null, rhk: null };
        await guru.add(aCatat(isi, 'sek:99900001'));
        await guru.sync();
        return admin.ask('/api/insight');
      });
      if (!wanted.publik) return;
      const etagPublik = (await buka('/publik')()).headers.get('etag') ?? '';
      await ukur('warm: /publik', 200, buka('/publik'));
      await ukur('warm: /publik, not changed', 200, buka('/publik', { 'if-none-match': etagPublik }), 304);
      await ukur('any: /publik/sekolah/:npsn', 200, () => buka(`/publik/sekolah/${acak()?.npsn}`)());
      await ukur('search: /publik?cari=', 200, () => buka(`/publik?cari=${acak()?.nama.slice(-6)}`)());
      await ukur('warm: /publik/data/pengisian.csv', 200, buka('/publik/data/pengisian.csv'));
    } finally {
      await server.close();
    }
  } finally {
    if (wanted.data === undefined) rmSync(dataDir, { recursive: true, force: true });
  }
};
