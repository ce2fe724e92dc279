import {
  denganKoreksi,
  isTempat,
  namaLengkap,
  tanggalPada,
  ZONA_TERDEPAN,
} from '../../../shared/domain/index.ts';
import { type Refusal, refuse } from '../../../shared/protocol/index.ts';
import { Pegawai, type RecordOf } from '../../../shared/records/index.ts';
import { denganTanda, tandaSesudah } from '../../../shared/simpeg/index.ts';
import type { WriteTx } from '../../store/index.ts';
import type { Tulisan } from '../pena.ts';

/** Writes a command in a shard, by the hand of who decided. */
export type TulisDi = (
  shard: string,
  isi: Pick<Tulisan, 'kind' | 'body' | 'record' | 'base'>,
) => Promise<void>;

type Tangan = { readonly tx: WriteTx; readonly tulis: TulisDi; readonly pada: number };
type PegawaiRecord = RecordOf<'pegawai'>;

/** Her record in every shard where she has one: a head stands in his school and in the wilayah. */
const rekamNya = async (tx: WriteTx, owner: string): Promise<PegawaiRecord[]> => {
  const shards = new Set((await tx.grantsOf(owner)).map(({ shard }) => shard));
  const rekam = await Promise.all([...shards].map((shard) => tx.recordsOfKind(shard, 'pegawai', owner)));
  return rekam.flat().flatMap(({ record }) => (record.kind === 'pegawai' && !record.deleted ? [record] : []));
};

const perbarui = ({ tulis }: Tangan, { shard, id, head, owner }: PegawaiRecord, isi: Pegawai) =>
  tulis(shard, { kind: 'pegawai.perbarui', body: { pemilik: owner, isi }, record: id, base: head });

/** Staff whom she rates carry her name and post in their records. */
const perkenalkanLagi = async (tangan: Tangan, record: PegawaiRecord, isi: Pegawai): Promise<void> => {
  const penilai = { id: record.owner, nama: namaLengkap(isi), jabatan: isi.jabatan };
  for (const { record: lain } of await tangan.tx.recordsOfKind(record.shard, 'pegawai')) {
    if (lain.kind !== 'pegawai' || lain.deleted || lain.content.penilai?.id !== record.owner) continue;
    const { nama, jabatan } = lain.content.penilai;
    if (nama === penilai.nama && jabatan === penilai.jabatan) continue;
    await perbarui(tangan, lain, { ...lain.content, penilai });
  }
};

/**
 * Writes what an accepted usulan says into the person's record and account. The number before a corrected NIP goes on
 * signing her in; a NIP that another account has is refused (`nip_dipakai`), as is what no record may say. Of a penilai or a
 * school nothing is written here.
 */
export const tulisKoreksi = async (
  tangan: Tangan,
  { owner, content: { bidang, nilai } }: RecordOf<'usulan'>,
): Promise<Refusal | null> => {
  // Who rates her and where she works the admin mends by name: a name in a usulan is no id, and a move has its day.
  if (isTempat(bidang)) return null;
  const content = { bidang, nilai };
  const { tx } = tangan;
  const akun = await tx.accountById(owner);
  const rekam = await rekamNya(tx, owner);
  const [pertama] = rekam;
  if (!akun || !pertama) return refuse('tidak_ada');
  const pemilikNip = content.bidang === 'nip' ? await tx.accountByNip(content.nilai) : null;
  if (pemilikNip && pemilikNip.id !== owner) return refuse('nip_dipakai');
  const pada = tanggalPada(tangan.pada, ZONA_TERDEPAN);
  const baru = rekam.map((record) => ({
    record,
    isi: denganTanda(
      denganKoreksi(record.content, content, pada),
      tandaSesudah(record.content.perluDiperbaiki, [content.bidang]),
    ),
  }));
  if (!baru.every(({ isi }) => Pegawai.safeParse(isi).success)) return refuse('usulan_salah');
  for (const { record, isi } of baru) {
    await perbarui(tangan, record, isi);
    await perkenalkanLagi(tangan, record, isi);
  }
  const isi = denganKoreksi(pertama.content, content, pada);
  const nip = content.bidang === 'nip' ? content.nilai : akun.nip;
  await tx.putAccount({
    ...akun,
    ...{ nip, nama: namaLengkap(isi), jabatan: isi.jabatan },
    nipLama: nip === akun.nip ? akun.nipLama : akun.nip,
  });
  return null;
};
