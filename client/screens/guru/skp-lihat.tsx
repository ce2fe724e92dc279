import { useRoute } from 'preact-iso';
import { useApp } from '../../app/context.ts';
import { isi as isiKata, skp as words } from '../../i18n/id/skp.ts';
import { umum } from '../../i18n/id/umum.ts';
import { skpById, useLive } from '../../store/index.ts';
import { EmptyState, LinkButton, Page, TopBar } from '../../ui/index.ts';
import {
  BarisRhk,
  BedaVersi,
  CatatanKepala,
  KelompokRhk,
  KepalaSkp,
  SelainRhk,
  TahapSkp,
} from './skp-tampil.tsx';
import './guru.css';
import './lain.css';
import './skp.css';

/** One SKP as it stands, whichever version: what it says, and how it differs from the one that it changes. */
export const SkpLihat = () => {
  const app = useApp();
  const id = decodeURIComponent(useRoute().params['id'] ?? '');
  const data = useLive(async () => {
    const row = await skpById(app.store, id);
    const lama = row?.content.mengganti ? await skpById(app.store, row.content.mengganti) : undefined;
    return { row, lama };
  }, [app.store, id]);
  const row = data?.row;
  const judul = row ? (row.content.mengganti ? words.ubahan : words.judul)(row.content.tahun) : umum.nav.skp;
  const kembali = { href: row ? `/skp?tahun=${row.content.tahun}` : '/skp', label: umum.aksi.kembali };
  return (
    <Page title={judul} bar={<TopBar title={judul} back={kembali} />} busy={!data}>
      {data && !row && (
        <EmptyState
          icon="target"
          text={isiKata.tidakAda}
          actions={
            <LinkButton kind="tonal" href="/skp">
              {isiKata.keSkp}
            </LinkButton>
          }
        />
      )}
      {row && (
        <>
          <TahapSkp state={row.state} lokal={row.lokal} />
          <KepalaSkp skp={row.content} />
          <CatatanKepala skp={row.content} state={row.state} />
          {data.lama && <BedaVersi lama={data.lama.content} kini={row.content} />}
          <KelompokRhk
            skp={row.content}
            baris={(rhk, nomor) => (
              <BarisRhk
                key={rhk.kode}
                rhk={rhk}
                nomor={nomor}
                ringkas={
                  <span class="redup">
                    {words.ringkasRencana(rhk.indikator.length, rhk.rencanaAksi.length)}
                  </span>
                }
              />
            )}
          />
          <SelainRhk skp={row.content} />
        </>
      )}
    </Page>
  );
};
