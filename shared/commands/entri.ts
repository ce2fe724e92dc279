import * as z from 'zod/mini';
import { periksaEntri } from '../domain/periksa-entri.ts';
import { bulanDari } from '../domain/tanggal.ts';
import type { Refusal } from '../protocol/problem-codes.ts';
import { AlasanKembali, Entri, type EntriState } from '../records/entri.ts';
import type { RecordOf } from '../records/record.ts';
import {
  type AnyDefinition,
  changing,
  creating,
  type DecisionContext,
  is,
  no,
  type Outcome,
  onlyOwner,
  onlyPenilaiOf,
} from './definition.ts';
import { memilih } from './memilih.ts';

type EntriRecord = RecordOf<'entri'>;
type Tahap = EntriState['tahap'];

const Nothing = z.strictObject({});

/** What the rules refuse of a text that has arrived; warnings were the author's to see and are not repeated. */
const tolakan = (entri: Entri, context: DecisionContext, pemilik: string): Refusal | null => {
  const { hariIni, satker } = context;
  const temuan = periksaEntri(entri, { hariIni, saat: 'terima', satker, pemilik, lain: [], rhk: [] });
  const first = temuan.find(({ berat }) => berat === 'tolak');
  return first ? no(first.kode, first.params) : null;
};

const bulanTerkunci = (entri: EntriRecord, { satker }: DecisionContext): Refusal | null => {
  const bulan = bulanDari(entri.content.tanggal);
  return satker?.bulanTerkunci.includes(bulan) ? no('bulan_terkunci', { bulan }) : null;
};

/** Deleted, approved or in a locked month: then nothing of the owner's may change it any more. */
const tertutup = (entri: EntriRecord, context: DecisionContext): Refusal | null => {
  if (entri.deleted) return no('sudah_dihapus');
  if (entri.state.tahap === 'DISETUJUI') return no('terkunci');
  return bulanTerkunci(entri, context);
};

const putusan = (tahap: Tahap, { actor, now }: DecisionContext, alasan?: string): EntriState =>
  alasan === undefined
    ? { tahap, oleh: actor.nama, pada: now }
    : { tahap, oleh: actor.nama, pada: now, alasan };

/** Handed in (again): what was returned before goes on saying with which note, for whoever is to check it again. */
const diajukan = ({ state }: EntriRecord): EntriState => {
  const kembali = state.kembali ?? state.semula?.kembali;
  return { tahap: 'DIAJUKAN', ...(kembali !== undefined && { kembali }) };
};

/** A decision of the penilai: from one of `dari` to `ke`; the same decision twice is the same as once. */
const memutus = (kind: string, ke: Tahap, dari: readonly Tahap[]): AnyDefinition =>
  changing({
    kind,
    record: 'entri',
    body: Nothing,
    superseded: 'sama-atau-beda',
    may: onlyPenilaiOf,
    apply: (entri, _body, context) => {
      if (entri.deleted) return no('sudah_dihapus');
      if (entri.state.tahap === ke) return { ok: true, change: 'sama' };
      if (!dari.includes(entri.state.tahap)) return no('tahap_salah', { tahap: entri.state.tahap });
      return bulanTerkunci(entri, context) ?? { ok: true, change: { state: putusan(ke, context) } };
    },
  });

const catat = creating({
  kind: 'entri.catat',
  record: 'entri',
  body: Entri,
  foreseen: true,
  may: (actor) =>
    is(actor, 'guru') || is(actor, 'penilai') || is(actor, 'sistem') ? null : 'di_luar_wewenang',
  apply: (content, context) =>
    tolakan(content, context, context.actor.id) ?? {
      ok: true,
      change: { owner: context.actor.id, state: { tahap: 'DIAJUKAN' }, content },
    },
});

const ubah = changing({
  kind: 'entri.ubah',
  record: 'entri',
  body: Entri,
  carriesContent: true,
  persists: true,
  may: onlyOwner,
  apply: (entri, content, context) =>
    tertutup(entri, context) ??
    tolakan(content, context, entri.owner) ?? { ok: true, change: { state: diajukan(entri), content } },
});

const hapus = changing({
  kind: 'entri.hapus',
  record: 'entri',
  body: Nothing,
  persists: true,
  may: onlyOwner,
  apply: (entri, _body, context) =>
    entri.deleted
      ? { ok: true, change: 'sama' }
      : (tertutup(entri, context) ?? { ok: true, change: { deleted: true } }),
});

