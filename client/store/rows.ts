import type { KopDokumen } from '../../shared/documents/index.ts';
import type { BarisAk, Ukuran } from '../../shared/domain/index.ts';
import type {
  CommandContent,
  CourierKey,
  HistoryAnswer,
  LostLine,
  Position,
  ProblemParams,
  ReceiptKey,
  Recovery,
  TabelDilihat,
  WireGrant,
  WireRecord,
} from '../../shared/protocol/index.ts';
import type { AnyRecord, Entri, FotoRujukan, Skp } from '../../shared/records/index.ts';
import type { KunciAplikasi } from './kunci-baris.ts';

export type { TitipanKeluar, TitipanMasuk } from './titipan-baris.ts';

import type { AmbilanData } from './rows-ambilan.ts';

export type { AmbilanData } from './rows-ambilan.ts';

/* What lies in an account's database, row by row; the tables are in `database.ts`. */

/**
 * Where a command stands: antri → diterima → aman. Aside: ditolak (final, needs the person), menunggu (its base has not
 * arrived), beda (kept as a competing version), ditahan (its base chain holds a refused one), gugur (given up or replaced
 * by its author; kept for inspection, never sent).
 */
export type JournalStatus =
  | 'antri'
  | 'diterima'
  | 'aman'
  | 'ditolak'
  | 'menunggu'
  | 'beda'
  | 'ditahan'
  | 'gugur';

export type JournalRow = CommandContent & {
  readonly id: string;
  readonly device: string;
  readonly number: number;
  /** Record that it makes or changes: its own id where it creates one. */
  readonly target: string;
  readonly status: JournalStatus;
  readonly tries: number;
  readonly code?: string | undefined;
  readonly params?: ProblemParams | undefined;
  /** Ledger number once accepted, else 0. */
  readonly n: number;
  readonly receipt?: string | undefined;
  /** When the server answered, epoch ms on the server's clock. */
  readonly answeredAt?: number | undefined;
  /** History of the server in which `n` counts. */
  readonly root?: string | undefined;
  /** Where it stood in each history that the server has lost, the last lost one last; it went again for that. */
  readonly lost?: readonly LostLine[] | undefined;
  /** See {@link Carried}. */
  readonly carried?: Carried;
};

/**
 * 1 where a receipt that came by hand says that the server has it. No position of this phone vouches for that, so a
 * restored server could have lost it unnoticed: it is said once more at the next own contact.
 */
export type Carried = 1 | undefined;

export type RecordRow = {
  readonly id: string;
  readonly shard: string;
  readonly kind: string;
  readonly owner: string;
  /** Date of an entry; empty for other kinds. */
  readonly tanggal: string;
  readonly tahap: string;
  /** 1 while deleted. */
  readonly hapus: 0 | 1;
  readonly confirmed: AnyRecord | null;
  /** Ledger number of `confirmed`, 0 where there is none. */
  readonly n: number;
  /** The server's seal on `confirmed` and the history under it; absent on what lies in every copy of the server. */
  readonly seal?: string | undefined;
  readonly hist?: WireRecord['hist'] | undefined;
  /** History of the server in which these lines count. */
  readonly root?: string | undefined;
  readonly visible: AnyRecord;
  /** How the own commands stand that are not in `confirmed` yet; `bersih` where there are none. */
  readonly lokal: 'bersih' | 'antri' | 'ditolak' | 'ditahan' | 'beda';
  readonly code?: string | undefined;
  readonly params?: ProblemParams | undefined;
  readonly receipt?: string | undefined;
  readonly answeredAt?: number | undefined;
  /** When the person recorded it on this phone, epoch ms; 0 where another device did. */
  readonly dicatatPada: number;
};

/** The form while it is being filled in. Values are as typed, not yet an entry. */
export type Draft = {
  readonly id: string;
  readonly mode: 'baru' | 'ubah' | 'perbaiki';
  readonly entriId?: string | undefined;
  /** Version and content of the entry that the person saw when this change of it was begun. */
  readonly dilihat?: { readonly head: string; readonly content: Entri } | undefined;
  /** True while nothing in it was typed or added by the person: such a form is no unfinished work. */
  readonly utuh?: boolean | undefined;
  readonly values: Partial<Omit<Entri, 'foto' | 'realisasi'>> & {
    readonly realisasi?: number | string | undefined;
  };
  readonly foto: readonly FotoRujukan[];
  readonly updatedAt: number;
  /** Set right before the camera opens; still set at the next start where the phone killed the page meanwhile. */
  readonly camera?: 'dibuka' | null | undefined;
  readonly cameraKills: number;
};

/** An SKP while it is being written, saved by itself until it becomes a command. */
export type RancanganSkp = {
  readonly id: string;
  /** Record that it changes; null before it was ever saved. */
  readonly skp: string | null;
  /** Version that the person saw when this change of it was begun. */
  readonly dilihat: string | null;
  readonly isi: Skp;
  /** Epoch ms. */
  readonly diubah: number;
};

export type PhotoRow = {
  readonly sha: string;
  readonly size: number;
  readonly mime: FotoRujukan['mime'];
  /**
   * draf: only a draft names it · antri: to be sent · parkir: refused, kept for the person · terkirim: the server has it ·
   * aman: every copy of the server has it.
   */
  readonly status: 'draf' | 'antri' | 'parkir' | 'terkirim' | 'aman';
  readonly offset: number;
  readonly tries: number;
  readonly code?: string | undefined;
  readonly addedAt: number;
  /** When the server had all of it, epoch ms on the server's clock. */
  readonly sentAt?: number | undefined;
  /** See {@link Carried}. */
  readonly carried?: Carried;
};

