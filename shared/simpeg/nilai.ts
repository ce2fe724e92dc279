import { isTanggal } from '../records/waktu.ts';

/* How single values of personnel data are read; nothing here knows of rows. */

const BULAN = ['jan', 'feb', 'mar', 'apr', 'mei', 'jun', 'jul', 'agu', 'sep', 'okt', 'nov', 'des'];
const BULAN_LAIN: Readonly<Record<string, number>> = {
  peb: 2,
  may: 5,
  agt: 8,
  ags: 8,
  aug: 8,
  oct: 10,
  nop: 11,
  dec: 12,
};

/** Days from 1899-12-30, where Excel counts from, to 1970-01-01. */
const EXCEL_1970 = 25_569;
const DAY_MS = 86_400_000;

const dua = (angka: number | string): string => String(angka).padStart(2, '0');

/** The calendar is asked for the same day of a year alike in leap days, since dates of birth lie before its years. */
const ada = (tahun: number, bulan: number, hari: number): boolean => {
  const kabisat = tahun % 4 === 0 && (tahun % 100 !== 0 || tahun % 400 === 0);
  return tahun >= 1900 && tahun <= 2099 && isTanggal(`${kabisat ? 2016 : 2015}-${dua(bulan)}-${dua(hari)}`);
};

/** A date as read: `TTTT-BB-HH`; `mustahil` for one in the form of a date that no calendar has; null for no date at all. */
export type TanggalTerbaca = string | 'mustahil' | null;

const susun = (tahun: string, bulan: number, hari: string): TanggalTerbaca => {
  // Two digits: nobody in service was born or appointed more than 67 years before, nor after 2032.
  const penuh = tahun.length === 2 ? Number(tahun) + (Number(tahun) > 32 ? 1900 : 2000) : Number(tahun);
  return ada(penuh, bulan, Number(hari)) ? `${penuh}-${dua(bulan)}-${dua(hari)}` : 'mustahil';
};

