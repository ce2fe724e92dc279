import { describe, expect, test } from 'vitest';
import { createReceiptSigner, newReceiptKey } from '../../server/people/index.ts';
import { HistoryAnswer, ReceiptKey, receiptText, type SignedReceipt } from '../../shared/protocol/index.ts';
import { aCatat, aCommand, anEntri, GURU, onEntri, SHARD, shaOf } from '../support/builders.ts';
import { aBusyServer, type BusyServer } from '../support/busy-server.ts';
import { aPhone, type Phone } from '../support/phone.ts';
import { aRandom } from '../support/random.ts';
import { aServer, BU_LAIN, BUDI, PAK_TRISNO, SANDI, SRI } from '../support/server.ts';
import { phoneOf } from './signed-in.ts';

const history = async (phone: Phone, path: string): Promise<HistoryAnswer> =>
  HistoryAnswer.parse(await (await phone.ask(path)).json());

/** Checks a receipt as anybody can, with the public key alone. */
const isGenuine = async ({ server }: BusyServer, { sig, ...receipt }: SignedReceipt): Promise<boolean> => {
  const { key } = ReceiptKey.parse(await (await server.request('/api/receipt-key')).json());
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
  const imported = await crypto.subtle.importKey('jwk', key, algorithm, false, ['verify']);
  const bytes = new TextEncoder().encode(receiptText(receipt));
  return crypto.subtle.verify(
    { name: 'ECDSA', hash: 'SHA-256' },
    imported,
    Buffer.from(sig, 'base64url'),
    bytes,
  );
};

/** One member of a receipt with one letter or digit of it turned. */
const turn = (receipt: SignedReceipt, number: () => number): Partial<SignedReceipt> => {
  const members = Object.entries(receipt).filter(([name]) => name !== 'key');
  const [name, value] = members[Math.floor(number() * members.length)] as [string, string | number];
  if (typeof value === 'number') return { [name]: value + 1 + Math.floor(number() * 9) };
  // The last letter of base64url may hold bits that say nothing.
  const at = Math.floor(number() * Math.max(1, value.length - 1));
  const other = value[at] === 'a' ? 'b' : 'a';
  return { [name]: `${value.slice(0, at)}${other}${value.slice(at + 1)}` };
};

const views = (phone: Phone, list: readonly unknown[]) =>
  phone.ask(
    '/api/views',
    { method: 'POST', body: JSON.stringify({ list }) },
    { 'content-type': 'application/json' },
  );

describe('feedback of a person', () => {
  test('is messages and what happened to entries that were ever returned, and nothing else of hers or of others', async () => {
    const server = await aServer();
    const [sri, budi, kepala] = [
      await phoneOf(server, SRI),
      await phoneOf(server, BUDI),
      await phoneOf(server, PAK_TRISNO),
    ];
    const kembali = await sri.add(aCatat({ uraian: 'Mengoreksi ulangan' }));
    await sri.add(aCatat({ uraian: 'Piket pagi', mulai: '06:30', selesai: '07:00' }));
    const milikBudi = await budi.add(aCatat());
    await sri.syncAll();
    await budi.syncAll();
    await kepala.syncAll();
    const alasan = { alasan: 'Tambah fotonya' };
    const kembalikan = await kepala.add(onEntri('entri.kembalikan', kembali, kembali, alasan));
    await kepala.add(onEntri('entri.kembalikan', milikBudi, milikBudi, alasan));
    const tulis = { guru: GURU, tentang: kembali, teks: 'Nilainya rapi' };
    await kepala.add(aCommand({ kind: 'umpan.tulis', shard: SHARD, record: null, base: null, body: tulis }));
    await kepala.syncAll();
    await sri.syncAll();
    await sri.add(onEntri('entri.ubah', kembali, kembalikan, anEntri({ uraian: 'Mengoreksi 24 ulangan' })));
    await sri.syncAll();
    const { lines, views } = await history(sri, `/api/history?shard=${SHARD}&only=feedback`);
    expect(lines.map(({ kind, receipt: { actor } }) => [kind, actor])).toEqual([
      ['entri.ubah', GURU],
      ['umpan.tulis', PAK_TRISNO.id],
      ['entri.kembalikan', PAK_TRISNO.id],
      ['entri.catat', GURU],
    ]);
    expect(views).toEqual([]);
    expect((await history(sri, `/api/history?shard=${SHARD}`)).lines).toHaveLength(5);
  });
});