/** Who this database belongs to, and what the person may see. */
export type Saya = {
  readonly id: string;
  readonly nip: string;
  readonly nama: string;
  readonly jabatan: string;
  readonly device: string;
  readonly grantVersion: string;
  readonly grants: readonly WireGrant[];
};

/** The engine's attempts since the last success, when the next one is due, and what the last one met. */
export type Attempt = {
  readonly tries: number;
  /** When the first of this row of failures was, epoch ms; absent after a success. */
  readonly sejak?: number;
  /** Null where only the person can help, by signing in again. */
  readonly nextAt: number | null;
  /** Before this the server asked not to be asked (`Retry-After`); 0 where it did not. */
  readonly floorUntil: number;
  readonly code: string | null;
  readonly params?: ProblemParams;
  readonly at: number;
};

/** That a penilai opened somebody else's entry on a day (`YYYY-MM-DD`); `at` is epoch ms on this phone's clock. */
export type LihatRow = {
  readonly record: string;
  readonly hari: string;
  readonly shard: string;
  readonly at: number;
  readonly kirim: 0 | 1;
};

/** A history as it was last loaded: a record's, or under a shard's name that of all the person's own. */
export type RiwayatRow = {
  readonly id: string;
  readonly answer: HistoryAnswer;
  /** Epoch ms on this phone's clock. */
  readonly dimuatPada: number;
};

/** That the server's history was found to be another one: when (phone's clock) and how much went again from here. */
export type SejarahBerubah = {
  readonly pada: number;
  readonly shard: string;
  /** Activities, of which something was sent again. */
  readonly kegiatan: number;
  /** All that was sent again, activities or not. */
  readonly isian: number;
  /** The person has said that she has read it. */
  readonly dibaca: boolean;
};

/** Everything kept once. */
export type Meta = {
  angkaKredit: CatatanAk;
  /** How long recording took, saving by saving; it is sent nowhere. */
  beban: readonly Ukuran[];
  wilayah: TabelDilihat;
  /** Whether her phone may count her in, the report that waits, and the week of the last one. */
  bebanIzin: boolean;
  bebanLapor: string;
  bebanPekan: string;
  /** What was taken over from files of one's own data, so that it is known again and can be undone. */
  ambilan: readonly AmbilanData[];
  sejarah: readonly SejarahBerubah[];
  /** Until when (epoch ms) she has read what was done to her account. */
  aksesDibaca: number;
  /** Letterheads that documents were issued with, by a hash of what each says. */
  kopTerbit: readonly (readonly [sidik: string, kop: KopDokumen])[];
  /** Public keys that this server signed receipts with, as this phone has seen them. */
  kunciBukti: readonly ReceiptKey[];
  saya: Saya;
  /** The app lock; absent where there is none. */
  kunci: KunciAplikasi;
  key: CryptoKeyPair;
  lastNumber: number;
  pos: Record<string, Position>;
  /** Where pages began that have not all come yet; absent where `pos` is a moment that the phone has wholly. */
  posUtuh: Record<string, Position>;
  /** History of the server in which `pos` was given. */
  root: string;
  /** Server's clock minus the phone's, ms, at the last answer. */
  skew: number;
  lastOk: number;
  /** When the server next wants to hear from a phone that has nothing to send, epoch ms. */
  quietUntil: number;
  /** Line of each shard up to which every copy of the server reaches, as it last said. */
  stable: Record<string, number>;
  /**
   * Shards whose lost history this phone is bringing back: `tunggu` while the records are fetched anew, `siap` once it is
   * known what the server lacks.
   */
  pulih: Record<string, 'tunggu' | 'siap'>;
  /** What the server last said of histories that it had lost; `at` epoch ms on this phone's clock. */
  pemulihan: { readonly at: number; readonly list: readonly Recovery[] };
  /** Scopes whose records are being fetched anew from the start: what the server no longer knows goes at the end. */
  ulang: Record<string, true>;
  /** Set while verdicts have run ahead of `pos`, since records come in pages. */
  tertinggal: true;
  /** Run of the server that answered last. */
  era: string;
  attempt: Attempt;
  /** Set while a run is under way. */
  sending: { readonly since: number; readonly total: number; readonly sent: number } | null;
  /** Bytes of commands that fit on this line in about eight seconds. */
  budget: number;
  chunk: number;
  /** Photos wait until then for room on the server, epoch ms, and why. */
  photoWait: {
    /** When the wait began, epoch ms; phones before 0.2 did not keep it. */
    readonly at?: number;
    readonly until: number;
    readonly code: string;
    readonly params?: ProblemParams;
  } | null;
  /** The server's public key for carried files, and when it was asked for. */
  /** `bukti` is the receipt key as it was first seen, and never another. */
  kunciServer: CourierKey & { readonly at: number };
  /** What a phone that is to be wiped has handed over already: commands by id, photos by hash. */
  serah: readonly string[];
  ballast: ArrayBuffer;
};
export type MetaKey = keyof Meta;

/** What a teacher noted of her own angka kredit; it lies on this phone only. */
export type CatatanAk = {
  /** Hundredths held in her jenjang by the last PAK; the rows come after it. */
  readonly awal: number;
  readonly baris: readonly BarisAk[];
};

/** A sealed record of a lost history; `lagi` where a later history was lost as well. */
export type GiveRow = {
  readonly id: string;
  readonly shard: string;
  readonly wire: WireRecord;
  readonly lagi?: 1 | undefined;
};
