import { LIMITS } from '../../../shared/protocol/index.ts';
import { cleanText, countLetters } from '../../../shared/records/index.ts';
import { useKetikan } from '../../app/ketikan.ts';
import { evaluasi as words } from '../../i18n/id/evaluasi.ts';
import { Button, Field, Sheet, TextArea } from '../../ui/index.ts';

type Props = {
  /** What is being written, kept until it is sent. Give it as the key, too. */
  readonly ketikan: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onSend: (alasan: string) => void;
  readonly kata: {
    readonly judul: string;
    readonly label: string;
    readonly hint?: string;
    readonly kirim: string;
  };
};

/** A reason that goes on record; never empty. Ctrl+Enter sends. */
export const SebutAlasan = ({ ketikan, open, onClose, onSend, kata }: Props) => {
  const [teks, setTeks] = useKetikan(ketikan, '');
  const kirim = () => {
    const bersih = cleanText(teks).trim();
    if (!bersih) return;
    setTeks('');
    onSend(bersih);
  };
  return (
    <Sheet open={open} onClose={onClose} title={kata.judul} closeLabel={words.penilai.tutup}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          kirim();
        }}
      >
        <Field
          id={`alasan-${ketikan}`}
          label={kata.label}
          hint={kata.hint}
          count={{ used: countLetters(teks), max: LIMITS.catatanLetters }}
        >
          <TextArea
            rows={3}
            autofocus
            value={teks}
            onInput={(event) => setTeks(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) kirim();
            }}
          />
        </Field>
        <Button kind="utama" block type="submit" disabled={!teks.trim()}>
          {kata.kirim}
        </Button>
      </form>
    </Sheet>
  );
};
