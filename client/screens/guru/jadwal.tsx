import { useRef, useState } from 'preact/hooks';
import {
  bagianDari,
  gantiPelajaran,
  lepasPelajaran,
  masukkanJam,
  masukkanPelajaran,
  type Pelajaran,
  pelajaranHari,
  periksaJadwal,
  salinHariJadwal,
} from '../../../shared/domain/index.ts';
import type { JamPelajaran, RecordOf } from '../../../shared/records/index.ts';
import { simpanJadwal } from '../../actions/index.ts';
import { type App, useApp } from '../../app/context.ts';
import { useKetikan } from '../../app/ketikan.ts';
import { useIsianTerbuka } from '../../app/sibuk.ts';
import { beriTahu } from '../../app/snackbar.ts';
import { jadwalMengajar as words } from '../../i18n/id/jadwal.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { umum } from '../../i18n/id/umum.ts';
import { jadwalOf, useLive } from '../../store/index.ts';
import { Banner, Button, EmptyState, Page, Sheet, TopBar } from '../../ui/index.ts';
import { FormPelajaran, type HasilMasuk, type IsianPelajaran, isianBaru } from './jadwal-form.tsx';
import { HariJadwal, type Terbuka, tombolTambah } from './jadwal-hari.tsx';
import { SalinHari, TempelJadwal } from './jadwal-lembar.tsx';
import './guru.css';
import './jadwal.css';

type Pekan = readonly JamPelajaran[];
const SENIN_SABTU = [1, 2, 3, 4, 5, 6] as const;
/** Periods of a week at most: what the record holds. */
const SEPEKAN = 80;

/** What stands on the screen, member by member: the server hands the same content back in another order. */
const isiDari = (record: RecordOf<'jadwal'> | null): Pekan =>
  (record?.content.pelajaran ?? []).map(({ hari, jamKe, mulai, selesai, mapel, kelas }) => ({
    ...{ hari, jamKe, mulai, selesai, mapel, kelas },
  }));

const hariDari = (pekan: Pekan): readonly number[] =>
  pekan.some(({ hari }) => hari === 7) ? [...SENIN_SABTU, 7] : SENIN_SABTU;

const dikenal = (pekan: Pekan, bidang: 'mapel' | 'kelas'): readonly string[] =>
  [...new Set(pekan.map((jam) => jam[bidang]))].filter((isi) => isi !== '').sort();

const JUDUL = {
  baru: words.formulir.baru,
  ubah: words.formulir.ubah,
  tempel: words.tempelan.judul,
} as const;

const judulLembar = (terbuka: Terbuka): string => {
  if (!terbuka) return '';
  return terbuka.apa === 'salin' ? words.salinDari(terbuka.dari) : JUDUL[terbuka.apa];
};

const simpan = async (app: App, pelajaran: Pekan): Promise<boolean> => {
  const done = await simpanJadwal(app, { pelajaran: [...pelajaran] });
  beriTahu(done.ok ? words.tersimpan : kataMasalah(done.code, done.params));
  return done.ok;
};

