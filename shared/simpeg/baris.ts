import { KOLOM, type Kolom } from './kolom.ts';
import type { BarisOrang } from './lembar.ts';
import {
  angkaNip,
  bacaJk,
  bacaStatus,
  bacaTanggalSimpeg,
  golonganPns,
  golonganPppk,
  golonganPppkUntuk,
  isIlmiah,
  jenjangBedaGolongan,
  lahirDariNip,
  nikCocok,
  tanggalTulis,
} from './nilai.ts';
import type { KelasSalah, Salah } from './salah.ts';
import { adaApostrof, adaTakTampak, isGalat, nilaiSel, type Sel, tampakSel, teksSel } from './sel.ts';
import { tukar } from './tukar.ts';

/** What is left of a NIP that lost digits: its 17 digits, or the first 15. */
export type Sisa = { readonly jenis: '17' | '15'; readonly angka: string };

/** One person's row while it is being looked at; faults are added by rules that see the whole file. */
export type Calon = {
  readonly lembar: string;
  readonly nomor: number;
  readonly sel: BarisOrang['sel'];
  /** Tidy values; exchanged cells in their right places. */
  readonly nilai: Readonly<Record<Kolom, string>>;
  readonly salah: Salah[];
  /** The whole NIP, as it stood or mended; null where there is none that is certain. */
  nip: string | null;
  readonly sisa: Sisa | null;
  /** Date of birth of its column, `TTTT-BB-HH`. */
  readonly lahir: string | null;
  /** The row waits: it is not certain whose it is. */
  ditolak: boolean;
  /** Another row of this file that is the same person, and holds what counts. */
  sama: Calon | null;
};

const TANDA_KOSONG = /^[-–—.]+$/;

/** Value of a column as the file shows it, for people to find it again. */
export const tampak = ({ sel }: Pick<Calon, 'sel'>, kolom: Kolom): string => tampakSel(sel[kolom]);

const nilaiBaris = (sel: BarisOrang['sel']): Record<Kolom, string> =>
  Object.fromEntries(
    KOLOM.map((satu) => {
      const nilai = nilaiSel(sel[satu]);
      return [satu, TANDA_KOSONG.test(nilai) ? '' : nilai];
    }),
  ) as Record<Kolom, string>;

/** What is wrong with the cell itself, whatever its column: said first, since the value is read in spite of it. */
const salahSel = (kolom: Kolom, sel: Sel | undefined): Salah[] => {
  const teks = teksSel(sel);
  const satu = (kelas: KelasSalah): Salah[] => [
    { kolom, kelas, nilai: tampakSel(sel), usul: nilaiSel(sel) || null },
  ];
  if ((typeof sel === 'object' && sel.f !== undefined) || isGalat(sel)) return satu('sel-rumus');
  if (adaTakTampak(teks)) return satu('spasi-tak-tampak');
  return adaApostrof(teks) ? satu('apostrof-depan') : [];
};

type NipTerbaca = {
  readonly nip: string | null;
  readonly sisa: Sisa | null;
  readonly kelas: KelasSalah | null;
};

/** A serial begins at 001: one of 000 is what Excel's fifteen digits leave of a number (Perka BKN 22/2007). */
const bacaNip = (nilai: string, sel: Sel | undefined): NipTerbaca => {
  const angka = angkaNip(nilai);
  const isAngka = typeof sel === 'object' && sel.j === 'angka' && angka.length >= 16;
  if (isIlmiah(nilai)) return { nip: null, sisa: null, kelas: 'nip-angka' };
  if (/^\d{18}$/.test(angka) && (isAngka || angka.endsWith('000')))
    return { nip: null, sisa: { jenis: '15', angka: angka.slice(0, 15) }, kelas: 'nip-angka' };
  if (/^\d{18}$/.test(angka))
    return { nip: angka, sisa: null, kelas: angka === nilai ? null : 'nip-berspasi' };
  if (/^\d{17}$/.test(angka)) return { nip: null, sisa: { jenis: '17', angka }, kelas: 'nip-17-digit' };
  return { nip: null, sisa: null, kelas: nilai === '' ? null : 'nip-salah' };
};

const salahTanggal = (
  calon: Pick<Calon, 'nilai' | 'sel' | 'nip'>,
  kolom: 'tanggalLahir' | 'tmtGolongan' | 'tmtJabatan',
  hariIni: string,
): Salah[] => {
  const nilai = calon.nilai[kolom];
  const tanggal = bacaTanggalSimpeg(nilai);
  const tampakan = tampak(calon, kolom);
  if (nilai === '') return [];
  if (tanggal === null) return [{ kolom, kelas: 'tanggal-tak-terbaca', nilai: tampakan, usul: null }];
  if (tanggal === 'mustahil') {
    const lahir = kolom === 'tanggalLahir' && calon.nip ? lahirDariNip(calon.nip) : null;
    const { nik } = calon.nilai;
    const yakin = lahir !== null && (nik === '' || nikCocok(nik, lahir));
    return [{ kolom, kelas: 'tanggal-mustahil', nilai: tampakan, usul: yakin ? tanggalTulis(lahir) : null }];
  }
  return kolom !== 'tanggalLahir' && tanggal > hariIni
    ? [{ kolom, kelas: 'tmt-masa-depan', nilai: tampakan, usul: null }]
    : [];
};

