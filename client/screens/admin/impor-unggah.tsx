import { useRef, useState } from 'preact/hooks';
import { unggahBerkas } from '../../app/impor.ts';
import { impor as words } from '../../i18n/id/impor.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { Button, Field, TextInput } from '../../ui/index.ts';

/** The first step: a file and where it comes from. A file may be dropped on the field as well, as browsers have it. */
export const Unggah = ({ onId }: { onId: (id: string) => void }) => {
  const berkas = useRef<HTMLInputElement>(null);
  const [sumber, setSumber] = useState('SIMPEG');
  const [sibuk, setSibuk] = useState(false);
  const [salah, setSalah] = useState<string | undefined>(undefined);
  const kirim = async (event: Event): Promise<void> => {
    event.preventDefault();
    const file = berkas.current?.files?.[0];
    if (!file) {
      setSalah(words.pilihDulu);
      berkas.current?.focus();
      return;
    }
    setSibuk(true);
    const hasil = await unggahBerkas({ isi: await file.arrayBuffer(), nama: file.name, sumber });
    setSibuk(false);
    if (hasil.ok) onId(hasil.isi);
    else setSalah(kataMasalah(hasil.code, hasil.params ?? {}));
  };
  return (
    <form class="impor-unggah" onSubmit={(event) => void kirim(event)} noValidate>
      <p>{words.unggahIsi}</p>
      <Field id="impor-berkas" label={words.berkas} hint={words.berkasKet} error={salah}>
        <input ref={berkas} type="file" accept=".csv,.txt,.xlsx" onChange={() => setSalah(undefined)} />
      </Field>
      <Field id="impor-sumber" label={words.sumber} hint={words.sumberKet}>
        <TextInput value={sumber} maxLength={60} onInput={(event) => setSumber(event.currentTarget.value)} />
      </Field>
      <div>
        <Button kind="utama" icon="cloud-upload" type="submit" busy={sibuk}>
          {words.baca}
        </Button>
      </div>
      <p role="status" class="redup">
        {sibuk ? words.mengirim : ''}
      </p>
    </form>
  );
};
