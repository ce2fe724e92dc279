import { pulihkanEntri } from '../../actions/index.ts';
import { useApp } from '../../app/context.ts';
import { beriTahu } from '../../app/snackbar.ts';
import { kegiatan as words } from '../../i18n/id/guru.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { umum } from '../../i18n/id/umum.ts';
import { type EntriRow, entriDeleted, useLive } from '../../store/index.ts';
import { Button, EmptyState, Page, TopBar } from '../../ui/index.ts';
import { waktuEntri } from './status-entri.tsx';
import './guru.css';

/** "Baru dihapus": every deletion has a way back. */
export const BaruDihapus = () => {
  const app = useApp();
  const entriList = useLive(() => entriDeleted(app.store, app.actor.id), [app.store, app.actor.id]);
  const pulihkan = async ({ id }: EntriRow): Promise<void> => {
    const done = await pulihkanEntri(app, id);
    beriTahu(done.ok ? umum.snackbar.dipulihkan : kataMasalah(done.code, done.params));
  };
  return (
    <Page
      title={words.baruDihapus}
      bar={<TopBar title={words.baruDihapus} back={{ href: '/kegiatan', label: umum.aksi.kembali }} />}
      busy={!entriList}
    >
      {entriList?.length === 0 && <EmptyState icon="trash" text={words.baruDihapusKosong} />}
      {entriList && entriList.length > 0 && (
        <>
          <p class="redup">{words.baruDihapusIsi}</p>
          <ul class="daftar">
            {entriList.map((entri) => (
              <li key={entri.id} class="baris-aksi">
                <a href={`/kegiatan/${encodeURIComponent(entri.id)}`}>
                  <span class="baris-entri-judul">{entri.content.uraian}</span>
                  <span class="redup">{waktuEntri(entri.content)}</span>
                </a>
                <Button kind="tonal" icon="undo-2" onClick={() => void pulihkan(entri)}>
                  {words.pulihkan}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </Page>
  );
};