/**
 * Which act is taken back: a deletion, or that it was taken out of review. Left out by phones of before, whose entries
 * come back handed in: what they wrote is decided as it was then.
 */
const Pulihkan = z.strictObject({ urung: z.optional(z.enum(['hapus', 'tarik'])) });

/** Taken out of review by mistake: it stands again as it stood, a return with its note. */
const urungTarik = (entri: EntriRecord, context: DecisionContext): Outcome<'entri'> => {
  const { semula } = entri.state;
  if (!semula) return { ok: true, change: 'sama' };
  return tertutup(entri, context) ?? { ok: true, change: { state: semula } };
};

const pulihkan = changing({
  kind: 'entri.pulihkan',
  record: 'entri',
  body: Pulihkan,
  may: onlyOwner,
  apply: (entri, { urung }, context) => {
    if (urung === 'tarik') return urungTarik(entri, context);
    if (!entri.deleted) return { ok: true, change: 'sama' };
    const locked = bulanTerkunci(entri, context);
    if (locked) return locked;
    if (urung === 'hapus') return { ok: true, change: { deleted: false } };
    return { ok: true, change: { deleted: false, state: { tahap: 'DIAJUKAN' } } };
  },
});

/** `ingat`: the stage that it is taken from is kept, so that it can be put back there. Phones of before leave it out. */
const Tarik = z.strictObject({ ingat: z.optional(z.literal(true)) });

/** The owner takes an entry out of review while the head has not approved it. */
const tarik = changing({
  kind: 'entri.tarik',
  record: 'entri',
  body: Tarik,
  may: onlyOwner,
  apply: (entri, { ingat }, context) => {
    if (!entri.deleted && entri.state.tahap === 'DITARIK') return { ok: true, change: 'sama' };
    const closed = tertutup(entri, context);
    if (closed) return closed;
    return { ok: true, change: { state: { tahap: 'DITARIK', ...(ingat && { semula: entri.state }) } } };
  },
});

/** The owner puts it back into review. */
const ajukan = changing({
  kind: 'entri.ajukan',
  record: 'entri',
  body: Nothing,
  may: onlyOwner,
  apply: (entri, _body, context) => {
    if (!entri.deleted && entri.state.tahap === 'DIAJUKAN') return { ok: true, change: 'sama' };
    const closed = tertutup(entri, context);
    if (closed) return closed;
    return entri.state.tahap === 'DITARIK'
      ? { ok: true, change: { state: diajukan(entri) } }
      : no('tahap_salah', { tahap: entri.state.tahap });
  },
});

/** `ingat`: the note stays with the entry when it is mended. Phones of before leave it out. */
const Kembalikan = z.strictObject({ alasan: AlasanKembali, ingat: z.optional(z.literal(true)) });

const kembalikan = changing({
  kind: 'entri.kembalikan',
  record: 'entri',
  body: Kembalikan,
  carriesContent: true,
  superseded: 'sama-atau-beda',
  may: onlyPenilaiOf,
  apply: (entri, { alasan, ingat }, context) => {
    if (entri.deleted) return no('sudah_dihapus');
    if (entri.state.tahap === 'DIKEMBALIKAN' && entri.state.alasan === alasan)
      return { ok: true, change: 'sama' };
    if (entri.state.tahap !== 'DIAJUKAN') return no('tahap_salah', { tahap: entri.state.tahap });
    return (
      bulanTerkunci(entri, context) ?? {
        ok: true,
        change: {
          state: { ...putusan('DIKEMBALIKAN', context, alasan), ...(ingat && { kembali: alasan }) },
        },
      }
    );
  },
});

const pilih = memilih({
  record: 'entri',
  terima: (entri, variant, context) => {
    const closed = entri.deleted ? bulanTerkunci(entri, context) : tertutup(entri, context);
    if (closed) return closed;
    if (variant.kind === 'entri.hapus') return { deleted: true };
    const content = Entri.safeParse(variant.content);
    if (!content.success) return no('versi_tidak_ada');
    return (
      tolakan(content.data, context, entri.owner) ?? {
        deleted: false,
        state: diajukan(entri),
        content: content.data,
      }
    );
  },
});

/** Every verb of an entry. */
export const entriCommands: readonly AnyDefinition[] = [
  catat,
  ubah,
  hapus,
  pulihkan,
  tarik,
  ajukan,
  memutus('entri.setujui', 'DISETUJUI', ['DIAJUKAN']),
  memutus('entri.bukaLagi', 'DIAJUKAN', ['DISETUJUI', 'DIKEMBALIKAN']),
  kembalikan,
  pilih,
];
