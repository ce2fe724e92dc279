import { useEffect, useState } from 'preact/hooks';
import { formatNip } from '../../../shared/domain/index.ts';
import type { SatuPegawai, TugasTampil } from '../../../shared/protocol/index.ts';
import { KATA_SALAH, type KelasSalah, type Kolom } from '../../../shared/simpeg/index.ts';
import { satuPegawai, tindakPegawai } from '../../app/pegawai.ts';
import { impor } from '../../i18n/id/impor.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { pegawai as words } from '../../i18n/id/pegawai.ts';
import { umum } from '../../i18n/id/umum.ts';
import { usulan as kataUsulan } from '../../i18n/id/usulan.ts';
import { Banner, Button, Chip, Sheet, StatusPill } from '../../ui/index.ts';
import type { Unit } from './pegawai-formulir.tsx';
import { type Apa, Tindakan } from './pegawai-tindakan.tsx';

/** A state in colour and sign. */
export const NADA = {
  aktif: { tone: 'berhasil', icon: 'check' },
  pensiun: { tone: 'netral', icon: 'clock' },
  nonaktif: { tone: 'peringatan', icon: 'x' },
  akanMasuk: { tone: 'info', icon: 'clock' },
} as const;
const NADA_MASA = {
  kini: { tone: 'berhasil', icon: 'check' },
  nanti: { tone: 'info', icon: 'clock' },
  lalu: { tone: 'netral', icon: 'clock' },
} as const;

const BIDANG = ['gelarDepan', 'gelarBelakang', 'status', 'golongan', 'jabatan', 'jenjang'] as const;

const Data = ({ satu: { ringkas, isi, penilai, hilangSejak } }: { satu: SatuPegawai }) => (
  <>
    {hilangSejak && <Banner tone="peringatan">{words.hilang(hilangSejak)}</Banner>}
    <dl class="rincian">
      <dt>{words.bidang.nip}</dt>
      <dd>{formatNip(isi.nip)}</dd>
      <dt>{words.satuan}</dt>
      <dd>{ringkas.unit ? `${ringkas.unit.nama} (${ringkas.unit.npsn})` : '–'}</dd>
      <dt>{words.penilai}</dt>
      <dd>{penilai?.nama ?? words.tanpaPenilai}</dd>
      {BIDANG.map(
        (bidang) =>
          isi[bidang] !== '' && (
            <>
              <dt>{words.bidang[bidang]}</dt>
              <dd>{isi[bidang]}</dd>
            </>
          ),
      )}
    </dl>
  </>
);

/** Accepted usulan about penilai or school: they stay in sight while the act that mends them is open. */
const UsulanDiterima = ({ satu: { usulan = [], ringkas } }: { satu: SatuPegawai }) => (
  <>
    {usulan.map(({ id, bidang, semula, nilai, bukti, pada }) => (
      <Banner key={id} tone="info">
        <p>
          <b>{words.usulanDiterima(kataUsulan.bidang[bidang], pada)}</b>
        </p>
        <p class="teks-asli">{kataUsulan.ubahan(semula || kataUsulan.nilai(bidang, ''), nilai)}</p>
        <p class="teks-asli">
          {kataUsulan.admin.bukti}: {bukti}
        </p>
        {bidang === 'sekolah' && ringkas.unit && (
          <a href={`/sekolah?npsn=${ringkas.unit.npsn}`}>{words.bukaSekolah(ringkas.unit.nama)}</a>
        )}
      </Banner>
    ))}
  </>
);

const kataKelas = (kelas: string): string => KATA_SALAH[kelas as KelasSalah] ?? kelas;

/** What her row of the last personnel file was wrong in, and the way to say that it is right by now. */
const PerluDiperbaiki = ({
  tanda: { pada, salah },
  sibuk,
  onBeres,
}: {
  tanda: NonNullable<SatuPegawai['perluDiperbaiki']>;
  sibuk: boolean;
  onBeres: () => void;
}) => (
  <Banner
    tone="peringatan"
    action={
      <Button kind="tonal" icon="check" busy={sibuk} onClick={onBeres}>
        {words.beres}
      </Button>
    }
  >
    <p>
      <b>{words.salahJudul(pada)}</b>
    </p>
    <ul>
      {salah.map(({ kolom, kelas }) => (
        <li key={`${kolom} ${kelas}`}>
          {kolom && <b>{impor.kolom(kolom as Kolom)}: </b>}
          {kataKelas(kelas)}.
        </li>
      ))}
    </ul>
    <p>{words.salahIsi}</p>
  </Banner>
);

const dapatDiakhiri = ({ id, jenis, masa, akhir, sebab }: TugasTampil): boolean =>
  id !== null && jenis !== 'induk' && masa === 'kini' && (akhir === null || sebab === null);

type TugasProps = {
  readonly tugas: SatuPegawai['tugas'];
  readonly onBatal: (id: string) => void;
  readonly onAkhiri: (id: string) => void;
};

const DaftarTugas = ({ tugas, onBatal, onAkhiri }: TugasProps) => (
  <ul class="pegawai-tugas">
    {[...tugas].reverse().map((satu) => (
      <li key={`${satu.id} ${satu.unit.shard} ${satu.jenis}`}>
        <div>
          <p>
            <b>{words.tugasSatu(satu)}</b>
          </p>
          <p class="redup">{words.tugasIsi(satu)}</p>
        </div>
        <StatusPill {...NADA_MASA[satu.masa]} label={words.masa[satu.masa]} />
        {satu.dapatBatal && satu.id !== null && (
          <Button kind="tonal" aria-label={words.batalkanSatu(satu)} onClick={() => onBatal(satu.id ?? '')}>
            {words.batalkan}
          </Button>
        )}
        {dapatDiakhiri(satu) && (
          <Button kind="teks" aria-label={words.akhiriSatu(satu)} onClick={() => onAkhiri(satu.id ?? '')}>
            {words.akhiri}
          </Button>
        )}
      </li>
    ))}
  </ul>
);

