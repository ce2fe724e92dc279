import { masaHak } from '../../../shared/domain/index.ts';
import type { Penugasan } from '../../../shared/records/index.ts';
import type { StoredGrant } from '../../store/index.ts';
import type { Tangan } from './tangan.ts';
import type { UnitDibaca } from './unit.ts';

/*
 * The right of an assignment follows its days on the server's clock: it is written when the admin decides, and begins and
 * ends by itself. Nothing here deletes a row: what is taken back is given an end that is no later than its beginning.
 */

type Jenis = Penugasan['jenis'];

/** What an assignment lets somebody do in its unit. Who teaches beside her own school is rated there, and only reads here. */
const HAK: Readonly<Record<Jenis, Pick<StoredGrant, 'view' | 'peran'>>> = {
  induk: { view: 'milik', peran: 'guru' },
  nonInduk: { view: 'milik', peran: 'pembaca' },
  kepala: { view: 'sekolah', peran: 'penilai' },
  plt: { view: 'sekolah', peran: 'penilai' },
  plh: { view: 'sekolah', peran: 'penilai' },
};

type Milik = { readonly orang: string; readonly jenis: Jenis };

const sama = (hak: StoredGrant, { orang, jenis }: Milik): boolean =>
  hak.account === orang && hak.peran === HAK[jenis].peran && hak.view === HAK[jenis].view;

const hidup = ({ since, until }: StoredGrant): boolean => until === null || since < until;

/** Gives the right of an assignment for its days. */
export const beriHakTugas = async (
  { tx }: Tangan,
  { shard, zona, hak }: UnitDibaca,
  { orang, jenis, ...masa }: Milik & Pick<Penugasan, 'mulai' | 'akhir'>,
): Promise<void> => {
  const { since, until } = masaHak(masa, zona);
  await tx.putGrant({ account: orang, shard, ...HAK[jenis], since, until });
  if (jenis !== 'induk') return;
  // Back in a school that she had left: what let her read there has had its day.
  for (const satu of hak)
    if (satu.account === orang && satu.peran === 'pembaca' && satu.until === null)
      await tx.putGrant({ ...satu, until: Math.max(satu.since, since) });
};

/**
 * Ends the right of an assignment with its last day, and no earlier than now: what was done until the admin spoke was done
 * with it. Who leaves a unit goes on reading what is her own there (trust.md 3.1 R4).
 */
export const akhiriHakTugas = async (
  { tx, pada }: Tangan,
  { shard, zona, hak }: UnitDibaca,
  { orang, jenis, ...masa }: Milik & Pick<Penugasan, 'mulai' | 'akhir'>,
): Promise<void> => {
  const { since, until } = masaHak(masa, zona);
  const habis = Math.max(until ?? pada, pada);
  for (const satu of hak) {
    const miliknya =
      sama(satu, { orang, jenis }) && hidup(satu) && (satu.until === null || satu.until > habis);
    // Of two of the same kind, such as two times of standing in, the one that began by then.
    if (miliknya && satu.since <= Math.max(since, pada)) await tx.putGrant({ ...satu, until: habis });
  }
  if (jenis === 'induk' || jenis === 'kepala')
    await tx.putGrant({ account: orang, shard, ...HAK.nonInduk, since: habis, until: null });
};

/** Takes back a right that has not begun. */
export const cabutHakTugas = async (
  { tx }: Tangan,
  { zona, hak }: UnitDibaca,
  { orang, jenis, ...masa }: Milik & Pick<Penugasan, 'mulai' | 'akhir'>,
): Promise<void> => {
  const { since } = masaHak(masa, zona);
  for (const satu of hak) {
    if (sama(satu, { orang, jenis }) && satu.since === since) await tx.putGrant({ ...satu, until: since });
    const dibaca = satu.account === orang && satu.peran === 'pembaca' && satu.until === since;
    if (jenis === 'induk' && dibaca && satu.since < since) await tx.putGrant({ ...satu, until: null });
  }
};

/** Takes back an end that has not come: the right goes on until `akhir`, and reading alone never begins. */
export const bukaHakTugas = async (
  { tx }: Tangan,
  { zona, hak }: UnitDibaca,
  {
    orang,
    jenis,
    dulu,
    kini,
  }: Milik & { readonly dulu: Penugasan; readonly kini: Pick<Penugasan, 'mulai' | 'akhir'> },
): Promise<void> => {
  const habis = masaHak(dulu, zona).until;
  const { until } = masaHak(kini, zona);
  for (const satu of hak) {
    if (sama(satu, { orang, jenis }) && satu.until === habis && hidup(satu))
      await tx.putGrant({ ...satu, until });
    if (satu.account === orang && satu.peran === 'pembaca' && satu.since === habis)
      await tx.putGrant({ ...satu, until: satu.since });
  }
};
