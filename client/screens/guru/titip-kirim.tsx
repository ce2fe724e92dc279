import { useState } from 'preact/hooks';
import { type BerkasTitipan, buatTitipan, muatanTitipan, titipanPergi } from '../../actions/index.ts';
import type { App } from '../../app/context.ts';
import { bagiBerkas, bisaBagi, unduh } from '../../app/download.ts';
import { useHariIni } from '../../app/hari.ts';
import { beriTahu } from '../../app/snackbar.ts';
import { titip as words } from '../../i18n/id/titip.ts';
import { useLive } from '../../store/index.ts';
import { Banner, Button, LinkButton, Section, Segmented } from '../../ui/index.ts';

const MB = 1024 * 1024;
const UKURAN = { kecil: 5 * MB, sedang: 15 * MB, bebas: Number.POSITIVE_INFINITY } as const;
type Ukuran = keyof typeof UKURAN;

const berkasDari = (files: readonly BerkasTitipan[], tanggal: string): File[] =>
  files.map(
    ({ bytes, header }) =>
      new File([bytes], words.namaBerkas({ ...header, tanggal }), { type: 'text/plain' }),
  );

/** The files are ready: sharing must follow a tap at once, so it is a step of its own. */
const Siap = ({ files, onPergi }: { files: readonly File[]; onPergi: () => void }) => (
  <>
    <output class="tumpuk-rapat" role="status">
      {words.siap(files.length)}
    </output>
    {bisaBagi(files) && (
      <Button
        kind="utama"
        icon="share"
        block
        onClick={() => void bagiBerkas(files).then((diambil) => diambil && onPergi())}
      >
        {words.bagikan}
      </Button>
    )}
    <Button
      kind="tonal"
      icon="download"
      block
      onClick={() => {
        for (const file of files) unduh(file, file.name);
        onPergi();
        beriTahu(words.tersimpan(files.length));
      }}
    >
      {words.simpan}
    </Button>
  </>
);

const Isi = ({ app }: { app: App }) => {
  const { hariIni } = useHariIni();
  const [ukuran, setUkuran] = useState<Ukuran>('kecil');
  const [siap, setSiap] = useState<{
    readonly made: readonly BerkasTitipan[];
    readonly files: readonly File[];
  } | null>(null);
  const [sibuk, setSibuk] = useState(false);
  const [belum, setBelum] = useState(false);
  const muatan = useLive(() => muatanTitipan(app, UKURAN[ukuran]).catch(() => null), [app.store, ukuran]);
  const siapkan = (): void => {
    setSibuk(true);
    void buatTitipan(app, UKURAN[ukuran])
      .then((made) => {
        setBelum(!made);
        setSiap(made && { made, files: berkasDari(made, hariIni) });
      })
      .catch(() => beriTahu(words.gagal))
      .finally(() => setSibuk(false));
  };
  return (
    <div class="tumpuk">
      <p>{words.isi}</p>
      <p class="label" aria-hidden="true">
        {words.ukuran}
      </p>
      <Segmented
        name="ukuran-titipan"
        label={words.ukuran}
        value={ukuran}
        onValue={(next) => {
          setUkuran(next);
          setSiap(null);
        }}
        options={[
          { value: 'kecil', label: words.ukuranPilihan.kecil },
          { value: 'sedang', label: words.ukuranPilihan.sedang },
          { value: 'bebas', label: words.ukuranPilihan.bebas },
        ]}
      />
      {muatan && <p>{words.muatan(muatan)}</p>}
      {belum && <Banner tone="peringatan">{words.belumSiap}</Banner>}
      {siap ? (
        <Siap files={siap.files} onPergi={() => void titipanPergi(app, siap.made)} />
      ) : (
        <Button kind="tonal" icon="users" block busy={sibuk} onClick={siapkan}>
          {sibuk ? words.menyiapkan : words.siapkan}
        </Button>
      )}
    </div>
  );
};

/** Hands what waits to a colleague who has signal, as files; and leads to where such files are opened. */
export const TitipKirim = ({ app, ada }: { app: App; ada: boolean }) => (
  <Section title={words.judul}>
    <div class="tumpuk">
      {ada && !app.latihan && <Isi app={app} />}
      <LinkButton kind="teks" href="/titipan">
        {words.bukaHalaman}
      </LinkButton>
    </div>
  </Section>
);
