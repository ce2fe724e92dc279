import { signal } from '@preact/signals';
import type { DocumentRequest } from '../../shared/protocol/index.ts';
import { bukaDataSaya } from '../actions/index.ts';
import type { App } from './context.ts';
import { muatPdf } from './dokumen-pdf.ts';

type Cetakan = Awaited<ReturnType<typeof muatPdf>>;
/** Why a document could not be made. */
export type Halangan = Extract<Cetakan, { ok: false }>;
/** Which document of everybody is wanted. */
export type MintaSemua = Omit<DocumentRequest, 'ak' | 'pemilik'>;

/** Where the work stands. Whoever is in neither map has not had his turn. */
export type Keadaan = {
  readonly jadi: ReadonlyMap<string, Blob>;
  readonly gagal: ReadonlyMap<string, Halangan>;
  /** Whose document is being made. */
  readonly kini: string | null;
  /** Why nothing goes on for the moment. */
  readonly menunggu: Halangan | null;
  readonly selesai: boolean;
};

/** How documents are asked for and how one waits: hands of the app, or of a test. */
export type Tangan = {
  readonly ambil: (pemilik: string) => Promise<Cetakan>;
  /** Resolves after these ms, or earlier where somebody wants to try at once or the network is back. */
  readonly tunggu: (ms: number) => Promise<void>;
  readonly random: () => number;
  readonly batal: AbortSignal;
  readonly onUbah: (keadaan: Keadaan) => void;
};

/** These say something about the line, not about the document: what waits behind it is tried again. */
const SEMENTARA: ReadonlySet<string> = new Set([
  'tanpa_internet',
  'server_diam',
  'wifi_masuk',
  'server_sibuk',
  'terlalu_sering',
]);
/** Without a session nobody's document comes. */
const HENTI: ReadonlySet<string> = new Set(['masuk_lagi', 'perangkat_dicabut', 'bukan_pemilik', 'app_lama']);
/** ms; somebody looks on, so never longer than a minute unless the server asks for it. */
const [JEDA_AWAL, JEDA_AKHIR] = [2_000, 60_000];
/** So often one document may fail while others succeed on the same line: then it is the document. */
const CUKUP = 4;

type Antrean = { readonly pemilik: string; readonly gagal: number; readonly jadiSaatItu: number };

/** Half of it by chance, so that many heads at the end of a month do not come back together. */
const jeda = (ke: number, random: () => number, floor: number): number => {
  const batas = Math.min(JEDA_AKHIR, JEDA_AWAL * 2 ** Math.min(10, ke - 1));
  return Math.max(floor, Math.round(batas * (0.5 + random() / 2)));
};

/** True where it is the document that cannot be made, and not the line that is bad. */
const dokumennya = ({ code }: Halangan, { gagal, jadiSaatItu }: Antrean, jadi: number): boolean =>
  !SEMENTARA.has(code) || (gagal >= CUKUP && jadi > jadiSaatItu);

const BARU: Keadaan = { jadi: new Map(), gagal: new Map(), kini: null, menunggu: null, selesai: false };

const saatBatal = (batal: AbortSignal): Promise<null> =>
  new Promise((resolve) => batal.addEventListener('abort', () => resolve(null), { once: true }));

/**
 * Has the server make one document after another, and keeps what came. A line that is gone stops nothing: it waits and
 * goes on with the next one, so that a single document that is too much for the server does not hold up the others.
 * Resolves when everybody has a document or a reason, when it was called off, or when the session is over.
 */
export const cetakSemua = async (
  orang: readonly string[],
  { ambil, tunggu, random, batal, onUbah }: Tangan,
  mulai: Keadaan = BARU,
): Promise<Keadaan> => {
  const [jadi, gagal] = [new Map(mulai.jadi), new Map<string, Halangan>()];
  let antre: Antrean[] = orang
    .filter((pemilik) => !jadi.has(pemilik))
    .map((pemilik) => ({ pemilik, gagal: 0, jadiSaatItu: jadi.size }));
  const lihat = (lain: Partial<Keadaan>): Keadaan => {
    const kini = { ...BARU, jadi: new Map(jadi), gagal: new Map(gagal), ...lain };
    onUbah(kini);
    return kini;
  };
  const henti = saatBatal(batal);
  for (let berturut = 0; antre.length > 0 && !batal.aborted; ) {
    const [{ pemilik, ...dulu }, ...lain] = antre as [Antrean, ...Antrean[]];
    lihat({ kini: pemilik });
    const made = await Promise.race([ambil(pemilik), henti]);
    if (!made) break;
    if (made.ok) {
      jadi.set(pemilik, made.pdf);
      [antre, berturut] = [lain, 0];
      continue;
    }
    if (HENTI.has(made.code)) return lihat({ menunggu: made, selesai: true });
    const satu = { ...dulu, pemilik, gagal: dulu.gagal + 1 };
    if (dokumennya(made, satu, jadi.size)) {
      gagal.set(pemilik, made);
      antre = lain;
      continue;
    }
    antre = [...lain, satu];
    berturut += 1;
    lihat({ menunggu: made });
    await Promise.race([tunggu(jeda(berturut, random, made.floor)), henti]);
  }
  return lihat({ selesai: true });
};

/** Waits, but no longer than until the phone says that it is online or somebody calls `sekarang`. */
const penunggu = () => {
  let bangun = (): void => undefined;
  return {
    sekarang: (): void => bangun(),
    tunggu: (ms: number): Promise<void> =>
      new Promise((resolve) => {
        const selesai = (): void => {
          clearTimeout(jam);
          removeEventListener('online', selesai);
          resolve();
        };
        const jam = setTimeout(selesai, ms);
        addEventListener('online', selesai);
        bangun = selesai;
      }),
  };
};

/** A work under way: it goes on while the head looks at other screens. */
export type Kerja = {
  /** Whose it is: another account on this phone does not see it. */
  readonly store: App['store'];
  readonly minta: MintaSemua;
  readonly orang: readonly string[];
  readonly keadaan: Keadaan;
  readonly sekarang: () => void;
  readonly henti: () => void;
};

/** The work of this page; null where none was begun. */
export const kerja = signal<Kerja | null>(null);

/** Who may say how it stands: a work that was begun anew has the last word over the one that it ended. */
let pekerja: (() => void) | null = null;

/** Begins, or goes on where something was left: what has come is not asked for again. */
export const mulaiKerja = async (
  app: App,
  { minta, orang }: Pick<Kerja, 'minta' | 'orang'>,
  mulai?: Keadaan,
): Promise<Keadaan> => {
  kerja.peek()?.henti();
  const [batal, { sekarang, tunggu }] = [new AbortController(), penunggu()];
  const kerangka = { store: app.store, minta, orang, sekarang, henti: () => batal.abort() };
  pekerja = kerangka.henti;
  return cetakSemua(
    orang,
    {
      ambil: (pemilik) => muatPdf(app, { ...minta, pemilik }),
      tunggu,
      random: Math.random,
      batal: batal.signal,
      onUbah: (keadaan) => {
        if (pekerja === kerangka.henti) kerja.value = { ...kerangka, keadaan };
      },
    },
    mulai,
  );
};

/** Files as one ZIP, in this order; a PDF is read when its turn comes and none is held longer. */
export const zipDokumen = async (
  berkas: readonly (readonly [nama: string, isi: Blob])[],
  saat: number,
): Promise<Blob> => {
  const { zipBertahap } = await bukaDataSaya();
  const zip = zipBertahap(saat);
  for (const [nama, isi] of berkas) zip.tambah(nama, new Uint8Array(await isi.arrayBuffer()));
  return zip.selesai();
};
