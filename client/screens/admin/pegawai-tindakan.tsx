import { useState } from 'preact/hooks';
import { tambahHari } from '../../../shared/domain/index.ts';
import {
  type SatuPegawai,
  TindakanPegawai as Skema,
  type TindakanPegawai,
} from '../../../shared/protocol/index.ts';
import { binaSekolah, satuPegawai, tindakPegawai } from '../../app/pegawai.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { pegawai as words } from '../../i18n/id/pegawai.ts';
import { umum } from '../../i18n/id/umum.ts';
import { Banner, Button, Field, ProgressBar, TextArea } from '../../ui/index.ts';
import { Centang } from './pegawai-centang.tsx';
import {
  type BidangSalah,
  bidangSalah,
  IsianData,
  type IsiKetik,
  Pilih,
  PilihUnit,
  rapi,
  Tanggal,
  type Unit,
  useKeSalah,
} from './pegawai-formulir.tsx';

/** What can be done to a person by a form. */
export type Apa = Exclude<TindakanPegawai['apa'], 'batal' | 'beres'>;

type Isian = {
  readonly isi: IsiKetik;
  readonly unit: string;
  readonly mulai: string;
  readonly akhir: string;
  readonly alasan: string;
  readonly jenis: 'kepala' | 'plt' | 'plh' | 'nonInduk';
  readonly sebab: 'pensiun' | 'nonaktif';
  readonly sebagai: 'sama' | 'induk' | 'kepala';
  readonly penilai: string;
  readonly binaan: readonly string[];
};

/** What the form says, as the service is told of it; what is missing shows when it does not fit. */
const tindakanDari = (apa: Apa, tugas: string, isian: Isian): unknown => {
  const { unit, mulai, akhir, jenis, sebab, sebagai, penilai, binaan } = isian;
  const alasan = isian.alasan.normalize('NFC').trim();
  switch (apa) {
    case 'ubah':
      return { apa, isi: rapi(isian.isi) };
    case 'mutasi':
      return { apa, ke: unit, mulai, alasan, ...(sebagai === 'sama' ? {} : { sebagai }) };
    case 'keluar':
      return { apa, sebab, mulai, alasan };
    case 'aktifkan':
      return { apa, unit, mulai, alasan };
    case 'tugaskan':
      return { apa, jenis, unit, mulai, akhir: akhir === '' ? null : akhir, alasan };
    case 'akhiri':
      return { apa, tugas, akhir, alasan };
    case 'penilai':
      return { apa, penilai };
    case 'bina':
      return { apa, unit: binaan };
  }
};

type BidangProps = {
  readonly apa: Apa;
  readonly satu: SatuPegawai;
  readonly unit: Unit;
  readonly isian: Isian;
  readonly salah: BidangSalah;
  readonly ubah: (bagian: Partial<Isian>) => void;
};

const Binaan = ({ unit, isian, ubah }: Pick<BidangProps, 'unit' | 'isian' | 'ubah'>) => (
  <Centang
    id="t-binaan"
    judul={words.sekolahBinaan}
    cari={words.cariSekolah}
    list={unit
      .filter(({ wilayah }) => !wilayah)
      .map(({ shard, nama, npsn, kepala }) => ({
        kunci: shard,
        nama: `${nama} (${npsn})`,
        ket: kepala?.nama ?? '',
        tutup: kepala ? undefined : words.tanpaKepala,
      }))}
    dipilih={isian.binaan}
    onDipilih={(binaan) => ubah({ binaan })}
  />
);

const PILIHAN_TUGAS = (['plt', 'plh', 'kepala', 'nonInduk'] as const).map(
  (jenis) => [jenis, words.jenisTugas[jenis]] as const,
);

const Tempat = ({ apa, satu, unit, isian, ubah }: BidangProps) => {
  const sekolah = unit.filter(
    ({ wilayah, shard }) => !wilayah && (apa !== 'mutasi' || shard !== satu.ringkas.unit?.shard),
  );
  return (
    <>
      {apa === 'tugaskan' && (
        <Pilih
          id="t-jenis"
          label={words.jenisLabel}
          value={isian.jenis}
          pilihan={PILIHAN_TUGAS}
          onValue={(jenis) => ubah({ jenis })}
        />
      )}
      <PilihUnit
        id="t-unit"
        label={apa === 'mutasi' ? words.ke : words.di}
        value={isian.unit}
        unit={sekolah}
        onValue={(shard) => ubah({ unit: shard })}
      />
      {apa === 'mutasi' && (
        <Pilih
          id="t-sebagai"
          label={words.sebagai}
          value={isian.sebagai}
          pilihan={[
            ['sama', words.sebagaiPilihan.sama],
            ['induk', words.sebagaiPilihan.induk],
            ['kepala', words.sebagaiPilihan.kepala],
          ]}
          onValue={(sebagai) => ubah({ sebagai })}
        />
      )}
    </>
  );
};

const Waktu = ({ apa, isian, ubah }: BidangProps) => (
  <>
    {apa !== 'akhiri' && (
      <Tanggal id="t-mulai" label={words.mulai} value={isian.mulai} onValue={(mulai) => ubah({ mulai })} />
    )}
    {(apa === 'akhiri' || apa === 'tugaskan') && (
      <Tanggal
        id="t-akhir"
        label={words.sampai}
        value={isian.akhir}
        hint={isian.jenis === 'kepala' || isian.jenis === 'nonInduk' ? words.sampaiKosong : undefined}
        onValue={(akhir) => ubah({ akhir })}
      />
    )}
    <Field id="t-alasan" label={words.alasan}>
      <TextArea
        rows={2}
        maxLength={300}
        value={isian.alasan}
        onInput={(event) => ubah({ alasan: event.currentTarget.value })}
      />
    </Field>
  </>
);

