import { useEffect, useState } from 'preact/hooks';
import { type KeadaanPublikasi, PilihanPublikasi } from '../../../shared/protocol/index.ts';
import { cleanText } from '../../../shared/records/index.ts';
import { useApp } from '../../app/context.ts';
import { alamatPratinjau, aturPublikasi, keadaanPublikasi } from '../../app/publikasi.ts';
import { beriTahu } from '../../app/snackbar.ts';
import { kantor } from '../../i18n/id/kantor.ts';
import { publikasi as words } from '../../i18n/id/publikasi.ts';
import { umum } from '../../i18n/id/umum.ts';
import {
  Banner,
  Button,
  Dialog,
  Field,
  LinkButton,
  Page,
  TextInput,
  Toggle,
  TopBar,
} from '../../ui/index.ts';
import { kataTolak, useMuat } from './kantor-muat.ts';
import { pulang } from './kantor-pulang.ts';
import './kantor.css';

type Tabel = KeadaanPublikasi['tabel'][number];

const Formulir = ({ kini, onJadi }: { kini: KeadaanPublikasi; onJadi: (kini: KeadaanPublikasi) => void }) => {
  const [instansi, setInstansi] = useState(kini.instansi);
  const [sejak, setSejak] = useState(kini.sejak ?? '');
  const [tabel, setTabel] = useState<readonly Tabel[]>(kini.tabel);
  const [salah, setSalah] = useState<string | null>(null);
  const [tanya, setTanya] = useState<PilihanPublikasi | null>(null);
  const [sibuk, setSibuk] = useState(false);
  useEffect(() => setTabel(kini.tabel), [kini]);
  const nama = cleanText(instansi).trim();
  const periksa = (event: Event): void => {
    event.preventDefault();
    const dibaca = PilihanPublikasi.safeParse({ instansi: nama, tabel, ...(sejak ? { sejak } : {}) });
    setSalah(dibaca.success ? null : words.namaKurang);
    if (dibaca.success) setTanya(dibaca.data);
  };
  const terapkan = async (pilihan: PilihanPublikasi): Promise<void> => {
    setSibuk(true);
    const hasil = await aturPublikasi(pilihan);
    setSibuk(false);
    setTanya(null);
    setSalah(hasil.ok ? null : kataTolak(hasil));
    if (!hasil.ok) return;
    onJadi(hasil.isi);
    beriTahu(words.tersimpan);
  };
  return (
    <>
      <form class="kantor-formulir" onSubmit={periksa} noValidate>
        <p role="status">
          <b>{words.kini(kini.tabel.length, kini.pada)}</b>
        </p>
        <fieldset class="kantor-pilihan">
          <legend>{words.tabel}</legend>
          {kini.terbit.map((satu) => (
            <Toggle
              key={satu.tabel}
              id={`publikasi-${satu.tabel}`}
              label={words.namaTabel[satu.tabel]}
              hint={words.rinci(satu)}
              checked={tabel.includes(satu.tabel)}
              onValue={(on) =>
                setTabel(on ? [...tabel, satu.tabel] : tabel.filter((lain) => lain !== satu.tabel))
              }
            />
          ))}
        </fieldset>
        <Field id="publikasi-nama" label={words.nama}>
          <TextInput
            value={instansi}
            maxLength={120}
            onInput={(event) => setInstansi(event.currentTarget.value)}
          />
        </Field>
        <Field id="publikasi-sejak" label={words.sejak} hint={words.sejakKet}>
          <TextInput type="month" value={sejak} onInput={(event) => setSejak(event.currentTarget.value)} />
        </Field>
        {salah && (
          <p class="field-error" role="alert">
            {salah}
          </p>
        )}
        <p class="redup">{words.pratinjauIsi}</p>
        <div class="deret-tombol">
          <LinkButton
            kind="tonal"
            icon="eye"
            href={alamatPratinjau({ instansi: nama, tabel: [...tabel] })}
            target="_blank"
            rel="noopener"
          >
            {words.pratinjau}
          </LinkButton>
          <Button kind="utama" type="submit">
            {words.simpan}
          </Button>
        </div>
      </form>
      <Dialog
        open={tanya !== null}
        title={words.judul}
        closeLabel={umum.aksi.tutup}
        onClose={() => setTanya(null)}
      >
        <p>{words.yakin((tanya?.tabel ?? []).map((satu) => words.namaTabel[satu]))}</p>
        <div class="deret-tombol">
          <Button kind="teks" onClick={() => setTanya(null)}>
            {umum.aksi.batal}
          </Button>
          <Button kind="utama" busy={sibuk} onClick={() => tanya && void terapkan(tanya)}>
            {words.ya}
          </Button>
        </div>
      </Dialog>
    </>
  );
};

/** A08: what the public sees, tried out before it is chosen. */
export const PublikasiData = () => {
  const app = useApp();
  const { isi, setIsi, salah } = useMuat(keadaanPublikasi, 'publikasi');
  return (
    <Page
      title={words.judul}
      bar={<TopBar title={words.judul} back={pulang(app)} />}
      busy={isi === null && salah === null}
    >
      <p>{words.isi}</p>
      {salah && <Banner tone="peringatan">{salah}</Banner>}
      {!isi && !salah && <p role="status">{kantor.memuat}</p>}
      {isi && <Formulir kini={isi} onJadi={setIsi} />}
      {isi && isi.tabel.length > 0 && (
        <LinkButton kind="tonal" icon="link" href="/publik" target="_blank" rel="noopener">
          {words.lihatHalaman}
        </LinkButton>
      )}
    </Page>
  );
};
