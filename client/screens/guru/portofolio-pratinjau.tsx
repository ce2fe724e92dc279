import type { PortofolioPublik } from '../../../shared/domain/index.ts';
import { useApp } from '../../app/context.ts';
import { portofolio as words } from '../../i18n/id/portofolio.ts';
import { useFoto } from './foto-url.ts';

type ButirPublik = PortofolioPublik['butir'][number];

const SatuButir = ({ butir: { judul, teks, bulan, foto } }: { butir: ButirPublik }) => {
  const { store, actor } = useApp();
  const gambar = useFoto(store, actor.id, {
    foto: foto.map(({ sha }) => ({ sha, size: 1, mime: 'image/jpeg' as const })),
    besar: true,
    kata: { label: (nomor) => words.foto(nomor) },
  });
  return (
    <article>
      <h3>{judul}</h3>
      <p class="redup">{words.bulan(bulan)}</p>
      <p class="apa-adanya">{teks}</p>
      {foto.map(({ sha, keterangan }, i) => (
        <figure key={sha}>
          {gambar[i]?.url && <img src={gambar[i]?.url} alt={keterangan} />}
          <figcaption>{keterangan}</figcaption>
        </figure>
      ))}
    </article>
  );
};

/** The page as everybody will see it, by the very rule that the server shows it by. */
export const Pratinjau = ({ publik }: { publik: PortofolioPublik }) => (
  <div class="dialog-halaman portofolio-pratinjau">
    <header>
      <h2>{publik.nama}</h2>
      <p>{[publik.sebutan, publik.sekolah].filter(Boolean).join(' · ')}</p>
    </header>
    {publik.pengantar && <p class="apa-adanya">{publik.pengantar}</p>}
    {publik.butir.map((butir, i) => (
      <SatuButir key={i} butir={butir} />
    ))}
    <footer class="redup">{words.kaki(publik.nama)}</footer>
  </div>
);