const Bidang = (props: BidangProps) => {
  const { apa, satu, unit, isian, salah, ubah } = props;
  if (apa === 'ubah') return <IsianData isi={isian.isi} salah={salah} onIsi={(isi) => ubah({ isi })} />;
  if (apa === 'bina') return <Binaan unit={unit} isian={isian} ubah={ubah} />;
  if (apa === 'penilai')
    return satu.calonPenilai.length === 0 ? (
      <Banner tone="peringatan">{words.tanpaCalon}</Banner>
    ) : (
      <Pilih
        id="t-penilai"
        label={words.penilai}
        value={isian.penilai}
        pilihan={satu.calonPenilai.map(({ id, nama }) => [id, nama] as const)}
        onValue={(penilai) => ubah({ penilai })}
      />
    );
  return (
    <>
      {apa === 'keluar' && (
        <Pilih
          id="t-sebab"
          label={words.sebabLabel}
          value={isian.sebab}
          pilihan={[
            ['pensiun', words.sebabPilihan.pensiun],
            ['nonaktif', words.sebabPilihan.nonaktif],
          ]}
          onValue={(sebab) => ubah({ sebab })}
        />
      )}
      {(apa === 'mutasi' || apa === 'tugaskan' || apa === 'aktifkan') && <Tempat {...props} />}
      <Waktu {...props} />
    </>
  );
};

const awal = (satu: SatuPegawai, apa: Apa, hariIni: string): Isian => ({
  ...{ isi: satu.isi, mulai: apa === 'aktifkan' ? hariIni : tambahHari(hariIni, 1) },
  unit: apa === 'aktifkan' || apa === 'tugaskan' ? (satu.ringkas.unit?.shard ?? '') : '',
  akhir: apa === 'tugaskan' ? tambahHari(hariIni, 90) : apa === 'akhiri' ? hariIni : '',
  ...{ alasan: '', jenis: 'plt', sebab: 'pensiun', sebagai: 'sama' },
  penilai: satu.calonPenilai[0]?.id ?? '',
  binaan: [],
});

type Props = {
  readonly apa: Apa;
  /** The assignment that is to end. */
  readonly tugas: string;
  readonly satu: SatuPegawai;
  readonly unit: Unit;
  readonly hariIni: string;
  readonly onBatal: () => void;
  readonly onJadi: (satu: SatuPegawai, kata: string) => void;
};

/** One act on a person, with everything that it needs said; nothing happens before its button is pressed. */
export const Tindakan = ({ apa, tugas, satu, unit, hariIni, onBatal, onJadi }: Props) => {
  const [isian, setIsian] = useState(() => awal(satu, apa, hariIni));
  const [sibuk, setSibuk] = useState(false);
  const [bidang, setBidang] = useState<BidangSalah>(new Set());
  useKeSalah(bidang);
  const [maju, setMaju] = useState<number | null>(null);
  const [salah, setSalah] = useState<string | null>(null);
  const { id } = satu.ringkas;
  const bina = async () => {
    setMaju(0);
    const belum = await binaSekolah(id, isian.binaan, setMaju);
    setMaju(null);
    // What was done is not asked for again.
    setIsian({ ...isian, binaan: belum.map(({ sekolah }) => sekolah) });
    return belum[0]?.sebab ?? satuPegawai(id);
  };
  const kirim = async (event: Event): Promise<void> => {
    event.preventDefault();
    // A district has more schools than fit one act: they go one after the other.
    const dibaca = Skema.safeParse(tindakanDari(apa, tugas, { ...isian, binaan: isian.binaan.slice(0, 1) }));
    setBidang(dibaca.success ? new Set() : bidangSalah(dibaca.error));
    if (!dibaca.success) return setSalah(words.belumLengkap);
    setSibuk(true);
    const hasil = await (apa === 'bina' ? bina() : tindakPegawai(id, dibaca.data));
    setSibuk(false);
    if (!hasil.ok) return setSalah(kataMasalah(hasil.code, hasil.params ?? {}));
    const nanti = 'mulai' in dibaca.data && dibaca.data.mulai > hariIni ? dibaca.data.mulai : null;
    onJadi(hasil.isi, nanti ? words.tercatatNanti(nanti) : words.tercatat);
  };
  return (
    <form class="pegawai-formulir" onSubmit={(event) => void kirim(event)} noValidate>
      <h3>{words.apa[apa]}</h3>
      <p class="redup">{words.apaIsi[apa]}</p>
      <Bidang
        apa={apa}
        satu={satu}
        unit={unit}
        isian={isian}
        salah={bidang}
        ubah={(bagian) => setIsian({ ...isian, ...bagian })}
      />
      {salah && (
        <p class="field-error" role="alert">
          {salah}
        </p>
      )}
      {maju !== null && (
        <>
          <p role="status">{words.membina(maju, isian.binaan.length)}</p>
          <ProgressBar
            value={maju}
            max={isian.binaan.length}
            label={words.membina(maju, isian.binaan.length)}
          />
        </>
      )}
      <div class="deret-tombol">
        <Button kind="teks" onClick={onBatal}>
          {umum.aksi.batal}
        </Button>
        <Button kind="utama" type="submit" busy={sibuk}>
          {umum.aksi.simpan}
        </Button>
      </div>
    </form>
  );
};
