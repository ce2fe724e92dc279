import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { penilai } from '../../i18n/id/penilai.ts';
import { type EntriRow, type PutusanBeda, putusanBeda, useLive } from '../../store/index.ts';
import { Button, EmptyState, LinkButton, Page, Select, TopBar } from '../../ui/index.ts';
import { useWide } from './lebar.ts';
import { type EntriPeriksa, untukDiperiksa } from './model.ts';
import { type DataSekolah, useSekolah } from './muat.ts';
import { Borongan, usePilihan } from './periksa-borongan.tsx';
import { useBuka, useJeda } from './periksa-buka.ts';
import { DaftarPeriksa } from './periksa-daftar.tsx';
import { IsiPeriksa } from './periksa-isi.tsx';
import { KembalikanSheet } from './periksa-putus.tsx';
import { usePintasan } from './pintasan.ts';
import { DaftarPintasan } from './pintasan-daftar.tsx';
import { putusan } from './putusan.ts';
import { BarisSkp } from './skp-daftar.tsx';
import './penilai.css';
import './periksa.css';

const words = penilai.periksa;

/** His decision on the open entry that came too late; asked for it alone, so that no note of another's is ever shown. */
const useBeda = ({ app }: DataSekolah, periksa: EntriPeriksa | undefined): PutusanBeda | null => {
  const entri = periksa?.entri;
  const found = useLive(
    async () => entri && { id: entri.id, beda: await putusanBeda(app.store, entri) },
    [app.store, entri?.id, entri?.head, entri?.variants.length],
  );
  return found && found.id === entri?.id ? found.beda : null;
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
  const beda = useBeda(data, current);
  const jeda = useJeda(current?.entri.id);
  const buka = useRef<typeof setOpen | null>(null);
  buka.current = setOpen;
  useEffect(
    () => () => {
      buka.current = null;
    },
    [],
  );
  // What comes back by Urungkan is before him again; not where he has gone on to another screen.
  const { setujui, kembalikan, urung } = putusan(data.app, (id) => buka.current?.(id));
  const pilihBaris = (id: string | null): void => {
    jeda.bebas();
    setOpen(id);
  };
  const step = (by: number) => {
    const at = current ? daftar.indexOf(current) : -1;
    pilihBaris(daftar[Math.max(0, Math.min(daftar.length - 1, at + by))]?.entri.id ?? null);
  };
  const putuskan = (act: (seen: EntriRow) => void) => {
    if (!current) return;
    const next = daftar[daftar.indexOf(current) + 1] ?? daftar[daftar.indexOf(current) - 1];
    act(current.entri);
    setOpen(next && (lebar || open) ? next.entri.id : null);
  };
  const decide = (act: (seen: EntriRow) => void) => jeda.lewat(() => putuskan(act));
  usePintasan({
    setujui: ({ repeat }) => !repeat && decide((seen) => void setujui([seen])),
    kembalikan: () => current && setReturning('tombol'),
    berikutnya: () => step(1),
    sebelumnya: () => step(-1),
    pilih: () => current && pilihan.toggle(current.entri.id),
    urung,
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
              onOpen={pilihBaris}
              onToggle={pilihan.toggle}
            />
          </div>
          <div class="periksa-kanan" aria-live="polite" ref={kanan}>
            {current ? (
              <>
                <IsiPeriksa app={data.app} periksa={current} beda={beda} />
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
          tentang={`${current.nama}: ${current.entri.content.uraian}`}
          catatanLalu={beda?.alasan ?? ''}
          open={returning !== null}
          tulis={returning === 'tombol'}
          onClose={() => setReturning(null)}
          onSend={(alasan) => {
            setReturning(null);
            jeda.lewat(() => putuskan((seen) => void kembalikan(seen, alasan)), true);
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
