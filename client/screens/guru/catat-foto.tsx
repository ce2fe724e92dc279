import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { LIMITS } from '../../../shared/protocol/index.ts';
import type { FotoRujukan } from '../../../shared/records/index.ts';
import { addPhoto, clearCamera, markCamera, putBackPhoto, removePhoto } from '../../actions/index.ts';
import { InputKamera, punyaKamera } from '../../app/camera-input.tsx';
import type { App } from '../../app/context.ts';
import { fotoBerjalan } from '../../app/foto-jalan.ts';
import { ambilTitipan, titipan } from '../../app/kamera.ts';
import { beriTahu } from '../../app/snackbar.ts';
import { catat as words } from '../../i18n/id/guru.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { umum } from '../../i18n/id/umum.ts';
import { getSetting, useLive } from '../../store/index.ts';
import { Button, Icon, PhotoGrid, PhotoViewer } from '../../ui/index.ts';
import { useFoto } from './foto-url.ts';
import { KameraAplikasi } from './kamera-aplikasi.tsx';
import './foto.css';

/** What became of pictures that were handed in, each reason once: those that found no room can be tried again. */
type Gagal = {
  readonly kata: readonly string[];
  readonly files: readonly Blob[];
};

const useTambahFoto = (app: App, draftId: string, onFoto: () => void) => {
  const [berjalan, setBerjalan] = useState(0);
  const [gagal, setGagal] = useState<Gagal | null>(null);
  const simpanSemua = async (files: readonly Blob[]): Promise<boolean> => {
    const sisa: Blob[] = [];
    const kata = new Set<string>();
    for (const file of files) {
      const hasil = await addPhoto(app, draftId, file).catch(() => ({
        ok: false as const,
        code: 'foto_rusak' as const,
        params: undefined,
      }));
      setBerjalan((count) => count - 1);
      if (hasil.ok) continue;
      if (hasil.code === 'hp_penuh_foto') sisa.push(file);
      kata.add(kataMasalah(hasil.code, { ...hasil.params }));
      setGagal({ kata: [...kata], files: sisa });
    }
    return kata.size === 0;
  };
  const tambah = async (files: readonly Blob[]): Promise<void> => {
    if (files.length === 0) return;
    onFoto();
    setGagal(null);
    setBerjalan((count) => count + files.length);
    await fotoBerjalan(draftId, simpanSemua(files));
  };
  return { berjalan, gagal, tambah };
};

type Props = {
  readonly app: App;
  readonly draftId: string;
  readonly foto: readonly FotoRujukan[];
  readonly salah: string | undefined;
  /** Opens the in-app camera at once. */
  readonly kameraLangsung: boolean;
  readonly siapkan: () => Promise<void>;
  /** A picture was handed in, kept or not. */
  readonly onFoto: () => void;
};

/** Photos of the form: camera first, then the gallery; each is shrunk before it is kept, and kept before it is shown. */
export const FotoIsian = ({ app, draftId, foto, salah, kameraLangsung, siapkan, onFoto }: Props) => {
  const { path, route } = useLocation();
  const { berjalan, gagal, tambah } = useTambahFoto(app, draftId, onFoto);
  const [kamera, setKamera] = useState(kameraLangsung);
  const [buka, setBuka] = useState<number | null>(null);
  const pilihAplikasi = useLive(() => getSetting(app.registry, 'kameraAplikasi'), [app.registry]) ?? false;
  const kata = { label: words.bukaFoto, hapus: words.hapusFoto };
  const kecil = useFoto(app.store, app.actor.id, { foto, besar: false, kata });
  const besar = useFoto(app.store, app.actor.id, {
    foto,
    besar: buka !== null,
    kata: { label: words.bukaFoto },
  });
  const dititipi = titipan.value?.draftId === draftId;
  useEffect(() => {
    if (dititipi) void tambah(ambilTitipan(draftId)).then(() => clearCamera(app, draftId));
  }, [dititipi]);
  const hapus = async (sha: string): Promise<void> => {
    const satu = foto.find((one) => one.sha === sha);
    await removePhoto(app, draftId, sha);
    if (!satu) return;
    const balik = async (): Promise<void> => {
      if (!(await putBackPhoto(app, draftId, satu))) beriTahu(words.fotoTakKembali);
    };
    beriTahu(words.fotoDihapus, { teks: umum.aksi.urungkan, jalan: () => void balik() });
  };
  const penuh = foto.length + berjalan >= LIMITS.fotoCount;
  const pesan = gagal ? gagal.kata.join('. ') : salah;
  return (
    <section class="foto-isian" aria-label={words.foto}>
      {(foto.length > 0 || berjalan > 0) && (
        <PhotoGrid
          photos={kecil}
          onOpen={setBuka}
          onRemove={(sha) => void hapus(sha)}
          add={berjalan > 0 ? <span class="photo foto-jalan">{words.mengecilkan}</span> : undefined}
        />
      )}
      <div class="foto-tombol">
        {!penuh && punyaKamera() && !pilihAplikasi && (
          // biome-ignore lint/a11y/noLabelWithoutControl: InputKamera renders the control, with a name of its own
          <label class="button tonal">
            <InputKamera
              id="bidang-foto"
              label={words.kamera}
              siapkan={async () => {
                await siapkan();
                await markCamera(app, draftId);
              }}
              onFiles={(files) => void tambah(files).then(() => clearCamera(app, draftId))}
              onBatal={() => void clearCamera(app, draftId)}
              onGagal={() => setKamera(true)}
            />
            <Icon name="camera" />
            <span aria-hidden="true">{words.kamera}</span>
          </label>
        )}
        {!penuh && (!punyaKamera() || pilihAplikasi) && 'mediaDevices' in navigator && (
          <Button kind="tonal" icon="camera" id="bidang-foto" onClick={() => setKamera(true)}>
            {words.kamera}
          </Button>
        )}
        {!penuh && (
          <label class="button teks">
            <input
              class="sembunyi"
              type="file"
              accept="image/*"
              multiple
              aria-label={words.galeri}
              onChange={(event) => {
                const files = [...(event.currentTarget.files ?? [])];
                event.currentTarget.value = '';
                void tambah(files);
              }}
            />
            <Icon name="image" />
            <span aria-hidden="true">{words.galeri}</span>
          </label>
        )}
        <span class="redup" role="status">
          {berjalan > 0
            ? words.mengecilkan
            : foto.length > 0
              ? words.fotoRingkas(
                  foto.length,
                  foto.reduce((sum, { size }) => sum + size, 0),
                )
              : words.wajah}
        </span>
      </div>
      {pesan && (
        <p class="field-error" role="alert">
          <Icon name="triangle-alert" />
          <span>{pesan}</span>
        </p>
      )}
      {gagal && gagal.files.length > 0 && (
        <Button kind="tonal" onClick={() => void tambah(gagal.files)}>
          {words.cobaFoto}
        </Button>
      )}
      <PhotoViewer
        photos={besar}
        index={buka}
        onIndex={setBuka}
        onClose={() => setBuka(null)}
        labels={{ close: umum.aksi.tutup, next: umum.aksi.berikutnya, previous: umum.aksi.sebelumnya }}
      />
      {kamera && (
        <KameraAplikasi
          sisa={LIMITS.fotoCount - foto.length - berjalan}
          onFoto={(photo) => void tambah([photo])}
          onTutup={() => {
            setKamera(false);
            route(path, true);
          }}
        />
      )}
    </section>
  );
};
