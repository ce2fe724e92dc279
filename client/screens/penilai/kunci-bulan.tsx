import { useState } from 'preact/hooks';
import { tambahBulan } from '../../../shared/domain/index.ts';
import { bukaBulan, kunciBulan } from '../../actions/index.ts';
import { useApp } from '../../app/context.ts';
import { beriTahu } from '../../app/snackbar.ts';
import { bulanTahun } from '../../i18n/format.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { penilai } from '../../i18n/id/penilai.ts';
import { entriOfSchoolMonth, useLive } from '../../store/index.ts';
import { Button, Dialog, Field, Section, StatusPill, TextArea } from '../../ui/index.ts';
import type { DataSekolah } from './muat.ts';

const words = penilai.bulan;

type Props = { readonly bulan: string; readonly terkunci: boolean };

/** Locks a month, or opens it again with a reason on record. The month that runs is never offered: work goes on in it. */
export const KunciSatuBulan = ({ bulan, terkunci }: Props) => {
  const app = useApp();
  const [asking, setAsking] = useState(false);
  const [alasan, setAlasan] = useState('');
  const nama = bulanTahun(bulan);
  const sebulan = useLive(() => entriOfSchoolMonth(app.store, bulan), [app.store, bulan]) ?? [];
  const jumlah = (tahap: string): number =>
    sebulan.filter(({ owner, state }) => owner !== app.actor.id && state.tahap === tahap).length;
  const [belum, kembali] = [jumlah('DIAJUKAN'), jumlah('DIKEMBALIKAN')];
  const apply = async () => {
    const answer = terkunci ? await bukaBulan(app, bulan, alasan.trim()) : await kunciBulan(app, bulan);
    setAsking(false);
    setAlasan('');
    beriTahu(
      answer.ok
        ? terkunci
          ? words.sudahBuka(nama)
          : words.sudah(nama)
        : kataMasalah(answer.code, answer.params),
    );
  };
  return (
    <div>
      {terkunci && <StatusPill tone="netral" icon="lock" label={words.terkunci(nama)} />}
      <Button kind="teks" icon="lock" onClick={() => setAsking(true)}>
        {terkunci ? words.buka(nama) : words.kunci(nama)}
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={terkunci ? words.buka(nama) : words.kunci(nama)}
        closeLabel={penilai.periksa.tutup}
      >
        {terkunci ? (
          <Field id={`alasan-buka-${bulan}`} label={words.alasan}>
            <TextArea rows={2} value={alasan} onInput={(event) => setAlasan(event.currentTarget.value)} />
          </Field>
        ) : (
          <>
            <p class={belum + kembali > 0 ? 'peringatan' : undefined}>
              {words.menunggu(nama, belum, kembali)}
            </p>
            <p>{words.tanyaKunci}</p>
            <p>{words.bisaBuka}</p>
          </>
        )}
        <div class="deret-tombol">
          <Button kind="teks" onClick={() => setAsking(false)}>
            {penilai.periksa.batal}
          </Button>
          <Button kind="utama" disabled={terkunci && !alasan.trim()} onClick={() => void apply()}>
            {terkunci ? words.buka(nama) : words.kunci(nama)}
          </Button>
        </div>
      </Dialog>
    </div>
  );
};

/** The month before the one that is looked at. */
export const KunciBulan = ({ data }: { data: DataSekolah }) => {
  const bulan = tambahBulan(data.bulan, -1);
  return (
    <Section title={words.judul}>
      <KunciSatuBulan bulan={bulan} terkunci={data.satker?.content.bulanTerkunci.includes(bulan) ?? false} />
    </Section>
  );
};
