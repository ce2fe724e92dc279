import { isPolaSekolah } from '../../../shared/domain/index.ts';
import type { SatuPola } from '../../../shared/protocol/index.ts';
import type { RecordOf } from '../../../shared/records/index.ts';
import { pensiunkanPolaSekolah, tambahPolaSekolah, ubahPolaSekolah } from '../../actions/index.ts';
import { useApp } from '../../app/context.ts';
import { polaBersama as words } from '../../i18n/id/pola-bersama.ts';
import { umum } from '../../i18n/id/umum.ts';
import { polaSekolahOf, useLive } from '../../store/index.ts';
import { Page, TopBar } from '../../ui/index.ts';
import { DaftarPolaBersama } from '../guru/pola-bersama.tsx';

const sebagaiBaris = ({ id, content, deleted }: RecordOf<'pola'>): SatuPola[] => {
  if (!isPolaSekolah(content)) return [];
  const { asal, ...isi } = content;
  return [{ id, isi, dinas: asal !== undefined, pensiun: deleted }];
};

/** A06 for a head: what his school shares with its teachers, offline too. */
export const PolaSekolahLayar = () => {
  const app = useApp();
  const daftar = useLive(() => polaSekolahOf(app.store, app.shard), [app.store, app.shard]);
  return (
    <Page
      title={words.judul}
      bar={<TopBar title={words.judul} back={{ href: '/akun', label: umum.aksi.kembali }} />}
      busy={!daftar}
    >
      {daftar && (
        <DaftarPolaBersama
          ket={words.ket}
          list={daftar.flatMap(sebagaiBaris)}
          tambah={(isi) => tambahPolaSekolah(app, isi)}
          ubah={(id, isi) => ubahPolaSekolah(app, id, isi)}
          pensiunkan={(id) => pensiunkanPolaSekolah(app, id)}
        />
      )}
    </Page>
  );
};
