import './wawasan.css';

/** Measures of the plot, in its own units: room of a week, height of the bars, of the figures above and the dates below. */
const LEBAR = 44;
const TINGGI = 96;
const ATAS = 18;
const BAWAH = 20;
const CELAH = 10;

/** A week's bar: how full it is, 0 to 1, the figure above it, and whether the week goes on. */
export type BatangTren = {
  readonly awal: string;
  readonly isi: number;
  readonly nilai: string;
  readonly berjalan: boolean;
};

const pendek = (tanggal: string): string => `${Number(tanggal.slice(8))}/${Number(tanggal.slice(5, 7))}`;

/** Weeks as bars, the one that goes on marked; `label` says it in words. */
export const GambarTren = ({ batang, label }: { batang: readonly BatangTren[]; label: string }) => (
  <svg
    class="tren"
    viewBox={`0 0 ${batang.length * LEBAR} ${ATAS + TINGGI + BAWAH}`}
    role="img"
    aria-label={label}
  >
    <line x1="0" x2={batang.length * LEBAR} y1={ATAS} y2={ATAS} class="tren-penuh" />
    <line x1="0" x2={batang.length * LEBAR} y1={ATAS + TINGGI} y2={ATAS + TINGGI} class="tren-dasar" />
    {batang.map((satu, i) => {
      const tinggi = Math.max(1, satu.isi * TINGGI);
      const tengah = i * LEBAR + LEBAR / 2;
      return (
        <g key={satu.awal} class={satu.berjalan ? 'kini' : undefined}>
          <rect x={i * LEBAR + CELAH / 2} width={LEBAR - CELAH} y={ATAS + TINGGI - tinggi} height={tinggi} />
          <text x={tengah} y={ATAS + TINGGI - tinggi - 5} class="tren-nilai">
            {satu.nilai.replace(/\s?%/, '')}
          </text>
          <text x={tengah} y={ATAS + TINGGI + 15}>
            {pendek(satu.awal)}
          </text>
        </g>
      );
    })}
  </svg>
);
