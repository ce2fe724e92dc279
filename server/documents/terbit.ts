import { createHash } from 'node:crypto';
import {
  type Dokumen,
  fotoDari,
  kodeDokumen,
  type Minta,
  susunDokumen,
  type Tersusun,
  teksTanpaKop,
  teksTerbitan,
  tentangDokumen,
} from '../../shared/documents/index.ts';
import { tanggalPada } from '../../shared/domain/index.ts';
import type { DocumentRequest, WireGrant } from '../../shared/protocol/index.ts';
import type { ReadTx, Store, StoredDocument } from '../store/index.ts';
import { sumberServer } from './sumber.ts';

/** A document of the school in which it was found. */
type Ditemukan = { readonly shard: string } & Tersusun;

/** Documents that do not stand yet bear today's date, of western Indonesia: the server knows no other before it has looked. */
const ZONA = 'Asia/Jakarta';

/** What is wanted, of a request that `penanya` made at `now`; another's notes of angka kredit are left out. */
export const mintaDari = (
  { kertas: _, ak, ...wanted }: DocumentRequest,
  { penanya, now }: { readonly penanya: string; readonly now: number },
): Minta => ({ ...wanted, ak: wanted.pemilik === penanya ? ak : null, tanggal: tanggalPada(now, ZONA) });

/** Shards in which a person may ask for documents of `pemilik`: where she is rated, and where she rates others. */
const shardBoleh = (grants: readonly WireGrant[], penanya: string, pemilik: string): string[] => {
  const sendiri = grants.filter(({ peran }) => peran === 'guru' || peran === 'pembaca').map(({ s }) => s);
  const menilai = grants
    .filter(({ view, peran }) => view === 'sekolah' && peran === 'penilai')
    .map(({ s }) => s);
  return penanya === pemilik ? [...sendiri, ...menilai] : menilai;
};

/**
 * The document as the server's records have it; null where the asker may not see that person, or nobody is there: the same
 * answer for both, so that nobody learns who exists.
 */
export const cariDokumen = async (
  tx: ReadTx,
  minta: Minta,
  { penanya, grants }: { readonly penanya: string; readonly grants: readonly WireGrant[] },
): Promise<Ditemukan | null> => {
  let kurang: Ditemukan | null = null;
  for (const shard of new Set(shardBoleh(grants, penanya, minta.pemilik))) {
    const found = await susunDokumen(minta, sumberServer(tx, shard));
    if ('dokumen' in found) return { shard, ...found };
    if (found.kurang !== 'orang') kurang ??= { shard, ...found };
  }
  return kurang;
};

/** The document as it was issued, with the letterhead that it bore then; null where it never was. */
export const terbitanLama = async (
  tx: ReadTx,
  { shard, dokumen }: { readonly shard: string; readonly dokumen: Dokumen },
  minta: Minta,
): Promise<Dokumen | null> => {
  const about = tentangDokumen(minta);
  const terbit = await tx.documentsAbout({ shard, owner: minta.pemilik, kind: dokumen.jenis, about });
  const isi = teksTanpaKop(dokumen);
  for (const { content } of terbit) {
    const dulu = (JSON.parse(content) as { readonly dokumen: Dokumen }).dokumen;
    if (teksTanpaKop(dulu) === isi) return dulu;
  }
  return null;
};

/** Keeps a document that stands as it is now, under its code; one that was issued before keeps its date of issue. */
export const terbitkan = async (
  store: Pick<Store, 'write'>,
  { shard, dokumen }: { readonly shard: string; readonly dokumen: Dokumen },
  { minta, oleh, pada }: { readonly minta: Minta; readonly oleh: string; readonly pada: number },
): Promise<string> => {
  const content = teksTerbitan({ shard, pemilik: minta.pemilik, dokumen });
  const fingerprint = new Uint8Array(createHash('sha256').update(content).digest());
  const code = kodeDokumen(fingerprint);
  const issued: StoredDocument = {
    shard,
    code,
    owner: minta.pemilik,
    kind: dokumen.jenis,
    about: tentangDokumen(minta),
    fingerprint,
    content,
    issuedAt: pada,
    issuedBy: oleh,
  };
  await store.write((tx) => tx.putDocument(issued));
  return code;
};

type Baca = (owner: string, sha: string) => Promise<Uint8Array | null>;

/** Bytes of the photos that a document shows and of its logo, as far as they are here. */
export const fotoUntuk = async (
  dokumen: Dokumen,
  { baca, shard }: { readonly baca: Baca; readonly shard: string },
  pemilik: string,
): Promise<Record<string, Uint8Array>> => {
  const found: Record<string, Uint8Array> = {};
  const ambil = async (owner: string, sha: string): Promise<void> => {
    const bytes = await baca(owner, sha);
    if (bytes) found[sha] = bytes;
  };
  for (const sha of new Set(fotoDari(dokumen))) await ambil(pemilik, sha);
  if (dokumen.logo) await ambil(shard, dokumen.logo);
  return found;
};
