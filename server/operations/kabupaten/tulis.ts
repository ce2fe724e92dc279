import { type Actor, definitionOf } from '../../../shared/commands/index.ts';
import { namaLengkap } from '../../../shared/domain/index.ts';
import { shardOf } from '../../../shared/protocol/index.ts';
import type { Pegawai } from '../../../shared/records/index.ts';
import { type BulkShard, bulkShard } from '../../ledger/index.ts';
import type { WriteTx } from '../../store/index.ts';
import { SISTEM } from '../pena.ts';
import { kejadianSekolah } from './kerja.ts';
import { acak, orangKe, type SekolahRencana, wilayahKe } from './rencana.ts';

/** What writing the district needs; `sandi` is everybody's hashed passphrase. */
export type AlatTulis = {
  readonly sandi: string;
  readonly rentang: { readonly awal: string; readonly akhir: string };
  readonly randomBytes: (size: number) => Uint8Array;
};

const HARI = 86_400_000;
/** Pengawas and admins have numbers of their own, above everybody's. */
const NOMOR_PENGAWAS = 900_000;
const NOMOR_ADMIN = 990_000;
/** Answers of a hundred that send an entry back. */
const DIKEMBALIKAN = 0.03;

type Orang = { readonly id: string; readonly device: string; readonly isi: Pegawai; readonly actor: Actor };

const orang = (nomor: number, isi: Pegawai, peran: 'guru' | 'penilai'): Orang => {
  const kunci = String(nomor).padStart(6, '0');
  const id = `p_b${kunci}`;
  return { id, device: `d_b${kunci}`, isi, actor: { id, nama: namaLengkap(isi), peran: [peran] } };
};

/** Lays commands down with the numbers of their devices. */
const pencatat = (shard: string, bulk: BulkShard) => {
  const nomor = new Map<string, number>();
  return (
    { device, actor }: Pick<Orang, 'device' | 'actor'>,
    pada: number,
    {
      kind,
      body,
      record = null,
    }: { readonly kind: string; readonly body: unknown; readonly record?: string | null },
  ): Promise<string> => {
    const number = (nomor.get(device) ?? 0) + 1;
    nomor.set(device, number);
    const version = definitionOf(kind)?.version ?? 1;
    const content = { kind, version, shard, record, base: record, at: pada, body };
    return bulk.lay({ actor, device, number, content, receivedAt: pada });
  };
};

const sistemDi = (shard: string) => ({ device: `s_b${shard.slice(4)}`, actor: SISTEM });

const akun = async (tx: WriteTx, { id, isi }: Orang, { sandi, sejak }: { sandi: string; sejak: number }) =>
  tx.putAccount({
    ...{ id, nip: isi.nip, nama: namaLengkap(isi), jabatan: isi.jabatan, password: sandi },
    ...{ createdAt: sejak, deactivatedAt: null, nipLama: null },
  });

const awalDari = ({ rentang }: AlatTulis): number => Date.parse(`${rentang.awal}T00:00:00Z`) - HARI;

const shardWilayah = (ke: number): string => shardOf(`P${String(ke + 1).padStart(7, '0')}`);
const pengawasKe = (ke: number): Orang =>
  orang(NOMOR_PENGAWAS + ke, orangKe(NOMOR_PENGAWAS + ke, 'Pengawas Sekolah', null), 'penilai');
const kepalaDi = (rencana: SekolahRencana): Orang => {
  const pengawas = pengawasKe(wilayahKe(rencana));
  const penilai = { id: pengawas.id, nama: pengawas.actor.nama, jabatan: 'Pengawas Sekolah' };
  return orang(rencana.nomor, orangKe(rencana.nomor, 'Kepala Sekolah', penilai), 'penilai');
};

/** Writes a school: its people, its days. Gives how many lines and entries there are. */
export const tulisSekolah = async (
  tx: WriteTx,
  rencana: SekolahRencana,
  alat: AlatTulis,
): Promise<{ readonly baris: number; readonly entri: number }> => {
  const shard = shardOf(rencana.satker.npsn);
  const bulk = bulkShard(tx, shard, alat.randomBytes);
  const tulis = pencatat(shard, bulk);
  const sejak = awalDari(alat);
  const kepala = kepalaDi(rencana);
  const penilai = { id: kepala.id, nama: kepala.actor.nama, jabatan: 'Kepala Sekolah' };
  const guru = Array.from({ length: rencana.guru }, (_, i) => {
    const nomor = rencana.nomor + 1 + i;
    return orang(nomor, orangKe(nomor, 'Guru Kelas', penilai), 'guru');
  });
  const hak = { sejak, sandi: alat.sandi };
  await tulis(sistemDi(shard), sejak, {
    kind: 'satker.tetapkan',
    body: { pemilik: '', isi: rencana.satker },
  });
  for (const satu of [kepala, ...guru]) {
    await akun(tx, satu, hak);
    const [view, peran] = satu === kepala ? (['sekolah', 'penilai'] as const) : (['milik', 'guru'] as const);
    await tx.putGrant({ account: satu.id, shard, view, peran, since: sejak, until: null });
    await tulis(sistemDi(shard), sejak, {
      kind: 'pegawai.tetapkan',
      body: { pemilik: satu.id, isi: satu.isi },
    });
  }
  const entri = await mainkan(rencana, { tulis, kepala, guru, rentang: alat.rentang });
  return { baris: await bulk.finish(), entri };
};

