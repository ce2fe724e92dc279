import { cpus } from 'node:os';
import { wawasan as laporanWords } from '../../client/i18n/id/wawasan.ts';
import { hariPekan, tambahHari } from '../../shared/domain/index.ts';
import { startPhone } from '../browser/support/chromium.ts';
import { signIn } from '../browser/support/person.ts';
import { hariIni } from '../browser/support/waktu.ts';
import { aWorld } from '../browser/support/world.ts';
import { type Row, report, stage } from './measure.ts';
import { clickToRow, throttle } from './teacher.ts';

const GURU = 60;
const HARI = 56;
const SEHARI = 3;
const THROTTLE = 6;

/** Puts a school of sixty onto the head's phone: copies of the demo's people and of one entry, row by row. */
const layingSchool = ({
  account,
  guru,
  sehari,
  tanggal,
}: {
  account: string;
  guru: number;
  sehari: number;
  tanggal: readonly string[];
}): Promise<number> =>
  new Promise((resolve, reject) => {
    const open = indexedDB.open(`kinerja-${account}`);
    open.onerror = () => reject(open.error);
    open.onsuccess = () => {
      const records = open.result.transaction('records', 'readwrite').objectStore('records');
      const all = records.getAll();
      all.onsuccess = () => {
        const rows = all.result as {
          id: string;
          kind: string;
          owner: string;
          hapus: number;
          visible: object;
        }[];
        const kind = (wanted: string) => rows.filter((row) => row.kind === wanted && row.owner !== account);
        const [contoh] = kind('entri').filter(({ hapus }) => hapus === 0);
        let nomor = 0;
        const taruh = (row: object, owner: string, change: object): void => {
          nomor += 1;
          const id = `d_ukurxx.${nomor}.AAAAAAAAAAA`;
          const { visible } = row as { visible: object };
          records.put({ ...row, ...change, id, owner, visible: { ...visible, ...change, id, owner } });
        };
        for (let i = 0; i < guru; i += 1) {
          const owner = `p_ukur${i}`;
          for (const wanted of ['pegawai', 'skp']) {
            const list = kind(wanted);
            const asal = list[i % list.length];
            if (asal) taruh(asal, owner, {});
          }
          for (const hari of tanggal)
            for (let j = 0; j < sehari && contoh; j += 1) {
              const { content } = contoh.visible as { content: object };
              const uraian = `Mengajar pertemuan ${hari} ke-${j} oleh guru ${i}`;
              taruh(contoh, owner, { tanggal: hari, content: { ...content, tanggal: hari, uraian } });
            }
        }
        records.transaction.oncomplete = () => {
          open.result.close();
          resolve(nomor);
        };
      };
    };
  });

/** From a tap at home to the plot on the screen, neither network nor server, CPU slowed six times. */
export const benchWawasan = async (path: string | undefined): Promise<void> => {
  const world = await aWorld();
  const phone = await startPhone();
  try {
    const { page, context } = phone;
    await context.addInitScript('globalThis.__name = (named) => named');
    await signIn(page, world.url, world.head);
    const tanggal = Array.from({ length: HARI }, (_, i) => tambahHari(hariIni, i - HARI)).filter(
      (hari) => hariPekan(hari) <= 5,
    );
    stage('a school of sixty onto the phone');
    const rows = await page.evaluate(layingSchool, {
      account: world.head.id,
      guru: GURU,
      sehari: SEHARI,
      tanggal,
    });
    await page.goto(`${world.url}/wawasan`);
    await page.locator('.tren').waitFor({ timeout: 60_000 });
    await context.setOffline(true);
    await throttle(phone, THROTTLE);
    stage('a look');
    const [readings, plots]: [number[], number[]] = [[], []];
    for (let i = 0; i < 14; i += 1) {
      await page.locator('a[href="/"]').first().click();
      await page.locator('a[href="/wawasan"]').first().waitFor();
      await page.waitForTimeout(1000);
      const row = i % 2 === 0 ? '.deret-angka + .daftar' : '.tren';
      const text = i % 2 === 0 ? laporanWords.laporan : '/';
      const taken = await clickToRow(phone, { click: 'a.list-row[href="/wawasan"]', row, text });
      (i % 2 === 0 ? readings : plots).push(taken);
    }
    const figures: Row[] = [
      { name: 'Wawasan, 60 teachers, 4 weeks: figures', readings, goal: 1500, unit: 'ms' },
      { name: 'Wawasan, 60 teachers, 8 weeks: the plot', readings: plots, goal: 3000, unit: 'ms' },
    ];
    report(figures, { cpu: cpus()[0]?.model, throttle: THROTTLE, rows }, path);
  } finally {
    await phone.close();
    await world.close();
  }
};
