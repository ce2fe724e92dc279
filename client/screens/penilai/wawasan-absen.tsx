import { useState } from 'preact/hooks';
import { laporKendala } from '../../actions/index.ts';
import type { App } from '../../app/context.ts';
import { beriTahu } from '../../app/snackbar.ts';
import { kendala as kata, sebabKendala } from '../../i18n/id/kendala.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { wawasan } from '../../i18n/id/wawasan.ts';
import { Button, Dialog, Field, Segmented, Select, TextInput } from '../../ui/index.ts';

const words = wawasan.kendala;
type Absen = 'SAKIT' | 'CUTI';

/** Notes for somebody who cannot say so herself that she is ill or on leave: those days are owed by nobody. */
export const CatatkanAbsen = ({
  app,
  orang,
  hariIni,
}: {
  app: App;
  orang: ReadonlyMap<string, string>;
  hariIni: string;
}) => {
  const [open, setOpen] = useState(false);
  const [guru, setGuru] = useState('');
  const [sebab, setSebab] = useState<Absen>('SAKIT');
  const [hari, setHari] = useState({ mulai: hariIni, selesai: hariIni });
  const terbalik = hari.selesai < hari.mulai;
  const simpan = async (): Promise<void> => {
    const done = await laporKendala(app, { guru, sebab, ...hari, catatan: '' });
    beriTahu(done.ok ? words.tersimpan : kataMasalah(done.code, done.params));
    if (done.ok) setOpen(false);
  };
  return (
    <>
      <Button kind="teks" icon="plus" onClick={() => setOpen(true)}>
        {words.catatkan}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={words.catatkan} closeLabel={words.tutup}>
        <Field id="absen-guru" label={words.guru}>
          <Select value={guru} onChange={(event) => setGuru(event.currentTarget.value)}>
            <option value="">{words.pilihGuru}</option>
            {[...orang].map(([owner, nama]) => (
              <option key={owner} value={owner}>
                {nama}
              </option>
            ))}
          </Select>
        </Field>
        <Segmented
          name="absen-sebab"
          label={words.sebab}
          value={sebab}
          onValue={setSebab}
          options={[
            { value: 'SAKIT', label: sebabKendala.SAKIT },
            { value: 'CUTI', label: sebabKendala.CUTI },
          ]}
        />
        <Field id="absen-mulai" label={kata.mulai}>
          <TextInput
            type="date"
            value={hari.mulai}
            onInput={(event) => setHari({ ...hari, mulai: event.currentTarget.value })}
          />
        </Field>
        <Field id="absen-selesai" label={kata.selesai} error={terbalik ? kata.terbalik : undefined}>
          <TextInput
            type="date"
            value={hari.selesai}
            onInput={(event) => setHari({ ...hari, selesai: event.currentTarget.value })}
          />
        </Field>
        <div class="deret-tombol">
          <Button kind="teks" onClick={() => setOpen(false)}>
            {words.batal}
          </Button>
          <Button
            kind="utama"
            disabled={guru === '' || terbalik || !hari.mulai || !hari.selesai}
            onClick={() => void simpan()}
          >
            {words.simpan}
          </Button>
        </div>
      </Dialog>
    </>
  );
};
