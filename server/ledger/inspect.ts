import { contentHash, contentText, DeviceKey } from '../../shared/protocol/index.ts';
import { isSignedBy, isUsableKey } from '../people/index.ts';
import type { StoredCommand } from '../store/index.ts';
import { chainHash, digest, idOf, isSameHash } from './chain.ts';
import { envelopeId, type Opened, openEnvelope } from './envelope.ts';
import type { DeviceEvidence, EnvelopeEvidence, Evidence } from './evidence.ts';
import { isCommitted } from './verify.ts';

/**
 * What is amiss. Rows: `bentuk` not as the store wrote it · `hilang` missing · `lebih` one too many.
 * Lines: `nomor` a gap · `isi` content or bytes are not what the id says · `janji` something of the line is not what its
 * commitment says · `rantai` the hash does not follow · `kepala` the school's head is not its last line · `putusan` the
 * rules decide otherwise. Signatures: `amplop` the signed request does not hold this command · `tanda` not signed by the
 * device · `kunci` no key that could have signed · `perangkat` device unknown · `orang` another person's · `waktu`
 * another time · `yatim` no line came in it. Records: `rekam`. Photos: `sidik`. The file as a whole: `berkas`.
 */
export type FaultKind =
  | 'bentuk'
  | 'hilang'
  | 'lebih'
  | 'nomor'
  | 'isi'
  | 'janji'
  | 'rantai'
  | 'kepala'
  | 'putusan'
  | 'amplop'
  | 'tanda'
  | 'kunci'
  | 'perangkat'
  | 'orang'
  | 'waktu'
  | 'yatim'
  | 'rekam'
  | 'sidik'
  | 'berkas';

/** A fault with its place: table, school, line where there is one, and the row's name. */
export type LedgerFault = {
  readonly table: string;
  readonly shard: string;
  readonly n: number | null;
  readonly id: string;
  readonly what: FaultKind;
};

type Held = { readonly envelope: EnvelopeEvidence; readonly opened: Opened | null; used: boolean };
type Signed = { good: number; doubts: readonly FaultKind[] };

/** Where a shard's chain stands: after a fault both the stored hash and the one that should stand there may go on. */
type ChainState = { n: number; hashes: readonly Uint8Array[] | null; held: Map<string, Held> };

const FRESH = (): ChainState => ({ n: 0, hashes: [new Uint8Array()], held: new Map() });

/** Base64url in the one way of writing it: the bits left over at its end are zero. */
const isPlain = (text: string): boolean => Buffer.from(text, 'base64url').toString('base64url') === text;

type Claim = { readonly signed: Uint8Array; readonly signature: string; readonly account: string };

/** Why a device cannot have signed this. */
const doubtsOf = (device: DeviceEvidence | undefined, claim: Claim): FaultKind[] => {
  if (!device) return ['perangkat'];
  const isSigned = isSignedBy(device.key, claim.signed, claim.signature) && isPlain(claim.signature);
  return [
    ...(device.account === claim.account ? [] : ['orang' as const]),
    ...(isSigned ? [] : ['tanda' as const]),
  ];
};

/** Why nobody could vouch for what this device numbered: only whose it was may, with another one of hers. */
const vouchingDoubts = (device: DeviceEvidence | undefined, account: string): FaultKind[] => {
  if (!device) return ['perangkat'];
  return device.account === account ? [] : ['orang'];
};

/** Of a device that signed nothing rightly, what must be amiss with the device itself. */
const OF_DEVICE: Partial<Record<FaultKind, FaultKind>> = {
  perangkat: 'hilang',
  orang: 'orang',
  tanda: 'kunci',
};

