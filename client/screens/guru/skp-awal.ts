import { namaLengkap, PUSTAKA_RHK, rhkDariPustaka, type TemplatRhk } from '../../../shared/domain/index.ts';
import type { Matriks, PenilaiSkp, Rhk, Skp } from '../../../shared/records/index.ts';
import type { App } from '../../app/context.ts';
import { matriksAll, pegawaiOf } from '../../store/index.ts';

/** A code of its own for what a person adds: entries will refer to it, so it must never mean two things. */
export const kodeBaru = (huruf: 'R' | 'A'): string => `${huruf}-${crypto.randomUUID().slice(0, 8)}`;

/** The templates for this person's post. */
export const pustakaUntuk = ({ peran }: Pick<App, 'peran'>): readonly TemplatRhk[] =>
  PUSTAKA_RHK.rhk.filter(({ untuk }) => untuk === (peran === 'penilai' ? 'kepala-sekolah' : 'guru'));

/** RHK of the head to choose from: those that he has laid before the school; the library's where he has none yet. */
export type PilihanIntervensi = readonly {
  readonly kode: string;
  readonly rhk: string;
  readonly dibagikan: boolean;
}[];

/** What the head of the school has shared for a year, the last where there are several. */
export const matriksTahun = async (app: App, tahun: number): Promise<Matriks | undefined> =>
  (await matriksAll(app.store))
    .map(({ content }) => content)
    .filter((one) => one.tahun === tahun && one.pimpinan.id !== app.actor.id)
    .at(-1);

/** RHK that may be intervened in; none for a head whose superior has laid none before him. */
export const pilihanIntervensi = async (app: App, tahun: number): Promise<PilihanIntervensi> => {
  const matriks = await matriksTahun(app, tahun);
  if (matriks) return matriks.rhk.map(({ kode, rhk }) => ({ kode, rhk, dibagikan: true }));
  if (app.peran === 'penilai') return [];
  return PUSTAKA_RHK.rhk
    .filter(({ untuk }) => untuk === 'kepala-sekolah')
    .map(({ kode, rhk }) => ({ kode, rhk, dibagikan: false }));
};

/** An RHK tied to the head's by its code, where the words are his; otherwise as it is. */
export const terkait = ({ intervensiKode: _, ...one }: Rhk, pilihan: PilihanIntervensi): Rhk => {
  const milikPimpinan = pilihan.find(({ rhk, dibagikan }) => dibagikan && rhk === one.intervensi);
  return milikPimpinan ? { ...one, intervensiKode: milikPimpinan.kode } : one;
};

/** Templates as RHK, tied to the head's. */
export const rhkDari = (templat: readonly TemplatRhk[], pilihan: PilihanIntervensi): Rhk[] =>
  templat.map((satu) => terkait(rhkDariPustaka(satu), pilihan));

const penilaiDari = async (app: App, matriks: Matriks | undefined): Promise<PenilaiSkp> => {
  const penilai = (await pegawaiOf(app.store, app.actor.id))?.content.penilai;
  if (!penilai) return { id: '', nama: '', nip: '', jabatan: '' };
  const nip = matriks?.pimpinan.id === penilai.id ? matriks.pimpinan.nip : '';
  return { ...penilai, nip };
};

/** An SKP to begin with: the whole year, her penilai, what he expects of conduct, and the RHK that are given. */
export const awalSkp = async (app: App, tahun: number, rhk: readonly Rhk[]): Promise<Skp> => {
  const matriks = await matriksTahun(app, tahun);
  return {
    tahun,
    pendekatan: 'kuantitatif',
    rhk: [...rhk],
    periode: { awal: `${tahun}-01-01`, akhir: `${tahun}-12-31` },
    penilai: await penilaiDari(app, matriks),
    perilaku: [...(matriks?.perilaku ?? [])],
    lampiran: { dukungan: [], skema: [], konsekuensi: [] },
  };
};

/** This head as his school's teachers are to see him. */
export const pimpinanSaya = async (app: App): Promise<PenilaiSkp> => {
  const pegawai = (await pegawaiOf(app.store, app.actor.id))?.content;
  const nama = pegawai ? namaLengkap(pegawai) : app.account.nama;
  return { id: app.actor.id, nama, nip: app.account.nip, jabatan: app.account.jabatan };
};
