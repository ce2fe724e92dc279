import type { RecordOf } from '../records/record.ts';

/** A line of her own history, as far as feedback needs it; `pada` in epoch ms on the receiver's clock. */
export type LangkahRiwayat = {
  readonly record: string;
  readonly kind: string;
  readonly pada: number;
  readonly oleh: string;
  readonly teks: string;
  readonly tentang: string | null;
  /** True for what she did herself. */
  readonly sendiri: boolean;
};

/**
 * Feedback, and what she did about it. `cara`: she corrected the entry (`diperbaiki`), deleted or withdrew it (`dicabut`),
 * or wrote back (`dijawab`); null while nothing has followed. `ditindak` is when, null where only the state says that she did.
 */
export type Masukan = {
  readonly id: string;
  readonly jenis: 'pengembalian' | 'pesan' | 'evaluasi' | 'observasi';
  /** The entry it is about; null for one on her work as a whole. */
  readonly entri: string | null;
  readonly oleh: string;
  readonly teks: string;
  /** When it was given; null where this phone has not learnt that yet. */
  readonly pada: number | null;
  readonly cara: 'diperbaiki' | 'dicabut' | 'dijawab' | 'ditindaklanjuti' | 'dibaca' | null;
  readonly ditindak: number | null;
  /** True where the entry stands approved now. */
  readonly disetujui: boolean;
};

type Entri = Pick<RecordOf<'entri'>, 'id' | 'state' | 'deleted'>;
type Pesan = Pick<RecordOf<'umpan'>, 'id' | 'content' | 'state'>;
type Praktik = Pick<RecordOf<'praktik'>, 'id' | 'content' | 'state' | 'deleted'>;
type Evaluasi = Pick<RecordOf<'evaluasi'>, 'id' | 'content' | 'state' | 'deleted'>;

/** What feedback is read from: records of one person, and her history as far as the phone has loaded it. */
export type BahanMasukan = {
  readonly saya: string;
  /** First and last moment, the last not included, epoch ms. */
  readonly dari: number;
  readonly sampai: number;
  readonly entri: readonly Entri[];
  /** In the order in which they were written. */
  readonly pesan: readonly Pesan[];
  readonly evaluasi: readonly Evaluasi[];
  readonly praktik: readonly Praktik[];
  readonly riwayat: readonly LangkahRiwayat[];
};

const MENGUBAH: ReadonlySet<string> = new Set(['entri.ubah', 'entri.ajukan', 'entri.pilih']);
const MENCABUT: ReadonlySet<string> = new Set(['entri.hapus', 'entri.tarik']);
const MENGGANTI: ReadonlySet<string> = new Set(['entri.kembalikan', 'entri.bukaLagi']);
const isTindakan = (kind: string): boolean => MENGUBAH.has(kind) || MENCABUT.has(kind);

/** What the entry says by itself where no line does: a return that is no longer in force was acted on. */
const dariKeadaan = (entri: Entri | undefined): Masukan['cara'] => {
  if (!entri) return null;
  if (entri.deleted || entri.state.tahap === 'DITARIK') return 'dicabut';
  return entri.state.tahap === 'DIKEMBALIKAN' ? null : 'diperbaiki';
};

const pengembalian = ({ entri, riwayat }: BahanMasukan): Masukan[] => {
  const perId = new Map(entri.map((satu) => [satu.id, satu]));
  const urut = [...riwayat].sort((a, b) => a.pada - b.pada);
  const semua = urut.flatMap((langkah, i): Masukan[] => {
    if (langkah.kind !== 'entri.kembalikan') return [];
    const sesudah = urut.slice(i + 1).filter(({ record }) => record === langkah.record);
    const lanjut = sesudah.find(({ kind, sendiri }) => MENGGANTI.has(kind) || (sendiri && isTindakan(kind)));
    // The head took the return back, or gave another reason, before she could act: that one counts.
    if (lanjut && MENGGANTI.has(lanjut.kind)) return [];
    const kini = perId.get(langkah.record);
    const terakhir = !sesudah.some(({ kind }) => kind === 'entri.kembalikan');
    return [
      {
        id: `${langkah.record} ${langkah.pada}`,
        jenis: 'pengembalian',
        entri: langkah.record,
        oleh: langkah.oleh,
        teks: langkah.teks,
        pada: langkah.pada,
        cara: lanjut ? (MENCABUT.has(lanjut.kind) ? 'dicabut' : 'diperbaiki') : dariKeadaan(kini),
        ditindak: lanjut?.pada ?? null,
        disetujui: terakhir && kini?.deleted === false && kini.state.tahap === 'DISETUJUI',
      },
    ];
  });
  const dikenal = new Set(semua.filter(({ cara }) => cara === null).map((satu) => satu.entri));
  const belumTermuat = entri.flatMap(({ id, state, deleted }): Masukan[] =>
    deleted || state.tahap !== 'DIKEMBALIKAN' || dikenal.has(id)
      ? []
      : [
          {
            id,
            jenis: 'pengembalian',
            entri: id,
            oleh: state.oleh ?? '',
            teks: state.alasan ?? '',
            pada: state.pada ?? null,
            cara: null,
            ditindak: null,
            disetujui: false,
          },
        ],
  );
  return [...semua, ...belumTermuat];
};

