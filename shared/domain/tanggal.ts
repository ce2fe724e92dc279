const DAY = 86_400_000;

/** Days since 1970-01-01 of a calendar date. */
export const hariKe = (tanggal: string): number =>
  Math.floor(
    Date.UTC(Number(tanggal.slice(0, 4)), Number(tanggal.slice(5, 7)) - 1, Number(tanggal.slice(8, 10))) /
      DAY,
  );

/** Calendar date of days since 1970-01-01. */
export const tanggalDari = (hari: number): string => new Date(hari * DAY).toISOString().slice(0, 10);

/** The date `hari` days later; negative for earlier. */
export const tambahHari = (tanggal: string, hari: number): string => tanggalDari(hariKe(tanggal) + hari);

/** Days from `a` to `b`; negative where b is earlier. */
export const selisihHari = (a: string, b: string): number => hariKe(b) - hariKe(a);

/** ISO weekday, 1 = Senin to 7 = Minggu. */
export const hariPekan = (tanggal: string): number => ((((hariKe(tanggal) + 3) % 7) + 7) % 7) + 1;

/** The Senin of the week that a date lies in. */
export const seninDari = (tanggal: string): string => tambahHari(tanggal, 1 - hariPekan(tanggal));

/** Month `YYYY-MM` of a date. */
export const bulanDari = (tanggal: string): string => tanggal.slice(0, 7);

/** All dates of a month, in order. */
export const tanggalBulan = (bulan: string): string[] => {
  const first = hariKe(`${bulan}-01`);
  return Array.from({ length: 31 }, (_, i) => tanggalDari(first + i)).filter(
    (tanggal) => bulanDari(tanggal) === bulan,
  );
};

/** The month `langkah` months later; negative for earlier. */
export const tambahBulan = (bulan: string, langkah: number): string => {
  const months = Number(bulan.slice(0, 4)) * 12 + Number(bulan.slice(5, 7)) - 1 + langkah;
  return `${Math.floor(months / 12)}-${String((((months % 12) + 12) % 12) + 1).padStart(2, '0')}`;
};

/** Indonesia's zones stand still; elsewhere, and outside the four-digit years since 1970, the formatter is asked. */
export const SELISIH_JAM: Readonly<Record<string, number>> = {
  'Asia/Jakarta': 7,
  'Asia/Makassar': 8,
  'Asia/Jayapura': 9,
};
const JAM = 3_600_000;
const TAHUN_10000 = 253_402_300_800_000;

/**
 * Calendar date of an instant (epoch ms) in a zone: the school's day, whatever the phone's zone is. Every command asks
 * for it, so it is reckoned where it can be: a formatter takes a hundred times as long.
 */
export const tanggalPada = (saat: number, zona: string): string => {
  const setempat = digeser(saat, zona);
  return setempat === null ? formatter('tanggal', zona).format(saat) : tanggalDari(setempat / DAY);
};

/** Wall clock `HH:MM` of an instant (epoch ms) in a zone; reckoned, too, for it is wanted before the first screen. */
export const jamPada = (saat: number, zona: string): string => {
  const setempat = digeser(saat, zona);
  return setempat === null
    ? formatter('jam', zona).format(saat)
    : new Date(setempat).toISOString().slice(11, 16);
};

/** An instant moved so that its UTC reads as the zone's clock; null where that cannot be reckoned. */
const digeser = (saat: number, zona: string): number | null => {
  const selisih = SELISIH_JAM[zona];
  return selisih === undefined || !(saat >= 0 && saat < TAHUN_10000 - 9 * JAM) ? null : saat + selisih * JAM;
};

const formatters = new Map<string, Intl.DateTimeFormat>();
/** Making a formatter costs more than a thousand uses of it. */
const formatter = (kind: 'tanggal' | 'jam', zona: string): Intl.DateTimeFormat => {
  const key = `${kind} ${zona}`;
  const known = formatters.get(key);
  if (known) return known;
  const made =
    kind === 'tanggal'
      ? new Intl.DateTimeFormat('en-CA', {
          timeZone: zona,
          year: 'numeric',
          month: '2-digit',
          day: '2-digit',
        })
      : new Intl.DateTimeFormat('en-GB', {
          timeZone: zona,
          hour: '2-digit',
          minute: '2-digit',
          hourCycle: 'h23',
        });
  formatters.set(key, made);
  return made;
};

/** The zone in which a new day begins first in Indonesia: no date after today there is a past date anywhere. */
export const ZONA_TERDEPAN = 'Asia/Jayapura';
