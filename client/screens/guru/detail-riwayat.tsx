import { entriSama } from '../../../shared/domain/index.ts';
import { waktu } from '../../i18n/format.ts';
import { detail } from '../../i18n/id/guru.ts';
import type { EntriRow } from '../../store/index.ts';
import { LinkButton, Section } from '../../ui/index.ts';
import './detail.css';

const words = detail.r;

type Langkah = { readonly teks: string; readonly saat?: number | undefined; readonly sudah: boolean };

/** What the head made of it, or she herself. */
const langkahTahap = ({ state, deleted }: Pick<EntriRow, 'state' | 'deleted'>): Langkah[] => {
  if (deleted) return [{ teks: words.dihapus, sudah: true }];
  const oleh = state.oleh ?? '';
  if (state.tahap === 'DISETUJUI') return [{ teks: words.disetujui(oleh), saat: state.pada, sudah: true }];
  if (state.tahap === 'DIKEMBALIKAN')
    return [{ teks: words.dikembalikan(oleh), saat: state.pada, sudah: true }];
  if (state.tahap === 'DITARIK') return [{ teks: words.ditarik, sudah: true }];
  // Handed in by its author, it names nobody: only who opens what was decided leaves his name here.
  return oleh === '' ? [] : [{ teks: words.dibukaLagi(oleh), saat: state.pada, sudah: true }];
};

/** What she did to an entry that the server has, while that is on this phone only: after what the server knows of it. */
const langkahDiHp = (entri: EntriRow, sama: boolean): Langkah[] => {
  const milikNya = entri.deleted || entri.state.tahap !== 'DIAJUKAN' ? langkahTahap(entri) : [];
  const [{ teks } = { teks: sama ? words.diajukan : words.diubah }] = milikNya;
  return [...(entri.diServer ? langkahTahap(entri.diServer) : []), { teks: words.diHp(teks), sudah: true }];
};

/** What happened to an entry so far and what comes next, oldest first; nothing is called sent that has not left the phone. */
export const langkahDari = (entri: EntriRow): Langkah[] => {
  const { kirim, dicatatPada, n, diServer, content, state, deleted } = entri;
  const arrived = n > 0 || kirim.terkirimPada !== undefined;
  const sampai = kirim.kunci === 'terkirim' || kirim.kunci === 'teks-terkirim';
  const diHp = arrived && !sampai && kirim.kunci !== 'dua-versi';
  const sama = diServer?.content ? entriSama(diServer.content, content) : false;
  const tahap = diHp ? langkahDiHp(entri, sama) : langkahTahap(entri);
  return [
    ...(dicatatPada > 0 ? [{ teks: words.tersimpan, saat: dicatatPada, sudah: true }] : []),
    { teks: diHp && !sama ? words.terkirimLama : words.terkirim, saat: kirim.terkirimPada, sudah: arrived },
    ...(diHp ? tahap : []),
    ...(kirim.fotoMenyusul > 0
      ? [{ teks: words.fotoMenyusul(kirim.fotoMenyusul, kirim.byteMenyusul), sudah: false }]
      : []),
    ...(kirim.aman ? [{ teks: words.aman, sudah: true }] : []),
    ...(diHp ? [] : tahap),
    ...(sampai && !deleted && state.tahap === 'DIAJUKAN' ? [{ teks: words.menunggu, sudah: false }] : []),
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
