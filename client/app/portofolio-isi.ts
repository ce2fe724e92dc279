import { LIMITS } from '../../shared/protocol/index.ts';
import { Portofolio, type RecordOf } from '../../shared/records/index.ts';

type Entri = RecordOf<'entri'>;

/** A photo of the entry as she is deciding about it: `izin` is false until she has looked and said so. */
export type FotoIsian = { readonly sha: string; readonly keterangan: string; readonly izin: boolean };
/** A piece while it is being written. */
export type ButirIsian = {
  readonly entri: string;
  readonly judul: string;
  readonly teks: string;
  readonly foto: readonly FotoIsian[];
};
/** A portfolio while it is being written: what a published one may not lack may still be missing. */
export type Isian = Omit<Portofolio, 'butir'> & { readonly butir: readonly ButirIsian[] };

/** What stands in the form: of a portfolio, or nothing but her name. */
export const isianDari = (isi: Portofolio | null, nama: string): Isian =>
  isi
    ? {
        nama: isi.nama,
        sebutan: isi.sebutan,
        pengantar: isi.pengantar,
        tampilSekolah: isi.tampilSekolah,
        dicari: isi.dicari,
        // Member by member: the server hands the same content back in another order.
        butir: isi.butir.map(({ entri, judul, teks, foto }) => ({
          entri,
          judul,
          teks,
          foto: foto.map(({ sha, keterangan, izin }) => ({ sha, keterangan, izin })),
        })),
      }
    : { nama, sebutan: '', pengantar: '', tampilSekolah: false, dicari: false, butir: [] };

/** A piece for an entry, in nobody's words yet. */
export const butirBaru = ({ id }: Entri): ButirIsian => ({ entri: id, judul: '', teks: '', foto: [] });

/** Why the form cannot be published yet; by the parts that she can mend. */
export type Kekurangan = 'nama' | 'butir' | 'judul' | 'foto' | 'nip' | 'besar' | 'lain';

/** Room in a command for what stands around the text, its address among it. */
const SEKITAR = 1024;

const terlaluBesar = (isi: Portofolio): boolean =>
  new TextEncoder().encode(JSON.stringify(isi)).length > LIMITS.commandBytes - SEKITAR;

/** The form as a portfolio, or what it lacks; a draft may be without pieces. */
export const bacaIsian = (isian: Isian): { readonly isi: Portofolio } | { readonly kurang: Kekurangan } => {
  const { nama, butir } = isian;
  if (nama.trim() === '') return { kurang: 'nama' };
  if (butir.some(({ judul }) => judul.trim().length < 3)) return { kurang: 'judul' };
  if (butir.some(({ foto }) => foto.some(({ izin, keterangan }) => !izin || keterangan.trim().length < 3)))
    return { kurang: 'foto' };
  const read = Portofolio.safeParse(isian);
  if (read.success) return terlaluBesar(read.data) ? { kurang: 'besar' } : { isi: read.data };
  return { kurang: read.error.issues.some(({ message }) => message === 'nip_terlihat') ? 'nip' : 'lain' };
};
