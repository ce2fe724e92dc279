const SECOND = 1000;

/** 12345 as people read it. */
export const angka = (n: number): string => Math.round(n).toLocaleString('id-ID');

const lama = (detik: number): string =>
  detik < 90 ? `${Math.ceil(detik)} detik` : `${Math.ceil(detik / 60)} menit`;

/** Says at most once a second how far a part is: rows, rate of this run, and time left. */
export const kemajuan = (
  kata: string,
  { clock, say }: { clock: () => number; say: (text: string) => void },
) => {
  let [begun, first, last]: [number | null, number, number] = [null, 0, 0];
  return (table: string, done: number, total: number): void => {
    if (begun === null) [begun, first, last] = [clock(), done, clock()];
    if (clock() - last < SECOND) return;
    last = clock();
    const rate = ((done - first) * SECOND) / (last - begun);
    const persen = total === 0 ? 100 : Math.floor((done * 100) / total);
    say(
      `${kata} ${table}: ${angka(done)} dari ${angka(total)} baris (${persen} %), ${angka(rate)} baris/detik, sisa sekitar ${lama((total - done) / Math.max(rate, 1))}\n`,
    );
  };
};

/** Says at most once a second what is being looked at; how much there is of it is not known before. */
export const pemeriksaan = ({ clock, say }: { clock: () => number; say: (text: string) => void }) => {
  let last = clock();
  return (rows: number, part: string): void => {
    if (clock() - last < SECOND) return;
    last = clock();
    say(`Memeriksa ${part}: ${angka(rows)}\n`);
  };
};
