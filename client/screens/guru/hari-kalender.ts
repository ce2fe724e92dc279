import type { RingkasHari } from '../../../shared/domain/index.ts';
import { kegiatan as words } from '../../i18n/id/guru.ts';
import type { CalendarDay } from '../../ui/index.ts';

/** A day of a month's summary as a cell of the calendar. */
export const hariKalender = (
  date: string,
  { jumlah, tingkat, libur, akhirPekan }: RingkasHari,
): CalendarDay => {
  const holiday = libur ?? (akhirPekan ? words.akhirPekan : undefined);
  return {
    date,
    level: tingkat,
    count: jumlah,
    ...(holiday ? { holiday } : {}),
    label:
      jumlah > 0 ? words.sel(date, jumlah) : holiday ? words.selLibur(date, holiday) : words.selKosong(date),
  };
};
