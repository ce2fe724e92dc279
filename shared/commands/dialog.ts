import { DialogKarier } from '../records/dialog.ts';
import { type AnyDefinition, changing, creating, no, onlyOwner, onlyPegawai } from './definition.ts';

const susun = creating({
  kind: 'dialog.susun',
  record: 'dialog',
  body: DialogKarier,
  unique: true,
  may: onlyPegawai,
  apply: (content, { actor, siblings = [] }) =>
    siblings.some((one) => one.kind === 'dialog' && one.content.tahun === content.tahun)
      ? no('sudah_ada')
      : { ok: true, change: { owner: actor.id, state: { tahap: 'TETAP' }, content } },
});

/** The last change wins, as with a pattern: what stood before is in her history. */
const ubah = changing({
  kind: 'dialog.ubah',
  record: 'dialog',
  body: DialogKarier,
  carriesContent: true,
  superseded: 'terapkan',
  may: onlyOwner,
  apply: (dialog, content) =>
    content.tahun === dialog.content.tahun
      ? { ok: true, change: { content } }
      : no('isi_salah', { bidang: 'tahun' }),
});

/** The page for the talk about one's career: one a year. */
export const dialogCommands: readonly AnyDefinition[] = [susun, ubah];
