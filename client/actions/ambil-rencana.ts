import * as z from 'zod/mini';
import { canonicalJson, type ProblemParams } from '../../shared/protocol/index.ts';
import { DialogKarier, Entri } from '../../shared/records/index.ts';
import { dialogOf, getMeta } from '../store/index.ts';
import { periksaHari } from './entri.ts';
import type { Acting } from './journal.ts';
import { bacaZip, type DaftarZip, isiZip, type SebabZip } from './zip-baca.ts';

/** `data.json` of a year with long texts is some MB. */
const JSON_BYTES = 32 * 2 ** 20;
const CATATAN_PALING_BANYAK = 20_000;

const Catatan = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(200)),
  kind: z.string().check(z.maxLength(40)),
  content: z.unknown(),
  deleted: z.boolean(),
});
/** `data.json` as this app writes it; what later versions add to it is passed over. */
const DataJson = z.object({
  versi: z.literal(1),
  dibuat: z.number(),
  orang: z.object({
    nip: z.optional(z.string().check(z.maxLength(40))),
    nama: z.optional(z.string().check(z.maxLength(200))),
  }),
  catatan: z.array(Catatan).check(z.maxLength(CATATAN_PALING_BANYAK)),
});
type Catatan = z.infer<typeof Catatan>;

/** Why a file cannot be taken over: the ZIP itself, or what is in it. */
export type SebabBerkas = SebabZip | 'bukan_data_saya' | 'versi_asing';

/** Why a line is not taken over: a code of the rules, or one of this room. */
export type Sebab = { readonly code: string; readonly params?: ProblemParams };

/** One activity of the file: what it is to this phone. */
export type BarisAmbil = {
  readonly id: string;
  readonly isi: Entri | null;
  readonly nasib: 'baru' | 'beda' | 'sudah' | 'ditolak';
  readonly sebab?: Sebab;
  /** Photos that it names and that lie neither in the file nor on this phone. */
  readonly fotoHilang: number;
  /** What stands here under the same id, and on which version. */
  readonly disini?: { readonly isi: Entri; readonly head: string };
};

/** A file that was read: whose it is and what is in it. */
export type DataDibaca = {
  readonly berkas: Blob;
  readonly daftar: DaftarZip;
  readonly dibuat: number;
  readonly orang: { readonly nip: string; readonly nama: string };
  readonly baris: readonly BarisAmbil[];
  /** Her pages for the career talk, of years that have none here. */
  readonly dialog: readonly DialogKarier[];
  /** Records of other kinds: they are agreed upon with others, and are not made anew from a file. */
  readonly lain: number;
};

/** Where a photo of an entry lies in the file. */
export const namaFoto = ({ sha, mime }: Entri['foto'][number]): string =>
  `foto/${sha}.${mime === 'image/webp' ? 'webp' : 'jpg'}`;

/** Two entries with this in common are one: what was done and when. Photos may be missing on one side. */
const sidik = ({ foto: _, ...isi }: Entri): string => canonicalJson(isi);

type Rekaman = {
  readonly isi: Entri;
  readonly head: string;
  readonly deleted: boolean;
  readonly tahap: string;
};
type Disini = {
  readonly rekaman: ReadonlyMap<string, Rekaman>;
  /** Ids of a file that an earlier import took over, with the id that the entry has here. */
  readonly diambil: ReadonlyMap<string, string>;
  readonly foto: ReadonlySet<string>;
};

const bacaDisini = async ({ store: { db, accountId } }: Acting): Promise<Disini> => {
  const rows = (await db.records.where('kind').equals('entri').toArray()).filter(
    ({ owner }) => owner === accountId,
  );
  const rekaman = rows.flatMap(({ id, visible: { content, head, state, deleted } }) =>
    content === null
      ? []
      : [
          [
            id,
            { isi: content as Entri, head, deleted, tahap: (state as { tahap?: string }).tahap ?? '' },
          ] as const,
        ],
  );
  const terkirim = rekaman.flatMap(([, { isi }]) => isi.foto.map(({ sha }) => sha));
  const ambilan = (await getMeta(db, 'ambilan')) ?? [];
  return {
    rekaman: new Map(rekaman),
    diambil: new Map(ambilan.flatMap(({ isi }) => isi.map(({ asal, id }) => [asal, id] as const))),
    foto: new Set([...terkirim, ...(await db.bytes.toCollection().primaryKeys())]),
  };
};

/** An activity beside the one that stands here under its id. */
const terhadap = (
  isi: Entri,
  { isi: kini, head, tahap }: Rekaman,
): Pick<BarisAmbil, 'nasib' | 'sebab' | 'disini'> => {
  if (canonicalJson(kini) === canonicalJson(isi)) return { nasib: 'sudah' };
  const disini = { isi: kini, head };
  return tahap === 'DISETUJUI'
    ? { nasib: 'ditolak', sebab: { code: 'terkunci' }, disini }
    : { nasib: 'beda', disini };
};

/**
 * What each activity of a file is to this phone. It is here already where its id is, where an earlier import took it
 * over, or where one with the same day, hours and words is: so the same file twice is the same file once.
 */
