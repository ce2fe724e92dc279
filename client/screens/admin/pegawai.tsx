import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { formatNip, tanggalPada, ZONA_TERDEPAN } from '../../../shared/domain/index.ts';
import {
  type BarisPegawai,
  type HalamanPegawai,
  PEGAWAI_SEHALAMAN,
  SARINGAN_PEGAWAI,
  type SaringanPegawai,
} from '../../../shared/protocol/index.ts';
import { useApp } from '../../app/context.ts';
import { saatDi } from '../../app/hari.ts';
import { daftarUnit, halamanPegawai, type PegawaiDicari } from '../../app/pegawai.ts';
import { daftarUsulan } from '../../app/usulan.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { pegawai as words } from '../../i18n/id/pegawai.ts';
import { umum } from '../../i18n/id/umum.ts';
import {
  Banner,
  Button,
  Chip,
  EmptyState,
  Field,
  LinkButton,
  Page,
  Select,
  StatusPill,
  TextInput,
  TopBar,
} from '../../ui/index.ts';
import type { Unit } from './pegawai-formulir.tsx';
import { LaciPegawai, NADA } from './pegawai-satu.tsx';
import { TambahPegawai } from './pegawai-tambah.tsx';
import type { Apa } from './pegawai-tindakan.tsx';
import './pegawai.css';

/** A page of people, asked for as filter and search say; typing waits until it rests. */
const useHalaman = ({ saring, cari, unit, mulai }: PegawaiDicari, putaran: number) => {
  const [halaman, setHalaman] = useState<HalamanPegawai | null>(null);
  const [salah, setSalah] = useState<string | null>(null);
  useEffect(() => {
    let batal = false;
    const muat = async (): Promise<void> => {
      const hasil = await halamanPegawai({ saring, cari, unit, mulai });
      if (batal) return;
      if (hasil.ok) setHalaman(hasil.isi);
      setSalah(hasil.ok ? null : kataMasalah(hasil.code, hasil.params ?? {}));
    };
    const timer = setTimeout(() => void muat(), cari === '' ? 0 : 250);
    return () => {
      batal = true;
      clearTimeout(timer);
    };
  }, [saring, cari, unit, mulai, putaran]);
  return { halaman, salah };
};

/** Schools to choose from; without them the list still works. */
const useUnit = (): Unit => {
  const [list, setList] = useState<Unit>([]);
  useEffect(() => void daftarUnit().then((hasil) => hasil.ok && setList(hasil.isi.list)), []);
  return list;
};

const Baris = ({ satu, href }: { satu: BarisPegawai; href: string }) => (
  <li>
    <a class="pegawai-baris" href={href}>
      <span class="pegawai-nama">
        <b>{satu.nama}</b>
        <span class="redup">{formatNip(satu.nip)}</span>
      </span>
      <span>{satu.unit?.nama ?? '–'}</span>
      <span>{satu.jabatan}</span>
      <span class={satu.penilai ? undefined : 'redup'}>
        {satu.penilai && <span class="pegawai-label">{words.penilai}: </span>}
        {satu.penilai ?? words.tanpaPenilai}
      </span>
      <span class="pegawai-keadaan">
        <StatusPill {...NADA[satu.keadaan]} label={words.keadaan[satu.keadaan]} />
        {satu.nanti && <span class="redup">{words.nanti(satu.nanti)}</span>}
        {satu.salah !== undefined && <span class="redup">{words.salahBanyak(satu.salah)}</span>}
        {satu.belumMasuk && satu.keadaan === 'aktif' && <span class="redup">{words.belumMasuk}</span>}
      </span>
    </a>
  </li>
);

const Halaman = ({
  mulai,
  jumlah,
  onMulai,
}: {
  mulai: number;
  jumlah: number;
  onMulai: (mulai: number) => void;
}) => (
  <nav class="pegawai-halaman" aria-label={words.judul}>
    <Button
      kind="tonal"
      icon="chevron-left"
      disabled={mulai === 0}
      onClick={() => onMulai(Math.max(0, mulai - PEGAWAI_SEHALAMAN))}
    >
      {words.sebelumnya}
    </Button>
    <p role="status">{words.halaman(mulai + 1, Math.min(jumlah, mulai + PEGAWAI_SEHALAMAN), jumlah)}</p>
    <Button
      kind="tonal"
      icon="chevron-right"
      disabled={mulai + PEGAWAI_SEHALAMAN >= jumlah}
      onClick={() => onMulai(mulai + PEGAWAI_SEHALAMAN)}
    >
      {words.berikutnya}
    </Button>
  </nav>
);

type AlatProps = {
  readonly dicari: PegawaiDicari;
  readonly unit: Unit;
  readonly saringan: HalamanPegawai['saringan'] | undefined;
  readonly onCari: (bagian: Partial<PegawaiDicari>) => void;
};

