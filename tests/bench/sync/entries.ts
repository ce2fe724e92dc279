import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { tambahHari } from '../../../shared/domain/index.ts';
import type { Entri } from '../../../shared/records/index.ts';
import { aRandom } from '../../support/random.ts';

/** What every contestant stores: an entry as the product knows it, and when it was recorded (epoch ms). */
export type Recorded = { readonly id: string; readonly dicatat: number; readonly isi: Entri };

type Kegiatan = {
  readonly uraian: string;
  readonly satuan: string;
  readonly volume: number;
  readonly catatan: string;
  readonly rhkKode: string | null;
};

const kegiatan: readonly Kegiatan[] = JSON.parse(
  readFileSync(new URL('../../fixtures/data/kegiatan.json', import.meta.url), 'utf8'),
);

const JAM = ['07:30', '08:40', '09:50', '10:45', '12:30', '13:40', '14:30', '15:10'] as const;
const AKSI = ['AJR', 'PRK', 'MED', 'ASF', 'KOR', 'NIL', 'RMD', 'LIT'] as const;
const SAMBUNGAN = [
  'murid tuntas',
  'murid hadir',
  'murid mengumpulkan tugas',
  'kelompok sudah presentasi',
  'soal dibahas bersama',
  'halaman buku paket selesai',
] as const;
const PER_DAY = JAM.length - 1;
const HOUR = 3_600_000;

type Pick = <T>(list: readonly T[]) => T;

const uraianOf = (base: string, number: () => number, pick: Pick): string => {
  const own = base.replace(
    /\b[1-6] ?[A-Ca-c]\b/,
    () => `${1 + Math.floor(number() * 6)}${pick(['A', 'B', 'C'])}`,
  );
  const text = number() < 0.5 ? `${own}, ${2 + Math.floor(number() * 30)} ${pick(SAMBUNGAN)}` : own;
  return text.trim().replace(/\s+/g, ' ').padEnd(10, '.').slice(0, 500);
};

/** As links to a school's drive look: letters of which nothing can be guessed. */
const tautanOf = (bytes: (size: number) => Uint8Array): string =>
  `https://drive.google.com/file/d/${Buffer.from(bytes(25)).toString('base64url').slice(0, 33)}/view`;

/**
 * `count` entries of one teacher, seven a day up to yesterday, oldest first: texts of real schools' kind with classes and
 * counts varied, one in twenty with a link. The same for every contestant; ids are what an app on a peer would give.
 */
export const someEntries = (count: number, hariIni: string): Recorded[] => {
  const { number, bytes } = aRandom(count);
  const pick: Pick = (list) => list[Math.floor(number() * list.length)] as never;
  const days = Math.ceil(count / PER_DAY);
  return Array.from({ length: count }, (_, i) => {
    const tanggal = tambahHari(hariIni, Math.floor(i / PER_DAY) - days);
    const [mulai, selesai] = [JAM[i % PER_DAY] ?? '', JAM[(i % PER_DAY) + 1] ?? ''];
    const { uraian, satuan, volume, catatan, rhkKode } = pick(kegiatan);
    const isi: Entri = {
      tanggal,
      mulai,
      selesai,
      rhk: rhkKode,
      rencanaAksi: rhkKode && `${rhkKode}.${pick(AKSI)}`,
      uraian: uraianOf(uraian, number, pick),
      realisasi: Math.max(1, Math.round(volume)),
      satuan,
      catatan,
      tautan: number() < 0.05 ? [tautanOf(bytes)] : [],
      foto: [],
    };
    const dicatat = Date.parse(`${tanggal}T${selesai}:00+07:00`) + Math.floor(number() * 2 * HOUR);
    return { id: randomUUID(), dicatat, isi };
  });
};
