import { aCatat, anEntri, onEntri } from './builders.ts';
import { aPhone, type Phone } from './phone.ts';
import { aServer, BUDI, PAK_TRISNO, type Person, SANDI, SRI, type TestServer } from './server.ts';

/** A server to which real phones, with keys of their own, have sent signed requests. */
export type BusyServer = {
  readonly server: TestServer;
  readonly sri: Phone;
  /** The same teacher's second phone. */
  readonly second: Phone;
  readonly budi: Phone;
  readonly head: Phone;
  /** Ids of Sri's entries, oldest first; the first was changed, competed for and approved. */
  readonly entri: readonly string[];
};

const signedIn = async (server: TestServer, { nip }: Person): Promise<Phone> => {
  const phone = await aPhone((request) => server.fetch(request));
  await phone.signIn(nip, SANDI);
  return phone;
};

const headOf = (phone: Phone, id: string): string => phone.records.get(id)?.head ?? id;

/** A little of everything: batches, edits, a competing text, decisions, refusals, a deletion, from four phones. */
export const aBusyServer = async (entries = 12): Promise<BusyServer> => {
  const server = await aServer();
  const [sri, second, budi, head] = [
    await signedIn(server, SRI),
    await signedIn(server, SRI),
    await signedIn(server, BUDI),
    await signedIn(server, PAK_TRISNO),
  ];
  const entri: string[] = [];
  for (let i = 0; i < entries; i += 1) {
    entri.push(await sri.add(aCatat({ uraian: `Mengajar pecahan bagian ke-${i + 1} di kelas 5A` })));
    if (i % 4 === 3) await sri.syncAll();
  }
  await sri.syncAll();
  const [first = '', other = ''] = entri;
  server.clock.forward(60_000);
  await sri.add(onEntri('entri.ubah', first, first, anEntri({ uraian: 'Teks yang diperbaiki sekali' })));
  await sri.syncAll();
  await second.syncAll();
  await second.add(onEntri('entri.ubah', first, first, anEntri({ uraian: 'Teks dari HP yang lain' })));
  await second.syncAll();
  const hapus = await budi.add(aCatat({ uraian: 'Mendampingi kegiatan pramuka' }));
  await budi.add(aCatat({ uraian: 'pendek' }));
  await budi.syncAll();
  await budi.add(onEntri('entri.hapus', hapus, headOf(budi, hapus)));
  await budi.syncAll();
  await head.syncAll();
  await head.add(onEntri('entri.kembalikan', other, headOf(head, other), { alasan: 'Lengkapi foto' }));
  await head.add(onEntri('entri.setujui', first, headOf(head, first)));
  await head.syncAll();
  return { server, sri, second, budi, head, entri };
};
