import { useState } from 'preact/hooks';
import { cleanText, HariKhusus } from '../../../shared/records/index.ts';
import { type App, useApp } from '../../app/context.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { kalenderSekolah as words } from '../../i18n/id/penilai-kalender.ts';
import { entriInRange, useLive } from '../../store/index.ts';
import { Button, Field, Segmented, TextInput } from '../../ui/index.ts';

const kata = words.isi;

const salahDari = (hari: HariKhusus): Record<string, string> => {
  const parsed = HariKhusus.safeParse(hari);
  const issues = parsed.success ? [] : parsed.error.issues;
  const salah = Object.fromEntries(
    issues.map(({ path, message }) => [String(path[0]), kataMasalah(message, { bidang: 'nama' })]),
  );
  if (!salah['mulai'] && !salah['selesai'] && hari.selesai < hari.mulai)
    salah['selesai'] = kataMasalah('tanggal_terbalik');
  return salah;
};

/** How much teachers have recorded on days that are about to be free: it stays, and the head is told so. */
const Tercatat = ({ app, hari }: { app: App; hari: HariKhusus }) => {
  const { mulai, selesai, libur } = hari;
  const jumlah = useLive(
    async () =>
      libur && mulai <= selesai ? (await entriInRange(app.store, { awal: mulai, akhir: selesai })).length : 0,
    [app.store, mulai, selesai, libur],
  );
  return jumlah ? <p class="redup">{kata.tercatat(jumlah)}</p> : null;
};

type Props = {
  readonly awal: HariKhusus;
  readonly onSimpan: (hari: HariKhusus) => Promise<string | null>;
  readonly onHapus: (() => void) | null;
};

/** One stretch of days: when, what it is called, free or not. */
export const IsianHari = ({ awal, onSimpan, onHapus }: Props) => {
  const app = useApp();
  const [hari, setHari] = useState(awal);
  const [salah, setSalah] = useState<Record<string, string>>({});
  const ubah = (change: Partial<HariKhusus>): void => setHari({ ...hari, ...change });
  const simpan = async (event: Event): Promise<void> => {
    event.preventDefault();
    const rapi = { ...hari, nama: cleanText(hari.nama).trim() };
    const faults = salahDari(rapi);
    setSalah(faults);
    const [first] = Object.keys(faults);
    if (first) return document.getElementById(`hari-${first}`)?.focus();
    const gagal = await onSimpan(rapi);
    if (gagal) setSalah({ nama: gagal });
  };
  return (
    <form class="tumpuk" noValidate onSubmit={(event) => void simpan(event)}>
      <div class="dua-kolom">
        <Field id="hari-mulai" label={kata.mulai} error={salah['mulai']}>
          <TextInput
            type="date"
            value={hari.mulai}
            onInput={({ currentTarget: { value } }) =>
              ubah({ mulai: value, ...(hari.selesai < value && { selesai: value }) })
            }
          />
        </Field>
        <Field id="hari-selesai" label={kata.selesai} error={salah['selesai']}>
          <TextInput
            type="date"
            min={hari.mulai}
            value={hari.selesai}
            onInput={(event) => ubah({ selesai: event.currentTarget.value })}
          />
        </Field>
      </div>
      <Field id="hari-nama" label={kata.nama} hint={kata.namaContoh} error={salah['nama']}>
        <TextInput value={hari.nama} onInput={(event) => ubah({ nama: event.currentTarget.value })} />
      </Field>
      <div class="field">
        <span class="label">{kata.jenis}</span>
        <Segmented
          name="hari-libur"
          label={kata.jenis}
          value={hari.libur ? 'libur' : 'masuk'}
          options={[
            { value: 'libur', label: words.libur },
            { value: 'masuk', label: words.masuk },
          ]}
          onValue={(value) => ubah({ libur: value === 'libur' })}
        />
        <p class="redup">{kata.jenisKet}</p>
      </div>
      <Tercatat app={app} hari={hari} />
      <Button kind="utama" type="submit" block>
        {kata.simpan}
      </Button>
      {onHapus && (
        <Button kind="bahaya" icon="trash" block onClick={onHapus}>
          {kata.hapus}
        </Button>
      )}
    </form>
  );
};