const Alat = ({ dicari, unit, saringan, onCari }: AlatProps) => (
  <div class="pegawai-alat">
    <div class="pegawai-cari">
      <Field id="pegawai-cari" label={words.cari} hideLabel>
        <TextInput
          type="search"
          placeholder={words.cari}
          value={dicari.cari}
          onInput={(event) => onCari({ cari: event.currentTarget.value })}
        />
      </Field>
      <Field id="pegawai-unit" label={words.satuan} hideLabel>
        <Select value={dicari.unit} onChange={(event) => onCari({ unit: event.currentTarget.value })}>
          <option value="">{words.semuaSekolah}</option>
          {unit.map(({ shard, nama, npsn }) => (
            <option key={shard} value={shard}>{`${nama} (${npsn})`}</option>
          ))}
        </Select>
      </Field>
    </div>
    <div class="deret-chip" role="group" aria-label={words.saring}>
      {SARINGAN_PEGAWAI.map((satu) => (
        <Chip key={satu} pressed={satu === dicari.saring} onClick={() => onCari({ saring: satu })}>
          {words.saringan(satu, saringan?.[satu] ?? 0)}
        </Chip>
      ))}
    </div>
  </div>
);

const isSaringan = (teks: string | undefined): teks is SaringanPegawai =>
  (SARINGAN_PEGAWAI as readonly (string | undefined)[]).includes(teks);
const APA: readonly Apa[] = ['ubah', 'mutasi', 'tugaskan', 'penilai', 'bina', 'keluar', 'aktifkan'];

/** A03: the people of an instansi. Who is looked at stands in the address, so that other screens lead there. */
export const Pegawai = () => {
  const app = useApp();
  const { query, route } = useLocation();
  const [dicari, setDicari] = useState<PegawaiDicari>({
    saring: isSaringan(query['saring']) ? query['saring'] : 'aktif',
    ...{ cari: '', unit: query['unit'] ?? '', mulai: 0 },
  });
  const [putaran, setPutaran] = useState(0);
  const unit = useUnit();
  // Navigation counts what waits in Usulan, whichever screen was opened first.
  useEffect(() => void daftarUsulan(), []);
  const { halaman, salah } = useHalaman(dicari, putaran);
  const hariIni = tanggalPada(saatDi(app), ZONA_TERDEPAN);
  const lagi = () => setPutaran((n) => n + 1);
  const id = query['orang'];
  const bar = (
    <TopBar
      title={words.judul}
      back={app.admin === 'juga' ? { href: '/dasbor', label: umum.aksi.kembali } : undefined}
      actions={
        <LinkButton kind="tonal" icon="plus" href="/pegawai?tambah=1">
          {words.tambah}
        </LinkButton>
      }
    />
  );
  return (
    <Page title={words.judul} wide bar={bar} busy={halaman === null && salah === null}>
      <Alat
        dicari={dicari}
        unit={unit}
        saringan={halaman?.saringan}
        onCari={(bagian) => setDicari({ ...dicari, mulai: 0, ...bagian })}
      />
      {salah && <Banner tone="peringatan">{salah}</Banner>}
      {halaman?.jumlah === 0 && <EmptyState icon="users" text={words.kosong} />}
      {halaman && halaman.jumlah > 0 && (
        <div class="pegawai-kepala" aria-hidden="true">
          {words.kolom.map((judul) => (
            <span key={judul}>{judul}</span>
          ))}
        </div>
      )}
      <ul class="pegawai-daftar">
        {halaman?.baris.map((satu) => (
          <Baris key={satu.id} satu={satu} href={`/pegawai?orang=${encodeURIComponent(satu.id)}`} />
        ))}
      </ul>
      {halaman && halaman.jumlah > PEGAWAI_SEHALAMAN && (
        <Halaman
          mulai={dicari.mulai}
          jumlah={halaman.jumlah}
          onMulai={(mulai) => setDicari({ ...dicari, mulai })}
        />
      )}
      {id && (
        <LaciPegawai
          key={id}
          id={id}
          buka={APA.find((apa) => apa === query['buka']) ?? null}
          unit={unit}
          hariIni={hariIni}
          onClose={() => route('/pegawai')}
          onBerubah={lagi}
        />
      )}
      {query['tambah'] && (
        <TambahPegawai
          key={query['tambah']}
          unit={unit}
          pengawas={query['tambah'] === 'pengawas'}
          hariIni={hariIni}
          onClose={() => route('/pegawai')}
          onJadi={(baru) => {
            lagi();
            route(`/pegawai?orang=${encodeURIComponent(baru)}`);
          }}
        />
      )}
    </Page>
  );
};
