import { useEffect, useRef, useState } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import {
  bulanDari,
  namaLengkap,
  periksaTanggal,
  periodeSkp,
  ringkasBulan,
  ringkasRhk,
  tambahBulan,
} from '../../../shared/domain/index.ts';
import { bukaTanggal, tutupTanggal } from '../../actions/index.ts';
import { beriTahu } from '../../app/snackbar.ts';
import { bulanTahun, hariTanggal, tanggalPanjang } from '../../i18n/format.ts';
import { kegiatan } from '../../i18n/id/guru.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { penilai } from '../../i18n/id/penilai.ts';
import { umum } from '../../i18n/id/umum.ts';
import { type EntriRow, entriSearch, skpOf, useLive } from '../../store/index.ts';
import { Button, Calendar, EmptyState, ListRow, Page, ProgressBar, Section, TopBar } from '../../ui/index.ts';
import { BarisEntri } from '../guru/baris-entri.tsx';
import { hariKalender } from '../guru/hari-kalender.ts';
import { bukaLagi } from './buka-lagi.ts';
import { guruSebulan } from './model.ts';
import { type DataSekolah, useSekolah } from './muat.ts';
import { UmpanBalik } from './umpan-balik.tsx';
import './penilai.css';

const words = penilai.guru;

/** Progress per RHK: how many entries serve it, and how much of the target they make. */
const CapaianRhk = ({
  data,
  owner,
  entri,
  onPick,
}: {
  data: DataSekolah;
  owner: string;
  entri: readonly EntriRow[];
  onPick: (rhk: string) => void;
}) => {
  const dibaca = useLive(
    () =>
      Promise.all([skpOf(data.app.store, owner, data.bulan), entriSearch(data.app.store, owner, '')]).then(
        ([skp, semua]) => ({ skp: skp?.content, semua }),
      ),
    [owner, data.bulan],
  );
  if (!dibaca) return null;
  const { skp, semua } = dibaca;
  if (!skp) return <p class="redup">{words.tanpaSkp}</p>;
  // The target is of the SKP's whole period: what is held against it is what was recorded of that up to this month's end.
  const { awal } = periodeSkp(skp);
  const sampai = semua.filter(
    ({ content: { tanggal } }) => tanggal >= awal && bulanDari(tanggal) <= data.bulan,
  );
  const sebulan = ringkasRhk(skp, entri);
  const tanpa = entri.filter(({ content }) => content.rhk === null).length;
  return (
    <>
      <p class="redup">{words.capaianKet(bulanTahun(data.bulan), tanggalPanjang(awal))}</p>
      <ul class="daftar">
        {ringkasRhk(skp, sampai).map((satu, i) => {
          const { kode, persen } = satu;
          const rhk = skp.rhk[i]?.rhk ?? kode;
          const { jumlah = 0, disetujui = 0 } = sebulan[i] ?? {};
          return (
            <li key={kode} class="capaian">
              <ListRow
                title={rhk}
                meta={words.rhkBaris({ ...satu, jumlah, disetujui })}
                onClick={() => onPick(kode)}
              />
              {persen !== null && <ProgressBar value={Math.min(100, persen)} max={100} label={rhk} />}
            </li>
          );
        })}
        {tanpa > 0 && <li class="peringatan">{words.tanpaRhk(tanpa)}</li>}
      </ul>
    </>
  );
};

