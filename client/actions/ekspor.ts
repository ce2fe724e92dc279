import { berkasXlsx, type Dokumen } from '../../shared/documents/index.ts';
import { zipOf } from './cadangan.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A document as an Excel file, made on the phone. */
export const buatXlsx = (dokumen: Dokumen): Blob => {
  const utf8 = new TextEncoder();
  const berkas = Object.entries(berkasXlsx(dokumen)).map(
    ([jalan, isi]) => [jalan, utf8.encode(isi)] as const,
  );
  return zipOf(Object.fromEntries(berkas), XLSX);
};
