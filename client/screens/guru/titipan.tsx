import { useState } from 'preact/hooks';
import { buangTitipan, terimaBerkas } from '../../actions/index.ts';
import { type App, useApp } from '../../app/context.ts';
import { bagiBerkas, bisaBagi, unduh } from '../../app/download.ts';
import { antrean } from '../../i18n/id/antrean.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { titip as words } from '../../i18n/id/titip.ts';
import { umum } from '../../i18n/id/umum.ts';
import { type TitipanMasuk, titipanMasuk, useLive } from '../../store/index.ts';
import { Button, EmptyState, Icon, Page, Section, StatusPill, TopBar } from '../../ui/index.ts';
import { kataTerima } from './kata-terima.ts';
import './guru.css';
import './lain.css';

const PIL = {
  menunggu: { tone: 'peringatan', icon: 'clock', label: words.menunggu },
  terkirim: { tone: 'berhasil', icon: 'check', label: words.terkirim },
  ditolak: { tone: 'bahaya', icon: 'triangle-alert', label: words.ditolak },
} as const;

const Bukti = ({ row, bukti }: { row: TitipanMasuk; bukti: ArrayBuffer }) => {
  const file = new File([bukti], words.namaBukti(row), { type: 'text/plain' });
  const bagi = bisaBagi([file]);
  return (
    <Button
      kind="utama"
      icon={bagi ? 'share' : 'download'}
      onClick={() => (bagi ? void bagiBerkas([file]) : unduh(file, file.name))}
    >
      {words.bawaBukti}
    </Button>
  );
};

const Baris = ({ app, row }: { app: App; row: TitipanMasuk }) => (
  <div class="baris-antrean">
    <span class="baris-entri-judul">{words.dari(row.nama)}</span>
    <span class="baris-entri-status">
      <StatusPill {...PIL[row.status]} />
      <span class="redup">{words.isiBerkas(row)}</span>
    </span>
    {row.status === 'terkirim' && <p class="redup">{words.bawaBuktiIsi}</p>}
    {row.code && (
      <p class="field-error">
        <Icon name="triangle-alert" />
        <span>{kataMasalah(row.code)}</span>
      </p>
    )}
    {row.status === 'menunggu' && (
      <div class="deret-chip">
        <Button kind="teks" icon="send" onClick={() => void app.engine.now()}>
          {antrean.kirimSekarang}
        </Button>
      </div>
    )}
    {row.status !== 'menunggu' && (
      <div class="deret-chip">
        {row.bukti && <Bukti row={row} bukti={row.bukti} />}
        <Button kind="teks" icon="trash" onClick={() => void buangTitipan(app, row.id)}>
          {words.buang}
        </Button>
      </div>
    )}
  </div>
);

const useBuka = (app: App) => {
  const [jawab, setJawab] = useState<readonly string[]>([]);
  const buka = async (files: readonly File[]): Promise<void> => {
    const kata: string[] = [];
    for (const file of files)
      kata.push(await terimaBerkas(app, await file.arrayBuffer()).then(kataTerima, () => words.gagalTerima));
    setJawab([...new Set(kata)]);
    app.engine.poke();
  };
  return { jawab, buka };
};

/** Colleagues' files that this phone carries, and where a receipt is opened that came back. */
export const Titipan = () => {
  const app = useApp();
  const rows = useLive(() => titipanMasuk(app.store), [app.store]);
  const { jawab, buka } = useBuka(app);
  return (
    <Page
      title={words.halaman}
      bar={<TopBar title={words.halaman} back={{ href: '/antrean', label: umum.aksi.kembali }} />}
      busy={!rows}
    >
      <p>{words.halamanIsi}</p>
      <label class="button utama block">
        <input
          class="sembunyi"
          type="file"
          accept=".txt,text/plain"
          multiple
          aria-label={words.buka}
          onChange={(event) => {
            const files = [...(event.currentTarget.files ?? [])];
            event.currentTarget.value = '';
            void buka(files);
          }}
        />
        <Icon name="plus" />
        <span aria-hidden="true">{words.buka}</span>
      </label>
      <output class="jawab-kirim" role="status">
        {jawab.map((kata) => (
          <p key={kata}>{kata}</p>
        ))}
      </output>
      {rows?.length === 0 && <EmptyState icon="users" text={words.kosong} />}
      {rows && rows.length > 0 && (
        <Section title={words.dibawa}>
          <ul class="daftar">
            {rows.map((row) => (
              <li key={row.id}>
                <Baris app={app} row={row} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  );
};
