import type { Praktik } from '../../../shared/records/index.ts';
import { buangPerintah, type Done, pakaiPraktik, pilihPraktik } from '../../actions/index.ts';
import { useApp } from '../../app/context.ts';
import { beriTahu } from '../../app/snackbar.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { praktik } from '../../i18n/id/praktik.ts';
import type { PraktikRow } from '../../store/index.ts';
import { Banner, Button } from '../../ui/index.ts';
import { barisPersiapan, barisRefleksi, barisTindakLanjut, Rincian } from './praktik-baca.tsx';

const kata = praktik.milik.dua;

/** Two beginnings of one year, or two texts of one: both are kept until she says which it is to be. */
export const DuaPraktik = ({ utama, lain }: { utama: PraktikRow; lain: PraktikRow | undefined }) => {
  const app = useApp();
  const varian = utama.variants.find(({ kind }) => kind === 'praktik.ubah');
  const isi = lain?.content ?? (varian?.content as Praktik | undefined);
  if (!isi) return null;
  const jalan = async (work: Promise<Done>, kabar: string) => {
    const done = await work;
    beriTahu(done.ok ? kabar : kataMasalah(done.code, done.params));
  };
  const pilih = (pakai: 'varian' | 'kini') =>
    pilihPraktik(app, utama.id, { varian: varian?.id ?? '', pakai });
  return (
    <Banner tone="bahaya">
      <p>{lain ? kata.ditolak : kata.varian}</p>
      <details>
        <summary>{kata.lihat}</summary>
        <Rincian baris={[...barisPersiapan(isi), ...barisTindakLanjut(isi), ...barisRefleksi(isi)]} />
      </details>
      <div class="deret-tombol">
        <Button
          onClick={() => void jalan(lain ? pakaiPraktik(app, lain, utama) : pilih('varian'), kata.dipakai)}
        >
          {lain ? kata.pakai : kata.pakaiVarian}
        </Button>
        <Button onClick={() => void jalan(lain ? buangPerintah(app, lain.id) : pilih('kini'), kata.dibuang)}>
          {lain ? kata.buang : kata.pakaiKini}
        </Button>
      </div>
    </Banner>
  );
};
