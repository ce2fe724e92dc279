import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso';
import { penilai } from '../../i18n/id/penilai.ts';
import type { EntriRow } from '../../store/index.ts';
import { Button, Dialog, EmptyState, LinkButton, Page, Select, TopBar } from '../../ui/index.ts';
import { useWide } from './lebar.ts';
import { type EntriPeriksa, untukDiperiksa } from './model.ts';
import { type DataSekolah, useSekolah } from './muat.ts';
import { DaftarPeriksa } from './periksa-daftar.tsx';
import { IsiPeriksa } from './periksa-isi.tsx';
import { KembalikanSheet } from './periksa-putus.tsx';
import { usePintasan } from './pintasan.ts';
import { DaftarPintasan } from './pintasan-daftar.tsx';
import { putusan } from './putusan.ts';
import { BarisSkp } from './skp-daftar.tsx';
import './penilai.css';

const words = penilai.periksa;

type Pilihan = {
  readonly chosen: ReadonlySet<string>;
  readonly toggle: (id: string) => void;
  readonly clear: () => void;
};

const usePilihan = (): Pilihan => {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  return { chosen, toggle, clear: () => setChosen(new Set()) };
};

/** The chosen entries, or all complete ones, approved in one go after a look at the number. */
const Borongan = ({
  daftar,
  pilihan,
  onSetujui,
}: {
  daftar: readonly EntriPeriksa[];
  pilihan: Pilihan;
  onSetujui: (seen: readonly EntriRow[]) => void;
}) => {
  // What the question counts is what was on the screen when it was asked; later arrivals are not approved unseen.
  const [asked, setAsked] = useState<readonly EntriRow[] | null>(null);
  const dipilih = daftar.filter(({ entri }) => pilihan.chosen.has(entri.id));
  const lengkap = daftar.filter(({ tanda, berubah }) => tanda.length === 0 && !berubah);
  const tanpaFoto = asked?.filter(({ content }) => content.foto.length === 0).length ?? 0;
  const sasaran = dipilih.length > 0 ? dipilih : lengkap;
  if (sasaran.length < 2 && dipilih.length === 0) return null;
  const label =
    dipilih.length > 0 ? words.setujuiDipilih(sasaran.length) : words.setujuiLengkap(sasaran.length);
  return (
    <>
      <Button
        kind="tonal"
        icon="check-check"
        block
        onClick={() => setAsked(sasaran.map(({ entri }) => entri))}
      >
        {label}
      </Button>
      <Dialog
        open={asked !== null}
        onClose={() => setAsked(null)}
        title={words.tanyaBorongan(asked?.length ?? 0)}
        closeLabel={words.tutup}
      >
        {dipilih.length === 0 && <p>{words.boronganKet}</p>}
        {tanpaFoto > 0 && <p>{words.boronganTanpaFoto(tanpaFoto)}</p>}
        <div class="deret-tombol">
          <Button kind="teks" onClick={() => setAsked(null)}>
            {words.batal}
          </Button>
          <Button
            kind="utama"
            onClick={() => {
              setAsked(null);
              pilihan.clear();
              onSetujui(asked ?? []);
            }}
          >
            {label}
          </Button>
        </div>
      </Dialog>
    </>
  );
};

type Buka = {
  readonly open: string | null;
  readonly setOpen: (id: string | null) => void;
};

const alamat = (id: string | null): string =>
  id === null ? '/periksa' : `/periksa?kegiatan=${encodeURIComponent(id)}`;

/**
 * The entry that is open, kept in the address: on a phone, where it takes the list's place, the phone's own way back leads
 * to the list, at the height where it was left.
 */
const useBuka = (lebar: boolean): Buka => {
  const { route } = useLocation();
  const open = useRoute().query['kegiatan'] ?? null;
  const dariDaftar = useRef(false);
  const tinggi = useRef(0);
  useEffect(() => {
    if (!lebar) scrollTo(0, open === null ? tinggi.current : 0);
    if (open === null) dariDaftar.current = false;
  }, [open === null, lebar]);
  const setOpen = (id: string | null): void => {
    if (id === open) return;
    if (id === null && dariDaftar.current) return history.back();
    const masuk = !lebar && open === null;
    if (masuk) {
      dariDaftar.current = true;
      tinggi.current = scrollY;
    }
    route(alamat(id), !masuk);
  };
  return { open, setOpen };
};

