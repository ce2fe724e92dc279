import { waktu } from '../../i18n/format.ts';
import { detail } from '../../i18n/id/guru.ts';
import type { EntriRow } from '../../store/index.ts';
import { LinkButton, Section } from '../../ui/index.ts';
import './detail.css';

const words = detail.r;

type Langkah = { readonly teks: string; readonly saat?: number | undefined; readonly sudah: boolean };

const langkahPeriksa = ({ state, kirim, deleted }: EntriRow): Langkah[] => {
  if (deleted) return [{ teks: words.dihapus, sudah: true }];
  const oleh = state.oleh ?? '';
  if (state.tahap === 'DISETUJUI') return [{ teks: words.disetujui(oleh), saat: state.pada, sudah: true }];
  if (state.tahap === 'DIKEMBALIKAN')
    return [{ teks: words.dikembalikan(oleh), saat: state.pada, sudah: true }];
  if (state.tahap === 'DITARIK') return [{ teks: words.ditarik, sudah: true }];
  return kirim.kunci === 'terkirim' || kirim.kunci === 'teks-terkirim'
    ? [{ teks: words.menunggu, sudah: false }]
    : [];
};

/** What happened to an entry so far and what comes next, oldest first. */
const langkahDari = (entri: EntriRow): Langkah[] => {
  const { kirim, dicatatPada, n } = entri;
  const arrived = n > 0 || kirim.terkirimPada !== undefined;
  return [
    ...(dicatatPada > 0 ? [{ teks: words.tersimpan, saat: dicatatPada, sudah: true }] : []),
    { teks: words.terkirim, saat: kirim.terkirimPada, sudah: arrived },
    ...(kirim.fotoMenyusul > 0
      ? [{ teks: words.fotoMenyusul(kirim.fotoMenyusul, kirim.byteMenyusul), sudah: false }]
      : []),
    ...(kirim.aman ? [{ teks: words.aman, sudah: true }] : []),
    ...langkahPeriksa(entri),
  ];
};

/** The entry's way so far, with the receipt code that a server's operator can look up. */
export const RiwayatEntri = ({ entri }: { entri: EntriRow }) => (
  <Section title={detail.riwayat}>
    <ol class="riwayat">
      {langkahDari(entri).map(({ teks, saat, sudah }) => (
        <li key={teks} class={sudah ? 'sudah' : undefined}>
          <span>{teks}</span>
          {saat !== undefined && <span class="redup">{waktu(saat)}</span>}
          {!sudah && <span class="sembunyi">{words.belum}</span>}
        </li>
      ))}
    </ol>
    {entri.kirim.resi && <p class="redup">{words.resi(entri.kirim.resi)}</p>}
    {entri.n > 0 && (
      <LinkButton kind="teks" href={`/kegiatan/${encodeURIComponent(entri.id)}/riwayat`}>
        {detail.riwayatLengkap}
      </LinkButton>
    )}
  </Section>
);
