import { useEffect, useState } from 'preact/hooks';
import type { App } from '../../app/context.ts';
import { muatDariServer } from '../../app/riwayat-muat.ts';
import { penilai } from '../../i18n/id/penilai.ts';
import {
  type EntriRow,
  type PutusanBeda,
  riwayatTersimpan,
  useLive,
  versiDilihat,
} from '../../store/index.ts';
import { Banner } from '../../ui/index.ts';
import { ubahanSejak } from '../guru/riwayat-ubahan.ts';

const words = penilai.periksa;

/** Old against new since the head had it before him: by the server's history, kept on the phone once it came. */
const Ubahan = ({ app, entri, beda }: { app: App; entri: EntriRow; beda: PutusanBeda | null }) => {
  const [memuat, setMemuat] = useState(true);
  useEffect(() => {
    setMemuat(true);
    void muatDariServer(app, entri.id, null).finally(() => setMemuat(false));
  }, [app, entri.id, entri.head]);
  const lines =
    useLive(() => riwayatTersimpan(app.store, entri.id), [app.store, entri.id])?.answer.lines ?? [];
  const ubahan = ubahanSejak(lines, versiDilihat(lines, beda) ?? '', entri.content);
  if (!ubahan) return <p class="redup">{memuat ? words.ubahan.memuat : words.ubahan.nanti}</p>;
  if (ubahan.length === 0) return <p>{words.ubahan.tidakAda}</p>;
  return (
    <dl class="ubahan" aria-label={words.ubahan.judul}>
      {ubahan.map(({ bidang, dari, jadi }) => (
        <div key={bidang}>
          <dt>{bidang}</dt>
          <dd class="teks-asli">
            <del>{dari || words.ubahan.kosong}</del> → <ins>{jadi || words.ubahan.kosong}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
};

/** Why this entry is before the head once more: a decision of his came too late, or it was mended after he gave it back. */
export const SebelumIni = ({ app, entri, beda }: { app: App; entri: EntriRow; beda: PutusanBeda | null }) => {
  const { kembali } = entri.state;
  if (!beda && kembali === undefined) return null;
  return (
    <Banner tone={beda ? 'peringatan' : 'info'}>
      {beda && <p>{beda.alasan ? words.bedaKembali(beda.alasan) : words.bedaSetuju}</p>}
      {kembali !== undefined && <p class="teks-asli">{words.diperbaiki(kembali)}</p>}
      <Ubahan app={app} entri={entri} beda={beda} />
    </Banner>
  );
};
