import { cleanText, type Portofolio } from '../../shared/records/index.ts';
import { actOnce, type Done } from './act.ts';
import type { Acting } from './journal.ts';

const HURUF = 'abcdefghijklmnopqrstuvwxyz234567';

/** 130 random bits as letters that can be read out. */
const kodeBaru = (): string =>
  [...crypto.getRandomValues(new Uint8Array(26))].map((byte) => HURUF[byte & 31]).join('');

const rapi = (teks: string): string => cleanText(teks).trim();
const semuaRapi = (isi: Portofolio): Portofolio => ({
  ...isi,
  nama: rapi(isi.nama),
  sebutan: rapi(isi.sebutan),
  pengantar: rapi(isi.pengantar),
  butir: isi.butir.map(({ entri, judul, teks, foto }) => ({
    entri,
    judul: rapi(judul),
    teks: rapi(teks),
    foto: foto.map((satu) => ({ ...satu, keterangan: rapi(satu.keterangan) })),
  })),
});

/** Keeps a draft that nobody else sees by its address; a new one gets the address that it will keep. */
export const simpanPortofolio = (acting: Acting, isi: Portofolio, record: string | null): Promise<Done> =>
  record
    ? actOnce(acting, { kind: 'portofolio.ubah', record, body: semuaRapi(isi) })
    : actOnce(acting, {
        kind: 'portofolio.susun',
        record: null,
        base: null,
        body: { ...semuaRapi(isi), kode: kodeBaru() },
      });

/** Shows exactly this to everybody who has the address, once it has been sent. */
export const terbitkanPortofolio = async (
  acting: Acting,
  isi: Portofolio,
  record: string | null,
): Promise<Done> => {
  const ada = record ? { ok: true as const, id: record } : await simpanPortofolio(acting, isi, null);
  return ada.ok
    ? actOnce(acting, { kind: 'portofolio.terbitkan', record: ada.id, body: semuaRapi(isi) })
    : ada;
};

/** Takes it back. */
export const tarikPortofolio = (acting: Acting, record: string): Promise<Done> =>
  actOnce(acting, { kind: 'portofolio.tarik', record, body: {} });

/** Gives its address up for good. */
export const hapusPortofolio = (acting: Acting, record: string): Promise<Done> =>
  actOnce(acting, { kind: 'portofolio.hapus', record, body: {} });

/** A head, or his pengawas, opens or closes portfolios for a school. */
export const aturPortofolioSekolah = (acting: Acting, satker: string, boleh: boolean): Promise<Done> =>
  actOnce(acting, { kind: 'portofolio.atur', record: satker, body: { boleh } });
