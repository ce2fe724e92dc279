import { useEffect, useState } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso';
import { skpPada } from '../../../shared/domain/index.ts';
import type { Matriks } from '../../../shared/records/index.ts';
import { bagikanMatriks, matriksSaya } from '../../actions/index.ts';
import { type App, useApp } from '../../app/context.ts';
import { useHariIni } from '../../app/hari.ts';
import { useKetikan } from '../../app/ketikan.ts';
import { beriTahu } from '../../app/snackbar.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { skp as kata, matriksKata as words } from '../../i18n/id/skp.ts';
import { umum } from '../../i18n/id/umum.ts';
import { skpRows } from '../../store/index.ts';
import { Button, EmptyState, LinkButton, Page, Section, TopBar } from '../../ui/index.ts';
import { pimpinanSaya } from '../guru/skp-awal.ts';
import { IsianEkspektasi } from '../guru/skp-bagian.tsx';
import '../guru/guru.css';
import '../guru/lain.css';
import '../guru/skp.css';

/** RHK of the head's SKP of a year: the one in force, else the one that is on its way; and what he expects so far. */
const baca = async (app: App, tahun: number): Promise<Matriks> => {
  const milik = (await skpRows(app.store)).filter(
    ({ owner, content }) => owner === app.actor.id && content.tahun === tahun,
  );
  const skp = skpPada(milik, String(tahun)) ?? milik[0];
  const rhk = (skp?.content.rhk ?? []).filter((one) => one.rhk.trim() !== '');
  return {
    tahun,
    pimpinan: await pimpinanSaya(app),
    rhk: rhk.map(({ kode, rhk: teks }) => ({ kode, rhk: teks })),
    perilaku: [...((await matriksSaya(app, tahun))?.content.perilaku ?? [])],
  };
};

const Form = ({ app, matriks }: { app: App; matriks: Matriks }) => {
  const { route } = useLocation();
  const [perilaku, setPerilaku] = useKetikan<readonly string[]>(`matriks-${matriks.tahun}`, matriks.perilaku);
  const [sibuk, setSibuk] = useState(false);
  const judul = words.judul(matriks.tahun);
  const bagikan = async (): Promise<void> => {
    setSibuk(true);
    const done = await bagikanMatriks(app, { ...matriks, perilaku: perilaku.map((teks) => teks.trim()) });
    setSibuk(false);
    if (!done.ok) return beriTahu(kataMasalah(done.code, done.params));
    setPerilaku(matriks.perilaku);
    beriTahu(words.dibagikan);
    route(`/skp?tahun=${matriks.tahun}`, true);
  };
  return (
    <Page
      title={judul}
      bar={<TopBar title={judul} back={{ href: `/skp?tahun=${matriks.tahun}`, label: umum.aksi.kembali }} />}
      footer={
        <Button kind="utama" icon="share" busy={sibuk} onClick={() => void bagikan()}>
          {words.bagikan}
        </Button>
      }
    >
      <p class="redup">{words.ket}</p>
      <Section title={words.rhk}>
        <ol class="kertas butir-nomor">
          {matriks.rhk.map(({ kode, rhk }) => (
            <li key={kode}>{rhk}</li>
          ))}
        </ol>
      </Section>
      <Section title={kata.ekspektasi}>
        <IsianEkspektasi perilaku={perilaku} onUbah={setPerilaku} />
      </Section>
    </Page>
  );
};

/** What a head lays before his school: RHK for theirs to serve, and what he expects of conduct. */
export const SkpBagikan = () => {
  const app = useApp();
  const { hariIni } = useHariIni();
  const tahun = Number(useRoute().query['tahun'] ?? hariIni.slice(0, 4));
  const [matriks, setMatriks] = useState<Matriks | undefined>(undefined);
  useEffect(() => void baca(app, tahun).then(setMatriks), [app, tahun]);
  if (matriks && matriks.rhk.length > 0) return <Form app={app} matriks={matriks} />;
  return (
    <Page
      title={words.judul(tahun)}
      bar={<TopBar title={words.judul(tahun)} back={{ href: '/skp', label: umum.aksi.kembali }} />}
      busy={!matriks}
    >
      {matriks && (
        <EmptyState
          icon="target"
          text={words.kosong}
          actions={
            <LinkButton kind="tonal" href={`/skp?tahun=${tahun}`}>
              {words.keSkp}
            </LinkButton>
          }
        />
      )}
    </Page>
  );
};
