import { setImmediate as giliran } from 'node:timers/promises';
import {
  JENIS_KEPALA,
  type Susunan,
  type TemuanSusunan,
  temuanSusunan,
  tugasBerlaku,
} from '../../../shared/domain/index.ts';
import type { Pegawai } from '../../../shared/records/index.ts';
import type { Store } from '../../store/index.ts';
import { bacaUnit, hariPusat, type TugasOrang, tugasUnit, type UnitDibaca } from './unit.ts';

/** A person with everything that the instansi knows of her, wherever it is written. */
export type OrangLengkap = {
  readonly id: string;
  readonly isi: Pegawai;
  /** Where she works, or last did. */
  readonly unit: UnitDibaca;
  readonly keadaan: 'aktif' | 'pensiun' | 'nonaktif' | 'akanMasuk';
  readonly kepala: boolean;
  readonly penilai: NonNullable<Pegawai['penilai']> | null;
  /** Her assignments in every unit, the earliest first. */
  readonly tugas: readonly TugasOrang[];
};

/** The whole organisation on a day. */
export type Gambar = {
  readonly hari: string;
  readonly unit: ReadonlyMap<string, UnitDibaca>;
  readonly orang: ReadonlyMap<string, OrangLengkap>;
  /** Assignments that head a unit, past and future ones too. */
  readonly kepala: readonly TugasOrang[];
  readonly temuan: readonly TemuanSusunan[];
};

const tetap = ({ jenis }: TugasOrang): boolean => jenis === 'induk' || jenis === 'kepala';

/** Where a person belongs: at a school before a wilayah, heading before working, in force before to come before over. */
const tempat = (
  tugas: readonly TugasOrang[],
  unit: ReadonlyMap<string, UnitDibaca>,
  hari: string,
): TugasOrang | null => {
  const nilai = (satu: TugasOrang): number =>
    (tugasBerlaku(satu, hari) ? 100 : satu.mulai > hari ? 50 : 0) +
    (unit.get(satu.unit)?.wilayah ? 0 : 10) +
    (satu.jenis === 'kepala' ? 1 : 0);
  const urut = [...tugas.filter(tetap)].sort(
    (a, b) => nilai(b) - nilai(a) || ((a.akhir ?? '') < (b.akhir ?? '') ? 1 : -1),
  );
  return urut[0] ?? null;
};

const keadaanDari = (satu: TugasOrang, hari: string): OrangLengkap['keadaan'] => {
  if (tugasBerlaku(satu, hari)) return 'aktif';
  if (satu.mulai > hari) return 'akanMasuk';
  return satu.sebab === 'pensiun' ? 'pensiun' : 'nonaktif';
};

type Rekam = { readonly unit: UnitDibaca; readonly isi: Pegawai };

const satukan = (
  id: string,
  tugas: readonly TugasOrang[],
  rekam: readonly Rekam[],
  { unit, hari }: Pick<Gambar, 'unit' | 'hari'>,
): OrangLengkap | null => {
  const utama = tempat(tugas, unit, hari);
  const di = utama ? rekam.find((satu) => satu.unit.shard === utama.unit) : undefined;
  const dipakai = di ?? rekam.find((satu) => !satu.unit.wilayah) ?? rekam[0];
  if (!dipakai || !utama) return null;
  return {
    ...{ id, isi: dipakai.isi, unit: unit.get(utama.unit) ?? dipakai.unit },
    keadaan: keadaanDari(utama, hari),
    kepala: tugas.some((satu) => JENIS_KEPALA.includes(satu.jenis) && tugasBerlaku(satu, hari)),
    // A head is rated in his wilayah: there it says by whom, where his school does not.
    penilai: dipakai.isi.penilai ?? rekam.find((satu) => satu.isi.penilai !== null)?.isi.penilai ?? null,
    tugas: [...tugas].sort((a, b) => (a.mulai < b.mulai ? -1 : 1)),
  };
};

const lukis = (units: readonly UnitDibaca[], now: number): Gambar => {
  const hari = hariPusat(now);
  const unit = new Map(units.map((satu) => [satu.shard, satu]));
  const tugas = new Map<string, TugasOrang[]>();
  const rekam = new Map<string, Rekam[]>();
  const kepala: TugasOrang[] = [];
  for (const satu of units) {
    for (const { owner, content } of satu.pegawai)
      rekam.set(owner, [...(rekam.get(owner) ?? []), { unit: satu, isi: content }]);
    for (const lain of tugasUnit(satu, now)) {
      tugas.set(lain.orang, [...(tugas.get(lain.orang) ?? []), lain]);
      if (JENIS_KEPALA.includes(lain.jenis)) kepala.push(lain);
    }
  }
  const orang = new Map<string, OrangLengkap>();
  for (const [id, miliknya] of tugas) {
    const satu = satukan(id, miliknya, rekam.get(id) ?? [], { unit, hari });
    if (satu) orang.set(id, satu);
  }
  return { hari, unit, orang, kepala, temuan: temuanSusunan(susunanDari({ unit, orang, kepala }), hari) };
};

const susunanDari = ({ unit, orang, kepala }: Pick<Gambar, 'unit' | 'orang' | 'kepala'>): Susunan => ({
  unit: [...unit.values()].map(({ shard, wilayah }) => ({ id: shard, wilayah })),
  orang: [...orang.values()]
    .filter(({ keadaan }) => keadaan === 'aktif')
    .map(({ id, unit: { shard }, penilai }) => ({ id, unit: shard, penilai: penilai?.id ?? null })),
  kepala,
});

/** Units read at a time: between them others get their turn. */
const SEKALI = 20;

/**
 * Keeps the organisation as it was read last. A unit is read again when its ledger has grown: whatever changes people,
 * assignments or rights while the service runs writes a line there.
 */
export const createGambar = ({ store, clock }: { readonly store: Store; readonly clock: () => number }) => {
  const dibaca = new Map<string, { readonly n: number; readonly unit: UnitDibaca }>();
  let terakhir: Gambar | null = null;

  const segarkan = async (): Promise<boolean> => {
    const shards = await store.read((tx) => tx.shards());
    let berubah = false;
    for (let at = 0; at < shards.length; at += SEKALI) {
      const baru = await store.read(async (tx) => {
        let banyak = 0;
        for (const shard of shards.slice(at, at + SEKALI)) {
          const { n } = await tx.chainHead(shard);
          if (dibaca.get(shard)?.n === n) continue;
          dibaca.set(shard, { n, unit: await bacaUnit(tx, shard) });
          banyak += 1;
        }
        return banyak;
      });
      berubah ||= baru > 0;
      if (baru > 0) await giliran();
    }
    return berubah;
  };

  return async (): Promise<Gambar> => {
    const now = clock();
    const berubah = await segarkan();
    if (!berubah && terakhir?.hari === hariPusat(now)) return terakhir;
    terakhir = lukis(
      [...dibaca.values()].map(({ unit }) => unit),
      now,
    );
    return terakhir;
  };
};
