import { describe, expect, it } from 'vitest';
import { planDemo } from '../../../../server/operations/demo-plan.ts';
import { polaGuru } from '../../../../server/operations/demo-pola.ts';
import {
  hariPekan,
  jenisHari,
  periksaEntri,
  selisihHari,
  tambahHari,
} from '../../../../shared/domain/index.ts';
import { Entri, Jadwal, Pegawai, Pola, Satker, Skp } from '../../../../shared/records/index.ts';

/** Mornings in Rawawening: an ordinary day, a Monday, after the new year, in a holiday, next school year. */
const DAYS = ['2026-11-24', '2026-11-30', '2027-01-15', '2026-12-28', '2027-08-03'];
const at = (tanggal: string): number => Date.parse(`${tanggal}T08:00:00+07:00`);
const plans = DAYS.map((hariIni) => ({ hariIni, plan: planDemo(at(hariIni)) }));

describe.each(plans)('the demo school on $hariIni', ({ hariIni, plan }) => {
  const { satker, orang } = plan;

  it('has one head and twelve teachers, each record well formed', () => {
    expect(orang.map(({ peran }) => peran)).toEqual(['penilai', ...Array(12).fill('guru')]);
    expect(Satker.safeParse(satker).success).toBe(true);
    for (const { pegawai, jadwal, skp, entri } of orang) {
      expect(Pegawai.safeParse({ ...pegawai, penilai: null }).success).toBe(true);
      expect(Jadwal.safeParse(jadwal).success).toBe(true);
      for (const satu of skp) expect(Skp.safeParse(satu).success).toBe(true);
      for (const { isi } of entri) expect(Entri.safeParse(isi).success).toBe(true);
    }
  });

  it('gives each person an SKP for every year that is written in', () => {
    for (const { peran, skp, entri } of orang) {
      const tahun = skp.map((satu) => satu.tahun);
      expect(tahun).toContain(Number(hariIni.slice(0, 4)));
      for (const { isi } of entri) expect(tahun).toContain(Number(isi.tanggal.slice(0, 4)));
      if (peran === 'guru')
        for (const satu of skp) {
          expect(satu.rhk.length).toBeGreaterThanOrEqual(5);
          expect(satu.rhk.length).toBeLessThanOrEqual(9);
          expect(new Set(satu.rhk.map(({ jenis }) => jenis))).toEqual(new Set(['utama', 'tambahan']));
          expect(
            satu.rhk.every(({ rencanaAksi, indikator }) => rencanaAksi.length > 0 && indikator.length > 0),
          ).toBe(true);
        }
    }
  });

  it('writes entries that no rule refuses when they are typed, on RHK and rencana aksi of the SKP', () => {
    for (const { skp, entri } of orang) {
      for (const [i, { isi }] of entri.entries()) {
        const rhk = skp[0]?.rhk ?? [];
        const lain = entri
          .filter((_, j) => j !== i)
          .map(({ isi: other }, j) => ({ ...other, id: String(j) }));
        const temuan = periksaEntri(isi, {
          hariIni,
          saat: 'isi',
          satker,
          pemilik: '',
          lain,
          rhk: rhk.map(({ kode }) => kode),
        });
        const kode = temuan.map((satu) => satu.kode).filter((satu) => satu !== 'bukan_hari_kerja');
        expect([isi.uraian, kode]).toEqual([isi.uraian, []]);
        expect(rhk.find(({ kode: k }) => k === isi.rhk)?.rencanaAksi.map(({ kode: k }) => k)).toContain(
          isi.rencanaAksi,
        );
      }
    }
  });

  it('fills the 31 days up to yesterday and no other, never a holiday', () => {
    const tanggal = orang.flatMap(({ entri }) => entri.map(({ isi }) => isi.tanggal));
    for (const satu of tanggal) {
      expect(selisihHari(satu, hariIni)).toBeGreaterThanOrEqual(1);
      expect(selisihHari(satu, hariIni)).toBeLessThanOrEqual(31);
      expect(jenisHari(satu, satker).jenis).not.toBe('libur');
    }
    const kerja = Array.from({ length: 31 }, (_, i) => tambahHari(hariIni, -1 - i)).filter(
      (satu) => jenisHari(satu, satker).jenis === 'kerja',
    );
    const terisi = kerja.filter((satu) => tanggal.includes(satu));
    expect(terisi.length / kerja.length).toBeGreaterThan(0.85);
  });

  it('keeps lessons on the weekday of the timetable', () => {
    for (const { jadwal, entri } of orang) {
      const mengajar = entri.filter(({ isi }) => isi.rencanaAksi === 'AJR' && isi.satuan === 'JP');
      const cocok = mengajar.filter(({ isi }) =>
        jadwal.pelajaran.some(({ hari, mulai }) => hari === hariPekan(isi.tanggal) && mulai === isi.mulai),
      );
      if (mengajar.length > 0) expect(cocok.length / mengajar.length).toBeGreaterThan(0.6);
    }
  });

  it('lets the last week wait, and the head never decide before the entry or in the future', () => {
    const entri = orang.flatMap((satu) => satu.entri);
    for (const { isi, dicatat, putusan } of entri) {
      expect(dicatat).toBeLessThan(at(hariIni));
      if (selisihHari(isi.tanggal, hariIni) <= 7) expect(putusan).toBeNull();
      if (putusan) {
        expect(putusan.pada).toBeGreaterThan(dicatat);
        expect(putusan.pada).toBeLessThanOrEqual(at(hariIni));
      }
    }
    const lama = entri.filter(({ isi }) => selisihHari(isi.tanggal, hariIni) > 7);
    const disetujui = lama.filter(({ putusan }) => putusan?.jenis === 'setujui').length;
    if (lama.length > 40) expect(disetujui / lama.length).toBeGreaterThan(0.7);
  });

  it('offers quick patterns that fit their schema', () => {
    for (const { skp, entri } of orang) {
      const pola = skp[0]
        ? polaGuru(
            entri.map(({ isi }) => isi),
            skp[0],
          )
        : [];
      expect(pola.length).toBeLessThanOrEqual(3);
      for (const satu of pola) expect(Pola.safeParse(satu).success).toBe(true);
    }
  });

  it('is the same whenever it is planned again', () => {
    expect(planDemo(at(hariIni))).toEqual(plan);
  });
});

describe('the demo school on an ordinary day', () => {
  const { orang, bulanDikunci } = planDemo(at('2026-11-24'));
  const entri = orang.flatMap((satu) => satu.entri);

  it('has entries enough to look at', () => {
    expect(entri.length).toBeGreaterThan(180);
    expect(orang[1]?.entri.length).toBeGreaterThan(30);
    expect(orang.slice(1).every((satu) => satu.entri.length > 0)).toBe(true);
  });

  it('has four entries returned, each with another reason, and three with a photo', () => {
    const alasan = entri.flatMap(({ putusan }) => (putusan?.jenis === 'kembalikan' ? [putusan.alasan] : []));
    expect(new Set(alasan).size).toBe(4);
    expect(entri.flatMap(({ foto }) => foto ?? []).sort()).toEqual([
      'daftar-hadir.jpg',
      'latihan-pramuka.jpg',
      'papan-tulis.jpg',
    ]);
  });

  it('locks the month three months before', () => {
    expect(bulanDikunci).toBe('2026-08');
  });
});
