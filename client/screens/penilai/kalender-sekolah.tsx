import { useState } from 'preact/hooks';
import { liburNasional, liburNasionalKurang, selisihHari } from '../../../shared/domain/index.ts';
import type { HariKhusus } from '../../../shared/records/index.ts';
import { hapusKalender, tambahKalender } from '../../actions/index.ts';
import { useApp } from '../../app/context.ts';
import { useHariIni } from '../../app/hari.ts';
import { beriTahu } from '../../app/snackbar.ts';
import { bulanTahun } from '../../i18n/format.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { kalenderSekolah as words } from '../../i18n/id/penilai-kalender.ts';
import { umum } from '../../i18n/id/umum.ts';
import { satkerOf, useLive } from '../../store/index.ts';
import {
  Banner,
  Button,
  EmptyState,
  ListRow,
  Page,
  Section,
  Segmented,
  Sheet,
  StatusPill,
  TopBar,
} from '../../ui/index.ts';
import { IsianHari } from './kalender-hari.tsx';
import { TempelKalender } from './kalender-tempel.tsx';
import '../guru/guru.css';
import './penilai.css';

const perBulan = (kalender: readonly HariKhusus[]): ReadonlyMap<string, readonly HariKhusus[]> => {
  const bulan = new Map<string, HariKhusus[]>();
  for (const hari of kalender)
    bulan.set(hari.mulai.slice(0, 7), [...(bulan.get(hari.mulai.slice(0, 7)) ?? []), hari]);
  return bulan;
};

const BarisHari = ({ hari, onBuka }: { hari: HariKhusus; onBuka: () => void }) => (
  <li>
    <ListRow
      title={hari.nama}
      meta={words.hari(hari.mulai, hari.selesai, selisihHari(hari.mulai, hari.selesai) + 1)}
      trailing={
        <StatusPill
          tone={hari.libur ? 'netral' : 'berhasil'}
          icon={hari.libur ? 'house' : 'check'}
          label={hari.libur ? words.libur : words.masuk}
        />
      }
      onClick={onBuka}
    />
  </li>
);

const DaftarBulan = ({
  hari,
  onBuka,
}: {
  hari: readonly HariKhusus[];
  onBuka: (hari: HariKhusus) => void;
}) => (
  <>
    {[...perBulan(hari)].map(([bulan, sebulan]) => (
      <Section key={bulan} title={bulanTahun(bulan)}>
        <ul class="daftar">
          {sebulan.map((satu) => (
            <BarisHari
              key={`${satu.mulai}${satu.selesai}${satu.nama}`}
              hari={satu}
              onBuka={() => onBuka(satu)}
            />
          ))}
        </ul>
      </Section>
    ))}
  </>
);

/** Says how a change went; null where it did. */
const gagalKah = (done: Awaited<ReturnType<typeof tambahKalender>>): string | null =>
  done.ok ? null : kataMasalah(done.code, done.params);

/** What one can do to the calendar, each with a way back. */
const useKalender = () => {
  const app = useApp();
  const tambah = async (hari: readonly HariKhusus[], dulu: HariKhusus | null): Promise<string | null> => {
    const gagal = gagalKah(await tambahKalender(app, hari));
    if (gagal) return gagal;
    const [satu] = hari;
    const berpindah =
      dulu && satu && (dulu.mulai !== satu.mulai || dulu.selesai !== satu.selesai || dulu.nama !== satu.nama);
    if (berpindah) await hapusKalender(app, [dulu]);
    const urungkan = async (): Promise<void> => {
      if (!dulu || berpindah) await hapusKalender(app, hari);
      if (dulu) await tambahKalender(app, [dulu]);
    };
    beriTahu(dulu ? words.tersimpan : words.ditambah(hari.length), {
      teks: umum.aksi.urungkan,
      jalan: () => void urungkan(),
    });
    return null;
  };
  const hapus = async (hari: HariKhusus): Promise<void> => {
    const gagal = gagalKah(await hapusKalender(app, [hari]));
    if (gagal) return beriTahu(gagal);
    beriTahu(words.dihapus, { teks: umum.aksi.urungkan, jalan: () => void tambahKalender(app, [hari]) });
  };
  return { tambah, hapus };
};

