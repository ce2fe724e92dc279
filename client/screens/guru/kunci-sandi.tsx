import { useEffect, useState } from 'preact/hooks';
import { formatNip } from '../../../shared/domain/index.ts';
import type { KunciSandi } from '../../../shared/protocol/index.ts';
import { useApp } from '../../app/context.ts';
import { hapusKunciSandi, kunciSandiSaya, tambahKunciSandi } from '../../app/kunci-sandi.ts';
import { beriTahu } from '../../app/snackbar.ts';
import { kunciSandi as words } from '../../i18n/id/kunci-sandi.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { umum } from '../../i18n/id/umum.ts';
import { dapatKunciSandi, deviceLabel } from '../../session/index.ts';
import {
  Banner,
  Button,
  Card,
  Dialog,
  EmptyState,
  Field,
  Page,
  PasswordInput,
  Section,
  TextInput,
  TopBar,
} from '../../ui/index.ts';
import './lain.css';

type Dibaca = Awaited<ReturnType<typeof kunciSandiSaya>>;

const Satu = ({ kunci, onHapus }: { readonly kunci: KunciSandi; readonly onHapus: () => void }) => (
  <Card class="tumpuk-rapat">
    <h2 class="baris-entri-judul">{kunci.nama}</h2>
    <p class="redup">{[words.dibuat(kunci.createdAt), words.dipakai(kunci.usedAt)].join(' · ')}</p>
    <div>
      <Button kind="tonal" aria-label={words.hapusSatu(kunci.nama)} onClick={onHapus}>
        {words.hapus}
      </Button>
    </div>
  </Card>
);

type Salah = { readonly bidang: 'nama' | 'sandi' | null; readonly teks: string };
type Gagal = Exclude<Awaited<ReturnType<typeof tambahKunciSandi>>, { ok: true }>;

const salahDari = (gagal: Gagal): Salah => {
  if (gagal.code === 'batal') return { bidang: null, teks: words.batal };
  if (gagal.code === 'terlalu_sering') return { bidang: null, teks: words.terlaluSering };
  const bidang = gagal.code === 'sandi_lama_salah' ? 'sandi' : null;
  return { bidang, teks: kataMasalah(gagal.code, 'params' in gagal ? gagal.params : {}) };
};

/** The password once more and a name; the rest is between browser and authenticator. */
const Tambah = ({ onSelesai }: { readonly onSelesai: () => void }) => {
  const app = useApp();
  const [nama, setNama] = useState(() => deviceLabel(navigator.userAgent));
  const [sandi, setSandi] = useState('');
  const [sibuk, setSibuk] = useState(false);
  const [salah, setSalah] = useState<Salah | null>(null);
  const kirim = async (event: Event): Promise<void> => {
    event.preventDefault();
    setSalah(null);
    if (!nama.trim()) return setSalah({ bidang: 'nama', teks: words.namaKosong });
    if (!sandi) return setSalah({ bidang: 'sandi', teks: words.sandiKosong });
    setSibuk(true);
    const hasil = await tambahKunciSandi({ sandi, nama: nama.trim() });
    setSibuk(false);
    if (!hasil.ok) return setSalah(salahDari(hasil));
    setSandi('');
    beriTahu(words.ditambah(hasil.isi.nama));
    onSelesai();
  };
  const bidang = (id: 'nama' | 'sandi') => (salah?.bidang === id ? { error: salah.teks } : {});
  return (
    <Section title={words.tambah}>
      <form class="tumpuk" onSubmit={(event) => void kirim(event)} noValidate>
        {salah?.bidang === null && (
          <div role="alert">
            <Banner tone="peringatan">{salah.teks}</Banner>
          </div>
        )}
        <input hidden autocomplete="username" readOnly value={formatNip(app.account.nip)} />
        <Field id="kunci-nama" label={words.nama} hint={words.namaKet} {...bidang('nama')}>
          <TextInput
            value={nama}
            maxLength={60}
            autocomplete="off"
            onInput={(event) => setNama(event.currentTarget.value)}
          />
        </Field>
        <Field id="kunci-sandi" label={words.sandi} {...bidang('sandi')}>
          <PasswordInput
            shown={false}
            autocomplete="current-password"
            value={sandi}
            onInput={(event) => setSandi(event.currentTarget.value)}
          />
        </Field>
        <Button kind="utama" block type="submit" busy={sibuk}>
          {words.tambah}
        </Button>
      </form>
    </Section>
  );
};

