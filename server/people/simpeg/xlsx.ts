import { SaxesParser, type SaxesTagPlain } from 'saxes';
import type { BarisMentah, LembarMentah, Sel } from '../../../shared/simpeg/index.ts';
import { BATAS, BerkasTakTerbaca } from './batas.ts';
import { bukaZip, type Zip } from './zip.ts';

type Pendengar = {
  readonly buka?: (nama: string, atribut: Readonly<Record<string, string>>) => void;
  readonly tutup?: (nama: string) => void;
  readonly teks?: (teks: string) => void;
};

const tanpaAwalan = (nama: string): string => nama.slice(nama.indexOf(':') + 1);

/** Reads one part as XML while it is unpacked. A DOCTYPE is refused: none of Office has one, entity bombs do. */
const bacaXml = async (zip: Zip, nama: string, { buka, tutup, teks }: Pendengar): Promise<void> => {
  const parser = new SaxesParser();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  parser.on('error', (cause) => {
    throw new BerkasTakTerbaca('xlsx_rusak', { cause });
  });
  parser.on('doctype', () => {
    throw new BerkasTakTerbaca('xlsx_rusak');
  });
  if (buka) parser.on('opentag', (tag: SaxesTagPlain) => buka(tanpaAwalan(tag.name), tag.attributes));
  if (tutup) parser.on('closetag', (tag: SaxesTagPlain) => tutup(tanpaAwalan(tag.name)));
  if (teks) parser.on('text', teks);
  try {
    for await (const potong of zip.alir(nama)) parser.write(decoder.decode(potong, { stream: true }));
    parser.write(decoder.decode());
    parser.close();
  } catch (cause) {
    throw cause instanceof BerkasTakTerbaca ? cause : new BerkasTakTerbaca('xlsx_rusak', { cause });
  }
};

/** Collects the text of what is inside a tag, cut at the length of a cell. */
const pengumpul = () => {
  let isi = '';
  return {
    mulai: (): void => {
      isi = '';
    },
    tambah: (teks: string): void => {
      if (isi.length <= BATAS.sel) isi += teks.slice(0, BATAS.sel + 1 - isi.length);
    },
    ambil: (): string => isi.slice(0, BATAS.sel),
  };
};

const bacaKata = async (zip: Zip): Promise<string[]> => {
  const kata: string[] = [];
  if (!zip.bagian.has('xl/sharedStrings.xml')) return kata;
  const isi = pengumpul();
  let [di, fonetik] = [false, 0];
  await bacaXml(zip, 'xl/sharedStrings.xml', {
    buka: (nama) => {
      if (nama === 'si') isi.mulai();
      if (nama === 't') di = true;
      if (nama === 'rPh') fonetik += 1;
    },
    tutup: (nama) => {
      if (nama === 't') di = false;
      if (nama === 'rPh') fonetik -= 1;
      if (nama === 'si') kata.push(isi.ambil());
    },
    teks: (teks) => {
      if (di && fonetik === 0) isi.tambah(teks);
    },
  });
  return kata;
};

/** Number formats of dates that Excel has built in (ECMA-376 18.8.30). */
const isTanggalBawaan = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
const isPolaTanggal = (pola: string): boolean => /[ymd]/i.test(pola.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''));

/** For each cell style, whether its numbers are dates. */
const bacaGaya = async (zip: Zip): Promise<boolean[]> => {
  const pola = new Map<number, boolean>();
  const gaya: boolean[] = [];
  let diXfs = false;
  if (!zip.bagian.has('xl/styles.xml')) return gaya;
  await bacaXml(zip, 'xl/styles.xml', {
    buka: (nama, atribut) => {
      if (nama === 'numFmt')
        pola.set(Number(atribut['numFmtId']), isPolaTanggal(atribut['formatCode'] ?? ''));
      if (nama === 'cellXfs') diXfs = true;
      if (nama === 'xf' && diXfs) {
        const id = Number(atribut['numFmtId'] ?? 0);
        gaya.push(pola.get(id) ?? isTanggalBawaan(id));
      }
    },
    tutup: (nama) => {
      if (nama === 'cellXfs') diXfs = false;
    },
  });
  return gaya;
};

type LembarDicari = { readonly nama: string; readonly berkas: string };

const bacaDaftar = async (
  zip: Zip,
): Promise<{ readonly lembar: LembarDicari[]; readonly sejak1904: boolean }> => {
  if (!zip.bagian.has('xl/workbook.xml')) throw new BerkasTakTerbaca('xlsx_rusak');
  const sasaran = new Map<string, string>();
  await bacaXml(zip, 'xl/_rels/workbook.xml.rels', {
    buka: (nama, { Id = '', Target = '' }) => {
      if (nama === 'Relationship') sasaran.set(Id, Target.replace(/^\/?(xl\/)?/, 'xl/'));
    },
  });
  const lembar: LembarDicari[] = [];
  let sejak1904 = false;
  await bacaXml(zip, 'xl/workbook.xml', {
    buka: (nama, atribut) => {
      if (nama === 'workbookPr') sejak1904 = /^(1|true)$/.test(atribut['date1904'] ?? '');
      if (nama === 'sheet')
        lembar.push({
          nama: (atribut['name'] ?? '').slice(0, 100),
          berkas: sasaran.get(atribut['r:id'] ?? '') ?? '',
        });
    },
  });
  if (lembar.length > BATAS.lembar) throw new BerkasTakTerbaca('terlalu_banyak_lembar');
  return { lembar: lembar.filter(({ berkas }) => zip.bagian.has(berkas)), sejak1904 };
};

