import type { Evaluasi } from '../../../shared/records/index.ts';
import { buangPerintah, type Done, pakaiIsian, pilihEvaluasi } from '../../actions/index.ts';
import { useApp } from '../../app/context.ts';
import { beriTahu } from '../../app/snackbar.ts';
import { evaluasi as words } from '../../i18n/id/evaluasi.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import type { EvaluasiRow } from '../../store/index.ts';
import { Banner, Button } from '../../ui/index.ts';

const kata = words.dua;
const MILIKNYA: readonly string[] = ['DRAF', 'DIKEMBALIKAN'];

/** What an evaluation says, in its author's words. */
export const IsiEvaluasi = ({ isi }: { isi: Evaluasi }) => (
  <dl class="rincian">
    {isi.hasil.map(({ kode, rhk, ukuran }) => (
      <div key={kode}>
        <dt>{rhk}</dt>
        <dd class="teks-asli">
          {ukuran
            .map(({ realisasi }) => realisasi)
            .filter(Boolean)
            .join('; ') || '–'}
        </dd>
      </div>
    ))}
    <div>
      <dt>{words.isi.refleksi}</dt>
      <dd class="teks-asli">{isi.refleksi || '–'}</dd>
    </div>
  </dl>
);

/** The other text, so that nobody chooses unseen. */
const IsiLain = ({ isi }: { isi: Evaluasi }) => (
  <details class="evaluasi-bukti">
    <summary>{kata.lihat}</summary>
    <IsiEvaluasi isi={isi} />
  </details>
);

/** Two evaluations of one period, or two texts of one: both are kept until she says which it is to be. */
export const DuaEvaluasi = ({ utama, lain }: { utama: EvaluasiRow; lain: EvaluasiRow | undefined }) => {
  const app = useApp();
  const jalan = async (work: Promise<Done>, kabar: string) => {
    const done = await work;
    beriTahu(done.ok ? kabar : kataMasalah(done.code, done.params));
  };
  const varian = utama.variants.find(({ kind }) => kind === 'evaluasi.ubah');
  const bisa = MILIKNYA.includes(utama.state.tahap);
  const isi = lain?.content ?? (varian?.content as Evaluasi | undefined);
  if (!isi) return null;
  const pakai = (): Promise<Done> =>
    lain
      ? pakaiIsian(app, lain, utama)
      : pilihEvaluasi(app, utama.id, { varian: varian?.id ?? '', pakai: 'varian' });
  const buang = (): Promise<Done> =>
    lain
      ? buangPerintah(app, lain.id)
      : pilihEvaluasi(app, utama.id, { varian: varian?.id ?? '', pakai: 'kini' });
  return (
    <Banner tone="bahaya">
      <p>{lain ? kata.ditolak : kata.varian}</p>
      {!bisa && <p>{kata.tidakBisa}</p>}
      <IsiLain isi={isi} />
      <div class="deret-tombol">
        {bisa && (
          <Button onClick={() => void jalan(pakai(), kata.dipakai)}>
            {lain ? kata.pakai : kata.pakaiVarian}
          </Button>
        )}
        <Button onClick={() => void jalan(buang(), kata.dibuang)}>
          {lain ? kata.buang : kata.pakaiKini}
        </Button>
      </div>
    </Banner>
  );
};
