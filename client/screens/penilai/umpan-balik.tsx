import { useEffect, useState } from 'preact/hooks';
import { LIMITS } from '../../../shared/protocol/index.ts';
import { cleanText, countLetters } from '../../../shared/records/index.ts';
import { bacaUmpan, tulisUmpan } from '../../actions/index.ts';
import type { App } from '../../app/context.ts';
import { useKetikan } from '../../app/ketikan.ts';
import { beriTahu } from '../../app/snackbar.ts';
import { kapan } from '../../i18n/format.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { penilai } from '../../i18n/id/penilai.ts';
import { umpanAbout, umpanFor, useLive } from '../../store/index.ts';
import { Button, Field, TextArea } from '../../ui/index.ts';

const words = penilai.guru;

/** Feedback about an entry, or about a teacher's work as a whole: what was said, whether it was read, and a line to answer. */
export const UmpanBalik = ({ app, guru, tentang }: { app: App; guru: string; tentang: string | null }) => {
  const [teks, setTeks] = useKetikan(`pesan-${tentang ?? guru}`, '');
  const [sibuk, setSibuk] = useState(false);
  const pesan = useLive(
    () => (tentang ? umpanAbout(app.store, tentang) : umpanFor(app.store, guru)),
    [guru, tentang],
  );
  const unread =
    pesan
      ?.filter((umpan) => umpan.content.dari !== app.actor.id && umpan.state.tahap !== 'DIBACA')
      .map(({ id }) => id) ?? [];
  useEffect(() => {
    if (unread.length > 0) void bacaUmpan(app, unread);
  }, [unread.join(' ')]);
  const kirim = async (event: Event) => {
    event.preventDefault();
    const clean = cleanText(teks).trim();
    if (!clean || sibuk) return;
    setSibuk(true);
    const answer = await tulisUmpan(app, { guru, tentang, teks: clean }).finally(() => setSibuk(false));
    if (!answer.ok) return beriTahu(kataMasalah(answer.code, answer.params));
    setTeks('');
    beriTahu(words.terkirim);
  };
  return (
    <div class="umpan">
      {pesan?.length === 0 && <p class="redup">{words.umpanKosong}</p>}
      <ol>
        {pesan?.map(({ id, content, state }) => (
          <li key={id} class={content.dari === app.actor.id ? 'umpan-saya' : ''}>
            <b>{content.dariNama}</b>
            <p>{content.teks}</p>
            <small class="redup">
              {state.tahap === 'DIBACA' && state.pada
                ? words.sejak(kapan(state.pada, app.clock()))
                : words.belumDibaca}
            </small>
          </li>
        ))}
      </ol>
      <form onSubmit={(event) => void kirim(event)}>
        <Field
          id="umpan"
          label={words.tulisUmpan}
          count={{ used: countLetters(teks), max: LIMITS.catatanLetters }}
        >
          <TextArea
            id="umpan"
            rows={2}
            value={teks}
            onInput={(event) => setTeks(event.currentTarget.value)}
          />
        </Field>
        <Button kind="tonal" icon="send" type="submit" busy={sibuk} disabled={!teks.trim()}>
          {words.kirimUmpan}
        </Button>
      </form>
    </div>
  );
};
