import { useEffect, useState } from 'preact/hooks';
import { LIMITS } from '../../../shared/protocol/index.ts';
import { cleanText, countLetters } from '../../../shared/records/index.ts';
import { penilai } from '../../i18n/id/penilai.ts';
import { Button, Chip, Field, Sheet, TextArea } from '../../ui/index.ts';

const words = penilai.periksa;

/** Why an entry goes back: quick notes or own words; never empty, since a return without a reason helps nobody. */
export const KembalikanSheet = ({
  open,
  onClose,
  onSend,
}: {
  open: boolean;
  onClose: () => void;
  onSend: (alasan: string) => void;
}) => {
  const [teks, setTeks] = useState('');
  useEffect(() => {
    if (open) setTeks('');
  }, [open]);
  const send = (alasan: string) => {
    const clean = cleanText(alasan).trim();
    if (clean) onSend(clean);
  };
  return (
    <Sheet open={open} onClose={onClose} title={words.kembalikan} closeLabel={words.tutup}>
      <div class="deret-chip" role="group" aria-label={words.catatanCepat}>
        {words.cepat.map((catatan) => (
          <Chip key={catatan} onClick={() => send(catatan)}>
            {catatan}
          </Chip>
        ))}
      </div>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          send(teks);
        }}
      >
        <Field
          id="alasan"
          label={words.catatan}
          hint={words.catatanKet}
          count={{ used: countLetters(teks), max: LIMITS.catatanLetters }}
        >
          <TextArea
            id="alasan"
            rows={3}
            value={teks}
            onInput={(event) => setTeks(event.currentTarget.value)}
          />
        </Field>
        <Button kind="utama" icon="corner-up-left" block type="submit" disabled={!teks.trim()}>
          {words.kirimKembali}
        </Button>
      </form>
    </Sheet>
  );
};
