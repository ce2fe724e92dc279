import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { KeadaanImpor } from '../../../shared/protocol/index.ts';
import { useApp } from '../../app/context.ts';
import { keadaanImpor } from '../../app/impor.ts';
import { impor as words } from '../../i18n/id/impor.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { Banner, LinkButton, ListRow, Page, ProgressBar, Section, TopBar } from '../../ui/index.ts';
import { Periksa } from './impor-periksa.tsx';
import { Riwayat } from './impor-riwayat.tsx';
import { Unggah } from './impor-unggah.tsx';
import { pulang } from './kantor-pulang.ts';
import './impor.css';

/** How often the service is asked while it works. */
const SETIAP = 700;

type Dilihat = { readonly keadaan: KeadaanImpor } | { readonly salah: string } | null;

const lihat = (hasil: Awaited<ReturnType<typeof keadaanImpor>>): Dilihat => {
  if (hasil.ok) return { keadaan: hasil.isi };
  if (hasil.code === 'tidak_ada') return { salah: words.hilangDariMeja };
  return { salah: kataMasalah(hasil.code, hasil.params ?? {}) };
};

const bekerja = (dilihat: Dilihat): boolean =>
  dilihat !== null && 'keadaan' in dilihat && /^(membaca|menerapkan)$/.test(dilihat.keadaan.tahap);

/** Asks for the state of a file until it waits for the admin. */
const useKeadaan = (id: string | null) => {
  const [dilihat, setDilihat] = useState<Dilihat>(null);
  const [putaran, setPutaran] = useState(0);
  useEffect(() => {
    let berhenti = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tanya = async (satu: string): Promise<void> => {
      const kini = lihat(await keadaanImpor(satu));
      if (berhenti) return;
      setDilihat(kini);
      if (bekerja(kini)) timer = setTimeout(() => void tanya(satu), SETIAP);
    };
    if (id === null) setDilihat(null);
    else void tanya(id);
    return () => {
      berhenti = true;
      clearTimeout(timer);
    };
  }, [id, putaran]);
  return { dilihat, lagi: () => setPutaran((n) => n + 1) };
};

const langkahKe = (keadaan: KeadaanImpor | null): number => {
  if (!keadaan || keadaan.tahap === 'membaca' || keadaan.tahap === 'gagal') return 0;
  if (keadaan.tahap === 'selesai') return 3;
  return (keadaan.lembar ?? []).some(({ judul }) => judul === null) ? 1 : 2;
};

const Langkah = ({ kini }: { kini: number }) => (
  <ol class="impor-langkah" aria-label={words.langkahLabel}>
    {words.langkah.map((kata, i) => (
      <li key={kata} aria-current={i === kini ? 'step' : undefined} data-lewat={i < kini ? '' : undefined}>
        {kata}
      </li>
    ))}
  </ol>
);

const Bekerja = ({ keadaan: { tahap, selesai, dari } }: { keadaan: KeadaanImpor }) => {
  const kata = tahap === 'menerapkan' ? words.menerapkan(selesai, dari) : words.membaca(selesai);
  return (
    <div class="impor-bekerja">
      <p role="status">{kata}</p>
      <ProgressBar value={selesai} max={dari} label={kata} />
      <p class="redup">{words.bolehDitinggal}</p>
    </div>
  );
};

const Lain = () => (
  <LinkButton kind="tonal" href="/impor">
    {words.unggahLain}
  </LinkButton>
);

/** What an import leaves to do, in the order in which it is done. */
const Lanjut = () => (
  <Section title={words.lanjut}>
    <ul class="daftar">
      <li>
        <ListRow leading="target" title={words.keSusunan} meta={words.keSusunanIsi} href="/susunan" />
      </li>
      <li>
        <ListRow leading="lock" title={words.keAkses} meta={words.keAksesIsi} href="/akses" />
      </li>
      <li>
        <ListRow leading="cloud-upload" title={words.unggahLain} href="/impor" />
      </li>
    </ul>
  </Section>
);

const Isi = ({ id, onId }: { id: string | null; onId: (id: string | null) => void }) => {
  const { dilihat, lagi } = useKeadaan(id);
  const keadaan = dilihat && 'keadaan' in dilihat ? dilihat.keadaan : null;
  return (
    <>
      <Langkah kini={langkahKe(keadaan)} />
      {id === null && (
        <>
          <Unggah onId={onId} />
          <Riwayat onId={onId} />
        </>
      )}
      {dilihat && 'salah' in dilihat && (
        <Banner tone="peringatan" action={<Lain />}>
          {dilihat.salah}
        </Banner>
      )}
      {keadaan && (keadaan.tahap === 'membaca' || keadaan.tahap === 'menerapkan') && (
        <Bekerja keadaan={keadaan} />
      )}
      {keadaan?.tahap === 'gagal' && (
        <>
          <Banner tone="peringatan" action={<Lain />}>
            {keadaan.kalimat}
          </Banner>
          {keadaan.impor !== undefined && <Riwayat onId={(baru) => (baru === id ? lagi() : onId(baru))} />}
        </>
      )}
      {keadaan?.tahap === 'siap' && <Periksa key={keadaan.id} keadaan={keadaan} onLagi={lagi} />}
      {keadaan?.tahap === 'selesai' && (
        <>
          <Banner tone="berhasil">
            <p>
              <b>{words.selesai}</b>
            </p>
            <p>{words.selesaiIsi}</p>
            {keadaan.salah !== undefined && <p>{words.salahIsi(keadaan.salah)}</p>}
          </Banner>
          <Lanjut />
          <Riwayat onId={onId} />
        </>
      )}
    </>
  );
};

/** A02: personnel data from a file. What was uploaded stands in the address, so that a reload goes on where it was. */
export const ImporSimpeg = () => {
  const app = useApp();
  const { query, route } = useLocation();
  const bar = <TopBar title={words.judul} back={pulang(app)} />;
  return (
    <Page title={words.judul} wide bar={bar}>
      <Isi
        id={query['berkas'] ?? null}
        onId={(id) => route(id === null ? '/impor' : `/impor?berkas=${encodeURIComponent(id)}`)}
      />
    </Page>
  );
};
