import { canonicalJson } from '../protocol/identity.ts';
import { CatatanNilai } from '../records/penilaian.ts';
import { type AnyDefinition, changing, creating, is, no } from './definition.ts';

const catat = creating({
  kind: 'penilaian.catat',
  record: 'penilaian',
  body: CatatanNilai,
  may: (actor) => (is(actor, 'penilai') ? null : 'di_luar_wewenang'),
  apply: (content, { actor, now }) => ({
    ok: true,
    change: { owner: actor.id, state: { tahap: 'TETAP', pada: now }, content },
  }),
});

/** By whoever rates there: a plt goes on where the head left off. */
const ubah = changing({
  kind: 'penilaian.ubah',
  record: 'penilaian',
  body: CatatanNilai,
  carriesContent: true,
  superseded: 'sama-atau-beda',
  may: (actor) => (is(actor, 'penilai') ? null : 'di_luar_wewenang'),
  apply: (penilaian, content, { now }) => {
    if (content.evaluasi !== penilaian.content.evaluasi) return no('isi_salah', { bidang: 'evaluasi' });
    if (canonicalJson(content) === canonicalJson(penilaian.content)) return { ok: true, change: 'sama' };
    return { ok: true, change: { content, state: { tahap: 'TETAP', pada: now } } };
  },
});

/** Ratings on the way to a result. */
export const penilaianCommands: readonly AnyDefinition[] = [catat, ubah];
