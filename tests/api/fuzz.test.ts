import { expect, test } from 'vitest';
import { verifyLedger } from '../../server/ledger/index.ts';
import { readDemoFoto } from '../../server/operations/demo-data.ts';
import { fuzz } from '../fuzz/fuzz.ts';
import { shaOf } from '../support/builders.ts';
import type { Phone } from '../support/phone.ts';
import { phoneOf } from './signed-in.ts';
import { aKabupaten, ORANG, SEMUA, type Siapa } from './wewenang/orang.ts';
import { isiSekolah } from './wewenang/perintah.ts';

const PHOTO = readDemoFoto('papan-tulis.jpg');
const REQUESTS = 800;

/** Seeds are dealt from here; `npm run fuzz -- --minutes N` goes on from others, against a service of its own. */
test.each([1, 100_001])(
  'from seed %i on, what is wrong in any way is refused by name, breaks nothing and betrays nothing',
  async (first) => {
    const server = await aKabupaten();
    const signedIn = await Promise.all(SEMUA.map((siapa) => phoneOf(server, ORANG[siapa])));
    const phones = Object.fromEntries(SEMUA.map((siapa, i) => [siapa, signedIn[i]])) as Record<Siapa, Phone>;
    await isiSekolah(server, phones, { sha: shaOf(PHOTO), size: PHOTO.length, mime: 'image/jpeg' });
    for (const phone of signedIn) await phone.syncAll();
    const found = await fuzz(
      { phones: signedIn, photos: [PHOTO], courier: server.courier.key, nip: ORANG.sri.nip },
      { first, goesOn: (done) => done < REQUESTS },
    );
    expect({ ...found, faults: server.faults }).toMatchObject({ crashes: [], leaks: [], faults: [] });
    expect(Object.keys(found.refusals).length).toBeGreaterThan(15);
    expect(found.taken).toBeGreaterThan(100);
    expect(({} as { admin?: unknown }).admin).toBeUndefined();
    expect(await verifyLedger(server.store)).toMatchObject({ ok: true });
    expect((await server.request('/healthz')).status).toBe(200);
  },
);
