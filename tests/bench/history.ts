import { tambahHari } from '../../shared/domain/index.ts';
import type { CommandContent } from '../../shared/protocol/index.ts';
import { hariIni, kini } from '../browser/support/waktu.ts';
import type { Warga, World } from '../browser/support/world.ts';
import { aKeyPair, Phone } from '../support/phone.ts';

const SHARD = 'sek:69593332';
const BATCH = 250;
const PER_DAY = 7;
const SPARE = 250;

const entri = (i: number): CommandContent => {
  const hour = 7 + (i % PER_DAY);
  const jam = (minutes: string): string => `${String(hour).padStart(2, '0')}:${minutes}`;
  const body = {
    tanggal: tambahHari(hariIni, -Math.floor(i / PER_DAY)),
    mulai: jam('00'),
    selesai: jam('45'),
    rhk: null,
    rencanaAksi: null,
    uraian: `Mengajar kelas ${(i % 6) + 1}, pertemuan ke-${i}, dilanjutkan memeriksa pekerjaan murid`,
    realisasi: 1 + (i % 3),
    satuan: 'JP',
    catatan: i % 5 === 0 ? 'sinyal hilang, diisi malam' : '',
    tautan: [],
    foto: [],
  };
  return { kind: 'entri.catat', version: 1, shard: SHARD, record: null, base: null, at: kini(), body };
};

/**
 * Gives a teacher a history of `count` entries, about seven a day, through the front door: signed sync requests.
 * The demo's locked month takes none, so a few more are sent than asked for.
 */
export const layHistory = async (world: World, guru: Warga, count: number): Promise<void> => {
  const phone = new Phone((request) => fetch(request), await aKeyPair(), world.url);
  const signedIn = await phone.signIn(guru.nip, guru.sandi);
  if (!signedIn.ok) throw new Error(`sign-in answered ${signedIn.status}`);
  for (let from = 1; from <= count + SPARE; from += BATCH) {
    for (let i = from; i < Math.min(count + SPARE + 1, from + BATCH); i += 1) await phone.add(entri(i));
    await phone.syncAll();
  }
  const refused = [...phone.verdicts.values()].filter(
    (verdict) => verdict.r !== 'ok' && !(verdict.r === 'no' && verdict.code === 'bulan_terkunci'),
  );
  if (refused.length > 0)
    throw new Error(`${refused.length} entries were not taken: ${JSON.stringify(refused[0])}`);
};
