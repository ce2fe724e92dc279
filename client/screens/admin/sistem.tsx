import { useEffect, useState } from 'preact/hooks';
import { JENIS_SALINAN, type KeadaanSistem } from '../../../shared/protocol/index.ts';
import { useApp } from '../../app/context.ts';
import { buatCadangan, keadaanSistem } from '../../app/sistem.ts';
import { beriTahu } from '../../app/snackbar.ts';
import { angka } from '../../i18n/format.ts';
import { kantor } from '../../i18n/id/kantor.ts';
import { sistem as words } from '../../i18n/id/sistem.ts';
import { Banner, Button, Page, ProgressBar, Section, StatusPill, TopBar } from '../../ui/index.ts';
import { kataTolak, useMuat } from './kantor-muat.ts';
import { pulang } from './kantor-pulang.ts';
import './kantor.css';

/** How often is asked again, ms: while a copy is made, and else. */
const SEGERA = 2_000;
const TENANG = 30_000;

const BAIK = { tone: 'berhasil', icon: 'check' } as const;
const BURUK = { tone: 'bahaya', icon: 'x' } as const;
const AWAS = { tone: 'peringatan', icon: 'triangle-alert' } as const;

const Kini = ({ kini: { baca, tulis, ruang, disk, pada } }: { kini: KeadaanSistem }) => {
  const terima = tulis && ruang !== 'habis';
  return (
    <Section title={words.kini}>
      <dl class="rincian sistem-rincian">
        <dt>{words.baca.judul}</dt>
        <dd>
          <StatusPill {...(baca ? BAIK : BURUK)} label={baca ? words.baca.ya : words.baca.tidak} />
        </dd>
        <dt>{words.tulis.judul}</dt>
        <dd>
          <StatusPill {...(terima ? BAIK : BURUK)} label={terima ? words.tulis.ya : words.tulis.tidak} />
        </dd>
        <dt>{words.ruang.judul}</dt>
        <dd>
          <StatusPill
            {...(ruang === 'lega' ? BAIK : ruang === 'sempit' ? AWAS : BURUK)}
            label={words.ruang[ruang]}
          />
          {disk && <span class="redup"> {words.disk(disk.bebas, disk.total)}</span>}
        </dd>
      </dl>
      {!terima && <Banner tone="bahaya">{words.tulisTidak}</Banner>}
      {words.ruangIsi[ruang] && <Banner tone="peringatan">{words.ruangIsi[ruang]}</Banner>}
      {disk && (
        <ProgressBar label={words.terpakai} value={Math.max(0, disk.total - disk.bebas)} max={disk.total} />
      )}
      <p class="redup">{words.dilihat(pada)}</p>
    </Section>
  );
};

const PerJenis = ({ kini: { salinan } }: { kini: KeadaanSistem }) => (
  <table class="kantor-tabel">
    <thead>
      <tr>
        <th scope="col">{words.kolom.jenis}</th>
        <th scope="col">{words.kolom.banyak}</th>
        <th scope="col">{words.kolom.terbaru}</th>
        <th scope="col">{words.kolom.tertua}</th>
      </tr>
    </thead>
    <tbody>
      {JENIS_SALINAN.map((jenis) => {
        const satu = salinan.find((lain) => lain.jenis === jenis);
        const saat = (pada: number | null | undefined) => (pada ? words.waktu(pada) : '–');
        return (
          <tr key={jenis}>
            <th scope="row">{words.jenis[jenis]}</th>
            <td data-judul={words.kolom.banyak}>{angka(satu?.banyak ?? 0)}</td>
            <td data-judul={words.kolom.terbaru}>{saat(satu?.terbaru)}</td>
            <td data-judul={words.kolom.tertua}>{saat(satu?.tertua)}</td>
          </tr>
        );
      })}
    </tbody>
  </table>
);

type CadanganProps = { readonly kini: KeadaanSistem; readonly onMulai: () => void };

