import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { dapatDitarik, kodeUtuh, rentangPeriode } from '../../../shared/domain/index.ts';
import type { Satker } from '../../../shared/records/index.ts';
import { bacaEvaluasi, tarikEvaluasi } from '../../actions/index.ts';
import { useApp } from '../../app/context.ts';
import { beriTahu } from '../../app/snackbar.ts';
import { evaluasi as words } from '../../i18n/id/evaluasi.ts';
import { detail } from '../../i18n/id/guru.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import type { EntriRow, EvaluasiRow } from '../../store/index.ts';
import { Button, Page, Section, StatusPill, TopBar } from '../../ui/index.ts';
import { lencana } from './evaluasi.tsx';
import { Bukti } from './evaluasi-bukti.tsx';
import { KeberatanGuru } from './evaluasi-keberatan.tsx';
import { Kuadran, PredikatKini } from './evaluasi-kuadran.tsx';
import { Utas } from './utas.tsx';

const kata = words.hasil;

/** What was handed in, per RHK, with the penilai's word on it once there is a result. */
const Realisasi = ({
  evaluasi,
  entriList,
  umpan,
}: {
  evaluasi: EvaluasiRow;
  entriList: readonly EntriRow[];
  umpan: ReadonlyMap<string, string>;
}) => (
  <Section title={kata.realisasi}>
    <ol class="evaluasi-hasil">
      {evaluasi.content.hasil.map(({ kode, rhk, ukuran }, i) => (
        <li key={kode} class="evaluasi-rhk">
          <h3>
            <span class="redup">{i + 1}</span> {rhk}
          </h3>
          <dl class="rincian">
            {ukuran.map(({ indikator, realisasi }) => (
              <div key={indikator}>
                <dt>{indikator || words.isi.realisasi}</dt>
                <dd class="teks-asli">{realisasi || '–'}</dd>
              </div>
            ))}
          </dl>
          {umpan.has(kode) && <p class="evaluasi-umpan teks-asli">{umpan.get(kode)}</p>}
          <Bukti kode={kode} entriList={entriList} periode={evaluasi.content.periode} />
        </li>
      ))}
    </ol>
  </Section>
);

const Hasil = ({ evaluasi, satker }: { evaluasi: EvaluasiRow; satker: Satker | null }) => {
  const { content, state } = evaluasi;
  const { nilai, oleh = '', pada = 0, dibaca } = state;
  if (!nilai) return null;
  const { akhir } = rentangPeriode(content.periode);
  const capaian = satker?.capaian?.find(({ periode }) => periode === kodeUtuh(content.periode))?.capaian;
  const fakta = [
    [kata.hasilKerja, nilai.hasil && words.rating[nilai.hasil]],
    [kata.perilaku, nilai.perilaku && words.rating[nilai.perilaku]],
    [kata.capaian, capaian && words.penilai.capaianNama[capaian]],
    [kata.catatan, nilai.catatan],
  ] as const;
  return (
    <>
      <PredikatKini judul={kata.predikat} nilai={nilai} pada={akhir} kosong="" />
      <p class="redup">
        {kata.ditetapkan(oleh, pada)}
        {dibaca !== undefined && ` · ${kata.dibaca(dibaca)}`}
      </p>
      <dl class="rincian">
        {fakta.map(
          ([nama, isi]) =>
            isi && (
              <div key={nama}>
                <dt>{nama}</dt>
                <dd class="teks-asli">{isi}</dd>
              </div>
            ),
        )}
      </dl>
      <Section title={kata.kuadran}>
        <Kuadran nilai={nilai} pada={akhir} />
      </Section>
    </>
  );
};

/** Handed in, or about to be: not to be changed, but to be taken back as long as nobody has answered. */
const Menunggu = ({ evaluasi }: { evaluasi: EvaluasiRow }) => {
  const app = useApp();
  const tarik = async () => {
    const done = await tarikEvaluasi(app, evaluasi);
    beriTahu(done.ok ? kata.ditarik : kataMasalah(done.code, done.params));
  };
  return (
    <>
      <p>{evaluasi.lokal === 'antri' ? kata.diHp : kata.menunggu}</p>
      {dapatDitarik(evaluasi.state) && (
        <div class="tumpuk-rapat">
          <p class="redup">{kata.tarikKet}</p>
          <Button kind="tonal" icon="undo-2" onClick={() => void tarik()}>
            {kata.tarik}
          </Button>
        </div>
      )}
    </>
  );
};

type Props = {
  readonly evaluasi: EvaluasiRow;
  readonly entriList: readonly EntriRow[];
  readonly satker: Satker | null;
  readonly kabar: ComponentChildren;
};

/** What became of an evaluation that is with the penilai or final. Opening a result is reading it: the mark is set at once. */
export const HasilEvaluasi = ({ evaluasi, entriList, satker, kabar }: Props) => {
  const app = useApp();
  const nama = words.periode(evaluasi.content.periode);
  const final = evaluasi.state.tahap === 'DITETAPKAN';
  const belumDibaca = final && evaluasi.state.dibaca === undefined;
  useEffect(() => {
    if (belumDibaca) void bacaEvaluasi(app, evaluasi);
  }, [belumDibaca, evaluasi.head]);
  const umpan = new Map(final ? evaluasi.state.nilai?.umpan.map(({ kode, teks }) => [kode, teks]) : []);
  return (
    <Page title={nama} bar={<TopBar title={nama} back={{ href: '/evaluasi', label: words.kembali }} />}>
      {kabar}
      <p class="baris-entri-status">
        <StatusPill
          {...lencana(evaluasi)}
          detail={evaluasi.lokal === 'antri' && final ? words.diHp : undefined}
        />
      </p>
      {final ? <Hasil evaluasi={evaluasi} satker={satker} /> : <Menunggu evaluasi={evaluasi} />}
      {final && <KeberatanGuru evaluasi={evaluasi} />}
      <Realisasi evaluasi={evaluasi} entriList={entriList} umpan={umpan} />
      <Utas guru={evaluasi.owner} tentang={evaluasi.id} judul={detail.dialog} kosong={detail.dialogKosong} />
    </Page>
  );
};
