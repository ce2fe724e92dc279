import { useState } from 'preact/hooks';
import { bacaKalender } from '../../../shared/domain/index.ts';
import type { HariKhusus } from '../../../shared/records/index.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { kalenderSekolah as words } from '../../i18n/id/penilai-kalender.ts';
import { Banner, Button, Field, TextArea } from '../../ui/index.ts';

const kata = words.tempelan;

type Props = { readonly onSimpan: (hari: readonly HariKhusus[]) => Promise<string | null> };

/** A year's calendar from a spreadsheet: what was read and what was not is said before anything is put in. */
export const TempelKalender = ({ onSimpan }: Props) => {
  const [teks, setTeks] = useState('');
  const [gagal, setGagal] = useState<string | null>(null);
  const { hari, salah } = bacaKalender(teks);
  return (
    <form
      class="tumpuk"
      onSubmit={(event) => {
        event.preventDefault();
        void onSimpan(hari).then(setGagal);
      }}
    >
      {gagal && (
        <div role="alert">
          <Banner tone="bahaya">{gagal}</Banner>
        </div>
      )}
      <Field id="kalender-tempelan" label={kata.isi} hint={kata.petunjuk}>
        <TextArea rows={6} value={teks} onInput={(event) => setTeks(event.currentTarget.value)} />
      </Field>
      <div aria-live="polite" class="tumpuk-rapat">
        {teks.trim() !== '' && <p>{kata.terbaca(hari.length)}</p>}
        {hari.slice(0, 3).map((satu) => (
          <p key={`${satu.mulai}${satu.nama}`} class="redup">
            {`${words.rentang(satu.mulai, satu.selesai)} · ${satu.nama}`}
          </p>
        ))}
        {salah.slice(0, 5).map(({ nomor, isi, kode }) => (
          <p key={nomor} class="field-error">
            {`${kata.salah(nomor, isi)}. ${kataMasalah(kode, { bidang: 'nama' })}`}
          </p>
        ))}
      </div>
      <Button kind="utama" type="submit" block disabled={hari.length === 0}>
        {kata.simpan(hari.length)}
      </Button>
    </form>
  );
};
