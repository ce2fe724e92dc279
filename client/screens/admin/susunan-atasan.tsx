import { useEffect, useRef, useState } from 'preact/hooks';
import type { TemuanTampil } from '../../../shared/protocol/index.ts';
import type { BelumDibina } from '../../app/pegawai.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { pegawai as words } from '../../i18n/id/pegawai.ts';
import { Banner, Button, Section } from '../../ui/index.ts';
import { Centang } from './pegawai-centang.tsx';

/** A school whose head has nobody above him. */
export type KepalaTanpaAtasan = {
  readonly sekolah: string;
  readonly nama: string;
  readonly tempat: string;
};

/** The heads whom findings speak of, by their schools. */
export const kepalaDari = (temuan: readonly TemuanTampil[]): KepalaTanpaAtasan[] =>
  temuan.flatMap((satu) =>
    satu.jenis === 'tanpaAtasan' && satu.unit
      ? [
          {
            sekolah: satu.unit.shard,
            nama: satu.orang.map(({ nama }) => nama).join(', '),
            tempat: words.temuanTempat(satu),
          },
        ]
      : [],
  );

type Props = {
  readonly list: readonly KepalaTanpaAtasan[];
  readonly onPilih: (kepala: readonly KepalaTanpaAtasan[]) => void;
};

/** Heads whom nobody rates: one, or as many as are ticked, are given a pengawas where they stand. */
export const TanpaAtasan = ({ list, onPilih }: Props) => {
  const [dipilih, setDipilih] = useState<readonly string[]>([]);
  const { judul, isi } = words.temuan.tanpaAtasan;
  const tercentang = list.filter(({ sekolah }) => dipilih.includes(sekolah));
  return (
    <Section title={judul}>
      <p class="redup">{isi}</p>
      <Centang
        id="tanpa-atasan"
        judul={words.kepalaDipilih}
        cari={words.cariKepala}
        list={list.map(({ sekolah, nama, tempat }) => ({ kunci: sekolah, nama, ket: tempat }))}
        dipilih={tercentang.map(({ sekolah }) => sekolah)}
        onDipilih={setDipilih}
        ekor={(sekolah) => {
          const kepala = list.filter((satu) => satu.sekolah === sekolah);
          return (
            <Button
              kind="teks"
              aria-label={words.pilihPengawasSatu(kepala[0]?.nama ?? '')}
              onClick={() => onPilih(kepala)}
            >
              {words.pilihPengawas}
            </Button>
          );
        }}
      />
      {tercentang.length > 0 && (
        <div class="susunan-akhir">
          <Button kind="utama" onClick={() => onPilih(tercentang)}>
            {words.pilihPengawasBanyak(tercentang.length)}
          </Button>
        </div>
      )}
    </Section>
  );
};

/** What came of it: who was given to whom, and which schools were not. */
export type HasilBina = {
  readonly pengawas: string;
  readonly kepala: readonly KepalaTanpaAtasan[];
  readonly belum: readonly BelumDibina[];
};

/** Says what came of it, and leads back to the choice for the same heads. */
export const HasilAtasan = ({
  hasil: { pengawas, kepala, belum },
  onGanti,
}: {
  hasil: HasilBina;
  onGanti: (kepala: readonly KepalaTanpaAtasan[]) => void;
}) => {
  const kotak = useRef<HTMLDivElement>(null);
  // The button that was pressed is gone with its row.
  useEffect(() => kotak.current?.focus(), [pengawas, kepala]);
  const jadi = kepala.filter(({ sekolah }) => !belum.some((satu) => satu.sekolah === sekolah));
  return (
    <div class="susunan-hasil" role="status" tabIndex={-1} ref={kotak}>
      {jadi.length > 0 && (
        <Banner
          tone="berhasil"
          action={
            <Button kind="tonal" onClick={() => onGanti(jadi)}>
              {words.gantiPengawas}
            </Button>
          }
        >
          {words.dibina(
            jadi.length === 1 ? (jadi[0]?.nama ?? '') : words.kepalaBanyak(jadi.length),
            pengawas,
          )}
        </Banner>
      )}
      {belum.length > 0 && (
        <Banner tone="peringatan">
          <p>{words.belumDibina(belum.length)}</p>
          <ul>
            {kepala
              .filter(({ sekolah }) => belum.some((satu) => satu.sekolah === sekolah))
              .map(({ sekolah, nama, tempat }) => (
                <li key={sekolah}>{`${nama}, ${tempat}`}</li>
              ))}
          </ul>
          {belum[0] && <p>{kataMasalah(belum[0].sebab.code, belum[0].sebab.params ?? {})}</p>}
        </Banner>
      )}
    </div>
  );
};
