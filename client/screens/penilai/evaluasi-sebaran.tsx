import { useState } from 'preact/hooks';
import {
  CAPAIAN,
  type Capaian,
  hitungSebaran,
  kodeUtuh,
  type Periode,
  PREDIKAT,
  periksaSebaran,
  rentangPeriode,
} from '../../../shared/domain/index.ts';
import type { Satker } from '../../../shared/records/index.ts';
import { catatCapaian, tetapkanEvaluasi } from '../../actions/index.ts';
import { type App, useApp } from '../../app/context.ts';
import { beriTahu } from '../../app/snackbar.ts';
import { evaluasi as words } from '../../i18n/id/evaluasi.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import type { EvaluasiRow } from '../../store/index.ts';
import { Banner, Button, Dialog, Field, ProgressBar, Select } from '../../ui/index.ts';
import { MasihTerbuka } from './evaluasi-kunci.tsx';
import type { GuruEvaluasi } from './evaluasi-model.ts';

const kata = words.penilai;

type Props = {
  readonly periode: Periode;
  readonly satker: Satker | null;
  readonly guru: readonly GuruEvaluasi[];
};

const hitung = ({ periode, satker, guru }: Props) => {
  const sebaran = hitungSebaran(guru.flatMap(({ predikat }) => predikat ?? []));
  const total = PREDIKAT.reduce((sum, predikat) => sum + sebaran[predikat], 0);
  const kode = kodeUtuh(periode);
  const capaian = satker?.capaian?.find((satu) => satu.periode === kode)?.capaian ?? null;
  const temuan = periksaSebaran(sebaran, { capaian, pada: rentangPeriode(periode).akhir });
  return { sebaran, total, kode, capaian, temuan };
};

const Peringatan = (props: Props) => {
  const { total, capaian, temuan } = hitung(props);
  if (total > 0 && total <= 10) return <p class="redup">{kata.sedikit}</p>;
  if (temuan.length === 0) return capaian && total > 10 ? <p class="redup">{kata.polaCocok}</p> : null;
  return (
    <Banner tone="peringatan">
      <p>{kata.pola}</p>
      <ul class="butir">
        {temuan.map(({ jenis, predikat, ada, wajar }) => (
          <li key={jenis + predikat.join()}>{kata.diLuar[jenis](predikat, ada, wajar)}</li>
        ))}
      </ul>
    </Banner>
  );
};

const pilihCapaian = async (app: App, kode: string, capaian: Capaian): Promise<void> => {
  const done = await catatCapaian(app, kode, capaian);
  if (!done.ok) beriTahu(kataMasalah(done.code, done.params));
};

/** How many hold which predikat so far, and what of it lies outside the pattern: counts, never names, never a block. */
export const Sebaran = (props: Props) => {
  const app = useApp();
  const { sebaran, total, kode, capaian } = hitung(props);
  return (
    <details class="evaluasi-sebaran">
      <summary>{kata.sebaran(total, props.guru.length)}</summary>
      <div class="tumpuk">
        <p class="redup">{kata.sebaranKet}</p>
        <dl class="evaluasi-batang">
          {PREDIKAT.map((predikat) => (
            <div key={predikat}>
              <dt>{words.predikat[predikat]}</dt>
              <dd>
                <ProgressBar value={sebaran[predikat]} max={total} label={words.predikat[predikat]} />
                <b>{kata.orang(sebaran[predikat])}</b>
              </dd>
            </div>
          ))}
        </dl>
        <Field id="capaian" label={kata.capaian} hint={kata.capaianKet}>
          <Select
            value={capaian ?? ''}
            onChange={(event) => {
              const found = CAPAIAN.find((satu) => satu === event.currentTarget.value);
              if (found) void pilihCapaian(app, kode, found);
            }}
          >
            {capaian === null && <option value="">{kata.capaianBelum}</option>}
            {CAPAIAN.map((satu) => (
              <option key={satu} value={satu}>
                {kata.capaianNama[satu]}
              </option>
            ))}
          </Select>
        </Field>
        <Peringatan {...props} />
      </div>
    </details>
  );
};

/** Everything that is rated, made final in one go after a look at the number and the pattern. */
export const TetapkanSemua = (props: Props) => {
  const app = useApp();
  // What the question counts is what was on the screen when it was asked.
  const [asked, setAsked] = useState<readonly EvaluasiRow[] | null>(null);
  const siap = props.guru.flatMap(({ tahap, evaluasi }) =>
    tahap === 'DINILAI' && evaluasi ? [evaluasi] : [],
  );
  if (siap.length < 2 && !asked) return null;
  const jalan = async () => {
    const answers = await tetapkanEvaluasi(app, asked ?? []);
    setAsked(null);
    const failed = answers.find((answer) => !answer.ok);
    beriTahu(
      failed && !failed.ok ? kataMasalah(failed.code, failed.params) : kata.ditetapkan(answers.length),
    );
  };
  const jumlah = asked?.length ?? siap.length;
  const belumDiperiksa = props.guru
    .filter(({ evaluasi }) => asked?.some(({ id }) => id === evaluasi?.id))
    .reduce((sum, satu) => sum + satu.belumDiperiksa, 0);
  return (
    <>
      <Button kind="tonal" icon="check-check" block onClick={() => setAsked(siap)}>
        {kata.tetapkanSemua(siap.length)}
      </Button>
      <Dialog
        open={asked !== null}
        onClose={() => setAsked(null)}
        title={kata.tanyaSemua(jumlah)}
        closeLabel={kata.tutup}
      >
        {belumDiperiksa > 0 && <p class="peringatan">{kata.tanyaTetapkanKet(belumDiperiksa)}</p>}
        <p>{kata.tanyaSemuaKet}</p>
        <MasihTerbuka periode={props.periode} satker={props.satker} />
        <Peringatan {...props} />
        <div class="deret-tombol">
          <Button kind="teks" onClick={() => setAsked(null)}>
            {words.isi.batal}
          </Button>
          <Button kind="utama" onClick={() => void jalan()}>
            {kata.tetapkanSemua(jumlah)}
          </Button>
        </div>
      </Dialog>
    </>
  );
};
