import { useEffect, useState } from 'preact/hooks';
import { LIMITS } from '../../../shared/protocol/index.ts';
import { cleanText, countLetters } from '../../../shared/records/index.ts';
import { bacaUmpan, tulisUmpan } from '../../actions/index.ts';
import { type App, useApp } from '../../app/context.ts';
import { useKetikan } from '../../app/ketikan.ts';
import { beriTahu } from '../../app/snackbar.ts';
import { detail as words } from '../../i18n/id/guru.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { type UmpanRow, umpanAbout, umpanFor, useLive } from '../../store/index.ts';
import { Button, Field, Section, TextArea } from '../../ui/index.ts';
import './detail.css';
import './guru.css';

/** Reading marks: once the messages are on the screen of a page that is being looked at. */
const useBaca = (app: App, pesan: readonly UmpanRow[] | undefined): void => {
  const belum = (pesan ?? [])
    .filter(({ content, state }) => content.dari !== app.actor.id && state.tahap !== 'DIBACA')
    .map(({ id }) => id);
  const key = belum.join();
  useEffect(() => {
    if (key !== '' && document.visibilityState === 'visible') void bacaUmpan(app, belum);
  }, [key]);
};

const Pesan = ({ app, pesan }: { app: App; pesan: UmpanRow }) => {
  const sendiri = pesan.content.dari === app.actor.id;
  const status = !sendiri
    ? ''
    : pesan.state.tahap === 'DIBACA' && pesan.state.pada !== undefined
      ? words.umpanDibaca(pesan.state.pada, app.clock())
      : pesan.terkirim
        ? words.umpanTerkirim
        : words.umpanDiHp;
  return (
    <li class={sendiri ? 'pesan pesan-sendiri' : 'pesan'}>
      <b>{sendiri ? words.umpanAnda : pesan.content.dariNama}</b>
      <p class="teks-asli">{pesan.content.teks}</p>
      {status !== '' && <span class="redup">{status}</span>}
    </li>
  );
};

type Props = {
  readonly guru: string;
  readonly tentang: string | null;
  readonly judul: string;
  /** What to say while there is no message. */
  readonly kosong?: string;
};

/** Feedback in both directions, about one record or about the work as a whole, with marks of what was read. */
export const Utas = ({ guru, tentang, judul, kosong }: Props) => {
  const app = useApp();
  const [teks, setTeks] = useKetikan(`pesan-${tentang ?? guru}`, '');
  const [sibuk, setSibuk] = useState(false);
  const pesan = useLive(
    async () =>
      tentang
        ? umpanAbout(app.store, tentang)
        : (await umpanFor(app.store, guru)).filter(({ content }) => content.tentang === null),
    [app.store, guru, tentang],
  );
  useBaca(app, pesan);
  const kirim = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (sibuk) return;
    setSibuk(true);
    const done = await tulisUmpan(app, { guru, tentang, teks: cleanText(teks).trim() }).finally(() =>
      setSibuk(false),
    );
    if (!done.ok) return beriTahu(kataMasalah(done.code, { bidang: 'teks', ...done.params }));
    setTeks('');
    beriTahu(words.umpanTersimpan);
  };
  return (
    <Section title={judul}>
      {pesan?.length === 0 && (
        <p class="redup">{kosong ?? (tentang ? words.umpanKosong : words.umpanKosongUmum)}</p>
      )}
      <ol class="utas">
        {pesan?.map((one) => (
          <Pesan key={one.id} app={app} pesan={one} />
        ))}
      </ol>
      <form class="tumpuk" onSubmit={(event) => void kirim(event)}>
        <Field
          id="umpan-teks"
          label={words.umpanTulis}
          count={{
            used: countLetters(teks),
            max: LIMITS.catatanLetters,
            label: words.umpanHuruf(countLetters(teks)),
          }}
        >
          <TextArea rows={2} value={teks} onInput={(event) => setTeks(event.currentTarget.value)} />
        </Field>
        <Button kind="tonal" icon="send" type="submit" busy={sibuk} disabled={teks.trim() === ''}>
          {words.umpanKirim}
        </Button>
      </form>
    </Section>
  );
};