/** Checks evidence as it comes, and tells of every fault. */
export const createInspector = (tell: (fault: LedgerFault) => void) => {
  const devices = new Map<string, DeviceEvidence>();
  const signatures = new Map<string, Signed>();
  let state = FRESH();
  let lines = 0;
  let unsigned = 0;

  const takeDevice = (device: DeviceEvidence): void => {
    devices.set(device.id, device);
    const { key } = device;
    if (!DeviceKey.safeParse(key).success || !isUsableKey(key) || !isPlain(key.x) || !isPlain(key.y))
      tell({ table: 'devices', shard: '', n: null, id: device.id, what: 'kunci' });
  };

  const envelopeFaults = (envelope: EnvelopeEvidence, opened: Opened | null): FaultKind[] => {
    const { signed, signature, carrier, signer, id, device } = envelope;
    if (signed === null) return [];
    const wrote =
      opened !== null && opened.device === device && envelopeId({ bytes: signed, carrier, signer }) === id;
    if (!wrote) return ['isi'];
    const by = signer ?? device;
    const faults = doubtsOf(devices.get(by), { signed, signature, account: opened.account });
    const count = signatures.get(by) ?? { good: 0, doubts: [] };
    count.good += faults.length === 0 ? 1 : 0;
    signatures.set(by, { ...count, doubts: faults });
    return signer === null ? faults : [...faults, ...vouchingDoubts(devices.get(device), opened.account)];
  };

  const takeEnvelope = (envelope: EnvelopeEvidence): void => {
    const { shard, id, signed } = envelope;
    const opened = signed && openEnvelope(signed);
    state.held.set(id, { envelope, opened, used: false });
    for (const what of envelopeFaults(envelope, opened))
      tell({ table: 'envelopes', shard, n: null, id, what });
  };

  /** A line against the signed request that it names. */
  const proofFault = (line: StoredCommand): FaultKind | null => {
    if (line.envelope === null) {
      unsigned += 1;
      return null;
    }
    const held = state.held.get(line.envelope);
    if (!held) return 'amplop';
    const isFirst = !held.used;
    held.used = true;
    if (isFirst && held.envelope.receivedAt !== line.receivedAt)
      tell({ table: 'envelopes', shard: line.content.shard, n: null, id: line.envelope, what: 'waktu' });
    if (held.envelope.signed === null) return null;
    const { opened, envelope } = held;
    const same = opened?.commands
      .get(line.number)
      ?.some((content) => contentText(content) === contentText(line.content));
    if (!same || envelope.device !== line.device) return 'amplop';
    return opened?.account === line.actor.id ? null : 'orang';
  };

  /** A line against the one before it. */
  const chainFault = (line: StoredCommand, n: number, h: Uint8Array): FaultKind | null => {
    const follows = (state.hashes ?? []).map((before) => chainHash(before, idOf(line), line.commitment));
    const isGap = n !== state.n + 1;
    const isRight = state.hashes === null || follows.some((wanted) => isSameHash(wanted, h));
    state.n = n;
    state.hashes = isGap || isRight ? [h] : [h, ...follows];
    return isGap ? null : isRight ? null : 'rantai';
  };

  const takeLine = async (line: StoredCommand): Promise<void> => {
    const { outcome, content } = line;
    if (outcome.verdict === 'no') return;
    lines += 1;
    const { shard } = content;
    const say = (what: FaultKind | null): void => {
      if (what) tell({ table: 'commands', shard, n: outcome.n, id: idOf(line), what });
    };
    if (outcome.n !== state.n + 1)
      tell({
        table: 'commands',
        shard,
        n: state.n + 1,
        id: `${state.n + 1}–${outcome.n - 1}`,
        what: 'nomor',
      });
    if ((await contentHash(content, digest)) !== line.hash) say('isi');
    if (!isCommitted(line)) say('janji');
    say(chainFault(line, outcome.n, outcome.h));
    say(proofFault(line));
  };

  const takeHead = ({ shard, n, h }: { shard: string; n: number; h: Uint8Array }): void => {
    const isLast = state.n === n && (state.hashes ?? [h]).some((hash) => isSameHash(hash, h));
    if (!isLast) tell({ table: 'shards', shard, n, id: shard, what: 'kepala' });
    for (const [id, { used }] of state.held)
      if (!used) tell({ table: 'envelopes', shard, n: null, id, what: 'yatim' });
    state = FRESH();
  };

  /** A device of which no signature holds has another key than the one that signed. */
  const end = (): void => {
    for (const [id, { good, doubts }] of signatures)
      if (good === 0)
        for (const doubt of doubts)
          tell({ table: 'devices', shard: '', n: null, id, what: OF_DEVICE[doubt] ?? doubt });
  };

  return {
    take: async (evidence: Evidence): Promise<void> => {
      if (evidence.kind === 'perangkat') takeDevice(evidence.device);
      else if (evidence.kind === 'amplop') takeEnvelope(evidence.envelope);
      else if (evidence.kind === 'baris') await takeLine(evidence.line);
      else takeHead(evidence);
    },
    end,
    /** Lines seen, and how many of them no device signed: laid down by the server, or before version 0.2.0. */
    counts: () => ({ lines, unsigned }),
  };
};
export type Inspector = ReturnType<typeof createInspector>;
