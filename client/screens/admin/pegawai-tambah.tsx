import { useState } from 'preact/hooks';
import { TambahPegawai as Skema } from '../../../shared/protocol/index.ts';
import { useKetikan } from '../../app/ketikan.ts';
import { tambahPegawai } from '../../app/pegawai.ts';
import { beriTahu } from '../../app/snackbar.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { pegawai as words } from '../../i18n/id/pegawai.ts';
import { umum } from '../../i18n/id/umum.ts';
import { Button, Sheet } from '../../ui/index.ts';
import {
  type BidangSalah,
  bidangSalah,
  ISI_KOSONG,
  IsianData,
  type IsiKetik,
  Pilih,
  PilihUnit,
  rapi,
  Tanggal,
  type Unit,
  useKeSalah,
} from './pegawai-formulir.tsx';

type Props = {
  readonly unit: Unit;
  readonly hariIni: string;
  /** Whether a pengawas is wanted: then what makes one is filled in, and is to be seen. */
  readonly pengawas: boolean;
  readonly onClose: () => void;
  /** Told of the new person's id. */
  readonly onJadi: (id: string) => void;
};

type Ketikan = {
  readonly isi: IsiKetik;
  readonly di: string;
  readonly jenis: 'induk' | 'kepala' | '';
  /** Empty for today. */
  readonly mulai: string;
};

const awal = (pengawas: boolean): Ketikan => ({
  isi: pengawas ? { ...ISI_KOSONG, jabatan: words.jabatanPengawas } : ISI_KOSONG,
  ...{ di: '', jenis: pengawas ? 'kepala' : '', mulai: '' },
});

const TIDAK_SALAH: BidangSalah = new Set();

type TempatProps = {
  readonly ketikan: Ketikan & { readonly wilayah: boolean };
  readonly unit: Unit;
  readonly salah: BidangSalah;
  readonly ubah: (bagian: Partial<Ketikan>) => void;
};

const Tempat = ({ ketikan: { di, jenis, mulai, wilayah }, unit, salah, ubah }: TempatProps) => {
  const sebagai = wilayah ? words.sebagaiWilayah : words.sebagaiPilihan;
  const kata = (bidang: 'unit' | 'jenis' | 'mulai') =>
    salah.has(bidang) ? words.salahBidang[bidang] : undefined;
  return (
    <>
      <PilihUnit
        id="isi-unit"
        label={words.satuan}
        value={di}
        unit={unit}
        salah={kata('unit')}
        onValue={(shard) => ubah({ di: shard })}
      />
      <Pilih
        id="isi-jenis"
        label={words.sebagai}
        value={jenis}
        pilihan={[
          ['induk', sebagai.induk],
          ['kepala', sebagai.kepala],
        ]}
        salah={kata('jenis')}
        onValue={(baru) => ubah({ jenis: baru })}
      />
      <Tanggal
        id="isi-mulai"
        label={words.mulai}
        value={mulai}
        salah={kata('mulai')}
        onValue={(tanggal) => ubah({ mulai: tanggal })}
      />
    </>
  );
};

/** A new person by hand: her data, her school, since when. What was typed outlives a closed drawer. */
export const TambahPegawai = ({ unit, hariIni, pengawas, onClose, onJadi }: Props) => {
  const kosong = awal(pengawas);
  const [ketikan, setKetikan] = useKetikan(`tambah-${pengawas ? 'pengawas' : 'pegawai'}`, kosong);
  const [bidang, setBidang] = useState(TIDAK_SALAH);
  const [salah, setSalah] = useState<string | null>(null);
  const [sibuk, setSibuk] = useState(false);
  useKeSalah(bidang);
  const wilayah = unit.filter((satu) => satu.wilayah);
  const di = ketikan.di || (pengawas && wilayah.length === 1 ? (wilayah[0]?.shard ?? '') : '');
  const mulai = ketikan.mulai || hariIni;
  const terisi = JSON.stringify(ketikan) !== JSON.stringify(kosong);
  const tutup = (): void => {
    if (terisi) beriTahu(words.ketikanTinggal);
    onClose();
  };
  const kirim = async (event: Event): Promise<void> => {
    event.preventDefault();
    const dibaca = Skema.safeParse({ isi: rapi(ketikan.isi), unit: di, jenis: ketikan.jenis, mulai });
    setBidang(dibaca.success ? TIDAK_SALAH : bidangSalah(dibaca.error));
    if (!dibaca.success) return setSalah(words.belumLengkap);
    setSibuk(true);
    const hasil = await tambahPegawai(dibaca.data);
    setSibuk(false);
    if (!hasil.ok) return setSalah(kataMasalah(hasil.code, hasil.params ?? {}));
    setKetikan(kosong);
    onJadi(hasil.isi.id);
  };
  return (
    <Sheet
      open
      onClose={tutup}
      title={pengawas ? words.tambahPengawas : words.tambah}
      closeLabel={umum.aksi.tutup}
    >
      <form class="pegawai-formulir" onSubmit={(event) => void kirim(event)} noValidate>
        <p class="redup">{words.tambahIsi}</p>
        <IsianData isi={ketikan.isi} salah={bidang} onIsi={(isi) => setKetikan({ ...ketikan, isi })}>
          <Tempat
            ketikan={{ ...ketikan, di, mulai, wilayah: wilayah.some(({ shard }) => shard === di) }}
            unit={unit}
            salah={bidang}
            ubah={(bagian) => setKetikan({ ...ketikan, ...bagian })}
          />
        </IsianData>
        {terisi && <p class="redup">{words.ketikanAda}</p>}
        {salah && (
          <p class="field-error" role="alert">
            {salah}
          </p>
        )}
        <div class="deret-tombol">
          {terisi && (
            <Button kind="teks" onClick={() => setKetikan(kosong)}>
              {words.kosongkan}
            </Button>
          )}
          <Button kind="teks" onClick={tutup}>
            {umum.aksi.tutup}
          </Button>
          <Button kind="utama" type="submit" busy={sibuk}>
            {umum.aksi.simpan}
          </Button>
        </div>
      </form>
    </Sheet>
  );
};
