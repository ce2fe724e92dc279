import type { ReadTx } from '../store/index.ts';
import { isSiap, type Keadaan } from './keadaan.ts';

/** A finished request, as the access log has it: the pattern of its route, never its address. */
type Selesai = {
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly ms: number;
};

const BATAS = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;

/** Counts requests since the start; nothing of who asked. */
export const createHitungan = () => {
  const jumlah = new Map<string, number>();
  const lama = BATAS.map(() => 0);
  let [banyak, detik] = [0, 0];
  return {
    catat: ({ method, route, status, ms }: Selesai): void => {
      const kunci = `method="${method}",route="${route}",status="${status}"`;
      jumlah.set(kunci, (jumlah.get(kunci) ?? 0) + 1);
      banyak += 1;
      detik += ms / 1000;
      for (const [i, batas] of BATAS.entries()) if (ms / 1000 <= batas) lama[i] = (lama[i] ?? 0) + 1;
    },
    baris: (): string[] => [
      '# HELP kinerja_http_requests_total Requests answered since the start.',
      '# TYPE kinerja_http_requests_total counter',
      ...[...jumlah].map(([kunci, n]) => `kinerja_http_requests_total{${kunci}} ${n}`),
      '# HELP kinerja_http_request_duration_seconds How long answering took.',
      '# TYPE kinerja_http_request_duration_seconds histogram',
      ...BATAS.map((batas, i) => `kinerja_http_request_duration_seconds_bucket{le="${batas}"} ${lama[i]}`),
      `kinerja_http_request_duration_seconds_bucket{le="+Inf"} ${banyak}`,
      `kinerja_http_request_duration_seconds_sum ${detik}`,
      `kinerja_http_request_duration_seconds_count ${banyak}`,
    ],
  };
};
/** Counts requests. */
export type Hitungan = ReturnType<typeof createHitungan>;

/** Figures of the database that are cheap to ask, whatever its size. */
const dariBasisData = async (tx: ReadTx) => {
  let lines = 0;
  const shards = await tx.shards();
  for (const shard of shards) lines += (await tx.chainHead(shard)).n;
  return { shards: shards.length, lines, ...(await tx.queueSums()) };
};
export type DariBasisData = Awaited<ReturnType<typeof dariBasisData>>;

type Ukuran = readonly [nama: string, arti: string, nilai: number | null | undefined];

const ukuran = ([nama, arti, nilai]: Ukuran): string[] =>
  nilai === null || nilai === undefined
    ? []
    : [`# HELP ${nama} ${arti}`, `# TYPE ${nama} gauge`, `${nama} ${nilai}`];

type Bahan = {
  readonly keadaan: Keadaan;
  readonly hitungan: Hitungan;
  /** Null where the database cannot be read. */
  readonly data: DariBasisData | null;
  readonly version: string;
  readonly memory: number;
  /** How late the event loop was since it was last asked, p99 in seconds; null before anything was measured. */
  readonly telat: number | null;
  readonly now: number;
};

/** Everything in the text format of Prometheus (0.0.4). A figure that is not known is left out, never said to be zero. */
export const teksMetrik = ({ keadaan, hitungan, data, version, memory, telat, now }: Bahan): string => {
  const umur = (sejak: number | null | undefined): number | null =>
    sejak === null || sejak === undefined ? null : Math.max(0, (now - sejak) / 1000);
  const { salinan } = keadaan;
  const semua: readonly Ukuran[] = [
    ['kinerja_ready', '1 where the service takes and keeps what phones send.', Number(isSiap(keadaan))],
    ['kinerja_database_readable', '1 where the database can be read.', Number(keadaan.baca)],
    ['kinerja_database_writable', '1 where the database takes a transaction.', Number(keadaan.tulis)],
    [
      'kinerja_disk_room',
      '2 enough, 1 too little for photos, 0 too little for anything.',
      { habis: 0, sempit: 1, lega: 2 }[keadaan.ruang],
    ],
    [
      'kinerja_copies',
      '1 where there is a copy that may be restored.',
      salinan === undefined ? null : Number(salinan !== null),
    ],
    ['kinerja_copy_age_seconds', 'Age of the last copy.', umur(salinan)],
    ['kinerja_schools', 'Schools and wilayah.', data?.shards],
    ['kinerja_ledger_lines', 'Accepted commands.', data?.lines],
    ['kinerja_queue_phones', 'Phones that said that something waits on them.', data?.phones],
    ['kinerja_queue_commands', 'How much waits there, as far as is known.', data?.commands],
    [
      'kinerja_queue_oldest_seconds',
      'Age of the oldest known unsent work; 0 for none.',
      data && (umur(data.oldestAt) ?? 0),
    ],
    ['process_resident_memory_bytes', 'Memory of the process.', memory],
    ['nodejs_eventloop_lag_p99_seconds', 'How late the event loop was since the last scrape, p99.', telat],
  ];
  const baris = [
    '# HELP kinerja_build_info Version of the app.',
    '# TYPE kinerja_build_info gauge',
    `kinerja_build_info{version="${version}"} 1`,
    ...semua.flatMap(ukuran),
    ...hitungan.baris(),
  ];
  return `${baris.join('\n')}\n`;
};

/** Figures of the database; null where it cannot be read. */
export const bacaMetrik = (
  read: <T>(work: (tx: ReadTx) => Promise<T>) => Promise<T>,
): Promise<DariBasisData | null> => read(dariBasisData).catch(() => null);
