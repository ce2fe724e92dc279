import { useEffect, useState } from 'preact/hooks';
import { kopSatker } from '../../../shared/documents/index.ts';
import { LOGO_BYTES, type SatuSekolah, shardOf } from '../../../shared/protocol/index.ts';
import { cleanText, IdentitasSatker, KOP_TERBANYAK } from '../../../shared/records/index.ts';
import { useApp } from '../../app/context.ts';
import { satuSekolah, simpanLogo, simpanSekolah } from '../../app/sekolah.ts';
import { beriTahu } from '../../app/snackbar.ts';
import { kantor } from '../../i18n/id/kantor.ts';
import { masalahKantor } from '../../i18n/id/masalah-kantor.ts';
import { sekolah as words } from '../../i18n/id/sekolah.ts';
import { umum } from '../../i18n/id/umum.ts';
import { photoUrl } from '../../store/index.ts';
import {
  Banner,
  Button,
  Field,
  ListRow,
  Page,
  Section,
  TextArea,
  TextInput,
  TopBar,
} from '../../ui/index.ts';
import { KopLembar } from '../dokumen/kop.tsx';
import { kataTolak, useMuat } from './kantor-muat.ts';
import './kantor.css';

type Isi = SatuSekolah['isi'];

const TEKS = [
  ['nama', 120],
  ['kabupaten', 120],
  ['alamat', 200],
  ['telepon', 40],
] as const;

const rapi = (isi: Isi): Isi => ({
  nama: cleanText(isi.nama).trim(),
  kabupaten: cleanText(isi.kabupaten).trim(),
  alamat: cleanText(isi.alamat).trim(),
  telepon: cleanText(isi.telepon).trim(),
  kop: isi.kop.map((baris) => cleanText(baris).trim()).filter(Boolean),
});

const useLogo = (npsn: string, logo: string | null): string | undefined => {
  const { store } = useApp();
  const [url, setUrl] = useState<string | undefined>(undefined);
  useEffect(() => {
    let lewat = false;
    setUrl(undefined);
    const muat = async (): Promise<void> => {
      const found = logo ? await photoUrl(store, logo, shardOf(npsn)).catch(() => undefined) : undefined;
      if (!lewat) setUrl(found);
    };
    void muat();
    return () => {
      lewat = true;
    };
  }, [store, npsn, logo]);
  return url;
};

type LogoProps = { readonly satu: SatuSekolah; readonly onJadi: (satu: SatuSekolah) => void };

const Logo = ({ satu: { npsn, logo }, onJadi }: LogoProps) => {
  const [sibuk, setSibuk] = useState(false);
  const [salah, setSalah] = useState<string | undefined>(undefined);
  const kirim = async (gambar: ArrayBuffer | null): Promise<void> => {
    setSibuk(true);
    const hasil = await simpanLogo(npsn, gambar);
    setSibuk(false);
    setSalah(hasil.ok ? undefined : kataTolak(hasil));
    if (!hasil.ok) return;
    onJadi(hasil.isi);
    beriTahu(gambar ? words.logoTersimpan : words.logoDilepas);
  };
  const pilih = async (input: HTMLInputElement): Promise<void> => {
    const file = input.files?.[0];
    if (!file) return;
    if (file.size > LOGO_BYTES) setSalah(masalahKantor.gambar_besar());
    else await kirim(await file.arrayBuffer());
    // The same file may be chosen again once it was mended.
    input.value = '';
  };
  return (
    <Section title={words.logo}>
      <div class="kantor-formulir">
        <Field
          id="sekolah-logo"
          label={logo ? words.gantiLogo : words.pilihLogo}
          hint={words.logoIsi}
          error={salah}
        >
          <input
            type="file"
            accept="image/png,image/jpeg,image/webp"
            disabled={sibuk}
            onChange={(event) => void pilih(event.currentTarget)}
          />
        </Field>
        <p role="status" class="redup">
          {sibuk ? words.mengirim : ''}
        </p>
        {logo && (
          <div>
            <Button kind="tonal" icon="trash" disabled={sibuk} onClick={() => void kirim(null)}>
              {words.lepasLogo}
            </Button>
          </div>
        )}
      </div>
    </Section>
  );
};

