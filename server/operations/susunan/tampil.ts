import { JENIS_KEPALA, namaLengkap, type TemuanSusunan, tugasBerlaku } from '../../../shared/domain/index.ts';
import {
  type BarisPegawai,
  type HalamanPegawai,
  PEGAWAI_SEHALAMAN,
  SARINGAN_PEGAWAI,
  type SaringanPegawai,
  type SatuPegawai,
  type TemuanTampil,
  type TugasTampil,
  type UnitPegawai,
} from '../../../shared/protocol/index.ts';
import type { Gambar, OrangLengkap } from './gambar.ts';
import { calonPenilai } from './tindakan.ts';
import { dapatBatal } from './tugas.ts';
import type { TugasOrang, UnitDibaca } from './unit.ts';

/* The organisation as the admin's screens show it. */

const unitTampil = ({ shard, npsn, nama }: UnitDibaca): UnitPegawai => ({ shard, npsn, nama });

const unitDari = ({ unit }: Gambar, shard: string | null): UnitPegawai | null => {
  const satu = shard === null ? undefined : unit.get(shard);
  return satu ? unitTampil(satu) : null;
};

const masaDari = (tugas: TugasOrang, hari: string): TugasTampil['masa'] =>
  tugasBerlaku(tugas, hari) ? 'kini' : tugas.mulai > hari ? 'nanti' : 'lalu';

const tugasTampil = (gambar: Gambar, tugas: TugasOrang): TugasTampil => ({
  id: tugas.id,
  unit: unitDari(gambar, tugas.unit) ?? { shard: tugas.unit, npsn: '', nama: tugas.unit },
  jenis: tugas.jenis,
  mulai: tugas.id === null ? null : tugas.mulai,
  akhir: tugas.akhir,
  sebab: tugas.sebab,
  alasan: tugas.alasan,
  terkait: unitDari(gambar, tugas.terkait),
  masa: masaDari(tugas, gambar.hari),
  dapatBatal: dapatBatal(tugas, gambar.hari),
});

/** What is going to change of a person: the next assignment to begin, or else the next end that was decided. */
const nanti = ({ hari }: Gambar, { tugas }: OrangLengkap): TugasOrang | null => {
  const mulai = tugas.filter((satu) => satu.mulai > hari);
  const akhir = tugas
    .filter((satu) => tugasBerlaku(satu, hari) && satu.akhir !== null && satu.sebab !== null)
    .sort((a, b) => ((a.akhir ?? '') < (b.akhir ?? '') ? -1 : 1));
  return mulai[0] ?? akhir[0] ?? null;
};

/** A person as a row. */
export const barisPegawai = (
  gambar: Gambar,
  orang: OrangLengkap,
  belumMasuk: ReadonlySet<string>,
): BarisPegawai => {
  const berikut = nanti(gambar, orang);
  return {
    ...{ id: orang.id, nip: orang.isi.nip, nama: namaLengkap(orang.isi), jabatan: orang.isi.jabatan },
    unit: unitTampil(orang.unit),
    penilai: orang.penilai?.nama ?? null,
    keadaan: orang.keadaan,
    nanti: berikut ? tugasTampil(gambar, berikut) : null,
    belumMasuk: belumMasuk.has(orang.id),
    ...(orang.isi.perluDiperbaiki ? { salah: orang.isi.perluDiperbaiki.salah.length } : {}),
  };
};

type Lihat = { readonly gambar: Gambar; readonly belumMasuk: ReadonlySet<string> };

