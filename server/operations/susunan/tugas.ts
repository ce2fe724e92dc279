import {
  JENIS_KEPALA,
  kedudukan,
  tambahHari,
  tanggalPada,
  tolakanTugas,
  tugasBerlaku,
} from '../../../shared/domain/index.ts';
import { type Refusal, refuse } from '../../../shared/protocol/index.ts';
import { type Pegawai, Penugasan, type RecordOf } from '../../../shared/records/index.ts';
import { akhiriHakTugas, beriHakTugas, bukaHakTugas, cabutHakTugas } from './hak.ts';
import { type Tangan, tulisPegawai, tulisTugas, ubahTugas } from './tangan.ts';
import {
  hariDi,
  penilaiUnit,
  SEJAK_DULU,
  sebutanPenilai,
  type TugasOrang,
  tugasUnit,
  type UnitDibaca,
} from './unit.ts';

/* Beginning, ending and taking back of one assignment: its record, its right, and who is named as penilai there. */

type Ya = { readonly ok: true };
const YA: Ya = { ok: true };

type Mulai = Pick<Penugasan, 'jenis' | 'mulai' | 'akhir' | 'alasan' | 'terkait'> & {
  readonly orang: string;
  readonly shard: string;
  /** Her data, for a unit that has no record of hers yet. */
  readonly isi: Pegawai;
};

/** Whoever is penilai of the unit on that day, as a record names him; null where nobody is, or it is the person herself. */
const penilaiPada = (unit: UnitDibaca, orang: string, { pada }: Tangan): Pegawai['penilai'] => {
  const kini = penilaiUnit(tugasUnit(unit, pada), hariDi(unit, pada));
  const record = unit.pegawai.find(({ owner }) => owner === kini?.orang);
  return kini && record && kini.orang !== orang ? sebutanPenilai(kini, record.content) : null;
};

/** Begins an assignment: refused where it cannot stand beside the person's others in that unit. */
export const mulaiTugas = async (
  tangan: Tangan,
  { orang, shard, isi, ...tugas }: Mulai,
): Promise<Ya | Refusal> => {
  const unit = await tangan.unit(shard);
  const lain = tugasUnit(unit, tangan.pada).filter((satu) => satu.orang === orang);
  const ditolak = tolakanTugas(tugas, lain);
  if (ditolak) return refuse(ditolak);
  const dicatat = hariDi(unit, tangan.pada);
  await tulisTugas(tangan, shard, { orang, isi: { ...tugas, sebab: null, dicatat } });
  await beriHakTugas(tangan, unit, { orang, ...tugas });
  // Who stands in from elsewhere is named by those whom he rates; a record of his own would make him one of the staff.
  const tamu = tugas.jenis === 'plt' || tugas.jenis === 'plh';
  if (!tamu) {
    // A new head's superior is another one than the head he worked under: the pengawas is named when he is given the school.
    const penilai = tugas.jenis === 'kepala' ? null : penilaiPada(unit, orang, tangan);
    const { hilangSejak: _, ...bersih } = isi;
    await tulisPegawai(tangan, unit, { orang, isi: { ...bersih, penilai } });
  }
  if (JENIS_KEPALA.includes(tugas.jenis)) await selaraskanPenilai(tangan, shard, { orang, isi });
  return YA;
};

type Akhiri = Pick<Penugasan, 'akhir' | 'sebab' | 'alasan' | 'terkait'> & { readonly akhir: string };

/** Ends an assignment with a day; one that no record says is written down with its end. */
export const akhiriTugas = async (
  tangan: Tangan,
  { id, orang, unit: shard, jenis, mulai }: TugasOrang,
  selesai: Akhiri,
): Promise<Ya | Refusal> => {
  const unit = await tangan.unit(shard);
  const record = unit.tugas.find((satu) => satu.id === id);
  const [dari, sampai] = [record ? mulai : sejakKapan(unit, orang, selesai.akhir), selesai.akhir];
  if (sampai < dari) return refuse('masa_terbalik');
  const dicatat = record?.content.dicatat;
  const isi: Penugasan = { jenis, mulai: dari, ...selesai, ...(dicatat ? { dicatat } : {}) };
  if (record) await ubahTugas(tangan, record, isi);
  else await tulisTugas(tangan, shard, { orang, isi });
  await akhiriHakTugas(tangan, unit, { orang, jenis, mulai: dari, akhir: sampai });
  if (JENIS_KEPALA.includes(jenis)) await selaraskanPenilai(tangan, shard);
  return YA;
};

/** The day on which her oldest right here began, within what a date may be. */
const sejakKapan = ({ hak, zona }: UnitDibaca, orang: string, paling: string): string => {
  const awal = Math.min(...hak.flatMap(({ account, since }) => (account === orang ? [since] : [])));
  const tanggal = Number.isFinite(awal) && awal > 0 ? tanggalPada(awal, zona) : SEJAK_DULU;
  const [dari = paling] = [tanggal, SEJAK_DULU].sort().slice(1);
  return dari < paling ? dari : paling;
};

const isiSebelum = async (
  { tx }: Tangan,
  { shard, id }: RecordOf<'penugasan'>,
): Promise<Penugasan | null> => {
  const lines = await tx.linesOfRecord(shard, id);
  const body = lines.at(-2)?.content.body as { isi?: unknown } | undefined;
  return Penugasan.safeParse(body?.isi).data ?? null;
};

