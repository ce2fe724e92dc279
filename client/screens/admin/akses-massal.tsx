import { useEffect, useRef, useState } from 'preact/hooks';
import type { SekolahAkses, SlipTerbit } from '../../../shared/protocol/index.ts';
import { belumMasuk } from '../../app/akses.ts';
import { useApp } from '../../app/context.ts';
import { akses } from '../../i18n/id/akses.ts';
import { Banner, Button, Dialog, EmptyState, Page, ProgressBar, TopBar } from '../../ui/index.ts';
import { DaftarMassal } from './akses-massal-daftar.tsx';
import { type Hasil, kataSebab, type Orang, type Sebab, terbitkanSemua } from './akses-massal-terbit.ts';

const words = akses.massal;

type Dibaca = Awaited<ReturnType<typeof belumMasuk>>;
type Maju = { readonly selesai: number; readonly dari: number };

/** Whoever has never signed in, as the service has it; a slip that stands is kept, so only the others are ticked at first. */
const useBelumMasuk = (npsn: string) => {
  const [dibaca, setDibaca] = useState<Dibaca | null>(null);
  const [orang, setOrang] = useState<readonly Orang[]>([]);
  const [dipilih, setDipilih] = useState<ReadonlySet<string>>(new Set());
  const muat = async (): Promise<void> => {
    const hasil = await belumMasuk(npsn);
    setDibaca(hasil);
    if (!hasil.ok) return;
    setOrang(hasil.isi.orang);
    setDipilih(new Set(hasil.isi.orang.filter(({ slip }) => slip === null).map(({ id }) => id)));
  };
  useEffect(() => void muat(), [npsn]);
  const keluarkan = (id: string): void => {
    setOrang((list) => list.filter((satu) => satu.id !== id));
    setDipilih((list) => new Set([...list].filter((satu) => satu !== id)));
  };
  return { dibaca, orang, dipilih, setDipilih, muat, keluarkan };
};

const Gagal = ({ sebab, onCoba }: { readonly sebab: Sebab; readonly onCoba: () => void }) => (
  <Banner
    tone="peringatan"
    action={
      <Button kind="tonal" onClick={onCoba}>
        {akses.coba}
      </Button>
    }
  >
    {kataSebab(sebab)}
  </Banner>
);

type SisaProps = { readonly hasil: Hasil; readonly terbit: number; readonly belum: number };

/** Some have theirs and some do not, and why. */
const Sisa = ({ hasil, terbit, belum, onLihat }: SisaProps & { readonly onLihat: () => void }) => (
  <div role="alert">
    <Banner
      tone="peringatan"
      action={
        terbit > 0 && (
          <Button kind="tonal" icon="book" onClick={onLihat}>
            {akses.slip.lihat(terbit)}
          </Button>
        )
      }
    >
      {[
        hasil.sebab ? kataSebab(hasil.sebab) : '',
        hasil.gagal.length > 0 ? words.gagal(hasil.gagal.map(({ nama }) => nama).join(', ')) : '',
        words.sebagian(terbit, belum),
      ]
        .filter(Boolean)
        .join(' ')}
    </Banner>
  </div>
);

/** How far it is. Said once to whoever listens; the bar itself tells the rest when it is asked. */
const Kemajuan = ({ maju, onBerhenti }: { readonly maju: Maju; readonly onBerhenti: () => void }) => (
  <div class="akses-maju">
    <p role="status">{words.sedang}</p>
    <p>{words.maju(maju.selesai, maju.dari)}</p>
    <ProgressBar value={maju.selesai} max={maju.dari} label={words.sedang} />
    <div>
      <Button kind="tonal" onClick={onBerhenti}>
        {words.berhenti}
      </Button>
    </div>
  </div>
);

type TanyaProps = {
  readonly tanya: boolean;
  readonly jumlah: number;
  readonly onYa: () => void;
  readonly onBatal: () => void;
};

