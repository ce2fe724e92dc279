import { performance } from 'node:perf_hooks';
import { aWorld } from '../browser/support/world.ts';
import { aCarrier } from '../faults/support/carrier.ts';
import { Door } from '../faults/support/door.ts';
import { aKeyPair, Phone } from '../support/phone.ts';

/*
 * `npm run bench -- documents [people]`: a head has the documents of all his teachers made through the real service, one
 * after another as a phone asks for them, and how long a health check takes meanwhile. Demo teachers come round again
 * until there are so many; asker and service share the process, so its memory is both's.
 */

const MIB = 2 ** 20;
const JENIS = ['skp', 'rekap'] as const;

const rank = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;

/** Has the documents made and prints, by kind, documents a second, bytes, and what others waited. */
export const benchDocuments = async (orang: number): Promise<void> => {
  const world = await aWorld();
  const door = new Door();
  door.open(world.url);
  const head = new Phone(aCarrier(door), await aKeyPair(), world.url);
  await head.signIn(world.head.nip, world.head.sandi);
  const guru = world
    .rows<{ owner: string }>(
      "SELECT owner FROM records WHERE kind = 'pegawai' AND shard NOT LIKE 'sek:P%' AND owner <> ? ORDER BY owner",
      world.head.id,
    )
    .map(({ owner }) => owner);
  const bulan = world.rows<{ bulan: string }>(
    "SELECT substr(json_extract(content, '$.tanggal'), 1, 7) AS bulan FROM records WHERE kind = 'entri' GROUP BY 1 ORDER BY count(*) DESC LIMIT 1",
  )[0]?.bulan;
  let puncak = 0;
  const jam = setInterval(() => {
    puncak = Math.max(puncak, process.memoryUsage().rss);
  }, 20);
  for (const jenis of JENIS) {
    const sehat: number[] = [];
    let bekerja = true;
    const periksa = (async () => {
      while (bekerja) {
        const since = performance.now();
        await (await fetch(`${world.url}/healthz`)).text();
        sehat.push(performance.now() - since);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    })();
    let bytes = 0;
    const since = performance.now();
    for (let i = 0; i < orang; i += 1) {
      const minta = {
        jenis,
        pemilik: guru[i % guru.length],
        bulan,
        periode: null,
        denganFoto: true,
        kertas: 'A4',
        ak: null,
      };
      const response = await head.ask(
        '/api/documents',
        { method: 'POST', body: JSON.stringify(minta) },
        { 'content-type': 'application/json' },
      );
      if (response.status !== 200) throw new Error(`${jenis}: ${response.status} ${await response.text()}`);
      bytes += (await response.arrayBuffer()).byteLength;
    }
    const seconds = (performance.now() - since) / 1000;
    bekerja = false;
    await periksa;
    const figures = {
      jenis,
      orang,
      perDetik: Number((orang / seconds).toFixed(1)),
      kibRata: Math.round(bytes / orang / 1024),
      sehatP99Ms: Math.round(rank(sehat, 0.99)),
      puncakMiB: Math.round(puncak / MIB),
    };
    process.stdout.write(`${JSON.stringify(figures)}\n`);
  }
  clearInterval(jam);
  await world.close();
};
