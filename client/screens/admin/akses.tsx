import { useEffect, useState } from 'preact/hooks';
import type { OrangAkses, ProblemParams, SekolahAkses, SlipTerbit } from '../../../shared/protocol/index.ts';
import { orangAkses, sekolahAkses } from '../../app/akses.ts';
import { useApp } from '../../app/context.ts';
import { useIsianTerbuka } from '../../app/sibuk.ts';
import { akses as words } from '../../i18n/id/akses.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { umum } from '../../i18n/id/umum.ts';
import { Banner, Button, EmptyState, Field, Page, Select, TextInput, TopBar } from '../../ui/index.ts';
import { AksesMassal } from './akses-massal.tsx';
import { OrangBaris } from './akses-orang.tsx';
import { SlipHalaman } from './akses-slip.tsx';
import { type Tindakan, TindakanDialog } from './akses-tindakan.tsx';
import './akses.css';

/** After the last key, so that a name is one question. */
const JEDA = 300;

type Dicari = { readonly npsn: string; readonly cari: string };
type Salah = { readonly code: string; readonly params?: ProblemParams };
type Isi = {
  readonly orang: readonly OrangAkses[];
  readonly lagi: boolean;
  readonly lanjut?: number | undefined;
  readonly salah: Salah | null;
};

const KOSONG: Isi = { orang: [], lagi: false, salah: null };

/** People as the server has them now; a question that was overtaken by another is not answered any more. */
const useOrang = ({ npsn, cari }: Dicari) => {
  const [isi, setIsi] = useState<Isi | null>(null);
  const [putaran, setPutaran] = useState(0);
  useEffect(() => {
    let lewat = false;
    const tanya = async (): Promise<void> => {
      const hasil = await orangAkses({ npsn, cari, mulai: 0 });
      if (lewat) return;
      setIsi(hasil.ok ? { ...hasil.isi, salah: null } : { ...KOSONG, salah: hasil });
    };
    const timer = setTimeout(() => void tanya(), JEDA);
    return () => {
      lewat = true;
      clearTimeout(timer);
    };
  }, [npsn, cari, putaran]);
  const lanjut = async (): Promise<void> => {
    const dulu = isi ?? KOSONG;
    const mulai = dulu.lanjut ?? dulu.orang.length;
    const hasil = await orangAkses({ npsn, cari, mulai });
    if (hasil.ok) setIsi({ ...hasil.isi, orang: [...dulu.orang, ...hasil.isi.orang], salah: null });
    else setIsi({ ...dulu, salah: hasil });
  };
  return { isi, lanjut, muat: () => setPutaran((n) => n + 1) };
};

const useSekolah = (): SekolahAkses['sekolah'] => {
  const [sekolah, setSekolah] = useState<SekolahAkses['sekolah']>([]);
  useEffect(() => {
    void sekolahAkses().then((hasil) => hasil.ok && setSekolah(hasil.isi.sekolah));
  }, []);
  return sekolah;
};

type PencarianProps = {
  readonly sekolah: SekolahAkses['sekolah'];
  readonly dicari: Dicari;
  readonly onDicari: (dicari: Dicari) => void;
};

const Pencarian = ({ sekolah, dicari, onDicari }: PencarianProps) => (
  <search class="akses-cari">
    <Field id="akses-cari" label={words.cari}>
      <TextInput
        type="search"
        maxLength={100}
        value={dicari.cari}
        onInput={(event) => onDicari({ ...dicari, cari: event.currentTarget.value })}
      />
    </Field>
    {sekolah.length > 1 && (
      <Field id="akses-sekolah" label={words.sekolah}>
        <Select
          value={dicari.npsn}
          onChange={(event) => onDicari({ ...dicari, npsn: event.currentTarget.value })}
        >
          <option value="">{words.semuaSekolah}</option>
          {sekolah.map(({ npsn, nama }) => (
            <option key={npsn} value={npsn}>
              {nama}
            </option>
          ))}
        </Select>
      </Field>
    )}
  </search>
);

type DaftarProps = {
  readonly isi: Isi | null;
  readonly onLagi: () => void;
  readonly onCoba: () => void;
  readonly onTindakan: (tindakan: Tindakan) => void;
};

