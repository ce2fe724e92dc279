import * as z from 'zod/mini';
import { halanganPolaSekolah } from '../domain/pola-sekolah.ts';
import type { ProblemCode } from '../protocol/problem-codes.ts';
import { Pola, PolaSekolah, PolaSembunyi } from '../records/pola.ts';
import {
  type Actor,
  type AnyDefinition,
  changing,
  creating,
  is,
  onlyOwner,
  onlyPegawai,
} from './definition.ts';

const simpan = creating({
  kind: 'pola.simpan',
  record: 'pola',
  body: Pola,
  may: onlyPegawai,
  apply: (content, { actor }) => ({
    ok: true,
    change: { owner: actor.id, state: { tahap: 'TETAP' }, content },
  }),
});

const ubah = changing({
  kind: 'pola.ubah',
  record: 'pola',
  body: Pola,
  carriesContent: true,
  superseded: 'terapkan',
  may: onlyOwner,
  apply: (_pola, content) => ({ ok: true, change: { content, deleted: false } }),
});

const hapus = changing({
  kind: 'pola.hapus',
  record: 'pola',
  body: z.strictObject({}),
  superseded: 'terapkan',
  may: onlyOwner,
  apply: (pola) => (pola.deleted ? { ok: true, change: 'sama' } : { ok: true, change: { deleted: true } }),
});

const sembunyikan = creating({
  kind: 'pola.sembunyikan',
  record: 'polaSembunyi',
  body: PolaSembunyi,
  may: onlyPegawai,
  apply: (content, { actor }) => ({
    ok: true,
    change: { owner: actor.id, state: { tahap: 'TETAP' }, content },
  }),
});

const tampilkan = changing({
  kind: 'pola.tampilkan',
  record: 'polaSembunyi',
  body: z.strictObject({}),
  superseded: 'terapkan',
  may: onlyOwner,
  apply: ({ deleted }) => (deleted ? { ok: true, change: 'sama' } : { ok: true, change: { deleted: true } }),
});

/** The head for his school; admins by the hand of the server. The instansi's own are the server's alone. */
const onlySekolah = (
  actor: Actor,
  record: { readonly owner: string; readonly content: Pola | PolaSekolah } | null,
): ProblemCode | null => {
  if (is(actor, 'sistem')) return record?.owner ? 'di_luar_wewenang' : null;
  const milikInstansi = record !== null && 'asal' in record.content;
  return is(actor, 'penilai') && !record?.owner && !milikInstansi ? null : 'di_luar_wewenang';
};

const tambahSekolah = creating({
  kind: 'polaSekolah.tambah',
  record: 'pola',
  body: PolaSekolah,
  unique: 'sekolah',
  may: (actor, { asal }) => (asal && !is(actor, 'sistem') ? 'di_luar_wewenang' : onlySekolah(actor, null)),
  apply: (content, { siblings = [] }) =>
    halanganPolaSekolah(content, siblings, null) ?? {
      ok: true,
      change: { owner: '', state: { tahap: 'TETAP' }, content },
    },
});

const ubahSekolah = changing({
  kind: 'polaSekolah.ubah',
  record: 'pola',
  body: PolaSekolah,
  carriesContent: true,
  superseded: 'terapkan',
  unique: 'sekolah',
  may: (actor, record, { asal }) =>
    asal && !is(actor, 'sistem') ? 'di_luar_wewenang' : onlySekolah(actor, record),
  apply: ({ id }, content, { siblings = [] }) =>
    halanganPolaSekolah(content, siblings, id) ?? { ok: true, change: { content, deleted: false } },
});

const pensiunkanSekolah = changing({
  kind: 'polaSekolah.pensiunkan',
  record: 'pola',
  body: z.strictObject({}),
  superseded: 'terapkan',
  may: onlySekolah,
  apply: ({ deleted }) => (deleted ? { ok: true, change: 'sama' } : { ok: true, change: { deleted: true } }),
});

/** Quick patterns, a person's own and those that a school shares: the last change wins. */
export const polaCommands: readonly AnyDefinition[] = [
  ...[simpan, ubah, hapus, sembunyikan, tampilkan],
  ...[tambahSekolah, ubahSekolah, pensiunkanSekolah],
];
