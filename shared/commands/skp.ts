import * as z from 'zod/mini';
import { canonicalJson } from '../protocol/identity.ts';
import { LIMITS } from '../protocol/limits.ts';
import { Matriks } from '../records/matriks.ts';
import type { RecordOf } from '../records/record.ts';
import { Skp, type SkpState } from '../records/skp.ts';
import { kode, text } from '../records/text.ts';
import {
  type Actor,
  type AnyDefinition,
  changing,
  creating,
  type DecisionContext,
  is,
  no,
  type Outcome,
  onlyOwner,
  onlyPegawai,
  onlyPenilaiOf,
} from './definition.ts';
import { memilih } from './memilih.ts';

/*
 *   DRAF ──ajukan──▶ DIAJUKAN ──setujui──▶ DISETUJUI      a change of an approved one is a record of its own (`mengganti`),
 *     ▲                │  │                               so that the old one stays in force until the new one is approved
 *     └────tarik───────┘  └─kembalikan─▶ DIKEMBALIKAN ──ajukan──▶ DIAJUKAN
 */

type SkpRecord = RecordOf<'skp'>;
type Tahap = SkpState['tahap'];
type Apply<B> = (skp: SkpRecord, body: B, context: DecisionContext) => Outcome<'skp'>;

const Nothing = z.strictObject({});
const DAPAT_DIUBAH: readonly Tahap[] = ['DRAF', 'DIKEMBALIKAN'];

/** From one of `dari`, and to `ke` only once: the same step twice is the same as once. */
const langkah =
  <B>(dari: readonly Tahap[], ke: Tahap | null, apply: Apply<B>): Apply<B> =>
  (skp, body, context) => {
    if (skp.deleted) return no('sudah_dihapus');
    const { tahap } = skp.state;
    if (tahap === ke) return { ok: true, change: 'sama' };
    return dari.includes(tahap) ? apply(skp, body, context) : no('tahap_salah', { tahap });
  };

const ke = (state: SkpState): Outcome<'skp'> => ({ ok: true, change: { state } });

const susun = creating({
  kind: 'skp.susun',
  record: 'skp',
  body: Skp,
  may: onlyPegawai,
  apply: (content, { actor }) => ({
    ok: true,
    change: { owner: actor.id, state: { tahap: 'DRAF' }, content },
  }),
});

/** Also brings a deleted one back, as a draft. */
const ubah = changing({
  kind: 'skp.ubah',
  record: 'skp',
  body: Skp,
  carriesContent: true,
  persists: true,
  may: onlyOwner,
  apply: ({ deleted, state }, content) =>
    DAPAT_DIUBAH.includes(state.tahap)
      ? { ok: true, change: deleted ? { deleted: false, state: { tahap: 'DRAF' }, content } : { content } }
      : no('tahap_salah', { tahap: state.tahap }),
});

const sendiri = (kind: string, apply: Apply<unknown>): AnyDefinition =>
  changing({ kind, record: 'skp', body: Nothing, superseded: 'sama-atau-beda', may: onlyOwner, apply });

const ajukan = sendiri(
  'skp.ajukan',
  langkah(DAPAT_DIUBAH, 'DIAJUKAN', (skp, _body, { periksaSkp }) => {
    const { catatan } = skp.state;
    return periksaSkp?.(skp) ?? ke(catatan ? { tahap: 'DIAJUKAN', catatan } : { tahap: 'DIAJUKAN' });
  }),
);

const setujui = changing({
  kind: 'skp.setujui',
  record: 'skp',
  body: Nothing,
  superseded: 'sama-atau-beda',
  may: onlyPenilaiOf,
  apply: langkah(
    ['DIAJUKAN'],
    'DISETUJUI',
    (skp, _body, { periksaSkp, actor, now }) =>
      periksaSkp?.(skp) ?? ke({ tahap: 'DISETUJUI', oleh: actor.nama, pada: now }),
  ),
});

const dikembalikan = langkah<{ catatan: SkpState['catatan'] & object }>(
  ['DIAJUKAN'],
  null,
  (_skp, { catatan }, { actor, now }) => ke({ tahap: 'DIKEMBALIKAN', oleh: actor.nama, pada: now, catatan }),
);

const kembalikan = changing({
  kind: 'skp.kembalikan',
  record: 'skp',
  body: z.strictObject({
    catatan: z
      .array(z.strictObject({ rhk: z.nullable(kode), teks: text({ min: 1, max: LIMITS.catatanLetters }) }))
      .check(z.minLength(1), z.maxLength(41)),
  }),
  carriesContent: true,
  superseded: 'sama-atau-beda',
  may: onlyPenilaiOf,
  apply: (skp, body, context) =>
    !skp.deleted &&
    skp.state.tahap === 'DIKEMBALIKAN' &&
    canonicalJson(skp.state.catatan) === canonicalJson(body.catatan)
      ? { ok: true, change: 'sama' }
      : dikembalikan(skp, body, context),
});

const pilih = memilih({
  record: 'skp',
  terima: ({ state: { tahap } }, variant) => {
    if (!DAPAT_DIUBAH.includes(tahap)) return no('tahap_salah', { tahap });
    const content = Skp.safeParse(variant.content);
    return content.success ? { deleted: false, content: content.data } : no('versi_tidak_ada');
  },
});

const onlyPenilai = (actor: Actor) => (is(actor, 'penilai') ? null : 'di_luar_wewenang');

/** Shared by the whole school, so it has no owner. */
const bagikan = creating({
  kind: 'matriks.bagikan',
  record: 'matriks',
  body: Matriks,
  may: onlyPenilai,
  apply: (content) => ({ ok: true, change: { owner: '', state: { tahap: 'TETAP' }, content } }),
});

const perbarui = changing({
  kind: 'matriks.ubah',
  record: 'matriks',
  body: Matriks,
  carriesContent: true,
  superseded: 'terapkan',
  may: onlyPenilai,
  apply: (_matriks, content) => ({ ok: true, change: { content } }),
});

/** Every verb of an SKP that its owner and her penilai have, and of what a head lays before the school. */
export const skpCommands: readonly AnyDefinition[] = [
  susun,
  ubah,
  ajukan,
  sendiri(
    'skp.tarik',
    langkah(['DIAJUKAN'], 'DRAF', () => ke({ tahap: 'DRAF' })),
  ),
  sendiri('skp.hapus', ({ deleted, state: { tahap } }) => {
    if (deleted) return { ok: true, change: 'sama' };
    return DAPAT_DIUBAH.includes(tahap)
      ? { ok: true, change: { deleted: true } }
      : no('tahap_salah', { tahap });
  }),
  setujui,
  kembalikan,
  pilih,
  bagikan,
  perbarui,
];
