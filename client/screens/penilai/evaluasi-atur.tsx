import { useState } from 'preact/hooks';
import { aturanPeriode, BATAS_TAHUNAN, batasSkp } from '../../../shared/domain/index.ts';
import type { Satker } from '../../../shared/records/index.ts';
import { aturPeriode } from '../../actions/index.ts';
import { useApp } from '../../app/context.ts';
import { beriTahu } from '../../app/snackbar.ts';
import { evaluasi as words } from '../../i18n/id/evaluasi.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { adaEvaluasiTahun, useLive } from '../../store/index.ts';
import { Button, Field, Segmented, Stepper, TextInput } from '../../ui/index.ts';

const kata = words.penilai;
const PALING_LAMA = 60;
const PALING_LAMA_TAHUNAN = 120;

/** How the school evaluates this year: each month or each quarter, and until when periods, the year and SKP are due. The kind stands once anybody has begun. */
export const AturPeriode = ({ tahun, satker }: { tahun: number; satker: Satker | null }) => {
  const app = useApp();
  const kini = aturanPeriode(satker, tahun);
  const [tipe, setTipe] = useState(kini.tipe);
  const [hari, setHari] = useState(kini.batasHari);
  const [tahunan, setTahunan] = useState(kini.batasTahunan ?? BATAS_TAHUNAN);
  const [skp, setSkp] = useState(batasSkp(tahun, kini));
  const terpakai = useLive(() => adaEvaluasiTahun(app.store, tahun), [app.store, tahun]) ?? true;
  const dalam = (nilai: number, sampai: number): boolean =>
    Number.isInteger(nilai) && nilai >= 0 && nilai <= sampai;
  const bisa = dalam(hari, PALING_LAMA) && dalam(tahunan, PALING_LAMA_TAHUNAN) && skp.startsWith(`${tahun}-`);
  const simpan = async () => {
    const done = await aturPeriode(app, {
      sejak: tahun,
      tipe: terpakai ? kini.tipe : tipe,
      batasHari: hari,
      batasTahunan: tahunan,
      batasSkp: skp.slice(5),
    });
    beriTahu(done.ok ? kata.aturTersimpan : kataMasalah(done.code, done.params));
  };
  return (
    <details class="evaluasi-sebaran">
      <summary>{kata.atur}</summary>
      <div class="tumpuk">
        {terpakai ? (
          <p class="redup">{kata.aturTetap(tahun)}</p>
        ) : (
          <Segmented
            name="tipe-periodik"
            label={kata.aturTipe(tahun)}
            value={tipe}
            options={[
              { value: 'bulanan', label: kata.bulanan },
              { value: 'triwulanan', label: kata.triwulanan },
            ]}
            onValue={setTipe}
          />
        )}
        <Field id="batas-hari" label={kata.aturHari}>
          <Stepper
            value={hari}
            max={PALING_LAMA}
            onValue={setHari}
            labels={{ less: kata.kurang, more: kata.tambah }}
          />
        </Field>
        <Field id="batas-tahunan" label={kata.aturTahunan}>
          <Stepper
            value={tahunan}
            max={PALING_LAMA_TAHUNAN}
            onValue={setTahunan}
            labels={{ less: kata.kurang, more: kata.tambah }}
          />
        </Field>
        <Field id="batas-skp" label={kata.aturSkp}>
          <TextInput
            type="date"
            required
            min={`${tahun}-01-01`}
            max={`${tahun}-12-31`}
            value={skp}
            onInput={(event) => setSkp(event.currentTarget.value)}
          />
        </Field>
        <Button disabled={!bisa} onClick={() => void simpan()}>
          {kata.aturSimpan}
        </Button>
      </div>
    </details>
  );
};
