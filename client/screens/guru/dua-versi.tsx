import { useState } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso';
import { parseCommandId } from '../../../shared/protocol/index.ts';
import type { Entri, Skp, Variant } from '../../../shared/records/index.ts';
import { pilihVersi } from '../../actions/index.ts';
import { type App, useApp } from '../../app/context.ts';
import { beriTahu } from '../../app/snackbar.ts';
import { hariTanggalPendek, rentangJam } from '../../i18n/format.ts';
import { duaVersi as words } from '../../i18n/id/dua-versi.ts';
import { detail, kegiatan } from '../../i18n/id/guru.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { umum } from '../../i18n/id/umum.ts';
import {
  type EntriRow,
  entriById,
  getMeta,
  isHeadUnsent,
  skpUntukBaca,
  useLive,
  writtenAt,
} from '../../store/index.ts';
import { Button, EmptyState, Page, TopBar } from '../../ui/index.ts';
import { namaRencana } from './isian.ts';
import './guru.css';
import './lain.css';
import './dua-versi.css';

type Pilih = 'varian' | 'kini' | 'keduanya';
type Data = {
  readonly entri: EntriRow;
  readonly varian: Variant;
  /** Where each was written, and when, epoch ms where this phone knows. */
  readonly tulisan: Readonly<Record<'varian' | 'kini', { readonly milikHp: boolean; readonly saat: number }>>;
  /** The current version has not left this phone: then no word says that it lies on the server. */
  readonly belumTerkirim: boolean;
  readonly skp: Skp | null;
};

/** The first competing version: they are settled one after the other. */
const baca = async (app: App, id: string): Promise<Data | null> => {
  const entri = await entriById(app.store, id);
  const varian = entri?.variants.find(({ kind }) => kind === 'entri.ubah' || kind === 'entri.hapus');
  if (!entri?.content || !varian) return null;
  const [saya, belumTerkirim, skp] = await Promise.all([
    getMeta(app.store.db, 'saya'),
    isHeadUnsent(app.store, entri.head),
    skpUntukBaca(app.store, entri.owner, entri.content.tanggal),
  ]);
  const tulisan = async (command: string) => ({
    milikHp: parseCommandId(command)?.device === saya?.device,
    saat: await writtenAt(app.store, command),
  });
  return {
    entri,
    varian,
    tulisan: { varian: await tulisan(varian.id), kini: await tulisan(entri.head) },
    belumTerkirim,
    skp,
  };
};

type Baris = { readonly nama: string; readonly kini: string; readonly lain: string };

const KOLOM: readonly {
  readonly nama: keyof typeof words.kolom;
  readonly nilai: (isi: Entri, skp: Skp | null) => string;
}[] = [
  { nama: 'tanggal', nilai: ({ tanggal }) => hariTanggalPendek(tanggal) },
  { nama: 'jam', nilai: rentangJam },
  { nama: 'rencanaAksi', nilai: (isi, skp) => namaRencana(skp, isi) },
  { nama: 'uraian', nilai: ({ uraian }) => uraian },
  { nama: 'realisasi', nilai: ({ realisasi, satuan }) => detail.nilai(realisasi, satuan) },
  { nama: 'catatan', nilai: ({ catatan }) => catatan },
  { nama: 'tautan', nilai: ({ tautan }) => tautan.join('\n') },
  { nama: 'foto', nilai: ({ foto }) => kegiatan.foto(foto.length) },
];

/** Only what differs. */
const beda = ({ entri, varian, skp }: Data): Baris[] => {
  const lain = varian.kind === 'entri.hapus' ? null : (varian.content as Entri | null);
  return KOLOM.flatMap(({ nama, nilai }) => {
    const kini = nilai(entri.content, skp);
    const other = lain ? nilai(lain, skp) : words.dihapus;
    return kini === other ? [] : [{ nama: words.kolom[nama], kini, lain: other }];
  });
};

const namaVarian = ({ tulisan: { varian, kini } }: Data): string =>
  words.nama({
    asal: !varian.milikHp ? words.lain : kini.milikHp ? words.tabLain : words.hpIni,
    saat: varian.saat,
    terbaru: varian.saat > kini.saat && kini.saat > 0,
  });
const namaKini = ({ tulisan: { varian, kini }, belumTerkirim }: Data): string =>
  words.nama({
    asal: kini.milikHp ? words.hpIni : words.kini,
    saat: kini.saat,
    terbaru: kini.saat > varian.saat && varian.saat > 0,
    belumTerkirim,
  });

const Tabel = ({ data }: { data: Data }) => {
  const rows = beda(data);
  if (data.varian.kind === 'entri.hapus')
    return (
      <p>{`${namaVarian(data)}: ${words.dihapus}. ${namaKini(data)}: “${data.entri.content.uraian}”`}</p>
    );
  if (rows.length === 0) return <p>{words.sama}</p>;
  return (
    <div class="gulung">
      <table class="banding">
        <thead>
          <tr>
            <td />
            <th scope="col">{namaVarian(data)}</th>
            <th scope="col">{namaKini(data)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ nama, kini, lain }) => (
            <tr key={nama}>
              <th scope="row">{nama}</th>
              <td>{lain}</td>
              <td>{kini}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

/** G14: two versions of one activity, side by side; nothing is chosen beforehand, and nothing is thrown away. */
export const DuaVersi = () => {
  const app = useApp();
  const { route } = useLocation();
  const id = useRoute().params['id'] ?? '';
  const [pilih, setPilih] = useState<Pilih | null>(null);
  const [kurang, setKurang] = useState(false);
  const data = useLive(() => baca(app, id), [app.store, id]);
  const keDetail = `/kegiatan/${encodeURIComponent(id)}`;
  const terapkan = async (): Promise<void> => {
    setKurang(pilih === null);
    if (!data || pilih === null) return;
    const done = await pilihVersi(app, id, data.varian.id, pilih);
    if (!done.ok) return beriTahu(kataMasalah(done.code, done.params));
    beriTahu(pilih === 'keduanya' ? words.keduanya : words.selesai);
    if (data.entri.variants.length === 1) route(keDetail, true);
  };
  const pilihan: readonly { value: Pilih; label: string }[] = [
    ...(data
      ? [
          { value: 'varian' as const, label: words.pilih.pakai(namaVarian(data)) },
          { value: 'kini' as const, label: words.pilih.pakai(namaKini(data)) },
        ]
      : []),
    ...(data?.varian.kind === 'entri.ubah'
      ? [{ value: 'keduanya' as const, label: words.pilih.keduanya }]
      : []),
  ];
  return (
    <Page
      title={words.judul}
      bar={<TopBar title={words.judul} back={{ href: keDetail, label: umum.aksi.kembali }} />}
      busy={data === undefined}
      footer={
        data && (
          <Button kind="utama" onClick={() => void terapkan()}>
            {words.terapkan}
          </Button>
        )
      }
    >
      {data === null && <EmptyState icon="check" text={words.tidakAda} />}
      {data && (
        <>
          <p>{words.isi}</p>
          <Tabel data={data} />
          <fieldset class="daftar" aria-label={words.judul}>
            {pilihan.map(({ value, label }) => (
              <label key={value} class="baris-centang">
                <input
                  type="radio"
                  name="versi"
                  value={value}
                  checked={pilih === value}
                  onChange={() => setPilih(value)}
                />
                <span>{label}</span>
              </label>
            ))}
          </fieldset>
          {kurang && (
            <p class="field-error" role="alert">
              {words.belumPilih}
            </p>
          )}
          <p class="redup">{words.disimpan}</p>
        </>
      )}
    </Page>
  );
};
