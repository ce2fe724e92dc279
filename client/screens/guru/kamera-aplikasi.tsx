import { useEffect, useRef, useState } from 'preact/hooks';
import { kamera as words } from '../../i18n/id/pola-kamera.ts';
import { Button } from '../../ui/index.ts';

const MUTU = 0.9;
const SISI = 1920;

/** What the browser says of a camera that does not open, in our words. */
const kataGagal = (error: unknown): string => {
  const name = (error as { name?: string } | null)?.name;
  if (name === 'NotAllowedError' || name === 'SecurityError') return words.ditolak;
  return name === 'NotReadableError' || name === 'AbortError' ? words.sibuk : words.tidakAda;
};

type Lampu = MediaTrackConstraintSet & { readonly torch?: boolean };

/**
 * The camera's stream on a video element; stopped when the screen goes, so that no light stays on. `ada`: a first
 * picture has arrived, before that there is nothing to take.
 */
const useStream = (hadap: 'environment' | 'user') => {
  const video = useRef<HTMLVideoElement>(null);
  const [track, setTrack] = useState<MediaStreamTrack | null>(null);
  const [ada, setAda] = useState(false);
  const [gagal, setGagal] = useState<string | null>(null);
  useEffect(() => {
    let stream: MediaStream | null = null;
    let gone = false;
    const stop = (): void => {
      for (const each of stream?.getTracks() ?? []) each.stop();
    };
    navigator.mediaDevices
      .getUserMedia({ video: { facingMode: { ideal: hadap }, width: { ideal: SISI } }, audio: false })
      .then((opened) => {
        stream = opened;
        if (gone) return stop();
        if (video.current) video.current.srcObject = opened;
        setTrack(opened.getVideoTracks()[0] ?? null);
      })
      .catch((error: unknown) => setGagal(kataGagal(error)));
    return () => {
      gone = true;
      stop();
      setTrack(null);
      setAda(false);
    };
  }, [hadap]);
  return { video, track, ada, tampak: () => setAda(true), gagal };
};

const jepret = async (video: HTMLVideoElement): Promise<Blob | null> => {
  const canvas = document.createElement('canvas');
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', MUTU));
};

type Props = { readonly sisa: number; readonly onFoto: (photo: Blob) => void; readonly onTutup: () => void };

/** G07: a viewfinder inside the page, for phones that end the page when their own camera comes to the front. */
export const KameraAplikasi = ({ sisa, onFoto, onTutup }: Props) => {
  const [hadap, setHadap] = useState<'environment' | 'user'>('environment');
  const [nyala, setNyala] = useState(false);
  const [jumlah, setJumlah] = useState(0);
  const { video, track, ada, tampak, gagal } = useStream(hadap);
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => box.current?.showModal(), []);
  const punyaLampu = (track?.getCapabilities?.() as { torch?: boolean } | undefined)?.torch === true;
  const rana = async (): Promise<void> => {
    const photo = video.current && (await jepret(video.current));
    if (!photo) return;
    onFoto(photo);
    setJumlah(jumlah + 1);
    if (sisa <= 1) onTutup();
  };
  const lampu = (): void => {
    const torch: Lampu = { torch: !nyala };
    void track?.applyConstraints({ advanced: [torch] }).then(() => setNyala(!nyala));
  };
  return (
    <dialog ref={box} class="photo-viewer kamera" aria-label={words.judul} onClose={onTutup}>
      <header>
        <Button kind="teks" icon="x" aria-label={words.tutup} onClick={onTutup} />
        {jumlah > 0 && <span role="status">{words.tambah(jumlah)}</span>}
        {punyaLampu && (
          <Button kind="teks" icon="zap" aria-label={words.lampu} aria-pressed={nyala} onClick={lampu} />
        )}
      </header>
      {gagal ? (
        <p class="kamera-gagal" role="alert">
          {gagal}
        </p>
      ) : (
        <video ref={video} onLoadedData={tampak} autoplay playsInline muted aria-label={words.judul} />
      )}
      <footer>
        <Button kind="teks" onClick={onTutup}>
          {words.selesai}
        </Button>
        <button
          type="button"
          class="rana"
          aria-label={words.rana}
          disabled={!ada}
          onClick={() => void rana()}
        />
        <Button
          kind="teks"
          icon="switch-camera"
          aria-label={words.balik}
          onClick={() => setHadap(hadap === 'user' ? 'environment' : 'user')}
        />
      </footer>
    </dialog>
  );
};
