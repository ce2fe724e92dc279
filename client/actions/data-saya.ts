import { Zip, ZipPassThrough } from 'fflate';
import { selCsv, TAHAP_ENTRI } from '../../shared/domain/index.ts';
import type { Entri } from '../../shared/records/index.ts';
import { type AccountStore, getMeta, type RecordRow } from '../store/index.ts';
import { fetchOwnData, fetchTransport, type Transport } from '../sync/index.ts';

/** What the file is made from, and who is told how far it is. */
export type SumberData = {
  readonly store: AccountStore;
  readonly clock: () => number;
  /** Asks the service for what no phone holds. */
  readonly transport: Transport;
  readonly onKemajuan: (selesai: number, dari: number) => void;
  /** Ends the work between two photos; nothing is left behind. */
  readonly batal: AbortSignal;
};

export {
  ambilData,
  daftarAmbilan,
  type HasilAmbil,
  sudahLengkap,
  urungkanAmbilan,
} from './ambil-data.ts';
export {
  type BarisAmbil,
  bacaDataSaya,
  type DataDibaca,
  type Sebab,
  type SebabBerkas,
} from './ambil-rencana.ts';

const VERSI = 1;
/** So much of the file is handed over to the browser at a time, which may keep it on its disk. */
const SEKALI = 8 * 1024 * 1024;
/** ZIP knows no year before 1980; a phone whose clock stands there gets its file all the same. */
const PALING_AWAL = Date.UTC(1980, 0, 2);

const KOLOM = [
  'Tanggal',
  'Mulai',
  'Selesai',
  'Uraian',
  'RHK',
  'Rencana aksi',
  'Realisasi',
  'Satuan',
  'Status',
  'Catatan',
  'Tautan',
  'Foto',
];

const barisEntri = ({ visible: { content, state, deleted } }: RecordRow): string[] => {
  const { tanggal, mulai, selesai, uraian, rhk, rencanaAksi, realisasi, satuan, catatan, tautan, foto } =
    content as Entri;
  const { tahap } = state as { tahap: keyof typeof TAHAP_ENTRI };
  return [
    ...[tanggal, mulai, selesai, uraian, rhk ?? '', rencanaAksi ?? '', String(realisasi), satuan],
    ...[
      deleted ? 'Dihapus' : TAHAP_ENTRI[tahap],
      catatan,
      tautan.join(' '),
      foto.map(({ sha }) => sha).join(' '),
    ],
  ];
};

const bacaSaya = ({
  foto,
  hilang,
  layanan,
}: Record<'foto' | 'hilang', number> & { layanan: boolean }): string =>
  [
    'Isi berkas ini: semua data Anda yang ada di HP ini, dan yang disimpan layanan tentang Anda.',
    '',
    'data.json     semua catatan: kegiatan, SKP, evaluasi, pesan, kendala, usulan, pola, data pegawai; izin yang Anda beri',
    layanan
      ? 'layanan.json  di server: HP dan sesi, hak, slip, kunci sandi, siapa melihat data Anda, dokumen yang terbit'
      : '              layanan.json (HP, sesi, siapa melihat, dokumen terbit) hanya ada di server: unduh lagi saat ada internet',
    'kegiatan.csv  kegiatan sebagai tabel, dibuka dengan Excel',
    `foto/         ${foto} foto, bernama sidik jarinya (SHA-256)`,
    ...(hilang > 0
      ? [
          `              ${hilang} foto lain hanya ada di server: buka kegiatannya saat ada internet, lalu unduh lagi`,
        ]
      : []),
    '',
    'Berkas ini berisi data pribadi. Simpan di tempat yang aman.',
    '',
  ].join('\r\n');

type Foto = { readonly nama: string; readonly sha: string };

