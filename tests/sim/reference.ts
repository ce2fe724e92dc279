import { GIVEN_BACK, type StoredCommand } from '../../server/store/index.ts';
import { fromWireRecord, type WireRecord } from '../../shared/protocol/index.ts';
import type { RecordOf } from '../../shared/records/index.ts';
import { idOfLine } from './ledger-view.ts';

/** An entry as the reference holds it: enough to say what each line of the ledger rests on. */
type Entri = {
  head: string;
  tahap: string;
  deleted: boolean;
  uraian: string;
  /** Competing texts that nobody has chosen between yet. */
  readonly variants: Map<string, { readonly kind: string; readonly uraian: string }>;
};

/** A line that rests on something else than it should. */
export type Unfounded = { readonly invariant: 'I5' | 'I14' | 'I7'; readonly what: string };

const STAGE: Readonly<Record<string, string>> = {
  'entri.catat': 'DIAJUKAN',
  'entri.ubah': 'DIAJUKAN',
  'entri.pulihkan': 'DIAJUKAN',
  'entri.ajukan': 'DIAJUKAN',
  'entri.bukaLagi': 'DIAJUKAN',
  'entri.tarik': 'DITARIK',
  'entri.setujui': 'DISETUJUI',
  'entri.kembalikan': 'DIKEMBALIKAN',
};
/** A deletion taken back by a phone of now leaves the stage alone. */
const isUndo = (body: unknown): boolean => (body as { urung?: string } | null)?.urung === 'hapus';
const textOf = (body: unknown): string => (body as { uraian?: string } | null)?.uraian ?? '';

/** True where the entry stands already as the command wants it: accepted without effect. */
const standsSo = ({ tahap, deleted }: Entri, kind: string): boolean => {
  if (kind === 'entri.hapus') return deleted;
  if (kind === 'entri.pulihkan') return !deleted;
  return !deleted && kind !== 'entri.ubah' && STAGE[kind] === tahap;
};

const choose = (entri: Entri, body: unknown): void => {
  const { varian, pakai } = body as { varian: string; pakai: string };
  const variant = entri.variants.get(varian);
  entri.variants.delete(varian);
  if (pakai !== 'varian' || !variant) return;
  if (variant.kind === 'entri.hapus') entri.deleted = true;
  else Object.assign(entri, { deleted: false, tahap: 'DIAJUKAN', uraian: variant.uraian });
};

const apply = (entri: Entri, { content: { kind, body } }: StoredCommand, id: string): void => {
  entri.head = id;
  if (kind === 'entri.pilih') return choose(entri, body);
  if (kind !== 'entri.pulihkan' || !isUndo(body)) entri.tahap = STAGE[kind] ?? entri.tahap;
  if (kind === 'entri.ubah') entri.uraian = textOf(body);
  if (kind === 'entri.hapus') entri.deleted = true;
  if (kind === 'entri.pulihkan') entri.deleted = false;
};

/**
 * Goes through a shard's lines with rules of its own, a tenth of the real ones: what each line rests on, not whether it
 * was allowed. Names lines that were applied to another version than their base.
 */
export class Reference {
  readonly entri = new Map<string, Entri>();
  readonly unfounded: Unfounded[] = [];
  /** Texts that approvals landed on, by the approving command. */
  readonly approved = new Map<string, string>();

  add(line: StoredCommand): void {
    const { kind, record, base, body } = line.content;
    if (kind === GIVEN_BACK) return this.#takeBack(line);
    if (!kind.startsWith('entri.')) return;
    const id = idOfLine(line);
    if (record === null) {
      const fresh = {
        head: id,
        tahap: 'DIAJUKAN',
        deleted: false,
        uraian: textOf(body),
        variants: new Map(),
      };
      this.entri.set(id, fresh);
      return;
    }
    const entri = this.entri.get(record);
    if (!entri) return this.#note('I5', `${kind} ${id} was applied to a record that is not there`);
    if (line.outcome.verdict === 'beda') {
      entri.variants.set(id, { kind, uraian: textOf(body) });
      return;
    }
    if (standsSo(entri, kind) && (kind !== 'entri.kembalikan' || base !== entri.head)) return;
    if (base !== entri.head)
      this.#note(
        kind === 'entri.setujui' ? 'I14' : 'I5',
        `${kind} ${id} was made on ${base}, applied to ${entri.head}`,
      );
    if (kind === 'entri.setujui') this.approved.set(id, entri.uraian);
    apply(entri, line, id);
  }

  /** A record came back from a lost history: as the current one, or beside the one that is there. */
  #takeBack({ content: { body }, outcome }: StoredCommand): void {
    const { record } = fromWireRecord((body as { rekam: WireRecord }).rekam);
    if (record.kind !== 'entri') return;
    const lost = record as RecordOf<'entri'>;
    const there = this.entri.get(lost.id);
    const variants = new Map(
      lost.variants.map(({ id, kind, content }) => [id, { kind, uraian: textOf(content) }]),
    );
    if (there && outcome.verdict === 'beda') {
      const isSame = there.deleted === lost.deleted && there.uraian === textOf(lost.content);
      const mine = { kind: lost.deleted ? 'entri.hapus' : 'entri.ubah', uraian: textOf(lost.content) };
      if (!isSame || lost.deleted) there.variants.set(lost.head, mine);
      for (const [id, variant] of variants) there.variants.set(id, variant);
      return;
    }
    const { head, deleted, state } = lost;
    this.entri.set(lost.id, { head, deleted, tahap: state.tahap, uraian: textOf(lost.content), variants });
  }

  #note(invariant: Unfounded['invariant'], what: string): void {
    this.unfounded.push({ invariant, what });
  }
}