const Isi = ({ app, record }: { app: App; record: RecordOf<'jadwal'> | null }) => {
  const tersimpan = isiDari(record);
  const [pekan, setPekan] = useKetikan<Pekan>('jadwal', tersimpan);
  const [terbuka, setTerbuka] = useState<Terbuka>(null);
  const [sibuk, setSibuk] = useState(false);
  // A way back is taken from what stands there then, not from what stood there when it was offered.
  const kini = useRef(pekan);
  kini.current = pekan;
  const berubah = JSON.stringify(pekan) !== JSON.stringify(tersimpan);
  useIsianTerbuka(berubah);
  const temuan = periksaJadwal({ pelajaran: [...pekan] });
  const hari = hariDari(pekan);
  const perHari = hari.map((ke) => ({ hari: ke, sehari: pelajaranHari(pekan, ke) }));

  const hapus = (satu: Pelajaran): void => {
    const bagian = pekan.filter(bagianDari(satu));
    setPekan(lepasPelajaran(pekan, satu));
    document.getElementById(tombolTambah(satu.hari))?.focus();
    beriTahu(words.dihapus(satu), {
      teks: umum.aksi.urungkan,
      jalan: () => setPekan(masukkanJam(kini.current, bagian)),
    });
  };
  const awalBaru = (ke: number, isi: Pekan): IsianPelajaran =>
    isianBaru(ke, pelajaranHari(isi, ke), hari.flatMap((satu) => pelajaranHari(isi, satu)).at(0) ?? null);
  const masuk = ({ satu, hari: ke }: IsianPelajaran, lagi: boolean): HasilMasuk | null => {
    const next =
      terbuka?.apa === 'ubah'
        ? gantiPelajaran(pekan, terbuka.semula, { satu, hari: ke })
        : masukkanPelajaran(pekan, satu, ke);
    if (next.length > SEPEKAN) return { kata: words.penuh, next: null };
    setPekan(next);
    if (lagi)
      return { kata: words.formulir.masuk(satu, ke), next: { ...awalBaru(ke[0] ?? 1, next), hari: ke } };
    setTerbuka(null);
    return null;
  };
  /** Many at once, with a way back; a week that does not fit into the record stays as it is. */
  const pasang = (next: Pekan, kata: string): void => {
    const sebelum = pekan;
    setTerbuka(null);
    if (next.length > SEPEKAN) return beriTahu(words.penuh);
    setPekan(next);
    beriTahu(kata, { teks: umum.aksi.urungkan, jalan: () => setPekan(sebelum) });
  };
  const kirim = async (): Promise<void> => {
    if (temuan.length > 0) return document.querySelector<HTMLElement>('.jadwal-salah')?.focus();
    setSibuk(true);
    // No longer being typed: what was saved comes back from the database.
    if (await simpan(app, pekan)) setPekan(tersimpan);
    setSibuk(false);
  };
  const pilihan = (
    <>
      <Button kind="utama" icon="plus" onClick={() => setTerbuka({ apa: 'baru', hari: 1 })}>
        {words.tambah}
      </Button>
      <Button kind="tonal" icon="copy" onClick={() => setTerbuka({ apa: 'tempel' })}>
        {words.tempel}
      </Button>
    </>
  );
  return (
    <Page
      title={words.judul}
      bar={
        <TopBar
          title={words.judul}
          back={{ href: '/akun', label: umum.aksi.kembali }}
          note={pekan.length > 0 ? words.jumlah(pekan.length) : undefined}
        />
      }
      footer={
        berubah && (
          <Button kind="utama" class="jadwal-simpan" busy={sibuk} onClick={() => void kirim()}>
            {words.simpan}
          </Button>
        )
      }
    >
      {pekan.length === 0 && <EmptyState icon="calendar" text={words.kosong} actions={pilihan} />}
      {record?.state.tahap === 'TETAP' && pekan.length > 0 && (
        <Banner tone="netral">{words.dariSekolah}</Banner>
      )}
      {temuan.length > 0 && (
        <div role="alert">
          <Banner tone="bahaya">{words.perluDibetulkan(temuan.length)}</Banner>
        </div>
      )}
      {pekan.length > 0 && <div class="deret-chip jadwal-pilihan">{pilihan}</div>}
      {(pekan.length > 0 || berubah) &&
        perHari.map(({ hari: ke, sehari }) => (
          <HariJadwal
            key={ke}
            hari={ke}
            sehari={sehari}
            temuan={temuan}
            onBuka={setTerbuka}
            onHapus={hapus}
          />
        ))}
      <Sheet
        open={terbuka !== null}
        onClose={() => setTerbuka(null)}
        title={judulLembar(terbuka)}
        closeLabel={umum.aksi.tutup}
      >
        {(terbuka?.apa === 'baru' || terbuka?.apa === 'ubah') && (
          <FormPelajaran
            awal={
              terbuka.apa === 'baru'
                ? awalBaru(terbuka.hari, pekan)
                : { satu: terbuka.semula, hari: [terbuka.semula.hari] }
            }
            hariPilihan={hari}
            lain={terbuka.apa === 'ubah' ? lepasPelajaran(pekan, terbuka.semula) : pekan}
            mapelDikenal={dikenal(pekan, 'mapel')}
            kelasDikenal={dikenal(pekan, 'kelas')}
            onMasuk={masuk}
            baru={terbuka.apa === 'baru'}
          />
        )}
        {terbuka?.apa === 'salin' && (
          <SalinHari
            hari={hari.filter((ke) => ke !== terbuka.dari)}
            onSalin={(ke) =>
              pasang(salinHariJadwal(pekan, terbuka.dari, ke), words.disalin(terbuka.dari, ke))
            }
          />
        )}
        {terbuka?.apa === 'tempel' && (
          <TempelJadwal
            onMasuk={(baru) => pasang(masukkanJam(pekan, baru), words.tempelan.masuk(baru.length))}
          />
        )}
      </Sheet>
    </Page>
  );
};

/** A teacher's own week of lessons: what Catat and Isi banyak guess from. */
export const JadwalMengajar = () => {
  const app = useApp();
  const { store, actor } = app;
  const jadwal = useLive(async () => ({ record: (await jadwalOf(store, actor.id)) ?? null }), [store]);
  if (!jadwal)
    return (
      <Page
        title={words.judul}
        bar={<TopBar title={words.judul} back={{ href: '/akun', label: umum.aksi.kembali }} />}
        busy
      />
    );
  return <Isi key={jadwal.record?.head ?? ''} app={app} record={jadwal.record} />;
};