const Formulir = ({ satu, onJadi }: LogoProps) => {
  const [isi, setIsi] = useState(satu.isi);
  const [sibuk, setSibuk] = useState(false);
  const [salah, setSalah] = useState<string | null>(null);
  const logo = useLogo(satu.npsn, satu.logo);
  const simpan = async (event: Event): Promise<void> => {
    event.preventDefault();
    const baru = rapi(isi);
    if (baru.kop.length > KOP_TERBANYAK) return setSalah(words.kopBanyak);
    const dibaca = IdentitasSatker.safeParse(baru);
    if (!dibaca.success) return setSalah(words.namaPendek);
    setSibuk(true);
    const hasil = await simpanSekolah(satu.npsn, dibaca.data);
    setSibuk(false);
    setSalah(hasil.ok ? null : kataTolak(hasil));
    if (!hasil.ok) return;
    setIsi(hasil.isi.isi);
    onJadi(hasil.isi);
    beriTahu(words.tersimpan);
  };
  const rata = rapi(isi);
  return (
    <>
      <Section title={words.kop}>
        <div class="kop-contoh">
          <KopLembar kop={kopSatker({ npsn: satu.npsn, logo: satu.logo, ...rata })} logo={logo} />
        </div>
        <p class="redup">{words.kopIsi}</p>
      </Section>
      <form class="kantor-formulir" onSubmit={(event) => void simpan(event)} noValidate>
        {satu.sekolah && (
          <p>
            {words.npsn} <b>{satu.npsn}</b>. <span class="redup">{words.npsnIsi}</span>
          </p>
        )}
        {TEKS.map(([bidang, max]) => (
          <Field key={bidang} id={`sekolah-${bidang}`} label={words.bidang[bidang]}>
            <TextInput
              value={isi[bidang]}
              maxLength={max}
              onInput={(event) => setIsi({ ...isi, [bidang]: event.currentTarget.value })}
            />
          </Field>
        ))}
        <Field id="sekolah-kop" label={words.bidang.kop} hint={words.kopKet}>
          <TextArea
            value={isi.kop.join('\n')}
            maxLength={360}
            onInput={(event) => setIsi({ ...isi, kop: event.currentTarget.value.split('\n') })}
          />
        </Field>
        {salah && (
          <p class="field-error" role="alert">
            {salah}
          </p>
        )}
        <div class="deret-tombol">
          <Button kind="utama" type="submit" busy={sibuk}>
            {umum.aksi.simpan}
          </Button>
        </div>
      </form>
      <Logo satu={satu} onJadi={onJadi} />
      {satu.sekolah && (
        <div class="daftar">
          <ListRow
            leading="star"
            title={words.pola}
            meta={words.polaIsi}
            href={`/pola-bersama?npsn=${satu.npsn}`}
          />
        </div>
      )}
    </>
  );
};

type Props = { readonly npsn: string; readonly kembali: { readonly href: string; readonly label: string } };

/** One school: its letterhead as it will be printed, what it is made of, its logo. */
export const SekolahSatu = ({ npsn, kembali }: Props) => {
  const { isi, setIsi, salah } = useMuat(() => satuSekolah(npsn), npsn);
  const judul = isi?.isi.nama ?? words.judul;
  return (
    <Page title={judul} bar={<TopBar title={judul} back={kembali} />} busy={isi === null && salah === null}>
      {salah && <Banner tone="peringatan">{salah}</Banner>}
      {!isi && !salah && <p role="status">{kantor.memuat}</p>}
      {isi && <Formulir satu={isi} onJadi={setIsi} />}
    </Page>
  );
};
