import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { PUSTAKA_RHK } from '../../shared/domain/index.ts';
import { HariKhusus, JamPelajaran, Pegawai, Satker } from '../../shared/records/index.ts';

/*
 * The demo school: made-up people of a kabupaten that does not exist. A fixed set of files beside this one, parsed
 * like anything that comes from outside, so that a slip in them stops the seeding with a pointer to the row.
 */

const nip = z.string().check(z.regex(/^\d{18}$/));

const Sekolah = z.strictObject({
  ...z.pick(Satker, {
    npsn: true,
    nama: true,
    kabupaten: true,
    zona: true,
    hariKerja: true,
    logHarian: true,
    batasIsianHari: true,
  }).shape,
  kalender: z.array(HariKhusus),
});

const Guru = z.omit(Pegawai, { penilai: true });
export type DemoPegawai = z.infer<typeof Guru>;

const Pelajaran = z.strictObject({ nip, ...JamPelajaran.shape });

const Pustaka = z.strictObject({
  katalogKegiatan: z.array(z.strictObject({ kode: z.string(), nama: z.string(), satuan: z.string() })),
  rhk: z.array(
    z.strictObject({
      kode: z.string(),
      untuk: z.enum(['guru', 'kepala-sekolah']),
      jenis: z.enum(['utama', 'tambahan']),
      rhk: z.string(),
      intervensi: z.nullable(z.string()),
      indikator: z.array(
        z.strictObject({
          aspek: z.enum(['kuantitas', 'kualitas', 'waktu', 'biaya']),
          indikator: z.string(),
          target: z.union([z.number(), z.string()]),
          satuan: z.string(),
        }),
      ),
      kegiatan: z.array(z.string()),
    }),
  ),
});
export type Pustaka = z.infer<typeof Pustaka>;

const Kegiatan = z.pipe(
  z.tuple([
    nip,
    z.string(),
    z.string(),
    z.string(),
    z.string(),
    z.nullable(z.string()),
    z.number(),
    z.string(),
    z.string(),
  ]),
  z.transform(([nipGuru, tanggal, mulai, selesai, uraian, rhk, volume, satuan, catatan]) => ({
    nip: nipGuru,
    tanggal,
    mulai,
    selesai,
    uraian,
    rhk,
    volume,
    satuan,
    catatan,
  })),
);
/** One row of what teachers typed in a real-looking term: abbreviations, slips, doubles and absurd rows included. */
export type DemoKegiatan = z.infer<typeof Kegiatan>;

const file = (name: string): URL => new URL(`demo/${name}`, import.meta.url);
const parse = <S extends z.ZodMiniType>(schema: S, name: string): z.infer<S> =>
  schema.parse(JSON.parse(readFileSync(file(name), 'utf8')));

export type DemoData = {
  readonly sekolah: z.infer<typeof Sekolah>;
  readonly pegawai: readonly DemoPegawai[];
  readonly jadwal: readonly z.infer<typeof Pelajaran>[];
  readonly pustaka: Pustaka;
  readonly kegiatan: readonly DemoKegiatan[];
};

/** Reads the demo school; throws where a file does not fit its schema. */
export const readDemo = (): DemoData => ({
  sekolah: parse(Sekolah, 'sekolah.json'),
  pegawai: parse(z.array(Guru), 'pegawai.json'),
  jadwal: parse(z.array(Pelajaran), 'jadwal.json'),
  pustaka: Pustaka.parse(PUSTAKA_RHK),
  kegiatan: parse(z.array(Kegiatan), 'kegiatan.json'),
});

/** Bytes of one of the demo's photos, already as a phone would send them: small, upright, without metadata. */
export const readDemoFoto = (name: string): Uint8Array => new Uint8Array(readFileSync(file(`foto/${name}`)));
