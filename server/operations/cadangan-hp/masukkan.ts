import { problems, type Refusal } from '../../../shared/protocol/index.ts';
import type { PhotoFiles } from '../../files/index.ts';
import {
  createIntake,
  deliverRescued,
  isKnown,
  isNew,
  lookAtRescued,
  type Rescued,
  type Settled,
} from '../../http/index.ts';
import { NOTHING_STABLE, openLedger, presentRun, type SealKeys } from '../../ledger/index.ts';
import { operatorDari } from '../catatan-akses.ts';
import type { AkunRooms } from '../ruang.ts';
import type { Cadangan } from './baca.ts';

/** What taking in a rescue file needs. */
export type RuangCadangan = AkunRooms & { readonly files: PhotoFiles; readonly sealKeys: SealKeys };

/** What was refused: where, how many, and why. */
export type Ditolak = { readonly apa: string; readonly sebab: string };

/** Whose a rescue file is and what of it is believed. */
export type Dilihat = {
  /** Null where nothing in it was signed by a phone that the service knows. */
  readonly pemilik: { readonly id: string; readonly nama: string } | null;
  readonly seen: readonly Rescued[];
  readonly ditolak: readonly Ditolak[];
};

/** What became of it. */
export type Dimasukkan = {
  readonly baru: number;
  readonly sudah: number;
  readonly ditahan: number;
  readonly menunggu: number;
  readonly foto: number;
  readonly ditolak: readonly Ditolak[];
};

const judul: Readonly<Record<string, { readonly title: string }>> = problems;
const sebab = ({ code }: { readonly code: string }): string => judul[code]?.title ?? code;

const tak = (nama: string | undefined, commands: number, refusal: Refusal): Ditolak => ({
  apa: `${nama ?? 'amplop'} (${commands} isian)`,
  sebab: sebab(refusal),
});

/** Looks at whose it is and at its signatures; writes nothing. */
export const lihatCadangan = async (
  rooms: Pick<RuangCadangan, 'store' | 'clock'>,
  { cargo, nama }: Cadangan,
): Promise<Dilihat> => {
  const seen = await lookAtRescued(rooms, cargo);
  const [account] = seen.flatMap(({ believed }) => (believed.ok ? [believed.account] : []));
  const ditolak = seen.flatMap(({ believed, commands }, i) =>
    believed.ok ? [] : [tak(nama[i], commands, believed)],
  );
  return { pemilik: account ? { id: account.id, nama: account.nama } : null, seen, ditolak };
};

/** Refused commands by their reasons, then envelopes and photos. */
const ditolakDari = (settled: readonly Settled[], nama: readonly string[]): Ditolak[] =>
  settled.flatMap(({ result, commands }, i) => {
    if (!('receipt' in result)) return [tak(nama[i], commands, result)];
    const isian = (result.receipt?.res ?? []).flatMap((verdict) =>
      verdict.r === 'no' ? [{ apa: 'satu isian', sebab: sebab(verdict) }] : [],
    );
    return [...isian, ...result.refused.map((satu) => ({ apa: 'satu foto', sebab: sebab(satu) }))];
  });

/** Photos of the file that lie with the service now, whole. */
const fotoTersimpan = (
  { store }: RuangCadangan,
  owner: string,
  { photos }: Cadangan['cargo'],
): Promise<Set<string>> =>
  store.read(async (tx) => {
    const ada = new Set<string>();
    for (const { sha } of photos) if ((await tx.photo(owner, sha))?.state === 'utuh') ada.add(sha);
    return ada;
  });

/** Hands everything that is believed to the ledger and its photos to the files; a repeat changes nothing. */
export const masukkanCadangan = async (
  rooms: RuangCadangan,
  { cargo, nama }: Cadangan,
  { seen, pemilik }: Dilihat & { readonly pemilik: NonNullable<Dilihat['pemilik']> },
): Promise<Dimasukkan> => {
  // No run of its own: phones would take a service that was never away for another one.
  const run = await presentRun(rooms);
  const ledger = await openLedger({
    ...rooms,
    stable: () => NOTHING_STABLE,
    run: () => run,
    // The command that failed is answered with `gangguan` and named below.
    onFault: () => undefined,
  });
  const deps = { ...rooms, ledger, intake: createIntake(rooms), carrier: operatorDari(rooms).nama };
  const settled = await deliverRescued(deps, cargo, seen);
  const done = settled.flatMap(({ result }) => ('receipt' in result ? [result] : []));
  const verdicts = done.flatMap(({ receipt }) => receipt?.res ?? []);
  const jumlah = (of: (satu: (typeof done)[number]) => number): number =>
    done.reduce((sum, satu) => sum + of(satu), 0);
  return {
    baru: verdicts.filter(isNew).length,
    sudah: verdicts.filter(isKnown).length + jumlah(({ known }) => known),
    ditahan: jumlah(({ held }) => held),
    menunggu: verdicts.filter(({ r }) => r === 'wait').length,
    foto: (await fotoTersimpan(rooms, pemilik.id, cargo)).size,
    ditolak: ditolakDari(settled, nama),
  };
};