describe("a record's history", () => {
  test('says in order what was done, by whom, from what and when, and keeps refusals out', async () => {
    const busy = await aBusyServer(2);
    const { lines, more } = await history(busy.sri, `/api/history/${busy.entri[0]}`);
    expect(more).toBe(false);
    expect(
      lines.map(({ kind, verdict, nama, peran, perangkat }) => [kind, verdict, nama, peran, perangkat]),
    ).toEqual([
      ['entri.catat', 'ok', 'Sri Wahyuni', ['guru'], 'Chrome di Android'],
      ['entri.ubah', 'ok', 'Sri Wahyuni', ['guru'], 'Chrome di Android'],
      ['entri.ubah', 'beda', 'Sri Wahyuni', ['guru'], 'Chrome di Android'],
      ['entri.setujui', 'ok', 'Sutrisno', ['penilai'], 'Chrome di Android'],
    ]);
    const numbers = lines.map(({ receipt }) => receipt.n);
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    expect(lines[1]?.body).toMatchObject({ uraian: 'Teks yang diperbaiki sekali' });
    const pendek = await history(busy.budi, `/api/history?shard=${SHARD}`);
    expect(pendek.lines.map(({ kind }) => kind)).toEqual(['entri.hapus', 'entri.catat']);
  });

  test('carries a receipt per line that verifies by the public key, and not with anything changed', async () => {
    const busy = await aBusyServer(2);
    const { lines } = await history(busy.sri, `/api/history/${busy.entri[0]}`);
    for (const { receipt } of lines) {
      expect(await isGenuine(busy, receipt)).toBe(true);
      for (const forged of [
        { n: receipt.n + 1 },
        { receivedAt: receipt.receivedAt - 1 },
        { actor: 'p_guru02' },
        { h: `A${receipt.h.slice(1)}` },
      ])
        expect(await isGenuine(busy, { ...receipt, ...forged })).toBe(false);
    }
    const stored = await busy.server.store.read((tx) => tx.ledgerLines(SHARD, 0, 99));
    const line = stored.find(({ outcome }) => outcome.verdict !== 'no' && outcome.n === lines[0]?.receipt.n);
    expect(line?.outcome).toMatchObject({
      h: new Uint8Array(Buffer.from(lines[0]?.receipt.h ?? '', 'base64url')),
    });
  });

  test('of 10,000 receipts, each with one letter turned, none passes for genuine, and all do as they were signed', async () => {
    const signer = createReceiptSigner(newReceiptKey());
    const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
    const key = await crypto.subtle.importKey('jwk', signer.key, algorithm, false, ['verify']);
    const holds = ({ sig, ...receipt }: SignedReceipt): Promise<boolean> =>
      crypto.subtle.verify(
        { name: 'ECDSA', hash: 'SHA-256' },
        key,
        Buffer.from(sig, 'base64url'),
        new TextEncoder().encode(receiptText(receipt)),
      );
    const busy = await aBusyServer(2);
    const { lines } = await history(busy.sri, `/api/history/${busy.entri[0]}`);
    const [like] = lines;
    if (!like) throw new Error('no receipt');
    const { number } = aRandom(26);
    const wrong: unknown[] = [];
    for (let i = 0; i < 1_000; i += 1) {
      const {
        sig: _,
        key: __,
        ...receipt
      } = { ...like.receipt, n: i + 1, receivedAt: 1_795_417_200_000 + i };
      const signed = signer.sign(receipt);
      if (!(await holds(signed))) wrong.push(signed);
      for (let turned = 0; turned < 10; turned += 1) {
        const forged = { ...signed, ...turn(signed, number) };
        if (await holds(forged)) wrong.push(forged);
      }
    }
    expect(wrong).toEqual([]);
  });

  test('is the head’s to see for entries of his school; everybody else gets the answer of no such record', async () => {
    const busy = await aBusyServer(2);
    const [first = ''] = busy.entri;
    expect((await history(busy.head, `/api/history/${first}`)).lines).toHaveLength(4);
    const lain = await aPhone((request) => busy.server.fetch(request));
    await lain.signIn(BU_LAIN.nip, SANDI);
    const bodyOf = async (phone: Phone, id: string) => {
      const answer = await phone.ask(`/api/history/${id}`);
      const { instance: _, ...body } = (await answer.json()) as Record<string, unknown>;
      return { status: answer.status, body };
    };
    const nothing = await bodyOf(busy.sri, 'd_zzzzzz.1.AAAAAAAAAAA');
    expect(nothing.status).toBe(404);
    expect(await bodyOf(busy.budi, first)).toEqual(nothing);
    expect(await bodyOf(lain, first)).toEqual(nothing);
    expect((await lain.ask(`/api/history?shard=${SHARD}`)).status).toBe(404);
    expect((await busy.server.request(`/api/history/${first}`)).status).toBe(401);
  });

  test('all of one’s own comes the last first, in pages', async () => {
    const busy = await aBusyServer(2);
    for (let i = 0; i < 120; i += 1) await busy.sri.add(aCatat({ uraian: `Kegiatan tambahan nomor ${i}` }));
    await busy.sri.syncAll();
    const first = await history(busy.sri, `/api/history?shard=${SHARD}`);
    expect([first.lines.length, first.more]).toEqual([100, true]);
    const before = first.lines.at(-1)?.receipt.n;
    const second = await history(busy.sri, `/api/history?shard=${SHARD}&before=${before}`);
    expect(second.more).toBe(false);
    const all = [...first.lines, ...second.lines].map(({ receipt }) => receipt.n);
    expect(all).toEqual([...new Set(all)].sort((a, b) => b - a));
    expect(all).toHaveLength(126);
  });
});

