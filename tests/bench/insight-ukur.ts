type Tanya = () => Promise<Response>;

const persentil = (list: readonly number[], p: number): number =>
  [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * p))] ?? Number.NaN;
const ms = (nilai: number): string => `${nilai.toFixed(1)}`.padStart(8);
const sejak = (mulai: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(mulai);
  return (user + system) / 1000;
};

/** The heading of the lines that {@link ukur} prints. */
export const kepala = (): void =>
  void process.stdout.write(
    `${'ms'.padEnd(50)} processor p50     p95     p99   waited p50     p95     p99    bytes\n`,
  );

/** Asks so many times and prints what each answer cost: of the processor (asker and service together), and of patience. */
export const ukur = async (nama: string, kali: number, tanya: Tanya, mau = 200): Promise<void> => {
  const [waktu, kerja]: [number[], number[]] = [[], []];
  let bytes = 0;
  for (let i = 0; i < kali; i += 1) {
    const [mulai, cpu] = [performance.now(), process.cpuUsage()];
    const response = await tanya();
    bytes = (await response.arrayBuffer()).byteLength;
    waktu.push(performance.now() - mulai);
    kerja.push(sejak(cpu));
    if (response.status !== mau) throw new Error(`${nama}: ${response.status}`);
  }
  const tiga = (list: readonly number[]): string =>
    [0.5, 0.95, 0.99].map((p) => ms(persentil(list, p))).join('');
  process.stdout.write(`${nama.padEnd(54)}${tiga(kerja)}     ${tiga(waktu)} ${String(bytes).padStart(8)}\n`);
};

/**
 * Watches the event loop while a work is done and prints what it took in all, and the longest that nobody else got a turn:
 * by the processor, which other load on the machine does not change, and by the clock.
 */
export const ukurGiliran = async <T>(nama: string, kerja: () => Promise<T>): Promise<T> => {
  const [mulai, cpu] = [performance.now(), process.cpuUsage()];
  let [jalan, terlama, terlamaJam] = [true, 0, 0];
  let [giliran, jam] = [process.cpuUsage(), performance.now()];
  const putar = (): void => {
    terlama = Math.max(terlama, sejak(giliran));
    terlamaJam = Math.max(terlamaJam, performance.now() - jam);
    [giliran, jam] = [process.cpuUsage(), performance.now()];
    if (jalan) setImmediate(putar);
  };
  setImmediate(putar);
  const hasil = await kerja();
  jalan = false;
  process.stdout.write(
    `${nama.padEnd(50)} processor ${ms(sejak(cpu))}, waited ${ms(performance.now() - mulai)}; longest without a turn: processor ${ms(terlama)}, waited ${ms(terlamaJam)}\n`,
  );
  return hasil;
};
