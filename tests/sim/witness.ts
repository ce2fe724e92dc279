import type { JournalRow } from '../../client/store/index.ts';
import {
  commandId,
  contentHash,
  fromWireCommand,
  type SyncAnswer,
  type SyncRequest,
} from '../../shared/protocol/index.ts';
import { sha256 } from '../support/builders.ts';
import type { JournalChange } from './pulse.ts';

/** A broken promise: the invariant, and what was seen. */
export type Breach = { readonly invariant: string; readonly what: string };

/** One command as somebody typed it, and all that ever became of it. */
export type Typed = {
  readonly id: string;
  readonly account: string;
  /** The act behind it, whatever name it goes by. */
  readonly act: string;
  readonly row: JournalRow;
  /** Phones that still hold it. */
  readonly holders: Set<number>;
  acked: boolean;
  aman: boolean;
  /** Its author let go of it. */
  givenUp: boolean;
};

/** A verdict as it went out to somebody. */
export type Heard = { readonly act: string; readonly r: string; readonly code: string };

/** An answer as it left the server, in which of its histories, and what that has got back of an earlier one. */
export type Answered = {
  readonly history: number;
  readonly request: SyncRequest;
  readonly answer: SyncAnswer;
  readonly isGivenBack: (shard: string, id: string) => Promise<boolean>;
};

/** What was typed, in words that a number or an id cannot blur: who, what, when, with which text. */
export const actOf = (
  account: string,
  { kind, at, body }: Pick<JournalRow, 'kind' | 'at' | 'body'>,
): string => {
  const { uraian, teks, alasan } = (body ?? {}) as { uraian?: string; teks?: string; alasan?: string };
  return [account, kind, at, uraian ?? teks ?? alasan ?? ''].join('|');
};

/**
 * Sees everything beside the system and takes no part in it: what was typed where, which answers went out, what any
 * phone ever said to be accepted or safe.
 */
export class Witness {
  readonly typed = new Map<string, Typed>();
  readonly breaches: Breach[] = [];
  /** First verdict by command, within one history of the server. */
  readonly #verdicts = new Map<string, string>();
  /** Verdicts in the order in which they went out. */
  readonly heard: Heard[] = [];
  /** Set while a person lets go of refused commands. */
  givingUp = false;
  /** Text that the head saw when deciding, by command. */
  readonly seen = new Map<string, string>();

  breach(invariant: string, what: string): void {
    this.breaches.push({ invariant, what });
  }

  /** A transaction of a phone's journal was committed. */
  onJournal(phone: number, { database, put, gone }: JournalChange): void {
    const account = database.replace('kinerja-', '');
    for (const row of put) this.#onRow(phone, account, row);
    for (const id of gone)
      if (!this.typed.get(id)?.aman)
        this.breach('I1', `${id} was deleted from phone ${phone} before every copy had it`);
  }

  #onRow(phone: number, account: string, row: JournalRow): void {
    const known = this.typed.get(row.id);
    const typed: Typed = known ?? {
      id: row.id,
      account,
      act: actOf(account, row),
      row,
      holders: new Set(),
      acked: false,
      aman: false,
      givenUp: false,
    };
    if (!known) this.typed.set(row.id, typed);
    typed.holders.add(phone);
    typed.acked ||= row.status === 'diterima' || row.status === 'beda' || row.status === 'aman';
    typed.aman ||= row.status === 'aman';
    if (row.status === 'gugur' && this.givingUp) typed.givenUp = true;
  }

  /** A phone's storage is gone: what only it held has no author's phone any more. */
  forget(phone: number): void {
    for (const { holders } of this.typed.values()) holders.delete(phone);
  }

  /** An answer has left the server, whether the phone will hear it or not. */
  async onAnswer({ history, request, answer, isGivenBack }: Answered): Promise<void> {
    for (const [i, op] of request.ops.entries()) {
      const verdict = answer.res[i];
      if (!verdict) continue;
      const content = fromWireCommand(op);
      const id = commandId(request.dev, op.n, await contentHash(content, sha256));
      const code = verdict.r === 'no' ? verdict.code : '';
      this.heard.push({ act: actOf(request.u, content), r: verdict.r, code });
      if (verdict.r === 'wait') continue;
      const said = verdict.r === 'no' ? `no ${code}` : `${verdict.r} ${verdict.n}`;
      const key = `${history} ${id}`;
      const before = this.#verdicts.get(key) ?? said;
      // What a lost history had accepted outweighs a refusal in this one, once a phone has brought it back.
      const outweighed = before.startsWith('no') && verdict.r !== 'no' && (await isGivenBack(op.s, id));
      if (before !== said && !outweighed) this.breach('I2', `${id} was answered "${before}", then "${said}"`);
      this.#verdicts.set(key, said);
    }
  }
}
