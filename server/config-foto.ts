import * as z from 'zod';
import type { Bucket } from './files/index.ts';

/** What the service reads of where photos are kept; the rows of docs/konfigurasi.md. */
export const fotoVariables = [
  {
    nama: 'KINERJA_FOTO',
    bawaan: '(KINERJA_DATA/foto)',
    arti: 'Alamat bucket S3 untuk foto, dengan nama bucket sebagai jalur; kosong berarti folder di KINERJA_DATA',
    contoh: 'KINERJA_FOTO=https://s3.example/kinerja',
  },
  {
    nama: 'KINERJA_FOTO_KUNCI',
    bawaan: '(kosong)',
    arti: 'Kunci bucket itu, ID dan rahasia dengan titik dua di antaranya; wajib bila KINERJA_FOTO diisi',
    contoh: 'KINERJA_FOTO_KUNCI=ID:RAHASIA',
  },
  {
    nama: 'KINERJA_FOTO_WILAYAH',
    bawaan: 'us-east-1',
    arti: 'Wilayah bucket, seperti yang disebut penyedianya',
    contoh: 'KINERJA_FOTO_WILAYAH=ap-southeast-3',
  },
] as const;

/** Their shapes; `https` but on this machine, since the photos travel there as they are. */
export const fotoShape = {
  KINERJA_FOTO: z
    .string()
    .regex(
      /^(https:\/\/[^/?#@\s]+|http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?)\/[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
    )
    .optional(),
  KINERJA_FOTO_KUNCI: z
    .string()
    .regex(/^[\x21-\x39\x3b-\x7e]{1,128}:[\x21-\x7e]{1,256}$/)
    .optional(),
  KINERJA_FOTO_WILAYAH: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/)
    .default('us-east-1'),
};

type Read = {
  readonly KINERJA_FOTO?: string | undefined;
  readonly KINERJA_FOTO_KUNCI?: string | undefined;
  readonly KINERJA_FOTO_WILAYAH: string;
};

/** The bucket that was named; undefined for the folder. `kunci` where the one goes without the other. */
export const bucketOf = (read: Read): Bucket | undefined | 'kunci' => {
  const { KINERJA_FOTO: address, KINERJA_FOTO_KUNCI: kunci, KINERJA_FOTO_WILAYAH: region } = read;
  if (address === undefined) return undefined;
  if (kunci === undefined) return 'kunci';
  const colon = kunci.indexOf(':');
  return { address, region, keyId: kunci.slice(0, colon), secret: kunci.slice(colon + 1) };
};