const Cadangan = ({ kini, onMulai }: CadanganProps) => {
  const [sibuk, setSibuk] = useState(false);
  const [salah, setSalah] = useState<string | null>(null);
  const { terakhir, berjalan } = kini;
  const mulai = async (): Promise<void> => {
    setSibuk(true);
    const hasil = await buatCadangan();
    setSibuk(false);
    setSalah(hasil.ok ? null : kataTolak(hasil));
    if (!hasil.ok) return;
    beriTahu(words.dimulai);
    onMulai();
  };
  return (
    <Section title={words.cadangan}>
      {terakhir ? (
        <>
          <p>
            <b>{words.terakhir(kini.pada - terakhir.pada)}</b>
          </p>
          <p class="redup">{words.terakhirIsi(terakhir)}</p>
          <p class="redup">{words.sesudahnya(terakhir.sesudahnya)}</p>
        </>
      ) : (
        <Banner tone="bahaya">{words.belumAda}</Banner>
      )}
      {kini.gagal && <Banner tone="bahaya">{words.gagal}</Banner>}
      {salah && <Banner tone="peringatan">{salah}</Banner>}
      <div role="status">
        {berjalan && (
          <p>
            {words.bagian[berjalan.bagian]}, {words.maju(berjalan.selesai, berjalan.dari)}
          </p>
        )}
      </div>
      {berjalan ? (
        <ProgressBar label={words.bagian[berjalan.bagian]} value={berjalan.selesai} max={berjalan.dari} />
      ) : (
        <div>
          <Button kind="utama" icon="copy" busy={sibuk} onClick={() => void mulai()}>
            {words.buat}
          </Button>
        </div>
      )}
      <PerJenis kini={kini} />
      <p class="redup">{words.otomatis(kini.tiapMenit)}</p>
      {kini.sedisk && <Banner tone="peringatan">{words.sedisk}</Banner>}
    </Section>
  );
};

const Lainnya = ({
  kini: { buku, antrean, pada, versi, mulai, migrasi, pulih },
}: {
  kini: KeadaanSistem;
}) => (
  <>
    <Section title={words.antrean}>
      <p>{antrean.hp === 0 ? words.antreanKosong : words.antreanIsi(antrean.hp, antrean.isian)}</p>
      {antrean.sejak !== null && <p>{words.antreanSejak(pada - antrean.sejak)}</p>}
      <p class="redup">{words.antreanTahu}</p>
    </Section>
    <Section title={words.buku}>
      <p>{words.bukuIsi(buku.baris, buku.unit)}</p>
      <p>
        {words.sidik}: <code class="sistem-sidik">{buku.sidik}</code>
      </p>
      <p class="redup">{words.sidikIsi}</p>
    </Section>
    <Section title={words.versi}>
      <p>{words.versiIsi(versi, mulai)}</p>
      <p class="redup">{words.migrasi(migrasi.banyak, migrasi.terakhir)}</p>
      <p class="redup">{pulih === null ? words.pulihBelum : words.pulih(pulih)}</p>
    </Section>
  </>
);

/** A10: what works now and what would be left after a loss; asked again by itself while it is looked at. */
export const Sistem = () => {
  const app = useApp();
  const { isi, salah, kode, lagi } = useMuat(keadaanSistem, 'sistem');
  const jeda = isi?.berjalan ? SEGERA : TENANG;
  useEffect(() => {
    // He turned away from proving who he is: asked by itself again, that question would come every time.
    if (kode === 'sesi_admin') return;
    const timer = setTimeout(lagi, jeda);
    return () => clearTimeout(timer);
  }, [isi, salah, jeda]);
  return (
    <Page
      title={words.judul}
      bar={<TopBar title={words.judul} back={pulang(app)} />}
      busy={isi === null && salah === null}
    >
      {salah && (
        <Banner
          tone="peringatan"
          action={
            <Button kind="tonal" onClick={lagi}>
              {kantor.coba}
            </Button>
          }
        >
          {salah}
        </Banner>
      )}
      {!isi && !salah && <p role="status">{kantor.memuat}</p>}
      {isi && (
        <>
          <Kini kini={isi} />
          <Cadangan kini={isi} onMulai={lagi} />
          <Lainnya kini={isi} />
        </>
      )}
    </Page>
  );
};
