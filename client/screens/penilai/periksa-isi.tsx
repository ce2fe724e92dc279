import { useState } from 'preact/hooks';
import type { Skp } from '../../../shared/records/index.ts';
import type { App } from '../../app/context.ts';
import { useLihat } from '../../app/lihat.ts';
import { hariTanggal, rentangJam } from '../../i18n/format.ts';
import { penilai } from '../../i18n/id/penilai.ts';
import { type PutusanBeda, photoUrl, skpUntukBaca, useLive } from '../../store/index.ts';
import { PhotoGrid, PhotoViewer, StatusPill } from '../../ui/index.ts';
import type { EntriPeriksa } from './model.ts';
import { SebelumIni } from './periksa-perubahan.tsx';

const words = penilai.periksa;

/** Photos of an entry: from this phone where they are, else fetched once and kept. */
export const FotoEntri = ({ app, baris }: { app: App; baris: EntriPeriksa['entri'] }) => {
  const [open, setOpen] = useState<number | null>(null);
  const { foto } = baris.content;
  // Where the service cannot be asked, nobody knows that they have not come: it is this phone that lacks them.
  const putus = app.engine.status.value.problem !== null;
  const urls = useLive(
    () => Promise.all(foto.map(({ sha }) => photoUrl(app.store, sha, baris.owner))),
    [baris.id, baris.head, putus],
  );
  if (foto.length === 0) return null;
  const photos = foto.map(({ sha }, i) => ({ id: sha, url: urls?.[i], label: words.foto(i + 1) }));
  return (
    <>
      <PhotoGrid photos={photos} onOpen={setOpen} missing={putus ? words.fotoDiServer : words.fotoMenyusul} />
      <PhotoViewer
        photos={photos}
        index={open}
        onIndex={setOpen}
        onClose={() => setOpen(null)}
        labels={{ close: words.tutup, next: words.berikutnya, previous: words.sebelumnya }}
      />
    </>
  );
};

const rencana = (
  skp: Skp | null | undefined,
  { rhk, rencanaAksi }: { rhk: string | null; rencanaAksi: string | null },
) => {
  const found = skp?.rhk.find(({ kode }) => kode === rhk);
  return { rhk: found?.rhk, rencanaAksi: found?.rencanaAksi.find(({ kode }) => kode === rencanaAksi)?.nama };
};

/** What the author wrote, as facts with their names. */
const Fakta = ({ facts }: { facts: readonly (readonly [string, string | undefined])[] }) => (
  <dl class="fakta">
    {facts
      .filter(([, value]) => value)
      .map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
  </dl>
);

/** The body of one entry under review; `beda` is a decision of his on it that came too late. */
export const IsiPeriksa = ({
  app,
  periksa,
  beda,
}: {
  app: App;
  periksa: EntriPeriksa;
  beda: PutusanBeda | null;
}) => {
  const { entri, nama, tanda } = periksa;
  const isi = entri.content;
  useLihat(entri);
  const skp = useLive(
    () => skpUntukBaca(app.store, entri.owner, isi.tanggal).then((found) => ({ found })),
    [entri.owner],
  );
  const { rhk, rencanaAksi } = rencana(skp?.found, isi);
  return (
    <article class="periksa-isi">
      <SebelumIni key={entri.id} app={app} entri={entri} beda={beda} />
      <FotoEntri app={app} baris={entri} />
      <h2 tabIndex={-1}>{isi.uraian}</h2>
      <p class="redup">
        {nama} · {hariTanggal(isi.tanggal)} · {rentangJam(isi)}
      </p>
      {tanda.length > 0 && (
        <p class="tanda">
          {tanda.map((kode) => (
            <StatusPill
              key={kode}
              tone="peringatan"
              icon="triangle-alert"
              label={words.tanda[kode] ?? kode}
            />
          ))}
        </p>
      )}
      <Fakta
        facts={[
          [words.rencanaAksi, rencanaAksi],
          [words.rhk, rhk],
          [words.realisasi, `${isi.realisasi} ${isi.satuan}`],
          [words.catatanGuru, isi.catatan],
        ]}
      />
      {isi.tautan.length > 0 && (
        <ul class="tautan">
          {isi.tautan.map((url) => (
            <li key={url}>
              <a href={url} target="_blank" rel="noopener noreferrer">
                {url}
              </a>
            </li>
          ))}
        </ul>
      )}
    </article>
  );
};
