import { useEffect, useState } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso';
import { carriedKind, LIMITS } from '../../../shared/protocol/index.ts';
import { addPhoto, draftOfEntri, saveDraft, terimaBerkas } from '../../actions/index.ts';
import { mulaiDraf } from '../../app/catat-baru.ts';
import { type App, useApp } from '../../app/context.ts';
import { useHariIni } from '../../app/hari.ts';
import { beriTahu } from '../../app/snackbar.ts';
import { jam } from '../../i18n/format.ts';
import { bagikan as words } from '../../i18n/id/bagikan.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { titip } from '../../i18n/id/titip.ts';
import { umum } from '../../i18n/id/umum.ts';
import {
  type Draft,
  type EntriRow,
  entriOnDate,
  type Shared,
  takeShared,
  useLive,
} from '../../store/index.ts';
import { Banner, Button, EmptyState, LinkButton, Page, TopBar } from '../../ui/index.ts';
import { bagiTeks } from './bagikan-teks.ts';
import { kataTerima } from './kata-terima.ts';
import './guru.css';
import './lain.css';

/** What was shared. It is taken out once it has gone somewhere: a reload before that shows it again, one after it an empty page. */
const useShared = (app: App, id: string): Shared | null | undefined => {
  const [shared, setShared] = useState<Shared | null | undefined>(undefined);
  const { route } = useLocation();
  const terima = async (found: Shared | undefined): Promise<void> => {
    const titipan = found?.files.filter(({ bytes }) => carriedKind(new Uint8Array(bytes))) ?? [];
    for (const { bytes } of titipan)
      beriTahu(await terimaBerkas(app, bytes).then(kataTerima, () => titip.gagalTerima));
    if (titipan.length === 0) return setShared(found ?? null);
    await takeShared(app.registry, id);
    app.engine.poke();
    route('/titipan', true);
  };
  useEffect(() => void app.registry.shared.get(id).then(terima), [id]);
  return shared;
};

const usePratinjau = (shared: Shared | null | undefined): readonly string[] => {
  const [urls, setUrls] = useState<readonly string[]>([]);
  useEffect(() => {
    const made = (shared?.files ?? []).map(({ bytes, type }) =>
      URL.createObjectURL(new Blob([bytes], { type })),
    );
    setUrls(made);
    return () => {
      for (const url of made) URL.revokeObjectURL(url);
    };
  }, [shared]);
  return urls;
};

/** The draft that takes it in, and what of the text found no place in it. */
const drafUntuk = async (
  app: App,
  shared: Shared,
  entri: EntriRow | undefined,
): Promise<{ draft: Draft; sisa: string }> => {
  const draft = entri ? await draftOfEntri(app, entri) : await mulaiDraf(app);
  const semula = entri ? { ...entri.content, ...draft.values } : null;
  const { values, sisa } = bagiTeks(shared.text, semula);
  if (Object.keys(values).length > 0)
    await saveDraft(app, { id: draft.id, values: { ...draft.values, ...values } });
  return { draft, sisa };
};

const bolehDitambah = ({ state, content }: EntriRow): boolean =>
  state.tahap !== 'DISETUJUI' && content.foto.length < LIMITS.fotoCount;

/** G23: what another app shared becomes a new activity, or joins one of today's. */
export const Bagikan = () => {
  const app = useApp();
  const { route } = useLocation();
  const { hariIni } = useHariIni();
  const id = useRoute().query['id'] ?? '';
  const shared = useShared(app, id);
  const urls = usePratinjau(shared);
  const [ke, setKe] = useState('');
  const [sibuk, setSibuk] = useState(false);
  /** The form that took it in, and why some photos are not in it: read before the form covers the page. */
  const [sebagian, setSebagian] = useState<{ readonly draf: string; readonly kata: string } | null>(null);
  const buka = (draf: string): void => route(`/catat/${draf}`, true);
  const hari =
    useLive(
      async () => (await entriOnDate(app.store, app.actor.id, hariIni)).filter(bolehDitambah),
      [app.store, hariIni],
    ) ?? [];
  const jumlah = shared?.files.length ?? 0;
  const judul = words.judul(jumlah);
  const lanjut = async (): Promise<void> => {
    if (!shared) return;
    setSibuk(true);
    const { draft, sisa } = await drafUntuk(
      app,
      shared,
      hari.find(({ id }) => id === ke),
    );
    const kata = new Set<string>(sisa ? [words.teksSisa(sisa)] : []);
    for (const { bytes, type } of shared.files) {
      const done = await addPhoto(app, draft.id, new Blob([bytes], { type })).catch(() => ({
        ok: false as const,
        code: 'foto_rusak' as const,
      }));
      if (!done.ok) kata.add(kataMasalah(done.code, 'params' in done ? done.params : {}));
    }
    await takeShared(app.registry, shared.id);
    setSibuk(false);
    if (kata.size === 0) return buka(draft.id);
    setSebagian({ draf: draft.id, kata: [...kata].join('. ') });
  };
  return (
    <Page
      title={judul}
      bar={<TopBar title={judul} back={{ href: '/', label: umum.aksi.tutup }} />}
      busy={shared === undefined}
      footer={
        shared && (
          <Button kind="utama" busy={sibuk} onClick={() => (sebagian ? buka(sebagian.draf) : void lanjut())}>
            {sibuk ? words.membaca : words.lanjut}
          </Button>
        )
      }
    >
      {sebagian && (
        <div role="alert">
          <Banner tone="bahaya">{sebagian.kata}</Banner>
        </div>
      )}
      {shared === null && (
        <EmptyState
          icon="share"
          text={id === 'penuh' ? words.penuh : words.kosong}
          actions={
            <LinkButton kind="tonal" href="/catat">
              {words.baru}
            </LinkButton>
          }
        />
      )}
      {shared && (
        <>
          {urls.length > 0 && (
            <ul class="photo-grid">
              {urls.map((url) => (
                <li key={url}>
                  <span class="photo">
                    <img src={url} alt="" />
                  </span>
                </li>
              ))}
            </ul>
          )}
          {shared.text !== '' && <p class="teks-asli">{shared.text}</p>}
          <fieldset class="daftar">
            <legend>{words.pilih}</legend>
            {[
              { id: '', label: words.baru },
              ...hari.map(({ id, content }) => ({
                id,
                label: words.tambahKe(content.uraian, jam(content.mulai)),
              })),
            ].map(({ id, label }) => (
              <label key={id} class="baris-centang">
                <input type="radio" name="ke" checked={ke === id} onChange={() => setKe(id)} />
                <span>{label}</span>
              </label>
            ))}
          </fieldset>
        </>
      )}
    </Page>
  );
};