/** Column of a reference such as `AB12`, counted from 0. */
const kolomDari = (ref: string): number => {
  let kolom = 0;
  for (const letter of /^[A-Z]{1,3}/.exec(ref)?.[0] ?? '') kolom = kolom * 26 + letter.charCodeAt(0) - 64;
  return kolom - 1;
};

/** A number as its digits: Excel writes large ones as 1.98502072015122E+17. */
const angkaPenuh = (teks: string): string => {
  const nilai = Number(teks);
  if (!/E/i.test(teks) || !Number.isFinite(nilai)) return teks;
  return Math.abs(nilai) < 1e21 && Number.isInteger(nilai)
    ? BigInt(Math.round(nilai)).toString()
    : String(nilai);
};

const EPOK_1900 = 25_569;
const EPOK_1904 = 24_107;
const DAY_MS = 86_400_000;

type Buku = {
  readonly kata: readonly string[];
  readonly gaya: readonly boolean[];
  readonly sejak1904: boolean;
};

const tanggalDari = (angka: string, { sejak1904 }: Buku): string => {
  const seri = Number(angka);
  if (!Number.isFinite(seri) || seri < 1 || seri > 110_000) return angka;
  const iso = new Date((Math.floor(seri) - (sejak1904 ? EPOK_1904 : EPOK_1900)) * DAY_MS).toISOString();
  return iso.slice(0, 10).split('-').reverse().join('-');
};

type SelMentah = {
  readonly jenis: string;
  readonly gaya: number;
  readonly v: string;
  readonly f: string | null;
};

const bentukSel = ({ jenis, gaya, v, f }: SelMentah, buku: Buku): Sel => {
  const isAngka = jenis === '' || jenis === 'n';
  const t = ((): string => {
    if (jenis === 's') return buku.kata[Number(v)] ?? '';
    if (!isAngka || v === '') return v;
    return buku.gaya[gaya] ? tanggalDari(v, buku) : angkaPenuh(v);
  })();
  if (f !== null) return { t, j: 'rumus', f };
  if (jenis === 'e') return { t, j: 'galat' };
  return isAngka && v !== '' && !buku.gaya[gaya] ? { t, j: 'angka' } : t;
};

const bacaSatuLembar = async (
  zip: Zip,
  { nama, berkas }: LembarDicari,
  buku: Buku,
): Promise<LembarMentah> => {
  const baris: BarisMentah[] = [];
  let sel: Sel[] = [];
  let nomor = 0;
  let ini = { kolom: 0, jenis: '', gaya: 0, f: null as string | null, v: '' };
  let di: 'v' | 'f' | null = null;
  const isi = pengumpul();
  const taruh = (): void => {
    if (ini.kolom >= BATAS.kolom) {
      if (ini.v !== '') throw new BerkasTakTerbaca('terlalu_banyak_kolom');
      return;
    }
    while (sel.length < ini.kolom) sel.push('');
    sel[ini.kolom] = bentukSel(ini, buku);
  };
  await bacaXml(zip, berkas, {
    buka: (tag, atribut) => {
      if (tag === 'row') {
        nomor = Number(atribut['r'] ?? nomor + 1);
        sel = [];
      } else if (tag === 'c') {
        const kolom = atribut['r'] ? kolomDari(atribut['r']) : sel.length;
        ini = { kolom, jenis: atribut['t'] ?? '', gaya: Number(atribut['s'] ?? 0), f: null, v: '' };
        isi.mulai();
      } else if (tag === 'v' || tag === 't') di = 'v';
      else if (tag === 'f') {
        di = 'f';
        isi.mulai();
      }
    },
    tutup: (tag) => {
      if (tag === 'f') {
        ini = { ...ini, f: isi.ambil() };
        isi.mulai();
      } else if (tag === 'v' || tag === 't') ini = { ...ini, v: isi.ambil() };
      else if (tag === 'c') taruh();
      else if (tag === 'row' && sel.length > 0) baris.push({ nomor, sel });
      if (tag === 'v' || tag === 't' || tag === 'f') di = null;
      if (baris.length > BATAS.baris) throw new BerkasTakTerbaca('terlalu_banyak_baris');
    },
    teks: (teks) => {
      if (di !== null) isi.tambah(teks);
    },
  });
  return { nama, baris };
};

/** Reads all sheets of an XLSX (ECMA-376), streaming, within limits; nothing of it is ever computed or fetched. */
export const bacaXlsx = async (bytes: Uint8Array): Promise<LembarMentah[]> => {
  const zip = await bukaZip(bytes);
  if (zip.bagian.has('EncryptedPackage')) throw new BerkasTakTerbaca('xlsx_terkunci');
  const { lembar, sejak1904 } = await bacaDaftar(zip);
  const buku = { kata: await bacaKata(zip), gaya: await bacaGaya(zip), sejak1904 };
  const hasil: LembarMentah[] = [];
  for (const satu of lembar) hasil.push(await bacaSatuLembar(zip, satu, buku));
  if (hasil.reduce((sum, { baris }) => sum + baris.length, 0) > BATAS.baris)
    throw new BerkasTakTerbaca('terlalu_banyak_baris');
  return hasil;
};
