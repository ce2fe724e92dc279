import { useEffect, useState } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso';
import { loadDraft } from '../../actions/index.ts';
import { mulaiDraf } from '../../app/catat-baru.ts';
import { useApp } from '../../app/context.ts';
import { catat as words } from '../../i18n/id/guru.ts';
import { umum } from '../../i18n/id/umum.ts';
import { type Draft, useLive } from '../../store/index.ts';
import { EmptyState, LinkButton, Page, TopBar } from '../../ui/index.ts';
import { FormCatat } from './catat-form.tsx';

const kembali = { href: '/', label: umum.aksi.kembali };

/** `/catat` starts a draft and goes to its address, so that a page that is closed comes back to it. */
const MulaiBaru = () => {
  const app = useApp();
  const { route } = useLocation();
  const { tanggal } = useRoute().query;
  const [gagal, setGagal] = useState(false);
  useEffect(() => {
    mulaiDraf(app, tanggal)
      .then(({ id }) => route(`/catat/${id}${location.search}`, true))
      .catch(() => setGagal(true));
  }, []);
  return (
    <Page title={words.judulBaru} bar={<TopBar title={words.judulBaru} back={kembali} />} busy={!gagal}>
      {gagal && <EmptyState icon="triangle-alert" text={umum.galat.simpananTerkunci} />}
    </Page>
  );
};

const TidakAda = () => (
  <Page title={words.judulBaru} bar={<TopBar title={words.judulBaru} back={kembali} />}>
    <EmptyState
      icon="pencil-line"
      text={words.drafTidakAda}
      actions={
        <LinkButton kind="tonal" href="/kegiatan">
          {words.keKegiatan}
        </LinkButton>
      }
    />
  </Page>
);

/** The draft as it was when the form opened (the form owns what is typed), with its photos as they are now. */
const useDraft = (id: string): Draft | null | undefined => {
  const app = useApp();
  const [awal, setAwal] = useState<Draft | null | undefined>(undefined);
  const kini = useLive(async () => (await loadDraft(app, id)) ?? null, [app.store, id]);
  useEffect(() => {
    setAwal(undefined);
    void loadDraft(app, id).then((draft) => setAwal(draft ?? null));
  }, [id]);
  if (!awal || awal.id !== id) return awal?.id === id ? awal : awal === null ? null : undefined;
  return kini && kini.id === id ? { ...awal, foto: kini.foto } : awal;
};

const BukaDraf = ({ id }: { id: string }) => {
  const draft = useDraft(id);
  const { pulih, kamera } = useRoute().query;
  if (draft === undefined)
    return <Page title={words.judulBaru} bar={<TopBar title={words.judulBaru} back={kembali} />} busy />;
  if (draft === null) return <TidakAda />;
  return <FormCatat key={id} draft={draft} pulih={Number(pulih ?? 0)} kameraLangsung={kamera === '1'} />;
};

/** G06: the form of one activity. */
export const Catat = () => {
  const { draftId } = useRoute().params;
  return draftId ? <BukaDraf id={draftId} /> : <MulaiBaru />;
};
