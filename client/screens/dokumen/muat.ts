import {
  type Bahan,
  type Dokumen,
  dokumenAkumulasi,
  dokumenProgres,
  dokumenRekap,
  dokumenSkp,
  type JenisDokumen,
  penilaiCetak,
} from '../../../shared/documents/index.ts';
import { akumulasiAk, isJenjang } from '../../../shared/domain/index.ts';
import type { App } from '../../app/context.ts';
import { catatanAk, entriInMonth, matriksAll, pegawaiOf, satkerOf, skpOf } from '../../store/index.ts';

/** Which document is wanted: whose, of which month (the SKP: its year), with photos or without. */
export type Minta = {
  readonly jenis: JenisDokumen;
  readonly pemilik: string;
  readonly bulan: string;
  readonly denganFoto: boolean;
  /** Calendar date that the document bears. */
  readonly tanggal: string;
};

/** A document, or what is missing on this phone to make it. */
export type Termuat = { readonly dokumen: Dokumen } | { readonly kurang: 'orang' | 'skp' | 'angka_kredit' };

const bahanOf = async ({ store, shard }: App, { pemilik, tanggal }: Minta): Promise<Bahan | null> => {
  const [orang, satker] = await Promise.all([pegawaiOf(store, pemilik), satkerOf(store, shard)]);
  if (!orang) return null;
  const pegawai = orang.content;
  const atasan = pegawai.penilai ? await pegawaiOf(store, pegawai.penilai.id) : undefined;
  const dikenal = (await matriksAll(store)).map(({ content }) => content.pimpinan).reverse();
  const penilai = penilaiCetak(pegawai, atasan?.content ?? null, dikenal);
  return { pegawai, penilai, satker: satker?.content ?? null, tanggal };
};

/** Makes a document from what lies on this phone; nothing is fetched. */
export const muatDokumen = async (app: App, minta: Minta): Promise<Termuat> => {
  const { store } = app;
  const { jenis, pemilik, bulan, denganFoto } = minta;
  const bahan = await bahanOf(app, minta);
  if (!bahan) return { kurang: 'orang' };
  const skp = await skpOf(store, pemilik, bulan);
  if (jenis === 'skp')
    return skp ? { dokumen: dokumenSkp(bahan, skp.content, skp.state) } : { kurang: 'skp' };
  if (jenis === 'akumulasi') {
    const { awal, baris } = await catatanAk(store);
    const { jenjang } = bahan.pegawai;
    if (!isJenjang(jenjang) || baris.length === 0) return { kurang: 'angka_kredit' };
    return { dokumen: dokumenAkumulasi(bahan, { jenjang, awal, akumulasi: akumulasiAk(baris, jenjang) }) };
  }
  const entriList = await entriInMonth(store, pemilik, bulan);
  const isi = { bulan, entriList, skp: skp?.content ?? null };
  return {
    dokumen: jenis === 'progres' ? dokumenProgres(bahan, isi) : dokumenRekap(bahan, { ...isi, denganFoto }),
  };
};
