import * as z from 'zod/mini';
import { text } from './text.ts';

/** Eighteen digits, however they are spaced: a NIP, which says birth date and sex. */
const NIP = /(?:\p{Nd}[\s.\-/]*){18}/u;

/** Text for everybody: as all text, and no NIP in it (`nip_terlihat`). */
const publik = (limits: { min?: number; max: number }) =>
  text(limits).check(z.refine((isi) => !NIP.test(isi), { error: 'nip_terlihat' }));

/** The last part of a portfolio's address: 130 random bits, which nobody guesses. */
export const KodePortofolio = z.string().check(z.regex(/^[a-z2-7]{26}$/));

/**
 * A photo that she shows to everybody, by its hash, with words for who cannot see it. `izin`: she has looked at this one
 * and says that no pupil is to be recognised and every adult agrees (UU 27/2022 articles 20 and 25).
 */
const FotoPublik = z.strictObject({
  sha: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  keterangan: publik({ min: 3, max: 200 }),
  izin: z.literal(true),
});

/** One piece of work, in words that she wrote for the public; the entry behind it is not shown itself. */
const ButirPortofolio = z.strictObject({
  entri: text({ min: 1, max: 80 }),
  judul: publik({ min: 3, max: 120 }),
  teks: publik({ max: 1500 }),
  foto: z.array(FotoPublik).check(z.maxLength(4)),
});

/**
 * A portfolio of approved work. It has no place for a predikat, a rating or a NIP; `nama` is how she wants to be called,
 * `sebutan` what she is, as she puts it. `tampilSekolah` names her school, `dicari` lets search engines list the page.
 */
export const Portofolio = z.strictObject({
  nama: publik({ min: 1, max: 120 }),
  sebutan: publik({ max: 120 }),
  pengantar: publik({ max: 1500 }),
  tampilSekolah: z.boolean(),
  dicari: z.boolean(),
  butir: z.array(ButirPortofolio).check(z.maxLength(20)),
});
export type Portofolio = z.infer<typeof Portofolio>;

/** A portfolio with its address, which stays that of the record for good. */
export const PortofolioBeralamat = z.extend(Portofolio, { kode: KodePortofolio });
export type PortofolioBeralamat = z.infer<typeof PortofolioBeralamat>;

/** Where a portfolio stands, and since when (epoch ms, receiver's clock). */
export type PortofolioState = { readonly tahap: 'DRAF' | 'TERBIT' | 'DITARIK'; readonly pada: number };
