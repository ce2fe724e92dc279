import type { AnyRecord } from '../../../shared/records/index.ts';
import { useApp } from '../../app/context.ts';
import { evaluasi } from '../../i18n/id/evaluasi.ts';
import { detail as words } from '../../i18n/id/guru.ts';
import { umum } from '../../i18n/id/umum.ts';
import { alamatTentang, tentangAll, umpanFor, useLive } from '../../store/index.ts';
import { ListRow, Page, Section, TopBar } from '../../ui/index.ts';
import { Utas } from './utas.tsx';

const judul = (record: AnyRecord): string | null => {
  if (record.kind === 'entri') return record.content.uraian;
  if (record.kind === 'evaluasi') return words.tentangEvaluasi(evaluasi.periode(record.content.periode));
  if (record.kind === 'praktik') return words.tentangPraktik(record.content.tahun);
  return record.kind === 'skp' ? words.tentangSkp(record.content.tahun) : null;
};

/** Feedback about the work as a whole, and the way to that about single activities. */
export const Umpan = () => {
  const app = useApp();
  const tentang = useLive(async () => {
    const pesan = await umpanFor(app.store, app.actor.id);
    const ids = new Set(pesan.flatMap(({ content }) => content.tentang ?? []));
    const records = await tentangAll(app.store, [...ids]);
    const baru = (id: string): boolean =>
      pesan.some(
        ({ content, state }) =>
          content.tentang === id && content.dari !== app.actor.id && state.tahap !== 'DIBACA',
      );
    return [...ids].reverse().flatMap((id) => {
      const record = records.get(id);
      const nama = record && judul(record);
      return nama ? [{ id, nama, href: alamatTentang(record), baru: baru(id) }] : [];
    });
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
            {tentang.map(({ id, nama, href, baru }) => (
              <li key={id}>
                <ListRow leading="message" title={nama} meta={baru && words.umpanBelumDibaca} href={href} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  );
};