/** Takes back an assignment that has not begun, with the person's record where it brought her there. */
const batalMulai = async (tangan: Tangan, unit: UnitDibaca, record: RecordOf<'penugasan'>): Promise<void> => {
  const { owner: orang, content } = record;
  await tangan.tulis(unit.shard, 'penugasan.cabut', {}, record);
  await cabutHakTugas(tangan, unit, { orang, ...content });
  const tinggal = unit.tugas.some((satu) => satu.owner === orang && satu.id !== record.id);
  const miliknya = unit.pegawai.find(({ owner }) => owner === orang);
  const bekerja = content.jenis === 'induk' || content.jenis === 'nonInduk' || content.jenis === 'kepala';
  if (
    bekerja &&
    !tinggal &&
    miliknya &&
    !unit.hak.some((satu) => satu.account === orang && satu.since <= tangan.pada)
  )
    await tangan.tulis(unit.shard, 'pegawai.cabut', {}, miliknya);
  if (JENIS_KEPALA.includes(content.jenis)) await selaraskanPenilai(tangan, unit.shard);
};

/** Takes back an end that has not come. */
const batalAkhir = async (tangan: Tangan, unit: UnitDibaca, record: RecordOf<'penugasan'>): Promise<void> => {
  const { owner: orang, content } = record;
  const sebelum = await isiSebelum(tangan, record);
  const isi: Penugasan = sebelum ?? { ...content, akhir: null, sebab: null, terkait: null };
  await ubahTugas(tangan, record, isi);
  await bukaHakTugas(tangan, unit, { orang, jenis: content.jenis, dulu: content, kini: isi });
};

/** Whether an assignment can still be taken back: its beginning, or an end that somebody decided on, lies ahead. */
export const dapatBatal = (
  { id, mulai, akhir, sebab }: Pick<TugasOrang, 'id' | 'mulai' | 'akhir' | 'sebab'>,
  hari: string,
): boolean => id !== null && (mulai > hari || (akhir !== null && sebab !== null && akhir >= hari));

/** Takes an assignment back until it takes effect; a move is taken back at both ends, whichever is named. */
export const batalkanTugas = async (
  tangan: Tangan,
  { shard, id }: { readonly shard: string; readonly id: string },
): Promise<Ya | Refusal> => {
  const unit = await tangan.unit(shard);
  const record = unit.tugas.find((satu) => satu.id === id);
  if (!record) return refuse('tidak_ada');
  const { content, owner } = record;
  if (!dapatBatal({ id, ...content }, hariDi(unit, tangan.pada))) return refuse('sudah_berlaku');
  const memulai = content.mulai > hariDi(unit, tangan.pada);
  if (memulai) await batalMulai(tangan, unit, record);
  else await batalAkhir(tangan, unit, record);
  if (content.terkait === null || content.terkait === shard) return YA;
  const sana = await tangan.unit(content.terkait);
  const pasangan = sana.tugas.find(
    (satu) =>
      satu.owner === owner &&
      satu.content.terkait === shard &&
      (memulai
        ? satu.content.akhir === tambahHari(content.mulai, -1)
        : satu.content.mulai === tambahHari(content.akhir ?? '', 1)),
  );
  if (pasangan && memulai) await batalAkhir(tangan, sana, pasangan);
  else if (pasangan) await batalMulai(tangan, sana, pasangan);
  return YA;
};

/**
 * Names whoever is penilai of the unit today in the records of its staff: of those who named nobody, or somebody who has
 * headed it. Gives how many records say otherwise now. Rights do not wait for this: they go by the clock.
 */
export const selaraskanPenilai = async (
  tangan: Tangan,
  shard: string,
  tamu?: { readonly orang: string; readonly isi: Pegawai },
): Promise<number> => {
  const unit = await tangan.unit(shard);
  const hari = hariDi(unit, tangan.pada);
  const tugas = tugasUnit(unit, tangan.pada);
  const kini = penilaiUnit(tugas, hari);
  if (!kini) return 0;
  const isi =
    unit.pegawai.find(({ owner }) => owner === kini.orang)?.content ??
    (tamu?.orang === kini.orang ? tamu.isi : await isiDimana(tangan, kini.orang));
  if (!isi) return 0;
  const penilai = sebutanPenilai(kini, isi);
  const pernah = new Set(tugas.flatMap((satu) => (JENIS_KEPALA.includes(satu.jenis) ? [satu.orang] : [])));
  const memimpin = new Set(
    tugas.flatMap((satu) => (satu.jenis === 'kepala' && tugasBerlaku(satu, hari) ? [satu.orang] : [])),
  );
  let banyak = 0;
  for (const { owner, content } of unit.pegawai) {
    const lama = content.penilai;
    if (owner === kini.orang || memimpin.has(owner) || lama?.id === penilai.id) continue;
    const miliknya = tugas.filter((satu) => satu.orang === owner);
    if (kedudukan(miliknya, hari) === 'pergi') continue;
    if (lama !== null && !pernah.has(lama.id)) continue;
    await tulisPegawai(tangan, unit, { orang: owner, isi: { ...content, penilai } });
    banyak += 1;
  }
  return banyak;
};

/** Somebody's data in another unit where he holds a right. */
const isiDimana = async ({ tx }: Tangan, orang: string): Promise<Pegawai | null> => {
  for (const { shard } of await tx.grantsOf(orang)) {
    const [found] = await tx.recordsOfKind(shard, 'pegawai', orang);
    if (found?.record.kind === 'pegawai' && !found.record.deleted) return found.record.content;
  }
  return null;
};