const SARING: Readonly<Record<SaringanPegawai, (orang: OrangLengkap, lihat: Lihat) => boolean>> = {
  aktif: ({ keadaan }) => keadaan === 'aktif',
  kepala: ({ kepala }) => kepala,
  tanpaPenilai: ({ keadaan, penilai, kepala, unit }) =>
    keadaan === 'aktif' && penilai === null && !(kepala && unit.wilayah),
  perluDiperbaiki: ({ keadaan, isi }) => keadaan === 'aktif' && isi.perluDiperbaiki !== undefined,
  belumMasuk: ({ id, keadaan }, { belumMasuk }) => keadaan === 'aktif' && belumMasuk.has(id),
  akanBerubah: (orang, { gambar }) => orang.keadaan === 'akanMasuk' || nanti(gambar, orang) !== null,
  tidakAktif: ({ keadaan }) => keadaan === 'pensiun' || keadaan === 'nonaktif',
};

const cocok = ({ isi, unit }: OrangLengkap, cari: string): boolean =>
  cari === '' || `${namaLengkap(isi)} ${isi.nip} ${unit.npsn} ${unit.nama}`.toLowerCase().includes(cari);

/** Which people are wanted. */
export type Dicari = {
  readonly saring: SaringanPegawai;
  readonly cari: string;
  readonly unit: string;
  readonly mulai: number;
};

/** A page of people by name, and how many each filter holds of those who are searched for. */
export const halamanPegawai = (lihat: Lihat, { saring, cari, unit, mulai }: Dicari): HalamanPegawai => {
  const dicari = cari.trim().toLowerCase();
  const semua = [...lihat.gambar.orang.values()].filter(
    (satu) => (unit === '' || satu.unit.shard === unit) && cocok(satu, dicari),
  );
  const tersaring = semua
    .filter((satu) => SARING[saring](satu, lihat))
    .sort((a, b) => a.isi.nama.localeCompare(b.isi.nama) || (a.id < b.id ? -1 : 1));
  return {
    jumlah: tersaring.length,
    saringan: Object.fromEntries(
      SARINGAN_PEGAWAI.map((nama) => [nama, semua.filter((satu) => SARING[nama](satu, lihat)).length]),
    ),
    baris: tersaring
      .slice(mulai, mulai + PEGAWAI_SEHALAMAN)
      .map((satu) => barisPegawai(lihat.gambar, satu, lihat.belumMasuk)),
  };
};

/** A person with everything. */
export const satuPegawai = ({ gambar, belumMasuk }: Lihat, orang: OrangLengkap): SatuPegawai => {
  const { penilai, hilangSejak = null, perluDiperbaiki, ...isi } = orang.isi;
  return {
    ringkas: barisPegawai(gambar, orang, belumMasuk),
    isi,
    penilai: orang.penilai ? { id: orang.penilai.id, nama: orang.penilai.nama } : penilai,
    calonPenilai: calonPenilai(gambar, orang).map((satu) => namaOrang(gambar, satu.orang)),
    hilangSejak,
    ...(perluDiperbaiki ? { perluDiperbaiki } : {}),
    tugas: orang.tugas.map((satu) => tugasTampil(gambar, satu)),
  };
};

const namaOrang = ({ orang }: Gambar, id: string): { id: string; nama: string } => {
  const isi = orang.get(id)?.isi;
  return { id, nama: isi ? namaLengkap(isi) : id };
};

/** A finding in words of people and units. */
export const temuanTampil = (
  gambar: Gambar,
  { unit, orang, usul, ...temuan }: TemuanSusunan,
): TemuanTampil => ({
  ...temuan,
  unit: unitDari(gambar, unit),
  orang: orang.map((id) => namaOrang(gambar, id)),
  usul: usul === null ? null : namaOrang(gambar, usul),
});

/** The units by name, each with whoever heads it today. */
export const daftarUnit = (gambar: Gambar) =>
  [...gambar.unit.values()]
    .map((unit) => {
      const kepala = gambar.kepala.find(
        (satu) =>
          satu.unit === unit.shard && JENIS_KEPALA.includes(satu.jenis) && tugasBerlaku(satu, gambar.hari),
      );
      return {
        ...unitTampil(unit),
        wilayah: unit.wilayah,
        kepala: kepala ? namaOrang(gambar, kepala.orang) : null,
      };
    })
    .sort((a, b) => a.nama.localeCompare(b.nama));
