import * as z from 'zod/mini';
import { canonicalJson } from '../protocol/identity.ts';
import type { KopDokumen } from './bahan.ts';
import type { Dokumen } from './dokumen.ts';

/** `POST /api/documents` where JSON is asked for: the letterhead that the document was issued with, null where it was not. */
export const KopTerbit = z.object({
  kop: z.nullable(
    z.object({
      kop: z.array(z.string()),
      kopNama: z.optional(z.int()),
      logo: z.optional(z.string()),
    }),
  ),
});

/** What a document says beside its letterhead, as one text: by it one that was issued is known again. */
export const teksTanpaKop = ({ kop: _, kopNama: __, logo: ___, ...isi }: Dokumen): string =>
  canonicalJson(isi);

/** A document's letterhead alone. */
export const kopDari = ({ kop, kopNama, logo }: Dokumen): KopDokumen => ({
  kop,
  ...(kopNama === undefined ? {} : { kopNama }),
  ...(logo === undefined ? {} : { logo }),
});

/** A document under another letterhead. */
export const berkop = ({ kop: _, kopNama: __, logo: ___, ...isi }: Dokumen, dengan: KopDokumen): Dokumen => ({
  ...isi,
  ...dengan,
});