const DaftarEntri = ({ data, entri }: { data: DataSekolah; entri: readonly EntriRow[] }) => {
  if (entri.length === 0) return <p class="redup">{words.tidakAda}</p>;
  return (
    <ul class="daftar">
      {entri.map((baris) => (
        <li key={baris.id}>
          <BarisEntri entri={baris} rencana={hariTanggal(baris.content.tanggal)} />
          {(baris.state.tahap === 'DISETUJUI' || baris.state.tahap === 'DIKEMBALIKAN') && (
            <Button kind="teks" icon="undo-2" onClick={() => void bukaLagi(data.app, baris)}>
              {baris.state.tahap === 'DISETUJUI' ? words.bukaLagi : words.batalKembali}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
};

const SAMPAI_TENANG_MS = 1500;

/**
 * Who came for the messages is brought to them: they stand below a month, and what is above them grows while it is read
 * from the phone. Whoever scrolls by himself is left where he is.
 */
const useKePesan = () => {
  const pesan = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const di = pesan.current;
    if (location.hash !== '#pesan' || !di) return;
    const ke = () => di.scrollIntoView({ block: 'start' });
    const tumbuh = new ResizeObserver(ke);
    const lepas = () => tumbuh.disconnect();
    ke();
    tumbuh.observe(document.body);
    const timer = setTimeout(lepas, SAMPAI_TENANG_MS);
    const GERAK = ['wheel', 'touchstart', 'keydown'] as const;
    for (const gerak of GERAK) addEventListener(gerak, lepas, { once: true });
    return () => {
      lepas();
      clearTimeout(timer);
      for (const gerak of GERAK) removeEventListener(gerak, lepas);
    };
  }, []);
  return pesan;
};

const SatuGuru = ({
  data,
  owner,
  onBulan,
}: {
  data: DataSekolah;
  owner: string;
  onBulan: (bulan: string) => void;
}) => {
  const pesan = useKePesan();
  const [picked, setPicked] = useState<{ tanggal?: string; rhk?: string }>({});
  const pegawai = data.pegawai.find((orang) => orang.owner === owner);
  if (!pegawai) return <EmptyState text={words.tidakDitemukan} />;
  const milik = data.sebulan.filter((entri) => entri.owner === owner);
  const [guru] = guruSebulan(data.bulan, data.hariIni, {
    entri: milik,
    kendala: data.kendala,
    pegawai: data.pegawai.filter((orang) => orang.owner === owner || orang.content.penilai?.id === owner),
    penugasan: data.penugasan,
    satker: data.satker,
    saya: data.app.actor.id,
  });
  const shown = milik.filter(
    ({ content }) =>
      (!picked.tanggal || content.tanggal === picked.tanggal) && (!picked.rhk || content.rhk === picked.rhk),
  );
  // Who does not serve here in the month still has her calendar: what she had recorded is not gone.
  const ringkas =
    guru?.ringkas ?? ringkasBulan(data.bulan, milik, data.satker?.content ?? null, data.hariIni);
  const days = [...ringkas.perTanggal].map(([tanggal, hari]) => hariKalender(tanggal, hari));
  const konteks = {
    ...{ hariIni: data.hariIni, saat: 'isi' as const, pemilik: owner },
    satker: data.satker?.content ?? null,
  };
  /** A day with an activity may lack another one: where the limit has passed, it can be opened as an empty one can. */
  const lewatBatas = (tanggal: string): boolean =>
    periksaTanggal(tanggal, konteks).some(({ kode }) => kode === 'lewat_batas');
  const tutup = async (tanggal: string): Promise<void> => {
    const answer = await tutupTanggal(data.app, { pemilik: owner, tanggal });
    beriTahu(answer.ok ? words.tanggalDitutup : kataMasalah(answer.code, answer.params));
  };
  const buka = async (tanggal: string): Promise<void> => {
    const answer = await bukaTanggal(data.app, { pemilik: owner, tanggal });
    if (!answer.ok) return beriTahu(kataMasalah(answer.code, answer.params));
    beriTahu(words.tanggalDibuka, { teks: umum.aksi.urungkan, jalan: () => void tutup(tanggal) });
  };
  return (
    <div class="guru-satu">
      <div>
        <Calendar
          month={data.bulan}
          title={bulanTahun(data.bulan)}
          days={days}
          weekdays={kegiatan.hariPendek.map((short, i) => ({
            short,
            long: kegiatan.hariPanjang[i] ?? short,
          }))}
          today={data.hariIni}
          onPick={(tanggal) => setPicked({ tanggal })}
          onPrevious={() => onBulan(tambahBulan(data.bulan, -1))}
          onNext={() => onBulan(tambahBulan(data.bulan, 1))}
          labels={{ previous: words.bulanLalu, next: words.bulanDepan }}
        />
        <p class="redup">
          {guru ? words.hari(ringkas.terisi, ringkas.hariKerja) : words.takBertugas(bulanTahun(data.bulan))}
        </p>
        {picked.tanggal && (shown.length === 0 || lewatBatas(picked.tanggal)) && (
          <p>
            {shown.length === 0
              ? words.tanggalKosong(hariTanggal(picked.tanggal))
              : words.tanggalLewat(hariTanggal(picked.tanggal))}{' '}
            <Button kind="teks" onClick={() => picked.tanggal && void buka(picked.tanggal)}>
              {words.bukaTanggal}
            </Button>
          </p>
        )}
        <Section title={words.capaian}>
          <CapaianRhk data={data} owner={owner} entri={milik} onPick={(rhk) => setPicked({ rhk })} />
        </Section>
      </div>
      <div>
        <Section
          title={words.kegiatan}
          {...(picked.tanggal || picked.rhk
            ? {
                action: (
                  <Button kind="teks" onClick={() => setPicked({})}>
                    {words.semua}
                  </Button>
                ),
              }
            : {})}
        >
          <DaftarEntri data={data} entri={shown} />
        </Section>
        <div ref={pesan} class="guru-pesan">
          <Section title={words.umpanBalik}>
            <UmpanBalik key={owner} app={data.app} guru={owner} tentang={null} />
          </Section>
        </div>
      </div>
    </div>
  );
};

/** K05: one teacher: calendar, progress per RHK, entries of the month, feedback. */
export const GuruSatu = () => {
  const owner = useRoute().params['owner'] ?? '';
  const [bulan, setBulan] = useState<string | undefined>(undefined);
  const data = useSekolah(bulan);
  const pegawai = data?.pegawai.find((orang) => orang.owner === owner);
  const title = pegawai ? namaLengkap(pegawai.content) : words.kembali;
  return (
    <Page
      title={title}
      bar={<TopBar title={title} back={{ href: '/guru', label: words.kembali }} />}
      busy={!data}
      wide
    >
      {data && <SatuGuru data={data} owner={owner} onBulan={setBulan} />}
    </Page>
  );
};
