import { encode } from 'uqr';

/** A quiet zone of four modules, as ISO/IEC 18004 asks. */
const TEPI = 4;

const gambar = (teks: string): { readonly sisi: number; readonly garis: string } => {
  const { data, size } = encode(teks, { ecc: 'M', border: TEPI });
  const garis = data.flatMap((baris, y) =>
    baris.flatMap((hitam, x) => (hitam ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  return { sisi: size, garis: garis.join('') };
};

/** A text as a QR code: black on white in every theme, or no camera reads it. */
export const Qr = ({ teks, label }: { readonly teks: string; readonly label: string }) => {
  const { sisi, garis } = gambar(teks);
  return (
    <svg
      class="qr"
      viewBox={`0 0 ${sisi} ${sisi}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <rect width={sisi} height={sisi} fill="#fff" />
      <path d={garis} fill="#000" />
    </svg>
  );
};