type Panggung = {
  readonly tulis: ReturnType<typeof pencatat>;
  readonly kepala: Orang;
  readonly guru: readonly Orang[];
  readonly rentang: AlatTulis['rentang'];
};

const TANGGAPAN = { kind: 'kendala.tanggapi', body: { cara: 'DIKETAHUI', tanggal: null, teks: '' } };

/** What the head says of an entry: nearly always yes. */
const jawaban = (undi: number) =>
  undi < DIKEMBALIKAN
    ? { kind: 'entri.kembalikan', body: { alasan: 'Mohon lengkapi uraiannya.' } }
    : { kind: 'entri.setujui', body: {} };

const mainkan = async (
  rencana: SekolahRencana,
  { tulis, kepala, guru, rentang }: Panggung,
): Promise<number> => {
  const undi = acak(rencana.ke);
  let menunggu: { id: string; tiba: number; kendala?: true }[] = [];
  let entri = 0;
  for (const satu of kejadianSekolah(rencana, rentang)) {
    if (satu.apa === 'periksa') {
      for (const { id, kendala } of menunggu.filter(({ tiba }) => tiba <= satu.sampai))
        await tulis(kepala, satu.pada, { ...(kendala ? TANGGAPAN : jawaban(undi())), record: id });
      menunggu = menunggu.filter(({ tiba }) => tiba > satu.sampai);
      continue;
    }
    const siapa = guru[satu.guru];
    if (!siapa) continue;
    if (satu.apa === 'kendala') {
      const body = { guru: siapa.id, ...satu.isi, catatan: '' };
      const id = await tulis(siapa, satu.pada, { kind: 'kendala.lapor', body });
      menunggu.push({ id, tiba: satu.pada, kendala: true });
      continue;
    }
    menunggu.push({
      id: await tulis(siapa, satu.pada, { kind: 'entri.catat', body: satu.entri }),
      tiba: satu.pada,
    });
    entri += 1;
  }
  return entri;
};

/** Somebody who can sign in, and as what. */
export type Masuk = { readonly nip: string; readonly sebagai: string };

/** Writes what stands above the schools: pengawas with the heads whom they rate, and an admin. Names one of each role. */
export const tulisAtas = async (
  tx: WriteTx,
  sekolah: readonly SekolahRencana[],
  alat: AlatTulis,
): Promise<readonly Masuk[]> => {
  const sejak = awalDari(alat);
  const wilayah = new Map<number, SekolahRencana[]>();
  for (const satu of sekolah) wilayah.set(wilayahKe(satu), [...(wilayah.get(wilayahKe(satu)) ?? []), satu]);
  for (const [ke, binaan] of wilayah) await tulisWilayah(tx, ke, binaan, alat);
  const admin = orang(NOMOR_ADMIN, orangKe(NOMOR_ADMIN, 'Admin Dinas', null), 'guru');
  await akun(tx, admin, { sejak, sandi: alat.sandi });
  const tetap = { since: sejak, until: null };
  await tx.putGrant({
    account: admin.id,
    shard: shardOf('P0000000'),
    view: 'milik',
    peran: 'admin',
    ...tetap,
  });
  const [pertama] = sekolah;
  return [
    { nip: admin.isi.nip, sebagai: 'admin dinas' },
    { nip: pengawasKe(0).isi.nip, sebagai: 'pengawas' },
    ...(pertama
      ? [
          { nip: kepalaDi(pertama).isi.nip, sebagai: 'kepala sekolah' },
          { nip: orangKe(pertama.nomor + 1, '', null).nip, sebagai: 'guru' },
        ]
      : []),
  ];
};

const tulisWilayah = async (
  tx: WriteTx,
  ke: number,
  binaan: readonly SekolahRencana[],
  alat: AlatTulis,
): Promise<void> => {
  const sejak = awalDari(alat);
  const shard = shardWilayah(ke);
  const pengawas = pengawasKe(ke);
  const bulk = bulkShard(tx, shard, alat.randomBytes);
  const tulis = pencatat(shard, bulk);
  const sistem = sistemDi(shard);
  const tetap = { since: sejak, until: null };
  const isi = { npsn: shard.slice(4), nama: `Pengawas Wilayah ${ke + 1}`, kabupaten: 'Kabupaten Arunika' };
  const [contoh] = binaan;
  if (!contoh) return;
  await tulis(sistem, sejak, {
    kind: 'satker.tetapkan',
    body: { pemilik: '', isi: { ...contoh.satker, ...isi } },
  });
  await akun(tx, pengawas, { sejak, sandi: alat.sandi });
  await tx.putGrant({ account: pengawas.id, shard, view: 'sekolah', peran: 'penilai', ...tetap });
  for (const orangnya of [pengawas, ...binaan.map(kepalaDi)])
    await tulis(sistem, sejak, {
      ...{ kind: 'pegawai.tetapkan', body: { pemilik: orangnya.id, isi: orangnya.isi } },
    });
  for (const satu of binaan) {
    const sekolah = shardOf(satu.satker.npsn);
    await tx.putGrant({ account: pengawas.id, shard: sekolah, view: 'keberatan', peran: 'atasan', ...tetap });
    await tx.putGrant({ account: kepalaDi(satu).id, shard, view: 'milik', peran: 'guru', ...tetap });
  }
  await bulk.finish();
};
