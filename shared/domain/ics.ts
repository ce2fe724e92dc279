import type { SetelanPengingat } from './pengingat.ts';
import { hariPekan, tambahHari } from './tanggal.ts';

/** One all-day event of a calendar file: both days included, an alarm some days before it ends. */
export type AcaraIcs = {
  /** Stays the same for the same event, so that a later file corrects it instead of doubling it. */
  readonly uid: string;
  readonly judul: string;
  readonly keterangan: string;
  /** First and last day, `YYYY-MM-DD`. */
  readonly awal: string;
  readonly akhir: string;
  /** Days before the last day on which the calendar reminds; 0 on the day itself. */
  readonly ingatkan: number;
};

const OKTET = 75;
const SEHARI = 86_400_000;
/** In the morning of the day on which it reminds. */
const JAM_INGAT = 7;

/** TEXT of RFC 5545 section 3.3.11: backslash, semicolon, comma and line feeds escaped, other control characters left out. */
export const lolosIcs = (teks: string): string =>
  teks
    .replace(/\r\n?/g, '\n')
    .replace(/[^\n\P{Cc}]/gu, '')
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll('\n', '\\n');

/** Octets of one letter in UTF-8. */
const oktetDari = (huruf: string): number => {
  const titik = huruf.codePointAt(0) ?? 0;
  if (titik < 0x80) return 1;
  if (titik < 0x800) return 2;
  return titik < 0x10000 ? 3 : 4;
};

/** A content line folded at 75 octets (RFC 5545 section 3.1), never within a letter. */
export const lipatIcs = (baris: string): string => {
  const potong: string[] = [];
  let kini = '';
  let isi = 0;
  for (const huruf of baris) {
    const oktet = oktetDari(huruf);
    if (isi + oktet > OKTET) {
      potong.push(kini);
      kini = ' ';
      isi = 1;
    }
    kini += huruf;
    isi += oktet;
  }
  return [...potong, kini].join('\r\n');
};

const tanggalIcs = (tanggal: string): string => tanggal.replaceAll('-', '');
const besok = (tanggal: string): string =>
  new Date(Date.parse(`${tanggal}T00:00:00Z`) + SEHARI).toISOString().slice(0, 10);
const stempelIcs = (saat: number): string =>
  new Date(saat)
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replace(/[-:]/g, '');

/** From the start of the event on: an alarm is reckoned from it, and what matters is its end. */
const pemicu = ({ awal, akhir, ingatkan }: AcaraIcs): string => {
  const lama = (Date.parse(`${akhir}T00:00:00Z`) - Date.parse(`${awal}T00:00:00Z`)) / SEHARI;
  const hari = Math.max(0, lama - ingatkan);
  return `TRIGGER:P${hari}DT${JAM_INGAT}H`;
};

const acara = (satu: AcaraIcs, saat: number): string[] => [
  'BEGIN:VEVENT',
  `UID:${lolosIcs(satu.uid)}`,
  `DTSTAMP:${stempelIcs(saat)}`,
  `SEQUENCE:${Math.floor(saat / 60_000)}`,
  `DTSTART;VALUE=DATE:${tanggalIcs(satu.awal)}`,
  `DTEND;VALUE=DATE:${tanggalIcs(besok(satu.akhir))}`,
  `SUMMARY:${lolosIcs(satu.judul)}`,
  `DESCRIPTION:${lolosIcs(satu.keterangan)}`,
  'TRANSP:TRANSPARENT',
  'BEGIN:VALARM',
  'ACTION:DISPLAY',
  `DESCRIPTION:${lolosIcs(satu.judul)}`,
  pemicu(satu),
  'END:VALARM',
  'END:VEVENT',
];

const berkas = (acaraBaris: readonly string[]): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//e-Kinerja Luring//tenggat//ID',
    'CALSCALE:GREGORIAN',
    ...acaraBaris,
    'END:VCALENDAR',
  ]
    .map((baris) => `${lipatIcs(baris)}\r\n`)
    .join('');

/**
 * A calendar file (RFC 5545). `saat` (epoch ms) stamps it and numbers its events: a file that was made later takes the
 * place of an earlier one's events in the calendar of a phone.
 */
export const berkasIcs = (list: readonly AcaraIcs[], saat: number): string =>
  berkas(list.flatMap((satu) => acara(satu, saat)));

const HARI_ICS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/**
 * A reminder of every week as a calendar file: on its days at its hour, in the phone's own time, from `mulai`
 * (`YYYY-MM-DD`) on. `saat` as for {@link berkasIcs}.
 */
export const ulanganIcs = (
  { jam, hari }: SetelanPengingat,
  {
    uid,
    judul,
    keterangan,
    mulai,
  }: Pick<AcaraIcs, 'uid' | 'judul' | 'keterangan'> & { readonly mulai: string },
  saat: number,
): string => {
  const pertama = [0, 1, 2, 3, 4, 5, 6]
    .map((lagi) => tambahHari(mulai, lagi))
    .find((tanggal) => hari.includes(hariPekan(tanggal)));
  return berkas([
    'BEGIN:VEVENT',
    `UID:${lolosIcs(uid)}`,
    `DTSTAMP:${stempelIcs(saat)}`,
    `SEQUENCE:${Math.floor(saat / 60_000)}`,
    `DTSTART:${tanggalIcs(pertama ?? mulai)}T${jam.replace(':', '')}00`,
    'DURATION:PT5M',
    `RRULE:FREQ=WEEKLY;BYDAY=${hari.map((satu) => HARI_ICS[satu - 1]).join(',')}`,
    `SUMMARY:${lolosIcs(judul)}`,
    `DESCRIPTION:${lolosIcs(keterangan)}`,
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${lolosIcs(judul)}`,
    'TRIGGER:PT0M',
    'END:VALARM',
    'END:VEVENT',
  ]);
};
