import { tambahHari, tanggalPada } from '../../../shared/domain/index.ts';
import {
  type CommandContent,
  SyncAnswer,
  shardOf,
  unpackAnswer,
  type WireVerdict,
} from '../../../shared/protocol/index.ts';
import type { FotoRujukan } from '../../../shared/records/index.ts';
import { anEntri, shaOf } from '../../support/builders.ts';
import { type Carrier, Phone } from '../../support/phone.ts';
import type { TestRandom } from '../../support/random.ts';
import type { Batch, Book } from './book.ts';
import { NotAnswered } from './carrier.ts';
import type { Door } from './door.ts';
import { aPhoto } from './photo.ts';
import { NPSN, type SignedIn } from './school.ts';

const SHARD = shardOf(NPSN);
const MOST_IN_BATCH = 6;
const DAYS = 20;
const PIECE = 8 * 1024;
/** Answers that promise nothing and ask to come again. */
const LATER = new Set([503, 507]);

type Parts = {
  readonly phone: SignedIn;
  readonly carrier: Carrier;
  readonly door: Door;
  readonly book: Book;
  readonly random: TestRandom;
};

type Photo = { readonly bytes: Buffer; readonly rujukan: FotoRujukan; offset: number };
type Mine = { readonly record: string; head: string };

/** A teacher at work: sends batches of commands and photos, each again until it is answered, never two of a kind at once. */
export class Teacher {
  readonly #parts: Parts;
  readonly #phone: Phone;
  readonly #mine: Mine[] = [];
  readonly #photos: Photo[] = [];
  #batch: Batch | null = null;
  #change: { mine: Mine; id: string }[] = [];
  #count = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#phone = Object.assign(new Phone(parts.carrier, parts.phone.keys), parts.phone);
  }

  /** Works until `isOver`, then until all that it began is answered. */
  async work(isOver: () => boolean): Promise<void> {
    await Promise.all([
      this.#repeat(
        isOver,
        () => this.#sendBatch(),
        () => this.#batch !== null,
      ),
      this.#repeat(
        isOver,
        () => this.#sendPhoto(),
        () => this.#photos.length > 0,
      ),
    ]);
  }

  async #repeat(isOver: () => boolean, step: () => Promise<void>, isOpen: () => boolean): Promise<void> {
    const { door, book } = this.#parts;
    while ((!isOver() || isOpen()) && book.faults.length === 0) {
      await door.up();
      await step();
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  /** The whole answer, or why none came. */
  async #ask(send: () => Promise<Response>): Promise<Response | NotAnswered> {
    try {
      return await send();
    } catch (cause) {
      if (!(cause instanceof NotAnswered)) throw cause;
      if (cause.how === 'cut') this.#parts.book.cutAnswers += 1;
      return cause;
    }
  }

  async #sendBatch(): Promise<void> {
    const { book } = this.#parts;
    this.#batch ??= book.send(await this.#newCommands());
    const batch = this.#batch;
    const run = book.run;
    const response = await this.#ask(() => this.#phone.post());
    if (response instanceof NotAnswered) return this.#noteSilence(batch, run, response);
    if (LATER.has(response.status)) return;
    const json: unknown = await response.json();
    if (response.status !== 200) return this.#complain(`sync answered ${response.status}`, json);
    this.#settle(batch, SyncAnswer.parse(unpackAnswer(json)), response.headers.get('request-id') ?? '');
    this.#batch = null;
  }

  /**
   * What an orderly stop took in, it answers. A batch that came too late for a stop may be taken in by the next run, and a
   * kill or a lost answer hide that: such a batch says nothing of any stop.
   */
  #noteSilence(batch: Batch, run: string, { how }: NotAnswered): void {
    const isAtStop = how !== 'lost' && run.startsWith('SIGTERM') && run === this.#parts.book.run;
    if (!isAtStop) batch.silence = 'elsewhere';
    else if (batch.silence === 'none') batch.silence = 'at stops';
  }

  #settle(batch: Batch, answer: SyncAnswer, requestId: string): void {
    const { book } = this.#parts;
    const repeated = answer.res.filter((verdict) => 'dup' in verdict && verdict.dup === 1).length;
    if (answer.res.some(({ r }) => r !== 'ok') || answer.res.length !== batch.ids.length || answer.dev)
      return this.#complain('not every command of a batch was taken', answer.res);
    if (repeated !== 0 && repeated !== batch.ids.length)
      return this.#complain('half of a batch stood already', answer.res);
    if (repeated > 0 && batch.silence === 'at stops')
      return this.#complain('an orderly stop took a batch in and did not answer it', answer.res);
    book.repeats += repeated > 0 ? 1 : 0;
    const lines = new Map(batch.ids.map((id, at) => [id, lineOf(answer.res[at])]));
    book.promise({ requestId, lines, photo: null });
    for (const { mine, id } of this.#change) mine.head = id;
    this.#change = [];
    this.#phone.settle(answer);
  }

  async #newCommands(): Promise<string[]> {
    const { random } = this.#parts;
    const ids: string[] = [];
    const changeable = [...this.#mine];
    const wanted = 1 + Math.floor(random.number() * MOST_IN_BATCH);
    while (ids.length < wanted) {
      const at = Math.floor(random.number() * changeable.length * 3);
      const [mine] = at < changeable.length ? changeable.splice(at, 1) : [];
      const id = await this.#phone.add(this.#content(mine ?? null));
      if (mine) this.#change.push({ mine, id });
      else this.#mine.push({ record: id, head: id });
      ids.push(id);
    }
    return ids;
  }

  /** A new entry, or another text for one that stands. */
  #content(mine: Mine | null): CommandContent {
    const { random, phone } = this.#parts;
    this.#count += 1;
    const foto = !mine && random.number() < 0.3 ? [this.#takePhoto()] : [];
    const body = anEntri({
      tanggal: tambahHari(tanggalPada(Date.now(), 'Asia/Jakarta'), -Math.floor(random.number() * DAYS)),
      uraian: `Kegiatan ke-${this.#count} dari ${phone.account}`,
      rhk: null,
      rencanaAksi: null,
      foto,
    });
    const kind = mine ? 'entri.ubah' : 'entri.catat';
    return {
      kind,
      version: 1,
      shard: SHARD,
      record: mine?.record ?? null,
      base: mine?.head ?? null,
      at: Date.now(),
      body,
    };
  }

  #takePhoto(): FotoRujukan {
    const { random } = this.#parts;
    const bytes = aPhoto(random, 2_000 + Math.floor(random.number() * 20_000));
    const rujukan: FotoRujukan = { sha: shaOf(bytes), size: bytes.length, mime: 'image/jpeg' };
    this.#photos.push({ bytes, rujukan, offset: 0 });
    return rujukan;
  }

  async #sendPhoto(): Promise<void> {
    const [photo] = this.#photos;
    if (!photo) return;
    const { rujukan, bytes, offset } = photo;
    const headers = {
      'content-type': 'application/octet-stream',
      'upload-offset': String(offset),
      'upload-length': String(bytes.length),
    };
    const body = new Uint8Array(bytes.subarray(offset, offset + PIECE));
    const response = await this.#ask(() =>
      this.#phone.ask(`/api/photos/${rujukan.sha}`, { method: 'PUT', body }, headers),
    );
    if (response instanceof NotAnswered || LATER.has(response.status)) return;
    const reached = response.headers.get('upload-offset');
    if (reached !== null) photo.offset = Number(reached);
    else return this.#complain(`a photo was answered ${response.status}`, await response.text());
    if (response.status !== 201) return;
    this.#photos.shift();
    const requestId = response.headers.get('request-id') ?? '';
    this.#parts.book.promise({ requestId, lines: new Map(), photo: `${this.#phone.account}/${rujukan.sha}` });
  }

  #complain(what: string, detail: unknown): void {
    this.#parts.book.complain(`${what}: ${JSON.stringify(detail)}`);
    this.#parts.door.leave();
  }
}

const lineOf = (verdict: WireVerdict | undefined): number =>
  verdict?.r === 'ok' || verdict?.r === 'beda' ? verdict.n : Number.NaN;
