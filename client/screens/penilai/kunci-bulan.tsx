import { useState } from 'preact/hooks';
import { tambahBulan } from '../../../shared/domain/index.ts';
import { bukaBulan, kunciBulan } from '../../actions/index.ts';
import { beriTahu } from '../../app/snackbar.ts';
import { bulanTahun } from '../../i18n/format.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { penilai } from '../../i18n/id/penilai.ts';
import { entriOfSchoolMonth, useLive } from '../../store/index.ts';
import { Button, Dialog, Field, Section, StatusPill, TextArea } from '../../ui/index.ts';
import type { DataSekolah } from './muat.ts';

const words = penilai.bulan;

/** Locks last month, or opens it again with a reason on record. This month is never offered: work goes on in it. */
export const KunciBulan = ({ data }: { data: DataSekolah }) => {
  const [asking, setAsking] = useState(false);
  const [alasan, setAlasan] = useState('');
  const bulan = tambahBulan(data.bulan, -1);
  const nama = bulanTahun(bulan);
  const terkunci = data.satker?.content.bulanTerkunci.includes(bulan) ?? false;
  const sebulan = useLive(() => entriOfSchoolMonth(data.app.store, bulan), [data.app.store, bulan]) ?? [];
  const jumlah = (tahap: string): number =>
    sebulan.filter(({ owner, state }) => owner !== data.app.actor.id && state.tahap === tahap).length;
  const [belum, kembali] = [jumlah('DIAJUKAN'), jumlah('DIKEMBALIKAN')];
  const apply = async () => {
    const answer = terkunci
      ? await bukaBulan(data.app, bulan, alasan.trim())
      : await kunciBulan(data.app, bulan);
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
    <Section title={words.judul}>
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
          <Field id="alasan-buka" label={words.alasan}>
            <TextArea
              id="alasan-buka"
              rows={2}
              value={alasan}
              onInput={(event) => setAlasan(event.currentTarget.value)}
            />
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
    </Section>
  );
};