const Nasional = ({
  kalender,
  tahun,
  onTambah,
}: {
  kalender: readonly HariKhusus[];
  tahun: number;
  onTambah: (hari: readonly HariKhusus[]) => void;
}) => {
  const kurang = liburNasionalKurang(kalender, tahun);
  if (kurang.length === 0) return null;
  return (
    <Banner
      tone="info"
      action={
        <Button kind="tonal" icon="plus" onClick={() => onTambah(kurang)}>
          {words.nasionalTambah}
        </Button>
      }
    >
      <p>{words.nasional(kurang.length, tahun)}</p>
      <p class="redup">{words.nasionalSumber(liburNasional(tahun)?.sumber ?? '')}</p>
    </Banner>
  );
};

type Buka = { readonly cara: 'baru' | 'tempel' } | { readonly cara: 'ubah'; readonly hari: HariKhusus };

/** A05 for a school: which days are free, which are worked; the head keeps it, offline too. */
export const KalenderSekolah = () => {
  const app = useApp();
  const { hariIni } = useHariIni();
  const kini = Number(hariIni.slice(0, 4));
  const [tahun, setTahun] = useState(kini);
  const [buka, setBuka] = useState<Buka | null>(null);
  const satker = useLive(() => satkerOf(app.store, app.shard), [app.store, app.shard]);
  const { tambah, hapus } = useKalender();
  const kalender = satker?.content.kalender ?? [];
  const setahun = kalender.filter(
    ({ mulai, selesai }) => mulai.startsWith(String(tahun)) || selesai.startsWith(String(tahun)),
  );
  const bulanIni = `${hariIni.slice(0, 7)}-01`;
  const lewat = setahun.filter(({ selesai }) => selesai < bulanIni);
  const ubah = (hari: HariKhusus): void => setBuka({ cara: 'ubah', hari });
  const tutup = (): void => setBuka(null);
  const simpan = async (hari: readonly HariKhusus[], dulu: HariKhusus | null): Promise<string | null> => {
    const gagal = await tambah(hari, dulu);
    if (!gagal) tutup();
    return gagal;
  };
  const awal = { mulai: hariIni, selesai: hariIni, nama: '', libur: true };
  return (
    <Page
      title={words.judul}
      bar={<TopBar title={words.judul} back={{ href: '/akun', label: words.kembali }} />}
      busy={!satker}
    >
      <p class="redup">{words.ket}</p>
      <Segmented
        name="kalender-tahun"
        label={words.tahun}
        value={String(tahun)}
        options={[kini - 1, kini, kini + 1].map((satu) => ({ value: String(satu), label: String(satu) }))}
        onValue={(value) => setTahun(Number(value))}
      />
      {satker && (
        <Nasional
          kalender={kalender}
          tahun={tahun}
          onTambah={(hari) => void tambah(hari, null).then((gagal) => gagal && beriTahu(gagal))}
        />
      )}
      <div class="deret-tombol">
        <Button kind="tonal" icon="plus" onClick={() => setBuka({ cara: 'baru' })}>
          {words.tambah}
        </Button>
        <Button kind="teks" icon="copy" onClick={() => setBuka({ cara: 'tempel' })}>
          {words.tempel}
        </Button>
      </div>
      {satker && setahun.length === 0 && (
        <EmptyState icon="calendar" text={kalender.length === 0 ? words.kosong : words.kosongTahun(tahun)} />
      )}
      <DaftarBulan hari={setahun.filter(({ selesai }) => selesai >= bulanIni)} onBuka={ubah} />
      {lewat.length > 0 && (
        <details>
          <summary>{words.lewat(lewat.length)}</summary>
          <DaftarBulan hari={lewat} onBuka={ubah} />
        </details>
      )}
      <Sheet
        open={buka !== null}
        onClose={tutup}
        title={
          buka?.cara === 'tempel'
            ? words.tempelan.judul
            : buka?.cara === 'ubah'
              ? words.isi.ubah
              : words.isi.baru
        }
        closeLabel={words.tutup}
      >
        {buka?.cara === 'tempel' && <TempelKalender onSimpan={(hari) => simpan(hari, null)} />}
        {buka?.cara === 'baru' && (
          <IsianHari awal={awal} onSimpan={(hari) => simpan([hari], null)} onHapus={null} />
        )}
        {buka?.cara === 'ubah' && (
          <IsianHari
            awal={buka.hari}
            onSimpan={(hari) => simpan([hari], buka.hari)}
            onHapus={() => {
              tutup();
              void hapus(buka.hari);
            }}
          />
        )}
      </Sheet>
    </Page>
  );
};
