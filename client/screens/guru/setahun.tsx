import { useEffect } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso';
import { useApp } from '../../app/context.ts';
import { useHariIni } from '../../app/hari.ts';
import { bacaTahun, muatMasukan, type TahunSaya } from '../../app/setahun-muat.ts';
import { tanggalPanjang } from '../../i18n/format.ts';
import { setahun as words } from '../../i18n/id/setahun.ts';
import { umum } from '../../i18n/id/umum.ts';
import { tahunBerisi, useLive } from '../../store/index.ts';
import { Button, Chip, EmptyState, LinkButton, Page, TopBar } from '../../ui/index.ts';
import { Angka, Bulanan, Hasil, Kerja, MasukanSaya, Sebab } from './setahun-bagian.tsx';
import './setahun.css';

/** The year of the address: this one unless it says another. */
const tahunDari = (teks: string | undefined, kini: number): number =>
  /^20\d{2}$/.test(teks ?? '') ? Number(teks) : kini;

const PilihTahun = ({ daftar, kini }: { daftar: readonly number[]; kini: number }) => {
  const { route } = useLocation();
  if (daftar.length < 2) return null;
  return (
    <div class="deret-chip" role="group" aria-label={words.tahun}>
      {daftar.map((tahun) => (
        <Chip key={tahun} pressed={tahun === kini} onClick={() => route(`/setahun?tahun=${tahun}`, true)}>
          {tahun}
        </Chip>
      ))}
    </div>
  );
};

const Isi = ({ isi }: { isi: TahunSaya }) => (
  <>
    <Angka tahun={isi.tahun} log={isi.log} />
    <Kerja tahun={isi.tahun} />
    <Bulanan tahun={isi.tahun} log={isi.log} />
    {isi.log !== 'mati' && <Sebab tahun={isi.tahun} />}
    <MasukanSaya masukan={isi.masukan} uraian={isi.uraian} dimuatPada={isi.dimuatPada} />
    <Hasil tahun={isi.tahun} catatan={isi.catatan} />
  </>
);

/** A year of her own work out of her own records: offline, for nobody else, and on paper where she wants it. */
export const SetahunSaya = () => {
  const app = useApp();
  const { hariIni } = useHariIni();
  const kini = Number(hariIni.slice(0, 4));
  const tahun = tahunDari(useRoute().query['tahun'], kini);
  const isi = useLive(() => bacaTahun(app, tahun, hariIni), [app, tahun, hariIni]);
  const daftar = useLive(() => tahunBerisi(app.store, app.actor.id), [app.store]) ?? [];
  const shards = isi?.shards.join();
  useEffect(() => {
    if (shards !== undefined && !app.latihan) void muatMasukan(app, shards.split(','), tahun);
  }, [app, shards, tahun]);
  const judul = words.judulTahun(tahun);
  const akhir = tahun < kini ? `${tahun}-12-31` : hariIni;
  return (
    <Page
      title={judul}
      busy={!isi}
      bar={<TopBar title={judul} back={{ href: '/akun', label: umum.aksi.kembali }} />}
    >
      <div class="setahun">
        <PilihTahun daftar={[...new Set([kini, ...daftar])]} kini={tahun} />
        {isi && (
          <p class="setahun-orang">
            <b>{app.account.nama}</b> · {app.account.jabatan} · {isi.sekolah}
          </p>
        )}
        {isi && isi.tahun.kegiatan + isi.masukan.length === 0 && (
          <EmptyState
            icon="calendar"
            text={words.kosong(tahun)}
            actions={
              <LinkButton kind="utama" href="/catat">
                {words.catat}
              </LinkButton>
            }
          />
        )}
        {isi && isi.tahun.kegiatan + isi.masukan.length > 0 && (
          <>
            <p class="redup">{words.pembuka(tanggalPanjang(akhir))}</p>
            <Isi isi={isi} />
            <p class="redup">{words.jujur}</p>
            <div class="deret-tombol">
              <Button kind="utama" icon="download" onClick={() => print()}>
                {words.cetak}
              </Button>
              <LinkButton href={`/dialog-karier?tahun=${tahun}`}>{words.keDialog}</LinkButton>
              <LinkButton href="/portofolio">{words.kePortofolio}</LinkButton>
            </div>
          </>
        )}
      </div>
    </Page>
  );
};
