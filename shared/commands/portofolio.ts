import * as z from 'zod/mini';
import { portofolioBoleh } from '../domain/portofolio.ts';
import { Portofolio, PortofolioBeralamat } from '../records/portofolio.ts';
import {
  type AnyDefinition,
  changing,
  creating,
  is,
  no,
  onlyOwner,
  onlyPegawai,
  onlySistem,
} from './definition.ts';

/*
 *   DRAF ─terbitkan─▶ TERBIT ─tarik─▶ DITARIK ─terbitkan─▶ TERBIT …
 *
 * What is public is what one `terbitkan` said, whole, after a preview: `ubah` writes only while nothing is public. Whether
 * each entry still stands approved is asked at every look, not here.
 */

const Nothing = z.strictObject({});

const susun = creating({
  kind: 'portofolio.susun',
  record: 'portofolio',
  body: PortofolioBeralamat,
  unique: true,
  may: onlyPegawai,
  apply: (content, { actor, now, siblings = [] }) =>
    siblings.some(({ deleted }) => !deleted)
      ? no('sudah_ada')
      : { ok: true, change: { owner: actor.id, state: { tahap: 'DRAF', pada: now }, content } },
});

const ubah = changing({
  kind: 'portofolio.ubah',
  record: 'portofolio',
  body: Portofolio,
  carriesContent: true,
  superseded: 'terapkan',
  may: onlyOwner,
  apply: ({ content: { kode }, state, deleted }, isi) => {
    if (deleted) return no('sudah_dihapus');
    if (state.tahap === 'TERBIT') return no('tahap_salah', { tahap: state.tahap });
    return { ok: true, change: { content: { ...isi, kode } } };
  },
});

const terbitkan = changing({
  kind: 'portofolio.terbitkan',
  record: 'portofolio',
  body: Portofolio,
  carriesContent: true,
  superseded: 'terapkan',
  may: onlyOwner,
  apply: ({ content: { kode }, deleted }, isi, { now, satker }) => {
    if (deleted) return no('sudah_dihapus');
    if (!portofolioBoleh(satker)) return no('portofolio_ditutup');
    if (isi.butir.length === 0) return no('isi_salah', { bidang: 'butir' });
    return { ok: true, change: { content: { ...isi, kode }, state: { tahap: 'TERBIT', pada: now } } };
  },
});

/** Always hers, whatever has happened to the record meanwhile. */
const tarik = changing({
  kind: 'portofolio.tarik',
  record: 'portofolio',
  body: Nothing,
  superseded: 'terapkan',
  may: onlyOwner,
  apply: ({ state }, _body, { now }) =>
    state.tahap === 'TERBIT'
      ? { ok: true, change: { state: { tahap: 'DITARIK', pada: now } } }
      : { ok: true, change: 'sama' },
});

/** Gives the address up for good: a new portfolio gets another one. */
const hapus = changing({
  kind: 'portofolio.hapus',
  record: 'portofolio',
  body: Nothing,
  superseded: 'terapkan',
  may: onlyOwner,
  apply: ({ deleted }, _body, { now }) =>
    deleted
      ? { ok: true, change: 'sama' }
      : { ok: true, change: { deleted: true, state: { tahap: 'DITARIK', pada: now } } },
});

const Boleh = z.strictObject({ boleh: z.boolean() });

const mengatur = (
  kind: string,
  bagian: 'instansi' | 'sekolah',
  may: Parameters<typeof changing<'satker', z.infer<typeof Boleh>>>[0]['may'],
): AnyDefinition =>
  changing({
    kind,
    record: 'satker',
    body: Boleh,
    superseded: 'terapkan',
    may,
    apply: ({ content }, { boleh }) => {
      const kini = content.portofolio ?? { instansi: false, sekolah: true };
      return kini[bagian] === boleh
        ? { ok: true, change: 'sama' }
        : { ok: true, change: { content: { ...content, portofolio: { ...kini, [bagian]: boleh } } } };
    },
  });

/** Portfolios, and the two switches without which none is seen: the instansi's, off at first, and the school's. */
export const portofolioCommands: readonly AnyDefinition[] = [
  susun,
  ubah,
  terbitkan,
  tarik,
  hapus,
  mengatur('portofolio.izinkan', 'instansi', onlySistem),
  mengatur('portofolio.atur', 'sekolah', (actor) =>
    is(actor, 'penilai') || is(actor, 'atasan') || is(actor, 'sistem') ? null : 'di_luar_wewenang',
  ),
];
