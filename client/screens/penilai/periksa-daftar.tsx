import { useEffect, useRef } from 'preact/hooks';
import { hariTanggalPendek, rentangJam } from '../../i18n/format.ts';
import { penilai } from '../../i18n/id/penilai.ts';
import { Icon } from '../../ui/index.ts';
import type { EntriPeriksa } from './model.ts';

const words = penilai.periksa;

type Props = {
  readonly daftar: readonly EntriPeriksa[];
  readonly current: string | undefined;
  readonly chosen: ReadonlySet<string>;
  readonly onOpen: (id: string) => void;
  readonly onToggle: (id: string) => void;
};

const Baris = ({
  periksa,
  current,
  chosen,
  onOpen,
  onToggle,
}: Omit<Props, 'daftar' | 'current' | 'chosen'> & {
  periksa: EntriPeriksa;
  current: boolean;
  chosen: boolean;
}) => {
  const { entri, nama, tanda, berubah } = periksa;
  const isi = entri.content;
  const baris = useRef<HTMLLIElement>(null);
  // Who goes through the queue by key sees in the list where he is.
  useEffect(() => {
    if (current) baris.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <li class="periksa-baris" aria-current={current ? 'true' : undefined} ref={baris}>
      <label class="periksa-pilih">
        <input
          type="checkbox"
          checked={chosen}
          onChange={() => onToggle(entri.id)}
          aria-label={words.pilih(isi.uraian)}
        />
      </label>
      <button type="button" onClick={() => onOpen(entri.id)}>
        <span class="periksa-judul">{isi.uraian}</span>
        <span class="redup">
          {nama} · {hariTanggalPendek(isi.tanggal)} · {rentangJam(isi)}
        </span>
        {entri.state.kembali !== undefined && (
          <span class="periksa-kembali">{words.diperbaiki(entri.state.kembali)}</span>
        )}
        <span class="periksa-tanda">
          <span class="redup">
            <Icon name="image" /> {isi.foto.length > 0 ? words.foto(isi.foto.length) : words.tanpaFoto}
          </span>
          {(tanda.length > 0 || berubah) && (
            <span class="peringatan">
              <Icon name="triangle-alert" />{' '}
              {berubah ? words.berubah : tanda.map((kode) => words.tanda[kode] ?? kode).join(', ')}
            </span>
          )}
        </span>
      </button>
    </li>
  );
};

/** The queue as a list: oldest first, one tap opens, a checkbox collects for approval in one go. */
export const DaftarPeriksa = ({ daftar, current, chosen, onOpen, onToggle }: Props) => (
  <ul class="periksa-daftar">
    {daftar.map((periksa) => (
      <Baris
        key={periksa.entri.id}
        periksa={periksa}
        current={periksa.entri.id === current}
        chosen={chosen.has(periksa.entri.id)}
        onOpen={onOpen}
        onToggle={onToggle}
      />
    ))}
  </ul>
);
