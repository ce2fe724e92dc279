import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Actor } from '../../shared/commands/index.ts';
import type { AccountStore, Registry } from '../store/index.ts';
import type { SyncHandle } from '../sync/index.ts';

/** What every screen of a signed-in person works with. */
export type App = {
  /** The active person. */
  readonly account: {
    readonly id: string;
    readonly nip: string;
    readonly nama: string;
    readonly jabatan: string;
  };
  /** Who speaks, in the shard. */
  readonly actor: Actor;
  readonly shard: string;
  /** Where the person's own work lies; the same shard but for a head whose superior rates him here. */
  readonly diri: string;
  readonly peran: 'guru' | 'penilai';
  /** Whether she keeps the people of an instansi or a school: not, beside her own work, or and nothing else. */
  readonly admin: 'tidak' | 'juga' | 'saja';
  /** True for an admin of an instansi: personnel files are imported there. */
  readonly mengimpor: boolean;
  /** True for whoever is over schools: a pengawas, an admin. */
  readonly memantau: boolean;
  readonly store: AccountStore;
  readonly engine: SyncHandle;
  /** Settings and accounts of this phone. */
  readonly registry: Registry;
  /** Epoch ms. */
  readonly clock: () => number;
  /** True in mode latihan: nothing is ever sent. */
  readonly latihan: boolean;
};

/** What a person can do about the account itself; each ends in another screen. */
export type Pintu = {
  /** Signs out, or leaves the training mode. On the phone nothing of an account is deleted. */
  readonly keluar: () => Promise<void>;
  /** Shuts the app lock: what is inside goes from the screen and from memory. */
  readonly kunci: () => Promise<void>;
  /** Takes this account's data off the phone; refuses while something has not arrived, unless its count was typed. */
  readonly hapusData: (typed: number | null) => Promise<{ ok: true } | { ok: false; unsent: number }>;
};

export const AppContext = createContext<App | null>(null);
export const PintuContext = createContext<Pintu | null>(null);

const inside = <T>(value: T | null): T => {
  if (!value) throw new Error('asked for the app outside its frame');
  return value;
};

/** The signed-in person's app; throws outside the frame, which is a fault of ours. */
export const useApp = (): App => inside(useContext(AppContext));
/** The ways out of an account. */
export const usePintu = (): Pintu => inside(useContext(PintuContext));

/** Where a person's own activities are at home: a head's first screen is about the school. */
export const rumah = ({ peran }: Pick<App, 'peran'>): string => (peran === 'penilai' ? '/saya' : '/');