const Tanya = ({ tanya, jumlah, onYa, onBatal }: TanyaProps) => (
  <Dialog open={tanya} onClose={onBatal} title={words.tanya.judul(jumlah)} closeLabel={akses.batal}>
    <p>{words.tanya.isi}</p>
    <div class="deret-tombol">
      <Button kind="teks" onClick={onBatal}>
        {akses.batal}
      </Button>
      <Button kind="utama" onClick={onYa}>
        {words.tanya.ya}
      </Button>
    </div>
  </Dialog>
);

type Props = {
  readonly sekolah: SekolahAkses['sekolah'][number];
  /** How many slips there are already, to be looked at on the way out. */
  readonly terbit: number;
  readonly onSlip: (slip: SlipTerbit) => void;
  readonly onLihat: () => void;
  readonly onTutup: () => void;
};

/** The issuing itself: asked first, then one after the other. */
const useTerbitan = (
  { onSlip, onLihat }: Pick<Props, 'onSlip' | 'onLihat'>,
  terpilih: readonly Orang[],
  keluarkan: (id: string) => void,
) => {
  const [tanya, setTanya] = useState(false);
  const [maju, setMaju] = useState<Maju | null>(null);
  const [hasil, setHasil] = useState<Hasil | null>(null);
  const jalan = useRef(false);
  const berhenti = (): void => {
    jalan.current = false;
  };
  // Nobody would see what is issued after the page is gone.
  useEffect(() => berhenti, []);
  // What had the keyboard comes and goes with each step.
  useEffect(() => document.getElementById('isi')?.focus(), [maju === null]);
  const mulai = async (): Promise<void> => {
    const dari = terpilih.length;
    setTanya(false);
    setHasil(null);
    setMaju({ selesai: 0, dari });
    jalan.current = true;
    const jadi = await terbitkanSemua(terpilih, {
      onSlip: (id, slip) => {
        onSlip(slip);
        keluarkan(id);
      },
      onMaju: (selesai) => setMaju({ selesai, dari }),
      lanjut: () => jalan.current,
    });
    setMaju(null);
    for (const { id } of jadi.gagal) keluarkan(id);
    if (jadi.terbit === dari) return onLihat();
    setHasil(jadi);
  };
  return { tanya, setTanya, maju, hasil, mulai, berhenti };
};

/** Slips for everybody of a school who has never signed in: who they are, a yes, one after the other, and the pages to print. */
export const AksesMassal = ({ sekolah: { npsn, nama }, terbit, onSlip, onLihat, onTutup }: Props) => {
  const { mengimpor: instansi } = useApp();
  const { dibaca, orang, dipilih, setDipilih, muat, keluarkan } = useBelumMasuk(npsn);
  const terpilih = orang.filter(({ id }) => dipilih.has(id));
  const { tanya, setTanya, maju, hasil, mulai, berhenti } = useTerbitan(
    { onSlip, onLihat },
    terpilih,
    keluarkan,
  );
  const bar = <TopBar title={words.judul} onBack={onTutup} backLabel={akses.batal} />;
  return (
    <Page title={words.judul} wide bar={bar}>
      {!dibaca && <p role="status">{akses.memuat}</p>}
      {dibaca?.ok === false && <Gagal sebab={dibaca} onCoba={() => void muat()} />}
      {hasil && <Sisa hasil={hasil} terbit={terbit} belum={terpilih.length} onLihat={onLihat} />}
      {maju && <Kemajuan maju={maju} onBerhenti={berhenti} />}
      {dibaca?.ok && !maju && orang.length === 0 && !hasil && <EmptyState icon="check" text={words.kosong} />}
      {dibaca?.ok && !maju && orang.length > 0 && (
        <DaftarMassal
          sekolah={nama}
          orang={orang}
          dipilih={dipilih}
          hanyaGuru={!instansi}
          onUbah={setDipilih}
          onTerbitkan={() => setTanya(true)}
        />
      )}
      <Tanya
        tanya={tanya}
        jumlah={terpilih.length}
        onYa={() => void mulai()}
        onBatal={() => setTanya(false)}
      />
    </Page>
  );
};
