import { useApp } from '../../app/context.ts';
import { detail as words } from '../../i18n/id/guru.ts';
import { umum } from '../../i18n/id/umum.ts';
import { entriById, umpanFor, useLive } from '../../store/index.ts';
import { ListRow, Page, Section, TopBar } from '../../ui/index.ts';
import { Utas } from './utas.tsx';

/** Feedback about the work as a whole, and the way to that about single activities. */
export const Umpan = () => {
  const app = useApp();
  const tentang = useLive(async () => {
    const pesan = await umpanFor(app.store, app.actor.id);
    const ids = new Set(pesan.flatMap(({ content }) => content.tentang ?? []));
    const entriList = await Promise.all([...ids].reverse().map((id) => entriById(app.store, id)));
    const baru = (id: string): boolean =>
      pesan.some(
        ({ content, state }) =>
          content.tentang === id && content.dari !== app.actor.id && state.tahap !== 'DIBACA',
      );
    return entriList.flatMap((entri) => (entri?.content ? [{ ...entri, baru: baru(entri.id) }] : []));
  }, [app.store, app.actor.id]);
  return (
    <Page
      title={words.umpan}
      bar={<TopBar title={words.umpan} back={{ href: '/akun', label: umum.aksi.kembali }} />}
      busy={!tentang}
    >
      <Utas guru={app.actor.id} tentang={null} judul={words.umpanUmum} />
      {tentang && tentang.length > 0 && (
        <Section title={words.umpanKegiatan}>
          <ul class="daftar">
            {tentang.map(({ id, content, baru }) => (
              <li key={id}>
                <ListRow
                  leading="message"
                  title={content.uraian}
                  meta={baru && words.umpanBelumDibaca}
                  href={`/kegiatan/${encodeURIComponent(id)}`}
                />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  );
};