const Daftar = ({ isi, onLagi, onCoba, onTindakan }: DaftarProps) => {
  if (!isi) return <p role="status">{words.memuat}</p>;
  const { orang, lagi, salah } = isi;
  return (
    <>
      {salah && (
        <Banner
          tone="peringatan"
          action={
            <Button kind="tonal" onClick={onCoba}>
              {words.coba}
            </Button>
          }
        >
          {kataMasalah(salah.code, salah.params ?? {})}
        </Banner>
      )}
      {!salah && orang.length === 0 && <EmptyState icon="search" text={words.kosong} />}
      <ul class="akses-daftar">
        {orang.map((satu) => (
          <li key={satu.id}>
            <OrangBaris orang={satu} onTindakan={onTindakan} />
          </li>
        ))}
      </ul>
      {lagi && (
        <Button kind="tonal" block onClick={onLagi}>
          {words.lagi}
        </Button>
      )}
    </>
  );
};

/** A07: people and their accounts. Asked of the server each time, kept nowhere: it is the data of other people. */
export const Akses = () => {
  const { admin, mengimpor: instansi } = useApp();
  const [dicari, setDicari] = useState<Dicari>({ npsn: '', cari: '' });
  const { isi, lanjut, muat } = useOrang(dicari);
  const [tindakan, setTindakan] = useState<Tindakan | null>(null);
  const [slip, setSlip] = useState<readonly SlipTerbit[]>([]);
  const [lihat, setLihat] = useState<'daftar' | 'massal' | 'slip'>('daftar');
  const sekolah = useSekolah();
  // Codes are shown this once: no new version of the app comes between.
  useIsianTerbuka(slip.length > 0);
  /** An older one of the same person is void. One by itself is looked for on top, many stay in the order of their names. */
  const tambah = (baru: SlipTerbit, banyak = false): void =>
    setSlip((semua) => {
      const lain = semua.filter(({ nip }) => nip !== baru.nip);
      return banyak ? [...lain, baru] : [baru, ...lain];
    });
  const terpilih = sekolah.length === 1 ? sekolah[0] : sekolah.find(({ npsn }) => npsn === dicari.npsn);
  const kembaliKeDaftar = (): void => {
    setLihat('daftar');
    muat();
  };
  if (lihat === 'slip') return <SlipHalaman slip={slip} onTutup={kembaliKeDaftar} />;
  if (lihat === 'massal' && terpilih)
    return (
      <AksesMassal
        sekolah={terpilih}
        terbit={slip.length}
        onSlip={(satu) => tambah(satu, true)}
        onLihat={() => setLihat('slip')}
        onTutup={kembaliKeDaftar}
      />
    );
  const selesai = (baru: SlipTerbit | null): void => {
    setTindakan(null);
    muat();
    if (!baru) return;
    tambah(baru);
    setLihat('slip');
  };
  const kembali = admin === 'juga' || instansi ? { href: '/akun', label: umum.aksi.kembali } : undefined;
  return (
    <Page title={words.judul} wide bar={<TopBar title={words.judul} back={kembali} />}>
      <p>{words.isi}</p>
      {slip.length > 0 && (
        <Button kind="tonal" icon="book" onClick={() => setLihat('slip')}>
          {words.slip.lihat(slip.length)}
        </Button>
      )}
      <Pencarian sekolah={sekolah} dicari={dicari} onDicari={setDicari} />
      {terpilih ? (
        <Button kind="tonal" icon="users" onClick={() => setLihat('massal')}>
          {words.massal.buka}
        </Button>
      ) : (
        sekolah.length > 1 && <p class="redup">{words.massal.pilihSekolah}</p>
      )}
      <Daftar isi={isi} onLagi={() => void lanjut()} onCoba={muat} onTindakan={setTindakan} />
      <TindakanDialog
        key={`${tindakan?.apa}${tindakan?.orang.id}`}
        tindakan={tindakan}
        onTutup={() => setTindakan(null)}
        onSelesai={selesai}
      />
    </Page>
  );
};