type TanyaProps = {
  readonly kunci: KunciSandi | null;
  readonly onTutup: () => void;
  readonly onSelesai: () => void;
};

const Tanya = ({ kunci, onTutup, onSelesai }: TanyaProps) => {
  const [sibuk, setSibuk] = useState(false);
  const [salah, setSalah] = useState<string | null>(null);
  const hapus = async ({ id, nama }: KunciSandi): Promise<void> => {
    setSibuk(true);
    const hasil = await hapusKunciSandi(id);
    setSibuk(false);
    // Gone already, by another phone: that is what was wanted.
    if (!hasil.ok && hasil.code !== 'tidak_ada') return setSalah(kataMasalah(hasil.code, hasil.params ?? {}));
    beriTahu(words.dihapus(nama));
    onSelesai();
  };
  return (
    <Dialog
      open={kunci !== null}
      onClose={onTutup}
      title={words.tanya(kunci?.nama ?? '')}
      closeLabel={umum.aksi.tutup}
    >
      <p>{words.tanyaIsi}</p>
      {salah && (
        <p class="field-error" role="alert">
          {salah}
        </p>
      )}
      <div class="deret-tombol">
        <Button kind="teks" onClick={onTutup}>
          {umum.aksi.batal}
        </Button>
        <Button kind="bahaya" busy={sibuk} onClick={() => kunci && void hapus(kunci)}>
          {words.ya}
        </Button>
      </div>
    </Dialog>
  );
};

const Isi = () => {
  const { peran, admin } = useApp();
  const [dibaca, setDibaca] = useState<Dibaca | undefined>(undefined);
  const [tanya, setTanya] = useState<KunciSandi | null>(null);
  const muat = async (): Promise<void> => setDibaca(await kunciSandiSaya());
  useEffect(() => void muat(), []);
  if (!dibaca) return <p role="status">{words.memuat}</p>;
  if (!dibaca.ok)
    return (
      <Banner
        tone="peringatan"
        action={
          <Button kind="tonal" onClick={() => void muat()}>
            {words.coba}
          </Button>
        }
      >
        {kataMasalah(dibaca.code, dibaca.params ?? {})}
      </Banner>
    );
  const { boleh, list } = dibaca.isi;
  // Whoever decides on others may have one, so it is the address that has none (RP ID: no numbers, no other host).
  const memutuskan = peran === 'penilai' || admin !== 'tidak';
  return (
    <>
      <p>{words.isi}</p>
      {list.length === 0 && boleh && <p class="redup">{words.kosong}</p>}
      {list.map((kunci) => (
        <Satu key={kunci.id} kunci={kunci} onHapus={() => setTanya(kunci)} />
      ))}
      {!boleh && <Banner tone="info">{memutuskan ? words.bukanAlamatnya : words.tidakBoleh}</Banner>}
      {boleh && !dapatKunciSandi() && <Banner tone="info">{words.tidakDapat}</Banner>}
      {boleh && dapatKunciSandi() && <Tambah onSelesai={() => void muat()} />}
      <Tanya
        key={tanya?.id}
        kunci={tanya}
        onTutup={() => setTanya(null)}
        onSelesai={() => {
          setTanya(null);
          void muat();
        }}
      />
    </>
  );
};

/** Passkeys of a head, pengawas or admin. Asked of the server each time, as the list of phones is. */
export const KunciSandiSetelan = () => {
  const { latihan } = useApp();
  const bar = <TopBar title={words.judul} back={{ href: '/akun', label: umum.aksi.kembali }} />;
  return (
    <Page title={words.judul} bar={bar}>
      {latihan ? <EmptyState icon="lock" text={words.latihan} /> : <Isi />}
    </Page>
  );
};
