import type { Config } from '../config.ts';
import type { Courier } from '../courier/index.ts';
import type { Percetakan } from '../documents/index.ts';
import type { PhotoFiles } from '../files/index.ts';
import type { Insight } from '../insight/index.ts';
import type { Ledger } from '../ledger/index.ts';
import type { Passwords, ReceiptSigner } from '../people/index.ts';
import type { Store } from '../store/index.ts';
import type { AksesMeja } from './akses-meja.ts';
import type { CatatanMeja } from './catatan-meja.ts';
import type { KetetapanMeja } from './ketetapan-meja.ts';
import type { AccessLine } from './middleware/access-log.ts';
import type { createLanes } from './middleware/limits.ts';
import type { RoomLeft } from './middleware/room-left.ts';
import type { PublikasiMeja } from './publikasi-meja.ts';
import type { SecurityLine } from './security-line.ts';
import type { SekolahMeja } from './sekolah-meja.ts';
import type { SimpegMeja } from './simpeg-meja.ts';
import type { SistemMeja } from './sistem-meja.ts';
import type { StaffDesk } from './staff-desk.ts';
import type { UsulanMeja } from './usulan-meja.ts';

/** Admission to a lane of work, as middleware of a route. */
export type Lanes = ReturnType<typeof createLanes>;

/** Where the edge writes what happened. */
export type Log = {
  readonly access: (line: AccessLine) => void;
  /** Attempts to sign in, and what was refused. */
  readonly security: (line: SecurityLine) => void;
  /** The unexpected, with the id of the request that the person may quote. */
  readonly fault: (error: unknown, requestId: string) => void;
};

/** Everything that the HTTP edge is made of, handed in: tests build the same app from their own. */
export type Rooms = {
  readonly store: Store;
  readonly ledger: Ledger;
  readonly passwords: Passwords;
  /** The server's hand for receipts. */
  readonly receipts: ReceiptSigner;
  readonly files: PhotoFiles;
  /** Makes PDFs, in a thread of its own. */
  readonly printing: Percetakan;
  readonly roomLeft: () => Promise<RoomLeft>;
  /** The desk of accounts. */
  readonly akses: AksesMeja;
  /** The desk for personnel files. */
  readonly simpeg: SimpegMeja;
  /** Corrections of personnel data that wait for an admin. */
  readonly usulan: UsulanMeja;
  /** What the instansi shows to the public. */
  readonly publikasi: PublikasiMeja;
  /** What an instansi decides for all of its schools. */
  readonly ketetapan: KetetapanMeja;
  /** Who did what, for admins. */
  readonly catatan: CatatanMeja;
  /** The state of the service, for the admin of the instansi. */
  readonly sistem: SistemMeja;
  /** The desk of schools and letterheads. */
  readonly sekolah: SekolahMeja;
  /** The desk of people and organisation. */
  readonly staff: StaffDesk;
  /** Figures for the public, and for those who are over schools. */
  readonly insight: Insight;
  /** Opens what colleagues bring. */
  readonly courier: Courier;
  /** Carried files that have not wholly arrived; a waiting room that no backup needs. */
  readonly carriedFiles: PhotoFiles;
  /** Epoch ms. */
  readonly clock: () => number;
  /** A number in [0, 1). */
  readonly random: () => number;
  readonly randomBytes: (size: number) => Uint8Array;
  /** Key of the challenges of passkeys. */
  readonly challengeKey: Uint8Array;
  readonly config: Pick<Config, 'origins' | 'trustProxy' | 'sandi'> & Partial<Pick<Config, 'metrik'>>;
  /** When the last copy was made, epoch ms; null for none. Absent where nobody makes copies. */
  readonly lastCopy?: () => number | null;
  /** True once this process has been told to stop: it serves, and asks to be sent nobody more. */
  readonly isLeaving?: () => boolean;
  /** False while this process does not know which run of the service it has part in: then no sync is answered. */
  readonly isJoined?: () => boolean;
  readonly log: Log;
  /** The built client. */
  readonly staticDir: string;
  /** Public key for push services; null where reminders are switched off. */
  readonly pushKey: string | null;
  /** Version of the app, for the description of the API. */
  readonly version: string;
};
