import { useState } from 'preact/hooks';
import { bacaJadwal } from '../../../shared/domain/index.ts';
import type { JamPelajaran } from '../../../shared/records/index.ts';
import { useKetikan } from '../../app/ketikan.ts';
import { jadwalMengajar as words } from '../../i18n/id/jadwal.ts';
import { Button, Chip, Field, TextArea } from '../../ui/index.ts';

const kata = words.tempelan;
const SALAH_DITAMPILKAN = 5;

/** A timetable from a spreadsheet: what was read and what was not is said before anything goes in. */
export const TempelJadwal = ({
  onMasuk,
}: {
  readonly onMasuk: (pelajaran: readonly JamPelajaran[]) => void;
}) => {
  const [teks, setTeks] = useKetikan('tempel-jadwal', '');
  const { pelajaran, salah } = bacaJadwal(teks);
  const masukkan = (event: Event): void => {
    event.preventDefault();
    onMasuk(pelajaran);
    setTeks('');
  };
  return (
    <form class="tumpuk" onSubmit={masukkan}>
      <Field id="jadwal-tempelan" label={kata.isi} hint={kata.petunjuk}>
        <TextArea
          rows={6}
          spellcheck={false}
          value={teks}
          onInput={(event) => setTeks(event.currentTarget.value)}
        />
      </Field>
      <div aria-live="polite" class="tumpuk-rapat">
        {teks.trim() !== '' && <p>{kata.terbaca(pelajaran.length)}</p>}
        {salah.slice(0, SALAH_DITAMPILKAN).map((satu) => (
          <p key={satu.nomor} class="field-error">
            {kata.salah(satu)}
          </p>
        ))}
        {salah.length > SALAH_DITAMPILKAN && (
          <p class="field-error">{kata.lagi(salah.length - SALAH_DITAMPILKAN)}</p>
        )}
      </div>
      <Button kind="utama" type="submit" block disabled={pelajaran.length === 0}>
        {kata.masukkan(pelajaran.length)}
      </Button>
    </form>
  );
};

/** To which days a day is copied. */
export const SalinHari = ({
  hari,
  onSalin,
}: {
  readonly hari: readonly number[];
  readonly onSalin: (ke: readonly number[]) => void;
}) => {
  const [ke, setKe] = useState<readonly number[]>([]);
  return (
    <div class="tumpuk">
      <fieldset class="field jadwal-hari">
        <legend>{words.salinKe}</legend>
        <div class="deret-chip">
          {hari.map((satu) => (
            <Chip
              key={satu}
              pressed={ke.includes(satu)}
              onClick={() =>
                setKe(
                  ke.includes(satu)
                    ? ke.filter((lain) => lain !== satu)
                    : [...ke, satu].sort((a, b) => a - b),
                )
              }
            >
              {words.hari(satu)}
            </Chip>
          ))}
        </div>
      </fieldset>
      <p class="redup">{words.salinKet}</p>
      <Button kind="utama" block disabled={ke.length === 0} onClick={() => onSalin(ke)}>
        {words.salin}
      </Button>
    </div>
  );
};
