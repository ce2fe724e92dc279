import { useEffect, useState } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import type { SatuPantau } from '../../../shared/protocol/index.ts';
import { useApp } from '../../app/context.ts';
import { ambilSekolah, tabelDilihat } from '../../app/wilayah.ts';
import { kapanHari } from '../../i18n/format.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { wilayah as words } from '../../i18n/id/wilayah.ts';
import { Banner, Button, ListRow, Page, Section, StatusPill, TopBar } from '../../ui/index.ts';
import { AngkaSekolah, SebabSekolah } from './angka.tsx';
import { tandaBernama } from './model.ts';
import { KepalaDinilai, RhkSekolahIni, TandaSekolahIni, TrenSekolah } from './rincian.tsx';
import './wilayah.css';

type Ringkas = SatuPantau['ringkas'];
type Orang = SatuPantau['orang'][number];
type Keadaan = {
  readonly satu: SatuPantau | null;
  /** The school's figures as the phone last saw them in the table, and when. */
  readonly dulu: { readonly ringkas: Ringkas; readonly pada: number } | null;
  readonly salah: string | null;
};

const useSatu = (shard: string): Keadaan & { readonly muat: () => Promise<void> } => {
  const { store } = useApp();
  const [keadaan, setKeadaan] = useState<Keadaan>({ satu: null, dulu: null, salah: null });
  const muat = async (): Promise<void> => {
    const hasil = await ambilSekolah(shard);
    if (hasil.ok && 'isi' in hasil) return setKeadaan({ satu: hasil.isi, dulu: null, salah: null });
    const dilihat = await tabelDilihat(store);
    const ringkas = dilihat?.tabel.list.find((satu) => satu.shard === shard);
    const dulu = dilihat && ringkas ? { ringkas, pada: dilihat.pada } : null;
    const salah = hasil.ok ? kataMasalah('server_diam', {}) : kataMasalah(hasil.code, hasil.params ?? {});
    setKeadaan({ satu: null, dulu, salah });
  };
  useEffect(() => {
    setKeadaan({ satu: null, dulu: null, salah: null });
    void muat();
  }, [shard]);
  return { ...keadaan, muat };
};

const keterangan = ({ kosong, sejak, terakhir, tunggu }: Orang): string => {
  const isian =
    kosong > 0 && sejak && terakhir
      ? words.kosongSejak(kosong, sejak)
      : terakhir
        ? words.mengisi(terakhir)
        : words.takMengisi;
  return tunggu > 0 ? `${isian} · ${words.tungguGuru(tunggu)}` : isian;
};

const Menunggu = ({ tunggu }: Pick<Ringkas, 'tunggu'>) => (
  <Section title={words.judulMenunggu}>
    {tunggu.length === 0 ? (
      <p class="redup">{words.takMenunggu}</p>
    ) : (
      <ul class="daftar">
        {tunggu.map(({ jenis, jumlah, sejak }) => (
          <li key={jenis}>
            <ListRow title={words.jenis[jenis](jumlah)} meta={sejak ? words.tertua(sejak) : undefined} />
          </li>
        ))}
      </ul>
    )}
  </Section>
);

const Guru = ({ orang }: Pick<SatuPantau, 'orang'>) => (
  <Section title={words.judulGuru}>
    <p class="redup">{orang.length === 0 ? words.takGuru : words.guruKet}</p>
    {orang.length > 0 && (
      <ul class="daftar">
        {orang.map((satu) => (
          <li key={satu.id}>
            <ListRow
              title={satu.nama}
              meta={keterangan(satu)}
              trailing={
                satu.tertinggal ? (
                  <StatusPill tone="peringatan" icon="clock" label={words.tandaTertinggal} />
                ) : undefined
              }
            />
          </li>
        ))}
      </ul>
    )}
  </Section>
);

/** One school from above: its figures, what waits there, why, and since when each of its people falls behind. */
export const SekolahSatu = () => {
  const app = useApp();
  const { params } = useRoute();
  const { satu, dulu, salah, muat } = useSatu(decodeURIComponent(params['shard'] ?? ''));
  const ringkas = satu?.ringkas ?? dulu?.ringkas ?? null;
  const judul = ringkas?.nama ?? words.judul;
  return (
    <Page
      title={judul}
      busy={!satu && !salah}
      bar={<TopBar title={judul} back={{ href: '/wilayah', label: words.kembaliKe }} />}
    >
      <div class="wilayah">
        {salah && (
          <Banner
            tone="peringatan"
            action={
              <Button kind="tonal" onClick={() => void muat()}>
                {words.coba}
              </Button>
            }
          >
            {dulu
              ? `${words.terputus(salah, kapanHari(dulu.pada, app.clock()))} ${words.perluInternet}`
              : salah}
          </Banner>
        )}
        {!satu && !salah && <p role="status">{words.memuat}</p>}
        {ringkas && (
          <>
            {satu && (
              <p class="redup">
                {[
                  words.sampai(satu.sampai),
                  ...(satu.penilai.length > 0 ? [words.kepala(satu.penilai)] : []),
                ].join(' · ')}
              </p>
            )}
            <AngkaSekolah list={[ringkas]} />
            <p class="redup">{words.penyebut}</p>
            <Menunggu tunggu={ringkas.tunggu} />
            {satu?.kepala && <KepalaDinilai kepala={satu.kepala} />}
            {satu && <Guru orang={satu.orang} />}
            <div class="wawasan">
              {satu?.tren && <TrenSekolah tren={satu.tren} log={ringkas.log} />}
              {satu?.rinci && <TandaSekolahIni tanda={tandaBernama(satu)} guru={ringkas.guru} />}
              {satu?.rinci && <RhkSekolahIni rhk={satu.rinci.rhk} />}
            </div>
            <SebabSekolah list={[ringkas]} npsn={ringkas.npsn} />
          </>
        )}
      </div>
    </Page>
  );
};
