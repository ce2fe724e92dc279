import { useEffect, useRef, useState } from 'preact/hooks';
import { bukaDataSaya } from '../../actions/index.ts';
import { type App, useApp } from '../../app/context.ts';
import { useIsianTerbuka } from '../../app/sibuk.ts';
import { beriTahu } from '../../app/snackbar.ts';
import { waktu } from '../../i18n/format.ts';
import { ambilData as words } from '../../i18n/id/ambil-data.ts';
import { umum } from '../../i18n/id/umum.ts';
import { useLive } from '../../store/index.ts';
import { Banner, Button, Icon, ListRow, Page, ProgressBar, Section, TopBar } from '../../ui/index.ts';
import { type Dibaca, DitolakBaris, Pratinjau } from './ambil-data-isi.tsx';
import './guru.css';
import './lain.css';

type Modul = Awaited<ReturnType<typeof bukaDataSaya>>;
type Hasil = Awaited<ReturnType<Modul['ambilData']>>;

/** One import after another, each with its way back. */
const Riwayat = ({ modul }: { modul: Modul }) => {
  const app = useApp();
  const semua = useLive(() => modul.daftarAmbilan(app), [app.store]) ?? [];
  if (semua.length === 0) return null;
  const urungkan = async (id: string): Promise<void> => {
    const { urung, tetap } = await modul.urungkanAmbilan(app, id);
    beriTahu(words.diurungkan(urung, tetap));
  };
  return (
    <Section title={words.riwayat}>
      <ul class="daftar">
        {semua.map(({ id, pada, isi }) => (
          <li key={id}>
            <ListRow
              title={waktu(pada)}
              meta={words.riwayatBaris(isi.length)}
              trailing={
                <Button
                  kind="teks"
                  aria-label={words.urungkanSemua(waktu(pada))}
                  onClick={() => void urungkan(id)}
                >
                  {words.urungkan}
                </Button>
              }
            />
          </li>
        ))}
      </ul>
    </Section>
  );
};

const PilihBerkas = ({ onBerkas, sibuk }: { onBerkas: (berkas: File) => void; sibuk: boolean }) => (
  <>
    <p>{words.isi}</p>
    <label class="button utama block">
      <input
        class="sembunyi"
        type="file"
        accept=".zip,application/zip"
        disabled={sibuk}
        aria-label={words.pilih}
        onChange={(event) => {
          const [berkas] = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = '';
          if (berkas) onBerkas(berkas);
        }}
      />
      <Icon name="plus" />
      <span aria-hidden="true">{words.pilih}</span>
    </label>
    <p role="status">{sibuk ? words.membaca : ''}</p>
  </>
);

const Hasilnya = ({ hasil, dibaca, onLagi }: { hasil: Hasil; dibaca: Dibaca; onLagi: () => void }) => {
  const baris = useRef<HTMLParagraphElement>(null);
  useEffect(() => baris.current?.focus(), []);
  const ditolak = dibaca.baris.flatMap((satu) => {
    const sebab = hasil.ditolak.get(satu.id);
    return sebab ? [{ ...satu, sebab }] : [];
  });
  return (
    <>
      <p ref={baris} tabIndex={-1} role="status">
        {words.selesai(hasil.diambil)}
      </p>
      {hasil.fotoHilang > 0 && <Banner tone="peringatan">{words.selesaiFoto(hasil.fotoHilang)}</Banner>}
      {ditolak.length > 0 && <Banner tone="peringatan">{words.selesaiDitolak(ditolak.length)}</Banner>}
      <DitolakBaris baris={ditolak} />
      <Button onClick={onLagi}>{words.berkasLain}</Button>
    </>
  );
};

type Langkah =
  | { readonly pada: 'pilih'; readonly sibuk?: boolean; readonly salah?: string }
  | { readonly pada: 'lihat'; readonly dibaca: Dibaca }
  | { readonly pada: 'jalan'; readonly dibaca: Dibaca; readonly maju: readonly [number, number] }
  | { readonly pada: 'selesai'; readonly dibaca: Dibaca; readonly hasil: Hasil };

const Isi = ({ app, modul }: { app: App; modul: Modul }) => {
  const [langkah, setLangkah] = useState<Langkah>({ pada: 'pilih' });
  const henti = useRef<AbortController | null>(null);
  useEffect(() => () => henti.current?.abort(), []);
  useIsianTerbuka(langkah.pada === 'lihat' || langkah.pada === 'jalan');
  const baca = async (berkas: File): Promise<void> => {
    setLangkah({ pada: 'pilih', sibuk: true });
    const dibaca = await modul.bacaDataSaya(app, berkas);
    if (dibaca.ok) setLangkah({ pada: 'lihat', dibaca: { ...dibaca, nama: berkas.name } });
    else setLangkah({ pada: 'pilih', salah: words.salah[dibaca.sebab] });
  };
  const ambil = async (dibaca: Dibaca, dipilih: ReadonlySet<string>): Promise<void> => {
    henti.current = new AbortController();
    const onKemajuan = (...maju: readonly [number, number]): void =>
      setLangkah({ pada: 'jalan', dibaca, maju });
    onKemajuan(0, dipilih.size);
    const hasil = await modul.ambilData(app, dibaca, { dipilih, onKemajuan, batal: henti.current.signal });
    setLangkah({ pada: 'selesai', dibaca, hasil });
  };
  const lagi = (): void => setLangkah({ pada: 'pilih' });
  if (langkah.pada === 'lihat')
    return (
      <Pratinjau
        dibaca={langkah.dibaca}
        nip={app.account.nip}
        onAmbil={(dipilih) => void ambil(langkah.dibaca, dipilih)}
        onLain={lagi}
      />
    );
  if (langkah.pada === 'jalan')
    return (
      <div class="tumpuk" role="status">
        <ProgressBar value={langkah.maju[0]} max={langkah.maju[1]} label={words.maju(...langkah.maju)} />
        <p>{words.maju(...langkah.maju)}</p>
        <Button onClick={() => henti.current?.abort()}>{words.henti}</Button>
      </div>
    );
  return (
    <>
      {langkah.pada === 'selesai' ? (
        <Hasilnya hasil={langkah.hasil} dibaca={langkah.dibaca} onLagi={lagi} />
      ) : (
        <>
          <PilihBerkas onBerkas={(berkas) => void baca(berkas)} sibuk={langkah.sibuk ?? false} />
          {langkah.salah && (
            <div role="alert">
              <Banner tone="bahaya">{langkah.salah}</Banner>
            </div>
          )}
        </>
      )}
      <Riwayat modul={modul} />
    </>
  );
};

/** G21: one's own data back from a file, on the phone, after a look at what is in it. */
export const AmbilData = () => {
  const app = useApp();
  const [modul, setModul] = useState<Modul | null>(null);
  useEffect(() => void bukaDataSaya().then(setModul), []);
  const lengkap = useLive(
    async () => app.latihan || (modul ? modul.sudahLengkap(app) : undefined),
    [app, modul],
  );
  return (
    <Page
      title={words.judul}
      bar={<TopBar title={words.judul} back={{ href: '/akun/penyimpanan', label: umum.aksi.kembali }} />}
      busy={!modul || lengkap === undefined}
    >
      {lengkap === false && <Banner tone="peringatan">{words.belumLengkap}</Banner>}
      {modul && lengkap && (
        <div class="tumpuk">
          <Isi app={app} modul={modul} />
        </div>
      )}
    </Page>
  );
};
