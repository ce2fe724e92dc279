import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { periodeSkp } from '../../../shared/domain/index.ts';
import { Skp } from '../../../shared/records/index.ts';
import {
  ajukanSkp,
  buangRancangan,
  type Done,
  hapusSkp,
  mulaiRancangan,
  pilihSkp,
  pulihkanRancangan,
  pulihkanSkp,
  tarikSkp,
} from '../../actions/index.ts';
import { type App, useApp } from '../../app/context.ts';
import { beriTahu } from '../../app/snackbar.ts';
import { isi as isiKata, skp as words } from '../../i18n/id/skp.ts';
import { umum } from '../../i18n/id/umum.ts';
import type { RancanganSkp, SkpRow } from '../../store/index.ts';
import { Banner, Button, Card, LinkButton, StatusPill } from '../../ui/index.ts';
import { BedaVersi, CatatanKepala, TahapSkp } from './skp-tampil.tsx';
import { kataSkp } from './skp-temuan.tsx';

const sampaikan = (done: Done, teks: string): void =>
  beriTahu(done.ok ? teks : kataSkp(done.code, done.params));

const judul = ({ tahun, mengganti }: Skp): string => (mengganti ? words.ubahan(tahun) : words.judul(tahun));

/** What is being written on this phone and not saved yet. */
export const KartuRancangan = ({ satu }: { satu: RancanganSkp }) => {
  const app = useApp();
  const buang = async (): Promise<void> => {
    const gone = await buangRancangan(app, satu.id);
    beriTahu(isiKata.dibuang, {
      teks: umum.aksi.urungkan,
      jalan: () => void (gone && pulihkanRancangan(app, gone)),
    });
  };
  return (
    <Card class="tumpuk skp-kartu">
      <h2>{judul(satu.isi)}</h2>
      <p class="baris-entri-status">
        <StatusPill tone="netral" icon="pencil-line" label={words.tahap.DRAF} detail={words.belumDisimpan} />
      </p>
      <div class="deret-chip">
        <LinkButton kind="utama" icon="pencil-line" href={`/skp/isi/${satu.id}`}>
          {words.lanjut}
        </LinkButton>
        <Button kind="teks" icon="trash" onClick={() => void buang()}>
          {umum.aksi.hapus}
        </Button>
      </div>
    </Card>
  );
};

/** Another device's text, or a decision on an older one: the owner says which holds. */
const DuaVersi = ({ app, row }: { app: App; row: SkpRow }) => {
  const [varian] = row.variants;
  if (!varian) return null;
  const lain = Skp.safeParse(varian.content);
  const pilih = async (pakai: 'varian' | 'kini'): Promise<void> =>
    sampaikan(await pilihSkp(app, row, { varian: varian.id, pakai }), words.duaVersi.dipilih);
  if (!lain.success)
    return (
      <Banner
        tone="peringatan"
        action={
          <Button kind="tonal" onClick={() => void pilih('kini')}>
            {words.duaVersi.mengerti}
          </Button>
        }
      >
        {words.duaVersi.lewat}
      </Banner>
    );
  return (
    <>
      <Banner tone="peringatan">{words.duaVersi.isi}</Banner>
      <BedaVersi lama={row.content} kini={lain.data} />
      <div class="deret-chip">
        <Button kind="tonal" onClick={() => void pilih('kini')}>
          {words.duaVersi.kini}
        </Button>
        <Button kind="tonal" onClick={() => void pilih('varian')}>
          {words.duaVersi.varian}
        </Button>
      </div>
    </>
  );
};

const Lihat = ({ row }: { row: SkpRow }) => (
  <LinkButton kind="teks" icon="eye" href={`/skp/lihat/${encodeURIComponent(row.id)}`}>
    {words.lihat}
  </LinkButton>
);

const Menunggu = ({ app, row }: { app: App; row: SkpRow }) => (
  <>
    <p>
      {row.lokal === 'antri'
        ? words.menungguKirim
        : app.peran === 'penilai'
          ? words.menungguPengawas
          : words.menunggu}
    </p>
    <div class="deret-chip">
      <Button
        kind="tonal"
        icon="undo-2"
        onClick={() => void tarikSkp(app, row).then((d) => sampaikan(d, words.ditarik))}
      >
        {words.tarik}
      </Button>
      <Lihat row={row} />
    </div>
  </>
);

const Dikerjakan = ({ app, row }: { app: App; row: SkpRow }) => {
  const { route } = useLocation();
  const [sibuk, setSibuk] = useState(false);
  const ubah = async (): Promise<void> => {
    setSibuk(true);
    route(`/skp/isi/${await mulaiRancangan(app, { isi: row.content, dari: row })}`);
  };
  const hapus = async (): Promise<void> => {
    const done = await hapusSkp(app, row);
    if (!done.ok) return beriTahu(kataSkp(done.code, done.params));
    beriTahu(words.dihapus, { teks: umum.aksi.urungkan, jalan: () => void pulihkanSkp(app, row) });
  };
  const kembali = row.state.tahap === 'DIKEMBALIKAN';
  return (
    <div class="deret-chip">
      <Button kind="utama" icon="pencil-line" busy={sibuk} onClick={() => void ubah()}>
        {kembali ? words.perbaiki : words.lanjut}
      </Button>
      {!kembali && (
        <Button
          kind="tonal"
          icon="send"
          onClick={() => void ajukanSkp(app, row).then((done) => sampaikan(done, isiKata.diajukan))}
        >
          {isiKata.ajukan}
        </Button>
      )}
      <Button kind="teks" icon="trash" onClick={() => void hapus()}>
        {words.hapus}
      </Button>
      <Lihat row={row} />
    </div>
  );
};

/** One SKP on its way: where it stands, what was said of it, what there is to do. */
export const KartuUsulan = ({ row }: { row: SkpRow }) => {
  const app = useApp();
  return (
    <Card class="tumpuk skp-kartu">
      <h2>{judul(row.content)}</h2>
      <TahapSkp state={row.state} lokal={row.lokal} />
      <p class="redup">{words.rentang(periodeSkp(row.content))}</p>
      {row.code && <Banner tone="bahaya">{kataSkp(row.code, row.params)}</Banner>}
      <CatatanKepala skp={row.content} state={row.state} />
      <DuaVersi app={app} row={row} />
      {row.content.mengganti && <p class="redup">{words.perubahanKet}</p>}
      {row.state.tahap === 'DIAJUKAN' ? <Menunggu app={app} row={row} /> : <Dikerjakan app={app} row={row} />}
    </Card>
  );
};
