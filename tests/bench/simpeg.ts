import { randomBytes, randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { readConfig } from '../../server/config.ts';
import { startServer } from '../../server/listen.ts';
import { tambahAdmin } from '../../server/operations/admin.ts';
import { openDataRooms } from '../../server/operations/rooms.ts';
import { KeadaanImpor } from '../../shared/protocol/index.ts';
import { aPhone } from '../support/phone.ts';
import { kabupatenBesar } from './simpeg-berkas.ts';

/*
 * `npm run bench -- simpeg [people]`: a district's file through the real service, and how long somebody else waits for
 * a health check meanwhile. The asker shares the process, so its own work counts against the service.
 */

const chance = {
  clock: Date.now,
  random: () => randomInt(2 ** 32) / 2 ** 32,
  randomBytes: (size: number) => new Uint8Array(randomBytes(size)),
};

const siapkan = async (dataDir: string) => {
  const rooms = await openDataRooms({ dataDir }, chance);
  const admin = await tambahAdmin(rooms, { nip: '197106211998031001', nama: 'Admin', instansi: 'P0000001' });
  await rooms.store.close();
  if (!admin.ok || admin.sandi === null) throw new Error('no admin');
  return { nip: admin.nip, sandi: admin.sandi };
};

const init = (request: Request): RequestInit => {
  const body = request.method === 'GET' || request.method === 'HEAD' ? null : request.body;
  return { method: request.method, ...(body ? { body, duplex: 'half' } : {}) } as RequestInit;
};

/** Puts a district of so many people through the service and prints what it took. */
export const benchSimpeg = async (orang: number): Promise<void> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'kinerja-simpeg-'));
  const { nip, sandi } = await siapkan(dataDir);
  const read = readConfig({ PORT: '0', KINERJA_DATA: dataDir, KINERJA_LOG: 'error' }, ['--production']);
  if (!read.ok) throw new Error(read.kalimat.join(' '));
  const server = await startServer({ config: read.config });
  const phone = await aPhone((request) => {
    const { pathname, search } = new URL(request.url);
    const headers = new Headers(request.headers);
    headers.set('sec-fetch-site', 'same-origin');
    return fetch(new Request(`${server.url}${pathname}${search}`, { ...init(request), headers }));
  });

  const waktuSehat: number[] = [];
  let berhenti = false;
  const periksaSehat = async (): Promise<void> => {
    while (!berhenti) {
      const mulai = performance.now();
      await (await fetch(`${server.url}/healthz`)).text();
      waktuSehat.push(performance.now() - mulai);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };

  const sampai = async (id: string, tahap: string): Promise<void> => {
    for (;;) {
      const keadaan = KeadaanImpor.parse(await (await phone.ask(`/api/simpeg/${id}`)).json());
      if (keadaan.tahap === tahap) return;
      if (keadaan.tahap === 'gagal') throw new Error(keadaan.kalimat);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };

  const persentil = (p: number): string => {
    const urut = [...waktuSehat].sort((a, b) => a - b);
    return `${(urut[Math.min(urut.length - 1, Math.floor(urut.length * p))] ?? 0).toFixed(1)} ms`;
  };

  const say = (teks: string): void => void process.stdout.write(`${teks}\n`);
  const signedIn = await phone.signIn(nip, sandi);
  if (signedIn.status !== 200) throw new Error(`sign-in: ${signedIn.status}`);
  const bytes = new TextEncoder().encode(kabupatenBesar(orang));
  const delay = monitorEventLoopDelay({ resolution: 5 });
  const sehat = periksaSehat();
  delay.enable();
  const lap = (nama: string, mulai: number): void => {
    say(
      `${nama}: ${((performance.now() - mulai) / 1000).toFixed(1)} s; healthz p50 ${persentil(0.5)}, p99 ${persentil(0.99)}, max ${persentil(1)} (${waktuSehat.length}); event loop max ${(delay.max / 1e6).toFixed(0)} ms`,
    );
    waktuSehat.length = 0;
    delay.reset();
  };
  const mulai = performance.now();
  const headers = { 'content-type': 'application/octet-stream' };
  const dibuka = await phone.ask('/api/simpeg?name=besar.csv', { method: 'POST', body: bytes }, headers);
  const { id } = (await dibuka.json()) as { id: string };
  await sampai(id, 'siap');
  lap(`read and compared, ${orang} rows`, mulai);
  const tulis = performance.now();
  await phone.ask(
    `/api/simpeg/${id}/apply`,
    { method: 'POST', body: JSON.stringify({ kecuali: [], yakin: null }) },
    { 'content-type': 'application/json' },
  );
  await sampai(id, 'selesai');
  lap('applied', tulis);
  say(`in all: ${((performance.now() - mulai) / 1000).toFixed(1)} s`);
  berhenti = true;
  await sehat;
  await server.kill();
  rmSync(dataDir, { recursive: true, force: true });
};
