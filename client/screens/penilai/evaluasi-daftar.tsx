import { useEffect, useRef } from 'preact/hooks';
import { evaluasi as words } from '../../i18n/id/evaluasi.ts';
import type { IconName, Tone } from '../../ui/index.ts';
import { StatusPill } from '../../ui/index.ts';
import type { GuruEvaluasi, TahapPenilai } from './evaluasi-model.ts';

const kata = words.penilai;

const LENCANA: Readonly<Record<TahapPenilai, readonly [Tone, IconName]>> = {
  BELUM: ['netral', 'minus'],
  DRAF: ['netral', 'pencil-line'],
  DIAJUKAN: ['info', 'clock'],
  DIKEMBALIKAN: ['peringatan', 'corner-up-left'],
  SEBAGIAN: ['peringatan', 'pencil-line'],
  DINILAI: ['info', 'check'],
  DITETAPKAN: ['berhasil', 'check-check'],
};

const Baris = ({
  guru,
  current,
  onOpen,
}: {
  guru: GuruEvaluasi;
  current: boolean;
  onOpen: (owner: string) => void;
}) => {
  const { pegawai, tahap, predikat, belumDiperiksa, evaluasi } = guru;
  const [tone, icon] = LENCANA[tahap];
  const keberatan = evaluasi?.state.keberatan && !evaluasi.state.keberatan.penjelasan;
  const baris = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (current) baris.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <li aria-current={current ? 'true' : undefined} ref={baris}>
      <button type="button" class="list-row" onClick={() => onOpen(pegawai.owner)}>
        <span class="list-row-body">
          <span class="list-row-title">{pegawai.content.nama}</span>
          <span class="evaluasi-status">
            <StatusPill tone={tone} icon={icon} label={kata.tahap[tahap]} />
            {predikat && (
              <span>
                {tahap === 'DITETAPKAN' ? words.predikat[predikat] : kata.sementara(words.predikat[predikat])}
              </span>
            )}
          </span>
          {belumDiperiksa > 0 && tahap !== 'DITETAPKAN' && (
            <span class="redup">{kata.belumDiperiksa(belumDiperiksa)}</span>
          )}
          {keberatan && <span class="peringatan">{kata.keberatan}</span>}
        </span>
      </button>
    </li>
  );
};

/** The teachers of a period, by name: a list that does not jump while one after the other is rated. */
export const DaftarGuru = ({
  daftar,
  current,
  onOpen,
}: {
  daftar: readonly GuruEvaluasi[];
  current: string | undefined;
  onOpen: (owner: string) => void;
}) => (
  <ul class="daftar evaluasi-guru">
    {daftar.map((guru) => (
      <Baris key={guru.pegawai.id} guru={guru} current={guru.pegawai.owner === current} onOpen={onOpen} />
    ))}
  </ul>
);
