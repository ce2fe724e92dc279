import { useState } from 'preact/hooks';
import { cleanText, type Tanggapan } from '../../../shared/records/index.ts';
import { wawasan } from '../../i18n/id/wawasan.ts';
import { Button, Dialog, Field, TextArea, TextInput } from '../../ui/index.ts';

const words = wawasan.kendala;

type Props = {
  readonly hariIni: string;
  /** The day that is offered: the next one on which the school works. */
  readonly usul: string;
  readonly onUmumkan: (isi: Pick<Tanggapan, 'tanggal' | 'teks'>) => void;
  readonly onClose: () => void;
};

/** When the head visits, said before it is announced: once she has read a date, she waits for him. */
export const Kunjungan = ({ hariIni, usul, onUmumkan, onClose }: Props) => {
  const [tanggal, setTanggal] = useState(usul);
  const [teks, setTeks] = useState('');
  const salah = tanggal < hariIni;
  return (
    <Dialog open onClose={onClose} title={words.kunjungi} closeLabel={words.tutup}>
      <Field
        id="kunjungan-tanggal"
        label={words.tanggalKunjungan}
        hint={words.kunjunganKet}
        error={salah ? words.tanggalSalah : undefined}
      >
        <TextInput
          type="date"
          min={hariIni}
          value={tanggal}
          onInput={(event) => setTanggal(event.currentTarget.value)}
        />
      </Field>
      <Field id="kunjungan-catatan" label={words.catatan} count={{ used: teks.length, max: 300 }}>
        <TextArea
          rows={2}
          maxLength={300}
          value={teks}
          onInput={(event) => setTeks(event.currentTarget.value)}
        />
      </Field>
      <div class="deret-tombol">
        <Button kind="teks" onClick={onClose}>
          {words.batal}
        </Button>
        <Button
          kind="utama"
          disabled={salah}
          onClick={() => {
            onUmumkan({ tanggal, teks: cleanText(teks).trim() });
            onClose();
          }}
        >
          {words.umumkan}
        </Button>
      </div>
    </Dialog>
  );
};