/** What can be done to a person as she stands. */
const dapat = ({ ringkas: { keadaan, unit }, tugas }: SatuPegawai): Apa[] => {
  if (keadaan !== 'aktif') return ['ubah', ...(keadaan === 'akanMasuk' ? [] : (['aktifkan'] as const))];
  const wilayah = /^\D/.test(unit?.npsn ?? '');
  const memimpin = tugas.some(({ jenis, masa }) => jenis === 'kepala' && masa === 'kini');
  return [
    ...(['ubah', 'mutasi', 'tugaskan'] as const),
    ...(memimpin ? [] : (['penilai'] as const)),
    ...(wilayah && memimpin ? (['bina'] as const) : []),
    'keluar',
  ];
};

type Props = {
  readonly id: string;
  /** An act whose form is open at once. */
  readonly buka: Apa | null;
  readonly unit: Unit;
  readonly hariIni: string;
  readonly onClose: () => void;
  readonly onBerubah: () => void;
};

type Terbuka = { readonly apa: Apa; readonly tugas: string };

const Isi = ({
  satu,
  setSatu,
  ...props
}: Props & { satu: SatuPegawai; setSatu: (satu: SatuPegawai) => void }) => {
  const { buka, unit, hariIni, onBerubah } = props;
  const [terbuka, setTerbuka] = useState<Terbuka | null>(buka ? { apa: buka, tugas: '' } : null);
  const [kata, setKata] = useState<string | null>(null);
  const [salah, setSalah] = useState<string | null>(null);
  const [sibuk, setSibuk] = useState(false);
  const jadi = (baru: SatuPegawai, kalimat: string): void => {
    setSatu(baru);
    setTerbuka(null);
    setSalah(null);
    setKata(kalimat);
    onBerubah();
  };
  const batal = async (tugas: string): Promise<void> => {
    const hasil = await tindakPegawai(satu.ringkas.id, { apa: 'batal', tugas });
    if (hasil.ok) jadi(hasil.isi, words.dibatalkan);
    else setSalah(kataMasalah(hasil.code, hasil.params ?? {}));
  };
  const beres = async (): Promise<void> => {
    setSibuk(true);
    const hasil = await tindakPegawai(satu.ringkas.id, { apa: 'beres' });
    setSibuk(false);
    if (hasil.ok) jadi(hasil.isi, words.dibereskan);
    else setSalah(kataMasalah(hasil.code, hasil.params ?? {}));
  };
  if (terbuka)
    return (
      <>
        <UsulanDiterima satu={satu} />
        <Tindakan
          {...terbuka}
          satu={satu}
          unit={unit}
          hariIni={hariIni}
          onBatal={() => setTerbuka(null)}
          onJadi={jadi}
        />
      </>
    );
  return (
    <div class="pegawai-satu">
      <div role="status">{kata && <Banner tone="berhasil">{kata}</Banner>}</div>
      {salah && (
        <p class="field-error" role="alert">
          {salah}
        </p>
      )}
      <p>
        <StatusPill {...NADA[satu.ringkas.keadaan]} label={words.keadaan[satu.ringkas.keadaan]} />
        {satu.ringkas.belumMasuk && <span class="redup"> {words.belumMasuk}</span>}
      </p>
      <UsulanDiterima satu={satu} />
      {satu.perluDiperbaiki && (
        <PerluDiperbaiki tanda={satu.perluDiperbaiki} sibuk={sibuk} onBeres={() => void beres()} />
      )}
      <Data satu={satu} />
      <div class="deret-chip" role="group" aria-label={words.tindakan}>
        {dapat(satu).map((apa) => (
          <Chip key={apa} onClick={() => setTerbuka({ apa, tugas: '' })}>
            {words.apa[apa]}
          </Chip>
        ))}
      </div>
      <h3>{words.tugas}</h3>
      <DaftarTugas
        tugas={satu.tugas}
        onBatal={(id) => void batal(id)}
        onAkhiri={(tugas) => setTerbuka({ apa: 'akhiri', tugas })}
      />
    </div>
  );
};

/** A person in a drawer: her data, her assignments, and what can be done. */
export const LaciPegawai = (props: Props) => {
  const { id, onClose } = props;
  const [satu, setSatu] = useState<SatuPegawai | null>(null);
  const [salah, setSalah] = useState<string | null>(null);
  useEffect(() => {
    let batal = false;
    const muat = async (): Promise<void> => {
      const hasil = await satuPegawai(id);
      if (batal) return;
      if (hasil.ok) setSatu(hasil.isi);
      else setSalah(kataMasalah(hasil.code, hasil.params ?? {}));
    };
    void muat();
    return () => {
      batal = true;
    };
  }, [id]);
  return (
    <Sheet open onClose={onClose} title={satu?.ringkas.nama ?? words.memuat} closeLabel={umum.aksi.tutup}>
      {salah && <Banner tone="peringatan">{salah}</Banner>}
      {satu && <Isi {...props} satu={satu} setSatu={setSatu} />}
    </Sheet>
  );
};
