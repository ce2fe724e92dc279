import { html } from 'hono/html';
import {
  type ButirPublik,
  NAMA_BULAN,
  type PortofolioPublik,
  portofolioBoleh,
  portofolioPublik,
} from '../../shared/domain/index.ts';
import { KodePortofolio, type RecordOf } from '../../shared/records/index.ts';
import type { ReadTx, Store } from '../store/index.ts';
import { type Bingkai, bingkai } from './bingkai.ts';

type Html = ReturnType<typeof html>;
type Entri = RecordOf<'entri'>;

/** A portfolio that may be seen now, and whose it is. */
export type PortofolioTerlihat = { readonly publik: PortofolioPublik; readonly owner: string };

/** True while a person has an account and work of her own in the school: who leaves takes her page along. */
const masihBertugas = async (tx: ReadTx, owner: string, shard: string, now: number): Promise<boolean> => {
  const account = await tx.accountById(owner);
  if (!account || account.deactivatedAt !== null) return false;
  return (await tx.grantsOf(owner)).some(
    (grant) =>
      grant.shard === shard &&
      (grant.peran === 'guru' || grant.peran === 'penilai') &&
      grant.since <= now &&
      (grant.until === null || now < grant.until),
  );
};

const entriDi = async (
  tx: ReadTx,
  { shard, content }: RecordOf<'portofolio'>,
): Promise<ReadonlyMap<string, Entri>> => {
  const found = new Map<string, Entri>();
  for (const { entri } of content.butir) {
    const stored = await tx.record(shard, entri);
    if (stored?.record.kind === 'entri') found.set(entri, stored.record);
  }
  return found;
};

/**
 * The portfolio of an address as it may be seen at this moment: everything is asked anew at each look, so that what is
 * taken back, by whomever, is gone at once. `ditarik` where there was one and nothing of it may be seen; null for none.
 */
export const lihatPortofolio = (
  store: Pick<Store, 'read'>,
  kode: string,
  now: number,
): Promise<PortofolioTerlihat | 'ditarik' | null> =>
  store.read(async (tx) => {
    if (!KodePortofolio.safeParse(kode).success) return null;
    const record = (await tx.portofolioByKode(kode))?.record;
    if (record?.kind !== 'portofolio') return null;
    const { shard, owner, state, deleted, content } = record;
    if (deleted || state.tahap !== 'TERBIT') return state.tahap === 'DRAF' ? null : 'ditarik';
    const satker = (await tx.recordsOfKind(shard, 'satker'))[0]?.record;
    if (satker?.kind !== 'satker' || !portofolioBoleh(satker.content)) return 'ditarik';
    if (!(await masihBertugas(tx, owner, shard, now))) return 'ditarik';
    const entri = await entriDi(tx, record);
    const sekolah = satker.content.nama;
    const publik = portofolioPublik(content, { owner, sekolah, entri: (id) => entri.get(id) });
    return publik.butir.length === 0 ? 'ditarik' : { publik, owner };
  });

const bulanTeks = (bulan: string): string =>
  `${NAMA_BULAN[Number(bulan.slice(5)) - 1] ?? ''} ${bulan.slice(0, 4)}`;

const butirHtml = (kode: string, { judul, teks, bulan, foto }: ButirPublik): Html => html`<article>
<h2>${judul}</h2>
<p class="redup">${bulanTeks(bulan)}</p>
${teks === '' ? '' : html`<p class="apa-adanya">${teks}</p>`}
${foto.map(({ sha, keterangan }) => html`<figure><img src="/p/${kode}/${sha}" alt="${keterangan}" loading="lazy"><figcaption>${keterangan}</figcaption></figure>`)}
</article>`;

const robots = (dicari: boolean): string => (dicari ? 'noarchive' : 'noindex, nofollow, noarchive');

/** The page of a portfolio: every word in it is the owner's, and none is markup. */
export const halamanPortofolio = (kode: string, publik: PortofolioPublik): Bingkai & { robots: string } => {
  const { nama, sebutan, sekolah, pengantar, butir, dicari } = publik;
  return {
    judul: nama,
    mandiri: true,
    robots: robots(dicari),
    isi: html`<div class="portofolio"><p>${[sebutan, sekolah].filter(Boolean).join(' · ')}</p>
${pengantar === '' ? '' : html`<p class="apa-adanya">${pengantar}</p>`}
${butir.map((satu) => butirHtml(kode, satu))}
<footer><p class="redup">Portofolio ini ditulis dan diterbitkan oleh ${nama}, yang dapat menariknya kapan saja. Setiap pekerjaan di dalamnya tercatat di e-Kinerja Luring dan disetujui atasannya langsung; kata-kata dan fotonya dipilih pemiliknya.</p></footer></div>`,
  };
};

/** What stands at an address whose portfolio may not be seen any more; it names nobody. */
export const portofolioDitarik = (): Html =>
  bingkai({
    judul: 'Halaman ini sudah ditarik',
    mandiri: true,
    robots: robots(false),
    isi: html`<p>Portofolio di alamat ini tidak lagi ditampilkan. Tanyakan kepada pemiliknya bila Anda membutuhkannya.</p>`,
  });
