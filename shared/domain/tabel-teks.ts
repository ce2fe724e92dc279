/** Text from a spreadsheet as rows of cells. */
type Baris = string[];

/** End of a quoted cell that starts at `from`: the index after its closing quote, or -1 where the quote is only a letter. */
const akhirKutipan = (teks: string, from: number, pemisah: string): number => {
  for (let at = teks.indexOf('"', from + 1); at >= 0; at = teks.indexOf('"', at + 1)) {
    if (teks[at + 1] === '"') at += 1;
    else return at + 1 === teks.length || teks[at + 1] === pemisah || teks[at + 1] === '\n' ? at + 1 : -1;
  }
  return -1;
};

const selPolos = (teks: string, from: number, pemisah: string): number => {
  let at = from;
  while (at < teks.length && teks[at] !== pemisah && teks[at] !== '\n') at += 1;
  return at;
};

/**
 * Splits tab-, semicolon- or comma-separated text with LF line ends. A cell in quotes may hold separators, line breaks
 * and doubled quotes; a quote that is never closed before a separator is a letter like any other, as Excel copies it.
 */
export const pecahTabel = (teks: string, pemisah: string): Baris[] => {
  const rows: Baris[] = [];
  let row: Baris = [];
  let at = 0;
  while (at <= teks.length) {
    const closed = teks[at] === '"' ? akhirKutipan(teks, at, pemisah) : -1;
    const end = closed > 0 ? closed : selPolos(teks, at, pemisah);
    row.push(closed > 0 ? teks.slice(at + 1, end - 1).replaceAll('""', '"') : teks.slice(at, end));
    if (teks[end] !== pemisah) {
      rows.push(row);
      row = [];
    }
    at = end + 1;
  }
  return rows;
};

/** The separator of a table: tab, semicolon or comma, the first that parts its first row into five cells, else the widest. */
export const tebakPemisah = (teks: string): string => {
  const width = (pemisah: string): number =>
    pecahTabel(teks.slice(0, 4000), pemisah).find((row) => row.some((cell) => cell.trim() !== ''))?.length ??
    0;
  const widths = ['\t', ';', ','].map((pemisah) => ({ pemisah, lebar: width(pemisah) }));
  return (
    (widths.find(({ lebar }) => lebar >= 5) ?? widths.sort((a, b) => b.lebar - a.lebar)[0])?.pemisah ?? ';'
  );
};
