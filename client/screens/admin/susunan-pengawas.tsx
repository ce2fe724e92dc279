import { useEffect, useState } from 'preact/hooks';
import { formatNip } from '../../../shared/domain/index.ts';
import type { BarisPegawai } from '../../../shared/protocol/index.ts';
import { binaSekolah, daftarPengawas } from '../../app/pegawai.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { pegawai as words } from '../../i18n/id/pegawai.ts';
import { umum } from '../../i18n/id/umum.ts';
import { Banner, Button, Field, LinkButton, ProgressBar, Sheet, TextInput } from '../../ui/index.ts';
import type { HasilBina, KepalaTanpaAtasan } from './susunan-atasan.tsx';

type Dibaca = Awaited<ReturnType<typeof daftarPengawas>>;

const cocok = ({ nama, nip, unit }: BarisPegawai, cari: string): boolean => {
  const dicari = cari.trim().toLowerCase();
  const angka = dicari.replace(/\D/g, '');
  return (
    `${nama} ${unit?.nama ?? ''}`.toLowerCase().includes(dicari) || (angka !== '' && nip.includes(angka))
  );
};

type DaftarProps = {
  readonly pengawas: readonly BarisPegawai[];
  readonly dipilih: BarisPegawai | null;
  readonly onPilih: (satu: BarisPegawai) => void;
};

const Daftar = ({ pengawas, dipilih, onPilih }: DaftarProps) => {
  const [cari, setCari] = useState('');
  const tampak = pengawas.filter((satu) => cocok(satu, cari));
  return (
    <>
      <Field id="pengawas-cari" label={words.cariPengawas}>
        <TextInput type="search" value={cari} onInput={(event) => setCari(event.currentTarget.value)} />
      </Field>
      <fieldset class="pegawai-centang">
        <legend class="label">{words.pengawas}</legend>
        {tampak.length === 0 && <p role="status">{words.tanpaCocok}</p>}
        <ul>
          {tampak.map((satu) => (
            <li key={satu.id}>
              <label>
                <input
                  type="radio"
                  name="pengawas"
                  checked={dipilih?.id === satu.id}
                  onChange={() => onPilih(satu)}
                />
                <span>
                  <b>{satu.nama}</b>
                  <span class="redup">{`${formatNip(satu.nip)} · ${satu.unit?.nama ?? ''}`}</span>
                </span>
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
    </>
  );
};

const BelumAda = () => (
  <Banner
    tone="peringatan"
    action={
      <LinkButton kind="tonal" icon="plus" href="/pegawai?tambah=pengawas">
        {words.tambahPengawas}
      </LinkButton>
    }
  >
    {words.tanpaPengawas}
  </Banner>
);

type IsiProps = {
  readonly kepala: readonly KepalaTanpaAtasan[];
  readonly pengawas: readonly BarisPegawai[];
  /** How many schools were asked; null before it began. */
  readonly maju: number | null;
  readonly onBatal: () => void;
  readonly onYa: (pengawas: BarisPegawai) => void;
};

const Isi = ({ kepala, pengawas, maju, onBatal, onYa }: IsiProps) => {
  const [dipilih, setDipilih] = useState<BarisPegawai | null>(null);
  const [salah, setSalah] = useState<string | null>(null);
  const [satu] = kepala;
  const siapa = kepala.length === 1 && satu ? satu.nama : words.kepalaBanyak(kepala.length);
  const kirim = (event: Event): void => {
    event.preventDefault();
    if (dipilih) onYa(dipilih);
    else setSalah(words.pilihPengawasDulu);
  };
  return (
    <form class="pegawai-formulir" onSubmit={kirim} noValidate>
      <p>{words.binaUntuk(siapa)}</p>
      {kepala.length > 1 && (
        <details>
          <summary>{words.lihatKepala}</summary>
          <ul>
            {kepala.map(({ sekolah, nama, tempat }) => (
              <li key={sekolah}>{`${nama}, ${tempat}`}</li>
            ))}
          </ul>
        </details>
      )}
      <Daftar
        pengawas={pengawas}
        dipilih={dipilih}
        onPilih={(baru) => {
          setDipilih(baru);
          setSalah(null);
        }}
      />
      <div role="status">{dipilih && <Banner tone="info">{words.binaAkan(siapa, dipilih.nama)}</Banner>}</div>
      {salah && (
        <p class="field-error" role="alert">
          {salah}
        </p>
      )}
      {maju !== null && (
        <>
          <p role="status">{words.membina(maju, kepala.length)}</p>
          <ProgressBar value={maju} max={kepala.length} label={words.membina(maju, kepala.length)} />
        </>
      )}
      <div class="deret-tombol">
        <Button kind="teks" onClick={onBatal}>
          {umum.aksi.batal}
        </Button>
        <Button kind="utama" type="submit" busy={maju !== null}>
          {words.jadikanPengawas}
        </Button>
      </div>
    </form>
  );
};

type Props = {
  readonly kepala: readonly KepalaTanpaAtasan[];
  readonly onClose: () => void;
  readonly onJadi: (hasil: HasilBina) => void;
};

/** Chooses a pengawas for heads, says what follows, and gives him one school after the other. */
export const PilihPengawas = ({ kepala, onClose, onJadi }: Props) => {
  const [dibaca, setDibaca] = useState<Dibaca | null>(null);
  const [maju, setMaju] = useState<number | null>(null);
  useEffect(() => void daftarPengawas().then(setDibaca), []);
  // Half of the schools are no place to walk away from without a word.
  const tutup = (): void => {
    if (maju === null) onClose();
  };
  const ya = async (pengawas: BarisPegawai): Promise<void> => {
    setMaju(0);
    const belum = await binaSekolah(
      pengawas.id,
      kepala.map(({ sekolah }) => sekolah),
      setMaju,
    );
    onJadi({ pengawas: pengawas.nama, kepala, belum });
  };
  return (
    <Sheet open onClose={tutup} title={words.pilihPengawas} closeLabel={umum.aksi.tutup}>
      {dibaca === null && <p role="status">{words.memuat}</p>}
      {dibaca?.ok === false && (
        <Banner tone="peringatan">{kataMasalah(dibaca.code, dibaca.params ?? {})}</Banner>
      )}
      {dibaca?.ok && dibaca.pengawas.length === 0 && <BelumAda />}
      {dibaca?.ok && dibaca.pengawas.length > 0 && (
        <Isi
          kepala={kepala}
          pengawas={dibaca.pengawas}
          maju={maju}
          onBatal={tutup}
          onYa={(pengawas) => void ya(pengawas)}
        />
      )}
    </Sheet>
  );
};
