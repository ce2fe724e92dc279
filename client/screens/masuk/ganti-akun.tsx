import { masuk } from '../../i18n/id/masuk.ts';
import { umum } from '../../i18n/id/umum.ts';
import type { AkunDiHp } from '../../session/index.ts';
import { LinkButton, ListRow } from '../../ui/index.ts';
import './masuk.css';

const words = masuk.akun;

type Props = {
  readonly akun: readonly AkunDiHp[];
  readonly aktif: string | null;
  readonly onPilih: (akun: AkunDiHp) => void;
};

/** G04: who uses this phone. Each account has a database of its own; choosing one touches no other. */
export const GantiAkun = ({ akun, aktif, onPilih }: Props) => (
  <main class="masuk">
    <h1>{words.judul}</h1>
    <ul class="daftar">
      {akun.map((satu) => {
        const { id, nama, jabatan, belum, keluar } = satu;
        const keadaan = id === aktif ? words.aktif : keluar ? words.keluar : '';
        return (
          <li key={id}>
            <ListRow
              leading="user"
              title={nama}
              meta={[jabatan, words.antre(belum), keadaan].filter(Boolean).join(' · ')}
              onClick={() => onPilih(satu)}
            />
          </li>
        );
      })}
    </ul>
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
