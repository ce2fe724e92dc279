import { useEffect, useState } from 'preact/hooks';
import { LIMITS } from '../../../shared/protocol/index.ts';
import { AlasanKembali, cleanText, countLetters } from '../../../shared/records/index.ts';
import { useKetikan } from '../../app/ketikan.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { penilai } from '../../i18n/id/penilai.ts';
import { Button, Chip, Field, Sheet, TextArea } from '../../ui/index.ts';

const words = penilai.periksa;

type Props = {
  /** The entry that goes back; its note is kept until it is sent. Give it as the key, too. */
  readonly id: string;
  /** Which entry, and whose: the sheet covers both. */
  readonly tentang: string;
  /** The note of a return that came too late: it stands there again. */
  readonly catatanLalu: string;
  readonly open: boolean;
  /** Puts the cursor into the note at once, for who came by the keyboard. */
  readonly tulis: boolean;
  readonly onClose: () => void;
  readonly onSend: (alasan: string) => void;
};

/** A quick note behind what is written already, or taken out again. */
const balikkan = (teks: string, catatan: string): string => {
  const bagian = teks.trim().replace(/\.$/, '').split('. ').filter(Boolean);
  const sisa = bagian.filter((satu) => satu !== catatan);
  return (sisa.length < bagian.length ? sisa : [...bagian, catatan]).join('. ');
};

/** What is wrong with a note, by the rule that its command is judged by. */
const salahnya = (alasan: string): string | null => {
  const code = AlasanKembali.safeParse(alasan).error?.issues[0]?.message;
  return code ? kataMasalah(code, { bidang: 'catatan', sekarang: countLetters(alasan) }) : null;
};

/** Why an entry goes back: quick notes and own words; never empty, since a return without a reason helps nobody. */
export const KembalikanSheet = ({ id, tentang, catatanLalu, open, tulis, onClose, onSend }: Props) => {
  const [teks, setTeks] = useKetikan(`kembalikan-${id}`, '');
  const [salah, setSalah] = useState<string | null>(null);
  useEffect(() => {
    if (teks === '' && catatanLalu !== '') setTeks(catatanLalu);
  }, [catatanLalu]);
  const tulisTeks = (next: string) => {
    setTeks(next);
    setSalah(null);
  };
  const send = () => {
    const clean = cleanText(teks).trim();
    const fault = salahnya(clean);
    setSalah(fault);
    if (fault) return document.getElementById('alasan')?.focus();
    setTeks('');
    onSend(clean);
  };
  return (
    <Sheet open={open} onClose={onClose} title={words.kembalikan} closeLabel={words.tutup}>
      <p class="redup">{tentang}</p>
      <div class="deret-chip" role="group" aria-label={words.catatanCepat}>
        {words.cepat.map((catatan) => (
          <Chip
            key={catatan}
            pressed={teks.includes(catatan)}
            onClick={() => tulisTeks(balikkan(teks, catatan))}
          >
            {catatan}
          </Chip>
        ))}
      </div>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Field
          id="alasan"
          label={words.catatan}
          hint={words.catatanKet}
          error={salah ?? undefined}
          count={{ used: countLetters(teks), max: LIMITS.catatanLetters }}
        >
          <TextArea
            id="alasan"
            rows={3}
            autofocus={tulis}
            value={teks}
            onInput={(event) => tulisTeks(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
            }}
          />
        </Field>
        <Button kind="utama" icon="corner-up-left" block type="submit">
          {words.kirimKembali}
        </Button>
      </form>
    </Sheet>
  );
};
