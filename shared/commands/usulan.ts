import * as z from 'zod/mini';
import { isTerbuka, periksaUsulan } from '../domain/usulan.ts';
import { LIMITS } from '../protocol/limits.ts';
import type { ProblemCode } from '../protocol/problem-codes.ts';
import { text } from '../records/text.ts';
import { Usulan } from '../records/usulan.ts';
import {
  type Actor,
  type AnyDefinition,
  changing,
  creating,
  is,
  no,
  onlyOwner,
  onlyPegawai,
} from './definition.ts';

const Catatan = z.strictObject({ catatan: text({ max: LIMITS.catatanLetters }) });
const Alasan = z.strictObject({ catatan: text({ min: 5, max: LIMITS.catatanLetters }) });

const ajukan = creating({
  kind: 'usulan.ajukan',
  record: 'usulan',
  body: Usulan,
  unique: true,
  may: onlyPegawai,
  apply: (content, { actor, now, siblings = [] }) => {
    const salah = periksaUsulan(content);
    if (salah) return salah;
    const menunggu = siblings.some(
      (one) => one.kind === 'usulan' && one.content.bidang === content.bidang && isTerbuka(one.state),
    );
    if (menunggu) return no('usulan_menunggu', { bidang: content.bidang });
    return {
      ok: true,
      change: { owner: actor.id, state: { tahap: 'DIAJUKAN', diajukan: now, pada: now }, content },
    };
  },
});

/** Takes it back while nobody has decided; that an admin has passed it on meanwhile is no hindrance. */
const tarik = changing({
  kind: 'usulan.tarik',
  record: 'usulan',
  body: z.strictObject({}),
  superseded: 'terapkan',
  may: onlyOwner,
  apply: ({ state }, _body, { now }) => {
    if (state.tahap === 'DITARIK') return { ok: true, change: 'sama' };
    if (!isTerbuka(state)) return no('tahap_salah', { tahap: state.tahap });
    return { ok: true, change: { state: { ...state, tahap: 'DITARIK', pada: now } } };
  },
});

/**
 * Only the service by an admin's hand: accepting writes the person's record and her account too, which no phone may. And
 * nobody decides on himself (rule R2).
 */
const onlyAdmin = (actor: Actor, record: { readonly owner: string }): ProblemCode | null => {
  if (!is(actor, 'sistem') || !is(actor, 'admin')) return 'di_luar_wewenang';
  return actor.id === record.owner ? 'usulan_sendiri' : null;
};

const teruskan = changing({
  kind: 'usulan.teruskan',
  record: 'usulan',
  body: Catatan,
  carriesContent: true,
  may: onlyAdmin,
  apply: ({ state }, { catatan }, { actor, now }) =>
    state.tahap === 'DIAJUKAN'
      ? {
          ok: true,
          change: {
            state: {
              ...state,
              tahap: 'DITERUSKAN',
              pada: now,
              penerus: { id: actor.id, nama: actor.nama, catatan },
            },
          },
        }
      : no('tahap_salah', { tahap: state.tahap }),
});

/** Accepts it; what it changes of the person is a command of its own beside this one. A NIP needs two people. */
const terima = changing({
  kind: 'usulan.terima',
  record: 'usulan',
  body: Catatan,
  carriesContent: true,
  may: onlyAdmin,
  apply: ({ state, content }, { catatan }, { actor, now }) => {
    if (!isTerbuka(state)) return no('tahap_salah', { tahap: state.tahap });
    const sendirian = content.bidang === 'nip' && (!state.penerus || state.penerus.id === actor.id);
    if (sendirian) return no('orang_kedua');
    return {
      ok: true,
      change: { state: { ...state, tahap: 'DITERIMA', pada: now, oleh: actor.nama, catatan } },
    };
  },
});

const tolak = changing({
  kind: 'usulan.tolak',
  record: 'usulan',
  body: Alasan,
  carriesContent: true,
  may: onlyAdmin,
  apply: ({ state }, { catatan }, { actor, now }) =>
    isTerbuka(state)
      ? { ok: true, change: { state: { ...state, tahap: 'DITOLAK', pada: now, oleh: actor.nama, catatan } } }
      : no('tahap_salah', { tahap: state.tahap }),
});

/** Usulan perbaikan data: handed in and taken back by its owner, decided by the service in an admin's name. */
export const usulanCommands: readonly AnyDefinition[] = [ajukan, tarik, teruskan, terima, tolak];
