import { batasKeberatan, type Rating } from '../../shared/domain/index.ts';
import { refuse } from '../../shared/protocol/index.ts';
import type { Evaluasi, Penilaian } from '../../shared/records/index.ts';
import { type EvaluasiRow, evaluasiBertumpang, saatIni } from '../store/index.ts';
import { actEach, actOnce, type Done } from './act.ts';
import { type Acting, Refused, type Wanted } from './journal.ts';
import { buangPerintah } from './perbaiki.ts';

/** An evaluation as it was on the screen: what is decided can land only on that (I14). */
type Dilihat = Pick<EvaluasiRow, 'id' | 'head'>;

const on =
  (kind: string) =>
  (acting: Acting, { id, head }: Dilihat, body: unknown = {}): Promise<Done> =>
    actOnce(acting, { kind, record: id, base: head, body });

/**
 * Keeps what the teacher has written: a new evaluation where `dilihat` is null, else a change of the one she saw. A new
 * one beside another of the period is refused (`sudah_ada`) here as it would be by the server.
 */
export const simpanEvaluasi = (acting: Acting, content: Evaluasi, dilihat: Dilihat | null): Promise<Done> =>
  dilihat
    ? on('evaluasi.ubah')(acting, dilihat, content)
    : actOnce(
        acting,
        { kind: 'evaluasi.susun', record: null, base: null, body: content },
        {
          before: async (db) => {
            if (await evaluasiBertumpang(db, acting.actor.id, content.periode))
              throw new Refused(refuse('sudah_ada'));
          },
        },
      );

/** Hands an evaluation to the penilai as it now stands on this phone. */
export const kirimEvaluasi = (acting: Acting, id: string): Promise<Done> =>
  actOnce(acting, { kind: 'evaluasi.kirim', record: id, body: {} });

/** Takes back what was handed in, as it was seen, while the penilai has not answered. */
export const tarikEvaluasi = on('evaluasi.tarik');

/** Puts the text that was refused because another phone had made the evaluation first into that one. */
export const pakaiIsian = async (acting: Acting, ditolak: EvaluasiRow, utama: Dilihat): Promise<Done> => {
  const done = await simpanEvaluasi(acting, ditolak.content, utama);
  return done.ok ? buangPerintah(acting, ditolak.id) : done;
};

/** Settles two texts of one evaluation. */
export const pilihEvaluasi = (
  acting: Acting,
  id: string,
  pilihan: { readonly varian: string; readonly pakai: 'varian' | 'kini' },
): Promise<Done> => actOnce(acting, { kind: 'evaluasi.pilih', record: id, body: pilihan });

/** The read mark of a result: from here the 14 days of an objection run. */
export const bacaEvaluasi = on('evaluasi.baca');
type Dinilai = Dilihat & Pick<EvaluasiRow, 'shard' | 'penilaian'>;

const catatan = ({ id, shard, penilaian }: Dinilai, isi: Penilaian): Wanted => {
  const [kini] = penilaian ?? [];
  const body = { evaluasi: id, isi };
  return kini
    ? { kind: 'penilaian.ubah', record: kini.id, base: kini.head, body }
    : { kind: 'penilaian.catat', record: null, base: null, body, shard };
};

/** Keeps the penilai's ratings and feedback, complete or not: his own until the result is final. */
export const nilaiEvaluasi = (acting: Acting, dilihat: Dinilai, isi: Penilaian): Promise<Done> =>
  actOnce(acting, catatan(dilihat, isi));

/** Gives an evaluation back with a reason. */
export const kembalikanEvaluasi = (acting: Acting, dilihat: Dilihat, alasan: string): Promise<Done> =>
  on('evaluasi.kembalikan')(acting, dilihat, { alasan });

/** Opens a final evaluation again; the reason goes on record. */
export const bukaLagiEvaluasi = (acting: Acting, id: string, alasan: string): Promise<Done> =>
  actOnce(acting, { kind: 'evaluasi.bukaLagi', record: id, body: { alasan } });

const penetapan = ({ id, head }: Dilihat, isi: Penilaian): Wanted => ({
  kind: 'evaluasi.tetapkan',
  record: id,
  base: head,
  body: isi,
});

/** Makes evaluations final as they were seen, by what was put down about each; each answer stands for itself. */
export const tetapkanEvaluasi = (acting: Acting, dilihat: readonly Dinilai[]): Promise<Done[]> =>
  actEach(
    acting,
    dilihat.flatMap((satu) => {
      const [kini] = satu.penilaian ?? [];
      return kini ? [penetapan(satu, kini.content.isi)] : [];
    }),
  );

/** Keeps the ratings, for the case that it is opened again, and makes the evaluation final with them, as it was seen. */
export const nilaiDanTetapkan = async (acting: Acting, dilihat: Dinilai, isi: Penilaian): Promise<Done> => {
  const [dicatat, ditetapkan] = await actEach(acting, [catatan(dilihat, isi), penetapan(dilihat, isi)]);
  return ditetapkan ?? dicatat ?? refuse('tidak_ada');
};

/** Raises an objection; refused (`lewat_keberatan`) where the window has closed by the server's clock as this phone knows it. */
export const ajukanKeberatan = async (
  acting: Acting,
  evaluasi: EvaluasiRow,
  alasan: string,
): Promise<Done> => {
  const { dibaca } = evaluasi.state;
  const now = await saatIni(acting.store, acting.clock);
  if (dibaca !== undefined && now > batasKeberatan(dibaca)) return refuse('lewat_keberatan');
  return on('keberatan.ajukan')(acting, evaluasi, { alasan });
};

/** The atasan's decision on an objection: final. */
export const putuskanKeberatan: (
  acting: Acting,
  dilihat: Dilihat,
  isi: { readonly hasil: Rating; readonly perilaku: Rating; readonly alasan: string },
) => Promise<Done> = on('keberatan.putuskan');

/** The penilai's explanation of an objection. */
export const jelaskanKeberatan = (acting: Acting, dilihat: Dilihat, teks: string): Promise<Done> =>
  on('keberatan.jelaskan')(acting, dilihat, { teks });
