import { useState } from 'preact/hooks';
import { alurTahun, LOG_HARIAN } from '../../../shared/domain/index.ts';
import type { Satker } from '../../../shared/records/index.ts';
import { aturAlur, aturLog, type Done } from '../../actions/index.ts';
import { useApp } from '../../app/context.ts';
import { beriTahu } from '../../app/snackbar.ts';
import { evaluasi as words } from '../../i18n/id/evaluasi.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { Button, Segmented } from '../../ui/index.ts';

const kata = words.penilai;

/** Which flow the school follows from a year on, and whether the daily log is owed, welcome or not asked for. */
export const AturSekolah = ({ tahun, satker }: { tahun: number; satker: Satker }) => {
  const app = useApp();
  const [alur, setAlur] = useState(alurTahun(satker, tahun));
  const [log, setLog] = useState(satker.logHarian);
  const sama = alur === alurTahun(satker, tahun) && log === satker.logHarian;
  const simpan = async () => {
    const wanted: (() => Promise<Done>)[] = [];
    if (alur !== alurTahun(satker, tahun)) wanted.push(() => aturAlur(app, { sejak: tahun, alur }));
    if (log !== satker.logHarian) wanted.push(() => aturLog(app, log));
    for (const one of wanted) {
      const done = await one();
      if (!done.ok) return beriTahu(kataMasalah(done.code, done.params));
    }
    return beriTahu(kata.aturTersimpan);
  };
  return (
    <details class="evaluasi-sebaran">
      <summary>{kata.aturSekolah}</summary>
      <div class="tumpuk">
        <div class="tumpuk-rapat">
          <span class="label">{kata.alur(tahun)}</span>
          <Segmented
            name="alur"
            label={kata.alur(tahun)}
            value={alur}
            options={[
              { value: 'guru', label: kata.alurGuru },
              { value: 'umum', label: kata.alurUmum },
            ]}
            onValue={setAlur}
          />
          <p class="redup">{kata.alurKet}</p>
        </div>
        <div class="tumpuk-rapat">
          <span class="label">{kata.log}</span>
          <Segmented
            name="log-harian"
            label={kata.log}
            value={log}
            options={LOG_HARIAN.map((value) => ({ value, label: kata.logPilihan[value] }))}
            onValue={setLog}
          />
          <p class="redup">{kata.logKet[log]}</p>
        </div>
        <Button disabled={sama} onClick={() => void simpan()}>
          {kata.aturSimpan}
        </Button>
      </div>
    </details>
  );
};
