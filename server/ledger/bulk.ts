import { type Actor, decide } from '../../shared/commands/index.ts';
import { tanggalPada, ZONA_TERDEPAN } from '../../shared/domain/index.ts';
import {
  gabungJumlah,
  type Jumlah,
  jumlahRekam,
  menungguPutusan,
  VERSI_JUMLAH,
} from '../../shared/pantau/index.ts';
import { type CommandContent, contentHash } from '../../shared/protocol/index.ts';
import type { AnyRecord, Satker } from '../../shared/records/index.ts';
import type { ChainHead, WriteTx } from '../store/index.ts';
import { nextLine } from './append.ts';
import { digest, idOf } from './chain.ts';

/*
 * A whole school in one go, for a district that is made up: the same rules decide, the same lines are chained, the same
 * sums come out (a test verifies and rebuilds one). What is left out is looking things up: until the school is done, all
 * that it holds is here, and nobody else writes.
 */

/** A command to be laid down, and when it was received (epoch ms). */
export type BulkCommand = {
  readonly actor: Actor;
  readonly device: string;
  readonly number: number;
  readonly content: CommandContent;
  readonly receivedAt: number;
};

/** A school that is being written. */
export type BulkShard = {
  /** Resolves to the command's id; throws where the rules refuse it. */
  readonly lay: (command: BulkCommand) => Promise<string>;
  /** Writes records and sums; nothing can be laid afterwards. Gives how many lines there are. */
  readonly finish: () => Promise<number>;
};

type Held = {
  n: number;
  record: AnyRecord;
  /** When each version of it had arrived, by command. */
  readonly arrived: Map<string, number>;
  /** When the version that its last decision answers had arrived. */
  answered: number | null;
};

/** Opens a shard that has no line yet. Lines go to the transaction as they come, everything else with `finish`. */
export const bulkShard = (
  tx: Pick<WriteTx, 'insertCommand' | 'putRecord' | 'advanceShard' | 'addFigure' | 'putFigureVersion'>,
  shard: string,
  randomBytes: (size: number) => Uint8Array,
): BulkShard => {
  const held = new Map<string, Held>();
  let head: ChainHead = { n: 0, h: new Uint8Array() };
  let satker: Satker | null = null;

  const lay: BulkShard['lay'] = async ({ actor, device, number, content, receivedAt }) => {
    const hash = await contentHash(content, digest);
    const id = idOf({ device, number, hash });
    const before = content.record === null ? undefined : held.get(content.record);
    const decision = decide(
      {
        command: content,
        record: before?.record ?? null,
        baseKnown: before !== undefined && content.base !== null && before.arrived.has(content.base),
      },
      { actor, commandId: id, now: receivedAt, hariIni: tanggalPada(receivedAt, ZONA_TERDEPAN), satker },
    );
    if (decision.verdict !== 'ok' && decision.verdict !== 'beda')
      throw new Error(`${content.kind}: ${JSON.stringify(decision)}`);
    const { record, verdict } = decision;
    const command = {
      device,
      number,
      hash,
      content,
      actor,
      receivedAt,
      salt: randomBytes(16),
      envelope: null,
    };
    const { line, stored } = nextLine(head, { command, record, verdict });
    await tx.insertCommand(stored);
    head = line;
    const now = before ?? { n: line.n, record, arrived: new Map<string, number>(), answered: null };
    if (record.head === id && content.base !== null) now.answered = now.arrived.get(content.base) ?? null;
    now.arrived.set(id, receivedAt);
    Object.assign(now, { n: line.n, record });
    held.set(record.id, now);
    if (record.kind === 'satker') satker = record.content;
    return id;
  };

  return {
    lay,
    finish: async () => {
      const figures: Jumlah[] = [];
      for (const { n, record, answered, arrived } of held.values()) {
        await tx.putRecord({ n, record });
        const waiting = menungguPutusan(record) ? (arrived.get(record.head) ?? null) : answered;
        figures.push(...jumlahRekam(record, waiting));
      }
      for (const figure of gabungJumlah(figures)) await tx.addFigure({ shard, ...figure });
      await tx.putFigureVersion({ shard, version: VERSI_JUMLAH });
      await tx.advanceShard(shard, head);
      return head.n;
    },
  };
};
