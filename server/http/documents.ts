import { type Context, Hono } from 'hono';
import {
  type Dokumen,
  kopDari,
  type Minta,
  tentangDokumen,
  tulisKode,
} from '../../shared/documents/index.ts';
import { DocumentRequest, refuse } from '../../shared/protocol/index.ts';
import { cariDokumen, fotoUntuk, mintaDari, terbitanLama, terbitkan } from '../documents/index.ts';
import { readJson } from './body.ts';
import { isSecure } from './connection.ts';
import { notFound, problem, refusal } from './middleware/problem.ts';
import { packedJson } from './packed.ts';
import type { Lanes, Rooms } from './rooms.ts';
import { type Who, whoAsks } from './who.ts';

const BODY_BYTES = 64 * 1024;
const BUSY_SECONDS = 5;

/**
 * `POST /api/documents`: a PDF from the server's records, by the rules of the sync: one's own, and those of whom one
 * rates. What stands is frozen under a code that anybody can check; a draft bears none. Who asks for JSON gets the
 * letterhead that it was issued with, for the preview of a phone.
 */
export const documentRoutes = (rooms: Rooms, lanes: Lanes): Hono => {
  const routes = new Hono();
  routes.post('/api/documents', lanes('dokumen'), (c) => postDocument(rooms, c));
  return routes;
};

const postDocument = async (rooms: Rooms, c: Context): Promise<Response> => {
  const who = await whoAsks(rooms, c.req.raw);
  if (!who.ok) return refusal(c, who);
  const body = await readJson(c.req.raw, { schema: DocumentRequest, limit: BODY_BYTES });
  if (!body.ok) return refusal(c, body);
  const { kertas } = body.value;
  const minta = mintaDari(body.value, { penanya: who.account.id, now: rooms.clock() });
  const grants = await rooms.ledger.grantsOf(who.account.id);
  const found = await rooms.store.read((tx) => cariDokumen(tx, minta, { penanya: who.account.id, grants }));
  if (!found) return notFound(c);
  if ('kurang' in found) return refusal(c, refuse('dokumen_kurang', { sebab: found.kurang }));
  const { id, nama } = who.account;
  // Of somebody else only whoever rates her has one made.
  if (minta.pemilik !== id) await rooms.ledger.notePersonLook({ id, nama, peran: 'penilai' }, minta.pemilik);
  const lama = found.dokumen.sah ? await rooms.store.read((tx) => terbitanLama(tx, found, minta)) : null;
  if (c.req.header('accept') === 'application/json') return packedJson(c, { kop: lama && kopDari(lama) });
  return print(rooms, c, { who, minta, kertas, ...found, dokumen: lama ?? found.dokumen });
};

type Found = {
  readonly who: Who;
  readonly minta: Minta;
  readonly kertas: DocumentRequest['kertas'];
  readonly shard: string;
  readonly dokumen: Dokumen;
};

/** Where this request came in, as its sender knows it: what the QR leads to. */
const originOf = (rooms: Rooms, c: Context): string => {
  const [known] = rooms.config.origins;
  if (known) return known;
  const scheme = isSecure(rooms.config.trustProxy)(c.req.raw) ? 'https' : 'http';
  return `${scheme}://${c.req.header('host') ?? 'localhost'}`;
};

const print = async (
  rooms: Rooms,
  c: Context,
  { who, minta, kertas, shard, dokumen }: Found,
): Promise<Response> => {
  const kode = dokumen.sah
    ? await terbitkan(rooms.store, { shard, dokumen }, { minta, oleh: who.account.id, pada: rooms.clock() })
    : null;
  const periksa =
    kode === null ? null : { kode: tulisKode(kode), alamat: `${originOf(rooms, c)}/cek/${kode}` };
  const foto = await fotoUntuk(dokumen, { baca: rooms.files.read, shard }, minta.pemilik);
  const pdf = await rooms.printing.cetak({ dokumen, pilihan: { kertas, periksa }, foto });
  if (!pdf) return problem(c, 'server_sibuk', { retryAfter: BUSY_SECONDS });
  return c.body(new Uint8Array(pdf), 200, {
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="${dokumen.jenis}-${tentangDokumen(minta)}.pdf"`,
    'cache-control': 'no-store',
    ...(kode ? { 'kinerja-kode': kode } : {}),
  });
};