/** Reads 07-09-1997, 7/9/97, 1997-09-07, "7 September 1997", 7-Sep-97 or Excel's day number; the day before the month. */
export const bacaTanggalSimpeg = (teks: string): TanggalTerbaca => {
  const bersih = teks.replace(/[T ]0?0[:.]00([:.]00(\.0+)?)?Z?$/, '').trim();
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(bersih);
  if (iso) return susun(iso[1] ?? '', Number(iso[2]), iso[3] ?? '');
  const angka = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/.exec(bersih);
  if (angka) return susun(angka[3] ?? '', Number(angka[2]), angka[1] ?? '');
  const kata = /^(?:[a-z']+,\s*)?(\d{1,2})[-/. ]+([a-z]{3,9})\.?[-/., ]+(\d{4}|\d{2})$/i.exec(bersih);
  if (kata) {
    const awal = (kata[2] ?? '').slice(0, 3).toLowerCase();
    const bulan = BULAN.indexOf(awal) + 1 || (BULAN_LAIN[awal] ?? 0);
    return bulan === 0 ? null : susun(kata[3] ?? '', bulan, kata[1] ?? '');
  }
  if (!/^\d{4,5}(\.0+)?$/.test(bersih)) return null;
  return new Date((Number.parseInt(bersih, 10) - EXCEL_1970) * DAY_MS).toISOString().slice(0, 10);
};

/** `1997-09-07` as offices write it: 07-09-1997. */
export const tanggalTulis = (iso: string): string => iso.split('-').reverse().join('-');

/** Date of birth in the first eight digits of a NIP; null where no such day is. */
export const lahirDariNip = (nip: string): string | null => {
  const iso = `${nip.slice(0, 4)}-${nip.slice(4, 6)}-${nip.slice(6, 8)}`;
  return /^\d{18}$/.test(nip) &&
    ada(Number(nip.slice(0, 4)), Number(nip.slice(4, 6)), Number(nip.slice(6, 8)))
    ? iso
    : null;
};

/** Sex in digit 15 of a NIP: 1 pria, 2 wanita (Perka BKN 22/2007). */
export const jkDariNip = (nip: string): 'L' | 'P' | null =>
  nip[14] === '1' ? 'L' : nip[14] === '2' ? 'P' : null;

/** Digits 13 and 14 of a NIP are a month for PNS, and 21 to 29 for PPPK. */
export const jenisNip = (nip: string): 'PNS' | 'PPPK' =>
  /^2[1-9]$/.test(nip.slice(12, 14)) ? 'PPPK' : 'PNS';

/** What a NIK says of its holder: day and month, the year's last two digits, sex (women have 40 added to the day). */
export const lahirDariNik = (nik: string): { readonly hhbbtt: string; readonly jk: 'L' | 'P' } | null => {
  if (!/^\d{16}$/.test(nik)) return null;
  const hari = Number(nik.slice(6, 8));
  const wanita = hari > 40;
  return { hhbbtt: `${dua(wanita ? hari - 40 : hari)}${nik.slice(8, 12)}`, jk: wanita ? 'P' : 'L' };
};

const hhbbtt = (iso: string): string => `${iso.slice(8, 10)}${iso.slice(5, 7)}${iso.slice(2, 4)}`;

/** True where a NIK carries this date of birth. */
export const nikCocok = (nik: string, lahir: string): boolean => lahirDariNik(nik)?.hhbbtt === hhbbtt(lahir);

/** L or P in its spellings; null for anything else. */
export const bacaJk = (teks: string): 'L' | 'P' | null => {
  if (/^(l|lk|lk2|laki[- ]?laki|pria|m|male)$/i.test(teks)) return 'L';
  return /^(p|pr|perempuan|wanita|f|female)$/i.test(teks) ? 'P' : null;
};

/** Status of employment. */
export type StatusPegawai = 'PNS' | 'PPPK' | 'Honorer';

/** Status of employment in its spellings; null for anything else. */
export const bacaStatus = (teks: string): StatusPegawai | null => {
  if (/^(c?pns)$/i.test(teks)) return 'PNS';
  if (/^(pppk|p3k)([ -].*)?$/i.test(teks)) return 'PPPK';
  return /^(honorer|honor.*|gtt|ptt|gty|non[- ]?asn|kontrak|guru tidak tetap|.*honor( .*)?)$/i.test(teks)
    ? 'Honorer'
    : null;
};

/** Golongan ruang of PNS (PP 11/2017, Perka BKN): I/a to IV/e. Null for others. */
export const golonganPns = (teks: string): string | null => {
  const found = /(?:^|[\s,(])(IV|III|II|I)\s*[/.]?\s*([a-e])\)?$/i.exec(teks);
  if (!found) return null;
  const [gol, ruang] = [(found[1] ?? '').toUpperCase(), (found[2] ?? '').toLowerCase()];
  return ruang === 'e' && gol !== 'IV' ? null : `${gol}/${ruang}`;
};

const PPPK = [
  'I',
  'II',
  'III',
  'IV',
  'V',
  'VI',
  'VII',
  'VIII',
  'IX',
  'X',
  'XI',
  'XII',
  'XIII',
  'XIV',
  'XV',
  'XVI',
  'XVII',
];

/** Golongan of PPPK (Perpres 98/2020): I to XVII, without ruang. Null for others. */
export const golonganPppk = (teks: string): string | null => {
  const gol = teks.replace(/^gol(ongan)?\.?\s*/i, '').toUpperCase();
  return PPPK.includes(gol) ? gol : null;
};

/** Golongan ruang of each jenjang of a functional post (PermenPANRB 1/2023). */
const JENJANG: Readonly<Record<string, readonly string[]>> = {
  'ahli pertama': ['III/a', 'III/b'],
  'ahli muda': ['III/c', 'III/d'],
  'ahli madya': ['IV/a', 'IV/b', 'IV/c'],
  'ahli utama': ['IV/d', 'IV/e'],
};

/** True where a jenjang and a golongan ruang of PNS do not go together; false where one of them is not known. */
export const jenjangBedaGolongan = (jenjang: string, golongan: string): boolean => {
  const boleh = JENJANG[jenjang.toLowerCase()];
  const ruang = golonganPns(golongan);
  return boleh !== undefined && ruang !== null && !boleh.includes(ruang);
};

/** Teachers of PPPK begin in golongan IX with S1 or D-IV, jenjang Ahli Pertama (Perpres 98/2020 with PermenPANRB 1/2023). */
export const golonganPppkUntuk = (jenjang: string): string | null =>
  jenjang.toLowerCase() === 'ahli pertama' ? 'IX' : null;

/** Digits of a NIP that was written in groups. */
export const angkaNip = (teks: string): string => teks.replace(/[\s.-]/g, '');

/** 1,98E+17: what Excel makes of a NIP that it took for a number. */
export const isIlmiah = (teks: string): boolean => /^\d([.,]\d+)?E\+?\d{1,2}$/i.test(teks);

/** A name as it is compared: letters only, no capitals. */
export const kunciNama = (nama: string): string => nama.toLowerCase().replace(/[^\p{L}]/gu, '');

/** Letters to be changed between two short texts, at most `batas` + 1. */
const jarak = (a: string, b: string): number => {
  let baris = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const lama = baris;
    baris = [i];
    for (let j = 1; j <= b.length; j += 1)
      baris.push(
        Math.min(
          (lama[j] ?? 0) + 1,
          (baris[j - 1] ?? 0) + 1,
          (lama[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
        ),
      );
  }
  return baris[b.length] ?? 0;
};

/** True for two spellings that one person may have: a few letters differ, or one is the other with a name more. */
export const namaMirip = (a: string, b: string): boolean => {
  const [x, y] = [kunciNama(a).slice(0, 80), kunciNama(b).slice(0, 80)];
  if (x === '' || y === '') return false;
  return x.startsWith(y) || y.startsWith(x) || jarak(x, y) <= Math.max(2, Math.min(x.length, y.length) / 5);
};
