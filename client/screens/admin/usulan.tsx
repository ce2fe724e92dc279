import { useEffect, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { UsulanTampil } from '../../../shared/protocol/index.ts';
import { useApp } from '../../app/context.ts';
import { beriTahu } from '../../app/snackbar.ts';
import { useTombol } from '../../app/tombol.ts';
import { daftarUsulan, menungguSaya } from '../../app/usulan.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { umum } from '../../i18n/id/umum.ts';
import { usulan } from '../../i18n/id/usulan.ts';
import { Banner, Button, EmptyState, Page, Section, TopBar } from '../../ui/index.ts';
import { alamatBetulkan, type Kerja, PutuskanDialog } from './usulan-putus.tsx';
import { Satu } from './usulan-satu.tsx';
import './impor.css';
import './usulan.css';

const words = usulan.admin;

type Dibaca = Awaited<ReturnType<typeof daftarUsulan>>;

const useDaftar = () => {
  const [dibaca, setDibaca] = useState<Dibaca | undefined>(undefined);
  const muat = async (): Promise<void> => setDibaca(await daftarUsulan());
  useEffect(() => void muat(), []);
  return { dibaca, muat };
};

/** Keys of the list: the card in hand moves and takes the focus, so that a reader hears it. */
const usePilih = (list: readonly UsulanTampil[], onKerja: (kerja: Kerja) => void) => {
  const kotak = useRef<HTMLUListElement>(null);
  const cards = (): HTMLElement[] => [...(kotak.current?.querySelectorAll<HTMLElement>(':scope > li') ?? [])];
  const kini = (): number => cards().findIndex((card) => card.contains(document.activeElement));
  const ke = (langkah: 1 | -1): void => {
    const all = cards();
    all[Math.min(all.length - 1, Math.max(0, kini() + langkah))]?.focus();
  };
  const putus = (setuju: boolean): void => {
    const satu = list[kini()];
    if (satu) onKerja({ satu, setuju });
  };
  useTombol({
    j: () => ke(1),
    ArrowDown: () => ke(1),
    l: () => ke(-1),
    ArrowUp: () => ke(-1),
    s: () => putus(true),
    t: () => putus(false),
  });
  return kotak;
};

const Isi = ({ list, onUbah }: { list: readonly UsulanTampil[]; onUbah: () => void }) => {
  const { route } = useLocation();
  const [kerja, setKerja] = useState<Kerja | null>(null);
  const saya = list.filter(menungguSaya);
  const lain = list.filter((satu) => !menungguSaya(satu));
  const kotak = usePilih(saya, setKerja);
  return (
    <>
      <p>{words.isi}</p>
      <Section title={words.untukAnda(saya.length)}>
        {saya.length === 0 && <p class="redup">{words.untukAndaKosong}</p>}
        <ul class="usulan-daftar" ref={kotak}>
          {saya.map((satu) => (
            <Satu key={satu.id} satu={satu} onKerja={(setuju) => setKerja({ satu, setuju })} />
          ))}
        </ul>
        {saya.length > 1 && <p class="redup usulan-tombol">{words.tombol}</p>}
      </Section>
      {lain.length > 0 && (
        <Section title={words.untukLain(lain.length)}>
          <ul class="usulan-daftar">
            {lain.map((satu) => (
              <Satu key={satu.id} satu={satu} />
            ))}
          </ul>
        </Section>
      )}
      <PutuskanDialog
        kerja={kerja}
        onClose={() => setKerja(null)}
        onDone={(kata) => {
          const alamat = kerja && alamatBetulkan(kerja);
          setKerja(null);
          beriTahu(kata);
          if (alamat) route(alamat);
          else onUbah();
        }}
      />
    </>
  );
};

/** Usulan perbaikan data that wait for an admin of a school or of the instansi: what is held, what should stand there, and why. */
export const UsulanAdmin = () => {
  const { admin, mengimpor } = useApp();
  const { dibaca, muat } = useDaftar();
  const rumah = admin === 'saja' && !mengimpor;
  const bar = (
    <TopBar
      title={words.judul}
      back={rumah ? undefined : { href: admin === 'saja' ? '/' : '/akun', label: umum.aksi.kembali }}
    />
  );
  return (
    <Page title={words.judul} wide bar={bar} busy={dibaca === undefined}>
      {dibaca === undefined && <p role="status">{words.memuat}</p>}
      {dibaca?.ok === false && (
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
      )}
      {dibaca?.ok && dibaca.list.length === 0 && <EmptyState icon="check-check" text={words.kosong} />}
      {dibaca?.ok && dibaca.list.length > 0 && <Isi list={dibaca.list} onUbah={() => void muat()} />}
    </Page>
  );
};
