import { createHmac } from 'node:crypto';
import { AWALAN_PENGGANTI, type BarisDiperiksa, kunciNama } from '../../../shared/simpeg/index.ts';

/** Check digit of ISO 7064 MOD 11,10, which finds every single wrong digit and every exchanged pair of neighbours. */
const periksa = (angka: string): string => {
  let sisa = 10;
  for (const digit of angka) {
    const jumlah = (sisa + Number(digit)) % 10 || 10;
    sisa = (jumlah * 2) % 11;
  }
  return String((11 - sisa) % 10);
};

/**
 * The number that a person without a NIP signs in with: 18 digits like a NIP, beginning with 99. The same NIK gives the
 * same number, so that the next file finds her again; the NIK itself is not kept, and without the key nobody gets back to it.
 */
export const nomorPengganti =
  (kunci: Uint8Array) =>
  ({ nilai, npsn, lembar, nomor }: BarisDiperiksa): string => {
    const { nik = '', nama = '', tanggalLahir = '' } = nilai ?? {};
    const siapa = /^\d{16}$/.test(nik)
      ? ['nik', nik]
      : nama === ''
        ? ['baris', lembar, String(nomor)]
        : ['nama', kunciNama(nama), tanggalLahir, npsn];
    const sidik = createHmac('sha256', kunci).update(siapa.join('\u0000')).digest();
    const angka = `${AWALAN_PENGGANTI}${String(sidik.readBigUInt64BE() % 10n ** 15n).padStart(15, '0')}`;
    return angka + periksa(angka);
  };
