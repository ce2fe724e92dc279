import { useState } from 'preact/hooks';
import { TambahPegawai as Skema } from '../../../shared/protocol/index.ts';
import { tambahPegawai } from '../../app/pegawai.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { pegawai as words } from '../../i18n/id/pegawai.ts';
import { umum } from '../../i18n/id/umum.ts';
import { Button, Sheet } from '../../ui/index.ts';
import { ISI_KOSONG, IsianData, Pilih, PilihUnit, rapi, Tanggal, type Unit } from './pegawai-formulir.tsx';

type Props = {
  readonly unit: Unit;
  readonly hariIni: string;
  readonly onClose: () => void;
  /** Told of the new person's id. */
  readonly onJadi: (id: string) => void;
};

/** A new person by hand: her data, her school, since when. */
export const TambahPegawai = ({ unit, hariIni, onClose, onJadi }: Props) => {
  const [isi, setIsi] = useState(ISI_KOSONG);
  const [di, setDi] = useState('');
  const [jenis, setJenis] = useState<'induk' | 'kepala'>('induk');
  const [mulai, setMulai] = useState(hariIni);
  const [salah, setSalah] = useState<string | null>(null);
  const [sibuk, setSibuk] = useState(false);
  const kirim = async (event: Event): Promise<void> => {
    event.preventDefault();
    const dibaca = Skema.safeParse({ isi: rapi(isi), unit: di, jenis, mulai });
    if (!dibaca.success) return setSalah(words.belumLengkap);
    setSibuk(true);
    const hasil = await tambahPegawai(dibaca.data);
    setSibuk(false);
    if (hasil.ok) onJadi(hasil.isi.id);
    else setSalah(kataMasalah(hasil.code, hasil.params ?? {}));
  };
  return (
    <Sheet open onClose={onClose} title={words.tambah} closeLabel={umum.aksi.tutup}>
      <form class="pegawai-formulir" onSubmit={(event) => void kirim(event)} noValidate>
        <p class="redup">{words.tambahIsi}</p>
        <IsianData isi={isi} onIsi={setIsi}>
          <PilihUnit id="isi-unit" label={words.satuan} value={di} unit={unit} onValue={setDi} />
          <Pilih
            id="isi-jenis"
            label={words.sebagai}
            value={jenis}
            pilihan={[
              ['induk', words.sebagaiPilihan.induk],
              ['kepala', words.sebagaiPilihan.kepala],
            ]}
            onValue={setJenis}
          />
          <Tanggal id="isi-mulai" label={words.mulai} value={mulai} onValue={setMulai} />
        </IsianData>
        {salah && (
          <p class="field-error" role="alert">
            {salah}
          </p>
        )}
        <div class="deret-tombol">
          <Button kind="teks" onClick={onClose}>
            {umum.aksi.batal}
          </Button>
          <Button kind="utama" type="submit" busy={sibuk}>
            {umum.aksi.simpan}
          </Button>
        </div>
      </form>
    </Sheet>
  );
};