const fotoSendiri = (rows: readonly RecordRow[]): Foto[] => {
  const semua = rows
    .filter(({ kind }) => kind === 'entri')
    .flatMap(({ visible }) => (visible.content as Entri).foto)
    .map(({ sha, mime }) => ({ sha, nama: `foto/${sha}.${mime === 'image/webp' ? 'webp' : 'jpg'}` }));
  return [...new Map(semua.map((satu) => [satu.sha, satu])).values()];
};

/** A ZIP that is handed on while it grows: what is in it is stored as they are, and none is held longer than it takes to write it. */
export const zipBertahap = (saat: number) => {
  const jadi: Blob[] = [];
  let antre: Uint8Array<ArrayBuffer>[] = [];
  let besar = 0;
  const serahkan = (): void => {
    jadi.push(new Blob(antre));
    antre = [];
    besar = 0;
  };
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    antre.push(chunk as Uint8Array<ArrayBuffer>);
    besar += chunk.length;
    if (besar > SEKALI) serahkan();
  });
  return {
    tambah: (nama: string, bytes: Uint8Array): void => {
      const file = new ZipPassThrough(nama);
      file.mtime = Math.max(saat, PALING_AWAL);
      zip.add(file);
      file.push(bytes, true);
    },
    selesai: (): Blob => {
      zip.end();
      serahkan();
      return new Blob(jadi, { type: 'application/zip' });
    },
  };
};

/**
 * Everything about oneself that lies on this phone, as a zip: records as JSON, entries as a table, photos (UU 27/2022, the
 * right to one's own data); with a network also what the service keeps beside. Made without one as well, and says then what
 * is not in it; null where it was called off.
 */
export const dataSaya = async ({
  store,
  clock,
  transport,
  onKemajuan,
  batal,
}: SumberData): Promise<Blob | null> => {
  const { db, accountId } = store;
  const saya = await getMeta(db, 'saya');
  const rows = (await db.records.toArray()).filter(({ owner }) => owner === accountId);
  const foto = fotoSendiri(rows);
  const zip = zipBertahap(clock());
  const tulis = (nama: string, teks: string): void => zip.tambah(nama, new TextEncoder().encode(teks));
  let hilang = 0;
  for (const [i, { sha, nama }] of foto.entries()) {
    if (batal.aborted) return null;
    const bytes = (await db.bytes.get(sha))?.bytes;
    if (bytes) zip.tambah(nama, new Uint8Array(bytes));
    else hilang += 1;
    onKemajuan(i + 1, foto.length);
  }
  const layanan = await fetchOwnData(transport);
  if (batal.aborted) return null;
  const izin = { beban: (await getMeta(db, 'bebanIzin')) === true };
  const { id, nip, nama, jabatan } = saya ?? {};
  const catatan = rows.map(({ id: record, kind, shard, visible: { content, state, deleted } }) => ({
    ...{ id: record, kind, shard, content, state, deleted },
  }));
  tulis(
    'data.json',
    JSON.stringify(
      { versi: VERSI, dibuat: clock(), orang: { id, nip, nama, jabatan }, izin, catatan },
      null,
      1,
    ),
  );
  if (layanan) tulis('layanan.json', JSON.stringify(layanan, null, 1));
  const entri = rows.filter(({ kind }) => kind === 'entri').map(barisEntri);
  entri.sort((a, b) => `${a[0]}${a[1]}`.localeCompare(`${b[0]}${b[1]}`));
  tulis(
    'kegiatan.csv',
    `\uFEFF${[KOLOM, ...entri].map((cells) => `${cells.map(selCsv).join(';')}\r\n`).join('')}`,
  );
  tulis('BACA-SAYA.txt', bacaSaya({ foto: foto.length - hilang, hilang, layanan: layanan !== null }));
  return zip.selesai();
};

/** The same by the app's own way to its service. */
export const unduhDataSaya = (sumber: Omit<SumberData, 'transport'>): Promise<Blob | null> =>
  dataSaya({ ...sumber, transport: fetchTransport });