const salahGolongan = (calon: Pick<Calon, 'nilai' | 'sel'>): Salah[] => {
  const { golongan, jenjang } = calon.nilai;
  const status = bacaStatus(calon.nilai.status);
  const satu = (kolom: Kolom, kelas: KelasSalah, usul: string | null): Salah[] => [
    { kolom, kelas, nilai: tampak(calon, kolom), usul },
  ];
  if (status === 'PPPK' && golonganPns(golongan))
    return satu('golongan', 'pppk-golongan-pns', golonganPppkUntuk(jenjang));
  if (status === 'PNS' && golonganPppk(golongan) && !golonganPns(golongan))
    return satu('golongan', 'pns-golongan-pppk', null);
  return status === 'PNS' && jenjangBedaGolongan(jenjang, golongan)
    ? satu('jenjang', 'golongan-jenjang', null)
    : [];
};

const salahPilihan = (calon: Pick<Calon, 'nilai' | 'sel' | 'nip'>, nip: NipTerbaca): Salah[] => {
  const { jk, status, nama } = calon.nilai;
  const satu = (kolom: Kolom, kelas: KelasSalah): Salah => ({
    kolom,
    kelas,
    nilai: tampak(calon, kolom),
    usul: null,
  });
  const jenis = bacaStatus(status);
  return [
    ...(nama === '' ? [satu('nama', 'nama-kosong')] : []),
    ...(jk !== '' && bacaJk(jk) === null ? [satu('jk', 'jk-tak-dikenal')] : []),
    ...(status !== '' && jenis === null ? [satu('status', 'status-tak-dikenal')] : []),
    ...(calon.nilai.nip === '' && (jenis === 'PNS' || jenis === 'PPPK') ? [satu('nip', 'nip-kosong')] : []),
    ...(nip.nip !== null && lahirDariNip(nip.nip) === null ? [satu('nip', 'nip-janggal')] : []),
  ];
};

/** Letters that a person's record has room for. */
const PANJANG: Readonly<Partial<Record<Kolom, number>>> = {
  nama: 120,
  gelarDepan: 40,
  gelarBelakang: 60,
  golongan: 60,
  jabatan: 80,
  jenjang: 40,
  unit: 120,
};

const potong = (teks: string, most: number): string => [...teks].slice(0, most).join('').trim();

const salahPanjang = (kolom: Kolom, nilai: string): Salah[] => {
  const most = PANJANG[kolom];
  return most === undefined || [...nilai].length <= most
    ? []
    : [{ kolom, kelas: 'isi-terlalu-panjang', nilai, usul: potong(nilai, most) }];
};

const salahNip = (calon: Pick<Calon, 'sel'>, { kelas, nip }: NipTerbaca): Salah[] =>
  kelas === null ? [] : [{ kolom: 'nip', kelas, nilai: tampak(calon, 'nip'), usul: nip }];

const KOLOM_TANGGAL = ['tanggalLahir', 'tmtGolongan', 'tmtJabatan'] as const;

/** Looks at one row by itself. `hariIni` is `TTTT-BB-HH`; columns that the sheet does not have count as empty. */
export const periksaSendiri = (
  { lembar, baris }: { readonly lembar: string; readonly baris: BarisOrang },
  hariIni: string,
): Calon => {
  const { sel, nomor } = baris;
  const awal = nilaiBaris(sel);
  const tertukar = tukar(awal);
  const nilai = tertukar.nilai;
  const nip = bacaNip(nilai.nip, tertukar.pindah.has('nip') ? undefined : sel.nip);
  const lahir = bacaTanggalSimpeg(nilai.tanggalLahir);
  const pegangan = { nilai, sel, nip: nip.nip };
  const salah = [
    ...KOLOM.flatMap((satu) => salahSel(satu, sel[satu])),
    ...[...tertukar.pindah].map(
      (satu): Salah => ({
        kolom: satu,
        kelas: 'kolom-tertukar',
        nilai: tampakSel(sel[satu]),
        usul: nilai[satu],
      }),
    ),
    ...KOLOM.flatMap((satu) => salahPanjang(satu, nilai[satu])),
    ...salahNip(pegangan, nip),
    ...KOLOM_TANGGAL.flatMap((satu) => salahTanggal(pegangan, satu, hariIni)),
    ...salahGolongan(pegangan),
    ...salahPilihan(pegangan, nip),
  ];
  return {
    lembar,
    nomor,
    sel,
    nilai,
    salah,
    nip: nip.nip,
    sisa: nip.sisa,
    lahir: lahir === 'mustahil' ? null : lahir,
    ditolak: nilai.nama === '',
    sama: null,
  };
};