const pesanMasuk = ({ saya, pesan, riwayat }: BahanMasukan): Masukan[] => {
  const kapan = new Map(
    riwayat.filter(({ kind }) => kind === 'umpan.tulis').map(({ record, pada }) => [record, pada]),
  );
  return pesan.flatMap(({ id, content, state }, i): Masukan[] => {
    if (content.dari === saya) return [];
    const jawaban = pesan
      .slice(i + 1)
      .find((lain) => lain.content.dari === saya && lain.content.tentang === content.tentang);
    const dibaca = state.tahap === 'DIBACA';
    return [
      {
        id,
        jenis: 'pesan',
        entri: content.tentang,
        oleh: content.dariNama,
        teks: content.teks,
        pada: kapan.get(id) ?? null,
        cara: jawaban ? 'dijawab' : dibaca ? 'dibaca' : null,
        ditindak: jawaban ? (kapan.get(jawaban.id) ?? null) : (state.pada ?? null),
        disetujui: false,
      },
    ];
  });
};

/** Words of the penilai in a result: one on the whole, one on each RHK. Read is what she can do about it, or object. */
const dariEvaluasi = ({ evaluasi }: BahanMasukan): Masukan[] =>
  evaluasi.flatMap(({ id, content, state, deleted }) => {
    if (deleted || state.tahap !== 'DITETAPKAN' || !state.nilai) return [];
    const perRhk = state.nilai.umpan.map(({ kode, teks }) => {
      const rhk = content.hasil.find((satu) => satu.kode === kode)?.rhk;
      return { kunci: kode, teks: rhk ? `${rhk}: ${teks}` : teks };
    });
    const keseluruhan = state.nilai.catatan ? [{ kunci: '', teks: state.nilai.catatan }] : [];
    return [...perRhk, ...keseluruhan].map(
      ({ kunci, teks }): Masukan => ({
        id: `${id} ${kunci}`,
        jenis: 'evaluasi',
        entri: null,
        oleh: state.oleh ?? '',
        teks,
        pada: state.pada ?? null,
        cara: state.dibaca === undefined ? null : 'dibaca',
        ditindak: state.dibaca ?? null,
        disetujui: false,
      }),
    );
  });

/** What was seen when she was observed, and her dokumen tindak lanjut (Kepmendikdasmen 271/O/2025). */
const dariObservasi = ({ praktik }: BahanMasukan): Masukan[] =>
  praktik.flatMap(({ id, content, state, deleted }): Masukan[] => {
    if (deleted || !state.observasi) return [];
    const { oleh, pada, catatan } = state.observasi;
    const lanjut = state.tahap === 'DITINDAKLANJUTI' || state.tahap === 'SELESAI';
    return [
      {
        id,
        jenis: 'observasi',
        entri: null,
        oleh,
        teks: catatan || content.fokus.nama,
        pada,
        cara: lanjut ? 'ditindaklanjuti' : null,
        ditindak: null,
        disetujui: false,
      },
    ];
  });

/** Feedback of a stretch of time, the oldest first; what nobody has told this phone the moment of stands at the end. */
export const masukan = (bahan: BahanMasukan): Masukan[] =>
  [...pengembalian(bahan), ...pesanMasuk(bahan), ...dariEvaluasi(bahan), ...dariObservasi(bahan)]
    .filter(({ pada }) => pada === null || (bahan.dari <= pada && pada < bahan.sampai))
    .sort((a, b) => (a.pada ?? Number.MAX_SAFE_INTEGER) - (b.pada ?? Number.MAX_SAFE_INTEGER));

/** How much of it was followed by something she did (reading alone is not acting), and which returns still wait for her. */
export const ringkasMasukan = (
  list: readonly Masukan[],
): { readonly diterima: number; readonly ditindak: number; readonly belum: number } => {
  const ditindak = list.filter(({ cara }) => cara !== null && cara !== 'dibaca').length;
  const belum = list.filter(({ cara, jenis }) => cara === null && jenis === 'pengembalian').length;
  return { diterima: list.length, ditindak, belum };
};