const Antrean = ({ data }: { data: DataSekolah }) => {
  const [guru, setGuru] = useState('');
  const [returning, setReturning] = useState<'ketuk' | 'tombol' | null>(null);
  const [help, setHelp] = useState(false);
  const pilihan = usePilihan();
  const semua = useMemo(
    () =>
      untukDiperiksa(data.menunggu, {
        sekolah: [
          ...data.sebulan,
          ...data.menunggu.filter(({ content }) => !content.tanggal.startsWith(data.bulan)),
        ],
        ...data,
      }),
    [data],
  );
  const daftar = guru ? semua.filter(({ entri }) => entri.owner === guru) : semua;
  const lebar = useWide();
  const { open, setOpen } = useBuka(lebar);
  const current = daftar.find(({ entri }) => entri.id === open) ?? (lebar ? daftar[0] : undefined);
  const { setujui, kembalikan } = putusan(data.app);
  const step = (by: number) => {
    const at = current ? daftar.indexOf(current) : -1;
    setOpen(daftar[Math.max(0, Math.min(daftar.length - 1, at + by))]?.entri.id ?? null);
  };
  const decide = (act: (seen: EntriRow) => void) => {
    if (!current) return;
    const next = daftar[daftar.indexOf(current) + 1] ?? daftar[daftar.indexOf(current) - 1];
    act(current.entri);
    setOpen(next && (lebar || open) ? next.entri.id : null);
  };
  usePintasan({
    setujui: () => decide((seen) => void setujui([seen])),
    kembalikan: () => current && setReturning('tombol'),
    berikutnya: () => step(1),
    sebelumnya: () => step(-1),
    pilih: () => current && pilihan.toggle(current.entri.id),
    bantuan: () => setHelp(true),
  });
  const kanan = useRef<HTMLDivElement>(null);
  useEffect(() => kanan.current?.scrollTo(0, 0), [current?.entri.id]);
  const judul = words.judul(daftar.length, semua.length);
  const penulis = data.pegawai.filter(({ owner }) => semua.some(({ entri }) => entri.owner === owner));
  const diperiksa = data.sebulan.filter(
    ({ state }) => state.tahap === 'DISETUJUI' || state.tahap === 'DIKEMBALIKAN',
  ).length;
  return (
    <Page
      title={judul}
      bar={
        <TopBar
          title={judul}
          {...(open && !lebar ? { onBack: () => setOpen(null), backLabel: words.judul(0, 0) } : {})}
          actions={
            lebar && (
              <Button kind="teks" icon="keyboard" aria-label={words.pintasan} onClick={() => setHelp(true)} />
            )
          }
        />
      }
      wide
    >
      <BarisSkp app={data.app} />
      {semua.length === 0 ? (
        <EmptyState icon="check-check" text={words.kosong(diperiksa)} />
      ) : (
        <div class={`periksa ${current && open ? 'periksa-terbuka' : ''}`}>
          <div class="periksa-kiri">
            <div class="periksa-alat">
              {penulis.length > 1 && (
                <Select
                  aria-label={words.saringGuru}
                  value={guru}
                  onChange={(event) => setGuru(event.currentTarget.value)}
                >
                  <option value="">{words.semuaGuru}</option>
                  {penulis.map(({ owner, content }) => (
                    <option key={owner} value={owner}>
                      {content.nama}
                    </option>
                  ))}
                </Select>
              )}
              <Borongan daftar={daftar} pilihan={pilihan} onSetujui={(seen) => void setujui(seen)} />
            </div>
            {daftar.length === 0 && (
              <EmptyState
                text={words.kosongSaring}
                actions={<Button onClick={() => setGuru('')}>{words.hapusSaringan}</Button>}
              />
            )}
            <DaftarPeriksa
              daftar={daftar}
              current={current?.entri.id}
              chosen={pilihan.chosen}
              onOpen={setOpen}
              onToggle={pilihan.toggle}
            />
          </div>
          <div class="periksa-kanan" aria-live="polite" ref={kanan}>
            {current ? (
              <>
                <IsiPeriksa app={data.app} periksa={current} />
                {current.berubah && <p class="peringatan">{words.berubah}</p>}
                <LinkButton kind="teks" href={`/guru/${current.entri.owner}`}>
                  {words.lihatGuru}
                </LinkButton>
                <div class="periksa-aksi">
                  <Button kind="tonal" icon="corner-up-left" onClick={() => setReturning('ketuk')}>
                    {words.kembalikan}
                  </Button>
                  <Button kind="utama" icon="check" onClick={() => decide((seen) => void setujui([seen]))}>
                    {words.setujui}
                  </Button>
                </div>
              </>
            ) : (
              <p class="redup">{words.pilihSatu}</p>
            )}
          </div>
        </div>
      )}
      {current && (
        <KembalikanSheet
          key={current.entri.id}
          id={current.entri.id}
          open={returning !== null}
          tulis={returning === 'tombol'}
          onClose={() => setReturning(null)}
          onSend={(alasan) => {
            setReturning(null);
            decide((seen) => void kembalikan(seen, alasan));
          }}
        />
      )}
      <DaftarPintasan open={help} onClose={() => setHelp(false)} kata={words} />
    </Page>
  );
};

/** K02 and K03: the review queue. One column on a phone, list and detail side by side on a laptop. */
export const Periksa = () => {
  const data = useSekolah();
  return data ? <Antrean data={data} /> : <Page title={words.judul(0, 0)} busy />;
};