describe('official views', () => {
  test('are noted once a viewer, record and day, and the owner sees them', async () => {
    const busy = await aBusyServer(2);
    const [first = ''] = busy.entri;
    const at = busy.server.clock.now() - 3_600_000;
    const look = { s: SHARD, d: first, day: '2026-11-23', at };
    for (let i = 0; i < 3; i += 1) expect((await views(busy.head, [look, look])).status).toBe(204);
    await views(busy.head, [{ ...look, day: '2026-11-24', at: at + 1 }]);
    const seen = [
      {
        ...{ record: first, nama: 'Sutrisno', peran: 'penilai', apa: 'entri' },
        ...{ day: '2026-11-23', firstAt: at, lastAt: at },
      },
      {
        record: first,
        nama: 'Sutrisno',
        peran: 'penilai',
        apa: 'entri',
        day: '2026-11-24',
        firstAt: at + 1,
        lastAt: at + 1,
      },
    ];
    expect((await history(busy.sri, `/api/history/${first}`)).views).toEqual(seen);
    expect((await history(busy.sri, `/api/history?shard=${SHARD}`)).views).toEqual(seen);
  });

  test('of own records, of strangers and of what does not exist leave no trace', async () => {
    const busy = await aBusyServer(2);
    const [first = ''] = busy.entri;
    const look = { s: SHARD, d: first, day: '2026-11-23', at: 1 };
    await views(busy.sri, [look]);
    await views(busy.budi, [look]);
    await views(busy.head, [
      { ...look, d: 'd_zzzzzz.1.AAAAAAAAAAA' },
      { ...look, s: 'sek:20104523' },
    ]);
    expect((await history(busy.sri, `/api/history/${first}`)).views).toEqual([]);
    expect((await views(busy.head, [{ ...look, day: 'kemarin' }])).status).toBe(422);
  });

  test('a photo that the head opens is a view of the entry that names it; the owner’s own look is none', async () => {
    const busy = await aBusyServer(2);
    const { server, sri, head } = busy;
    const bytes = new TextEncoder().encode('foto');
    const foto = { sha: shaOf(bytes), size: bytes.length, mime: 'image/jpeg' } as const;
    await server.files.keep(GURU, foto.sha, bytes);
    const row = { owner: GURU, ...foto, received: foto.size, updatedAt: 1 };
    await server.store.write((tx) => tx.putPhoto({ ...row, state: 'utuh' }));
    const id = await sri.add(aCatat({ uraian: 'Kegiatan dengan foto bukti', foto: [foto] }));
    await sri.syncAll();
    const path = `/api/photos/${foto.sha}?pemilik=${GURU}`;
    expect((await sri.ask(path)).status).toBe(200);
    expect((await history(sri, `/api/history/${id}`)).views).toEqual([]);
    expect((await head.ask(path)).status).toBe(200);
    expect((await history(sri, `/api/history/${id}`)).views).toMatchObject([{ nama: 'Sutrisno' }]);
  });
});