export const rencanaAmbil = (
  catatan: readonly Catatan[],
  { rekaman, diambil, foto }: Disini,
  adaFoto: (nama: string) => boolean,
): BarisAmbil[] => {
  const terlihat = new Set<string>();
  const sidikAda = new Set(
    [...rekaman.values()].filter(({ deleted }) => !deleted).map(({ isi }) => sidik(isi)),
  );
  return catatan
    .filter(({ kind }) => kind === 'entri')
    .map(({ id, content, deleted }): BarisAmbil => {
      const terbaca = Entri.safeParse(content);
      if (!terbaca.success)
        return { id, isi: null, nasib: 'ditolak', sebab: { code: 'tidak_terbaca' }, fotoHilang: 0 };
      const isi = terbaca.data;
      const hilang = isi.foto.filter((satu) => !foto.has(satu.sha) && !adaFoto(namaFoto(satu)));
      const baris = { id, isi, fotoHilang: hilang.length };
      const kini = rekaman.get(id);
      const ganda = terlihat.has(id);
      terlihat.add(id);
      if (deleted) return { ...baris, nasib: 'ditolak', sebab: { code: 'dihapus_di_berkas' } };
      if (kini?.deleted) return { ...baris, nasib: 'ditolak', sebab: { code: 'dihapus_di_sini' } };
      if (ganda) return { ...baris, nasib: 'sudah' };
      if (kini) return { ...baris, ...terhadap(isi, kini) };
      const dulu = rekaman.get(diambil.get(id) ?? '');
      const sama = sidik(isi);
      if ((dulu && !dulu.deleted) || sidikAda.has(sama)) return { ...baris, nasib: 'sudah' };
      sidikAda.add(sama);
      return { ...baris, nasib: 'baru' };
    });
};

const uraikan = (bytes: Uint8Array): z.infer<typeof DataJson> | SebabBerkas => {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    // Neither UTF-8 nor JSON: not a file of ours.
    return 'bukan_data_saya';
  }
  const { versi } = (json ?? {}) as { versi?: unknown };
  if (typeof versi === 'number' && versi > 1) return 'versi_asing';
  const read = DataJson.safeParse(json);
  return read.success ? read.data : 'bukan_data_saya';
};

/** A day on which nothing may be recorded refuses its lines before anybody chooses them. */
const denganHari = async (acting: Acting, semua: readonly BarisAmbil[]): Promise<BarisAmbil[]> => {
  const perTanggal = new Map<string, Sebab | undefined>();
  const jadi: BarisAmbil[] = [];
  for (const baris of semua) {
    const { isi, nasib } = baris;
    if (!isi || (nasib !== 'baru' && nasib !== 'beda')) {
      jadi.push(baris);
      continue;
    }
    if (!perTanggal.has(isi.tanggal)) {
      const [lawan] = await periksaHari(acting, isi.tanggal);
      const sebab = lawan && { code: lawan.kode, ...(lawan.params ? { params: lawan.params } : {}) };
      perTanggal.set(isi.tanggal, sebab);
    }
    const sebab = perTanggal.get(isi.tanggal);
    jadi.push(sebab ? { ...baris, nasib: 'ditolak', sebab } : baris);
  }
  return jadi;
};

const dialogBaru = async (
  { store: { db, accountId } }: Acting,
  catatan: readonly Catatan[],
): Promise<DialogKarier[]> => {
  const ada = new Set((await dialogOf(db, accountId)).map(({ content }) => content.tahun));
  const terbaca = catatan.flatMap(({ kind, content, deleted }) => {
    const read = kind === 'dialog' && !deleted ? DialogKarier.safeParse(content) : null;
    return read?.success && !ada.has(read.data.tahun) ? [[read.data.tahun, read.data] as const] : [];
  });
  return [...new Map(terbaca).values()];
};

/** Reads a file of {@link dataSaya} and says what each activity in it is to this phone. Writes nothing; needs no network. */
export const bacaDataSaya = async (
  acting: Acting,
  berkas: Blob,
): Promise<({ readonly ok: true } & DataDibaca) | { readonly ok: false; readonly sebab: SebabBerkas }> => {
  const zip = await bacaZip(berkas);
  if (!zip.ok) return zip;
  if (!zip.berkas.has('data.json')) return { ok: false, sebab: 'bukan_data_saya' };
  const bytes = await isiZip(berkas, zip.berkas, { nama: 'data.json', paling: JSON_BYTES });
  if (!bytes) return { ok: false, sebab: 'zip_rusak' };
  const data = uraikan(bytes);
  if (typeof data === 'string') return { ok: false, sebab: data };
  const disini = await bacaDisini(acting);
  const { nip = '', nama = '' } = data.orang;
  return {
    ok: true,
    berkas,
    daftar: zip.berkas,
    dibuat: data.dibuat,
    orang: { nip, nama },
    baris: await denganHari(
      acting,
      rencanaAmbil(data.catatan, disini, (satu) => zip.berkas.has(satu)),
    ),
    dialog: await dialogBaru(acting, data.catatan),
    lain: data.catatan.filter(({ kind }) => kind !== 'entri' && kind !== 'dialog').length,
  };
};
