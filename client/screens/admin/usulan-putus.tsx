import { useState } from 'preact/hooks';
import { isTempat } from '../../../shared/domain/index.ts';
import { LIMITS, type UsulanTampil } from '../../../shared/protocol/index.ts';
import { cleanText, countLetters } from '../../../shared/records/index.ts';
import { useKetikan } from '../../app/ketikan.ts';
import { putuskanUsulan } from '../../app/usulan.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { umum } from '../../i18n/id/umum.ts';
import { usulan } from '../../i18n/id/usulan.ts';
import { Button, Dialog, Field, TextArea } from '../../ui/index.ts';

const words = usulan.admin;
const ALASAN_TERPENDEK = 5;

/** What is being decided, and how. */
export type Kerja = { readonly satu: UsulanTampil; readonly setuju: boolean };
/** Where what was accepted is mended: the person, with the act that mends it open; null where nothing is left to do. */
export const alamatBetulkan = ({ satu, setuju }: Kerja): string | null => {
  if (!setuju || satu.langkah !== 'terima' || !isTempat(satu.bidang)) return null;
  const buka = satu.bidang === 'penilai' ? 'penilai' : 'mutasi';
  return `/pegawai?orang=${encodeURIComponent(satu.pemilik)}&buka=${buka}`;
};

type Props = {
  readonly kerja: Kerja | null;
  readonly onClose: () => void;
  readonly onDone: (kata: string) => void;
};

const akibat = ({ langkah, bidang, penerus }: UsulanTampil): string => {
  if (langkah === 'terima' && isTempat(bidang)) return words.akibatTempat;
  if (langkah === 'terima')
    return bidang === 'nip' ? `${words.akibatTerima} ${words.akibatNip}` : words.akibatTerima;
  return bidang === 'nip' && !penerus ? words.akibatOrangKedua : words.akibatTeruskan;
};

const selesai = (kerja: Kerja): string => {
  const { nama, langkah } = kerja.satu;
  if (!kerja.setuju) return words.selesaiTolak(nama);
  if (alamatBetulkan(kerja)) return words.selesaiTempat(nama);
  return langkah === 'terima' ? words.selesaiTerima(nama) : words.selesaiTeruskan(nama);
};

const Form = ({ kerja, onClose, onDone }: Props & { readonly kerja: Kerja }) => {
  const { satu, setuju } = kerja;
  const [teks, setTeks] = useKetikan(`putus-${satu.id}`, '');
  const [salah, setSalah] = useState<string | undefined>(undefined);
  const [sibuk, setSibuk] = useState(false);
  const kirim = async (): Promise<void> => {
    const catatan = cleanText(teks).trim();
    if (!setuju && countLetters(catatan) < ALASAN_TERPENDEK) {
      setSalah(words.alasanKurang);
      document.getElementById('putus-catatan')?.focus();
      return;
    }
    setSibuk(true);
    const { shard, dilihat } = satu;
    const done = await putuskanUsulan(satu.id, { shard, dilihat, setuju, catatan });
    setSibuk(false);
    if (!done.ok) return setSalah(kataMasalah(done.code, done.params ?? {}));
    setTeks('');
    onDone(selesai(kerja));
  };
  return (
    <form
      class="usulan-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void kirim();
      }}
    >
      {setuju && (
        <>
          <p>
            {usulan.bidang[satu.bidang]}:{' '}
            <b>
              {usulan.ubahan(
                usulan.nilai(satu.bidang, satu.kini ?? ''),
                usulan.nilai(satu.bidang, satu.nilai),
              )}
            </b>
          </p>
          <p>{akibat(satu)}</p>
        </>
      )}
      <Field
        id="putus-catatan"
        label={setuju ? words.catatan : words.alasan}
        hint={setuju ? words.catatanKet : words.alasanKet}
        error={salah}
        count={{ used: countLetters(teks), max: LIMITS.catatanLetters }}
      >
        <TextArea
          rows={2}
          autofocus={!setuju}
          value={teks}
          onInput={(event) => {
            setTeks(event.currentTarget.value);
            setSalah(undefined);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void kirim();
          }}
        />
      </Field>
      <div class="deret-tombol">
        <Button kind="teks" onClick={onClose}>
          {umum.aksi.batal}
        </Button>
        <Button kind={setuju ? 'utama' : 'bahaya'} type="submit" busy={sibuk}>
          {!setuju ? words.tolak : satu.langkah === 'terima' ? words.setujui : words.teruskan}
        </Button>
      </div>
    </form>
  );
};

/** Yes or no to a usulan: what it does, and a word to whoever proposed it; a no needs one. */
export const PutuskanDialog = (props: Props) => {
  const { kerja, onClose } = props;
  const nama = kerja?.satu.nama || words.tanpaNama;
  return (
    <Dialog
      open={kerja !== null}
      onClose={onClose}
      title={kerja?.setuju ? words.tanyaSetuju(nama) : words.tanyaTolak(nama)}
      closeLabel={umum.aksi.tutup}
    >
      {kerja && <Form {...props} kerja={kerja} />}
    </Dialog>
  );
};
