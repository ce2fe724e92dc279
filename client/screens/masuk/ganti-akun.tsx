import { masuk } from '../../i18n/id/masuk.ts';
import { umum } from '../../i18n/id/umum.ts';
import type { AkunDiHp } from '../../session/index.ts';
import { EmptyState, LinkButton, ListRow } from '../../ui/index.ts';
import './masuk.css';

const words = masuk.akun;

type Props = {
  readonly akun: readonly AkunDiHp[];
  readonly aktif: string | null;
  readonly onPilih: (id: string) => void;
};

/** G04: who uses this phone. Each account has a database of its own; choosing one touches no other. */
export const GantiAkun = ({ akun, aktif, onPilih }: Props) => (
  <main class="masuk">
    <h1>{words.judul}</h1>
    {akun.length === 0 ? (
      <EmptyState text={words.kosong} />
    ) : (
      <ul class="daftar">
        {akun.map(({ id, nama, jabatan, unsent }) => (
          <li key={id}>
            <ListRow
              leading="user"
              title={nama}
              meta={[jabatan, words.antre(unsent), id === aktif ? words.aktif : '']
                .filter(Boolean)
                .join(' · ')}
              onClick={() => onPilih(id)}
            />
          </li>
        ))}
      </ul>
    )}
    <LinkButton kind="tonal" icon="plus" block href="/masuk">
      {words.tambah}
    </LinkButton>
    {aktif && (
      <LinkButton kind="teks" href="/">
        {umum.aksi.kembali}
      </LinkButton>
    )}
  </main>
);
