/** Longer names are cut: a folder and its ZIP together must stay below the 260 letters of old Windows. */
const NAMA_PALING_PANJANG = 60;

/** Letters, digits and hyphens: what every system and every ZIP reader takes as it is. */
const polos = (nama: string): string =>
  nama
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, NAMA_PALING_PANJANG)
    .replace(/-+$/, '');

type Orang = { readonly nama: string; readonly nip: string };

/**
 * Names for one document of each of many people, in their order (`Siti-Aminah_198001012005011001_skp-2026.pdf`). None
 * occurs twice, not even on a disk that takes large and small letters for the same.
 */
export const namaBerkasOrang = (orang: readonly Orang[], dokumen: string): string[] => {
  const terpakai = new Set<string>();
  return orang.map(({ nama, nip }) => {
    const dasar = [polos(nama), polos(nip), polos(dokumen)].filter(Boolean).join('_');
    let calon = dasar;
    for (let ke = 2; terpakai.has(calon.toLowerCase()); ke += 1) calon = `${dasar}-${ke}`;
    terpakai.add(calon.toLowerCase());
    return `${calon}.pdf`;
  });
};
