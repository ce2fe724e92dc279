import { batasKeberatan } from '../../../shared/domain/index.ts';
import { LIMITS } from '../../../shared/protocol/index.ts';
import { cleanText, countLetters } from '../../../shared/records/index.ts';
import { ajukanKeberatan } from '../../actions/index.ts';
import { useApp } from '../../app/context.ts';
import { useKetikan } from '../../app/ketikan.ts';
import { beriTahu } from '../../app/snackbar.ts';
import { evaluasi as words } from '../../i18n/id/evaluasi.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import type { EvaluasiRow } from '../../store/index.ts';
import { Button, Field, Section, TextArea } from '../../ui/index.ts';

const kata = words.keberatan;

/** An objection as it stands: her reasons and the penilai's explanation. */
export const IsiKeberatan = ({ evaluasi }: { evaluasi: EvaluasiRow }) => {
  const { keberatan } = evaluasi.state;
  if (!keberatan) return null;
  const { alasan, pada, terlambat, penjelasan, keputusan } = keberatan;
  const { predikat } = evaluasi.state;
  return (
    <div class="tumpuk-rapat">
      <p class="teks-asli">{alasan}</p>
      <p class="redup">{kata.diajukan(pada)}</p>
      {terlambat && <p class="peringatan">{kata.terlambat}</p>}
      {penjelasan && (
        <>
          <h3>{kata.penjelasan(penjelasan.oleh, penjelasan.pada)}</h3>
          <p class="teks-asli">{penjelasan.teks}</p>
        </>
      )}
      {keputusan && predikat && (
        <>
          <h3>{kata.keputusan(keputusan.oleh, keputusan.pada)}</h3>
          <p>
            {keputusan.semula.predikat === predikat
              ? kata.tetap(words.predikat[predikat])
              : kata.berubah(words.predikat[keputusan.semula.predikat], words.predikat[predikat])}
          </p>
          <p class="teks-asli">{keputusan.alasan}</p>
          <p class="redup">{kata.final}</p>
        </>
      )}
    </div>
  );
};

const Tulis = ({ evaluasi }: { evaluasi: EvaluasiRow }) => {
  const app = useApp();
  const [teks, setTeks] = useKetikan(`keberatan-${evaluasi.id}`, '');
  const kirim = async (event: Event) => {
    event.preventDefault();
    const done = await ajukanKeberatan(app, evaluasi, cleanText(teks).trim());
    if (done.ok) setTeks('');
    beriTahu(done.ok ? kata.terkirim : kataMasalah(done.code, done.params));
  };
  return (
    <details class="evaluasi-bukti">
      <summary>{kata.tulis}</summary>
      <form class="tumpuk" onSubmit={(event) => void kirim(event)}>
        <Field
          id="alasan-keberatan"
          label={kata.alasan}
          hint={kata.alasanKet}
          count={{ used: countLetters(teks), max: LIMITS.catatanLetters }}
        >
          <TextArea rows={4} value={teks} onInput={(event) => setTeks(event.currentTarget.value)} />
        </Field>
        <Button kind="utama" icon="send" type="submit" disabled={cleanText(teks).trim() === ''}>
          {kata.kirim}
        </Button>
      </form>
    </details>
  );
};

/** G17: what a teacher can do about a result that she does not agree with, and until when. */
export const KeberatanGuru = ({ evaluasi }: { evaluasi: EvaluasiRow }) => {
  const app = useApp();
  const { dibaca, keberatan, pada = 0 } = evaluasi.state;
  const batas = batasKeberatan(dibaca ?? app.clock());
  const berlaku = keberatan && keberatan.pada >= pada;
  return (
    <Section title={kata.judul}>
      <IsiKeberatan evaluasi={evaluasi} />
      {berlaku && !keberatan.keputusan && (
        <p class="redup">{keberatan.penjelasan ? kata.putusan : kata.menunggu}</p>
      )}
      {!berlaku && <p>{app.clock() <= batas ? kata.boleh(batas) : kata.lewat(batas)}</p>}
      {!berlaku && app.clock() <= batas && <Tulis evaluasi={evaluasi} />}
    </Section>
  );
};
