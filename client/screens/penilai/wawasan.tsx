import { HARI_TERTINGGAL, selisihHari } from '../../../shared/domain/index.ts';
import { sebabKendala } from '../../i18n/id/kendala.ts';
import { wawasan as words } from '../../i18n/id/wawasan.ts';
import { EmptyState, type IconName, ListRow, Page, Section, Stat, TopBar } from '../../ui/index.ts';
import { KendalaSekolah } from './wawasan-kendala.tsx';
import { type MenungguSaya, sebabKosong, type Wawasan } from './wawasan-model.ts';
import { useWawasan } from './wawasan-muat.ts';
import { SebaranKerja, TandaTanda } from './wawasan-rincian.tsx';
import { Tren } from './wawasan-tren.tsx';
import './wawasan.css';

/** People that the list shows before it is unfolded. */
const TERATAS = 6;

const umur = (sejak: string | null | undefined, hariIni: string): string | undefined =>
  sejak ? words.tertua(selisihHari(sejak, hariIni)) : undefined;

const Angka = ({ data, hariIni }: { data: Wawasan; hariIni: string }) => {
  const menunggu = data.menunggu.reduce((sum, { jumlah }) => sum + jumlah, 0);
  const tertua = data.menunggu[0]?.sejak;
  return (
    <div class="deret-angka">
      {data.log !== 'mati' && (
        <>
          <Stat
            value={data.hariIni ? words.terisiHariIni(data.hariIni.terisi, data.hariIni.dari) : '–'}
            label={data.hariIni ? words.sudahMengisi : words.liburHariIni}
          />
          <Stat
            value={String(data.tertinggal.length)}
            label={words.tertinggal(HARI_TERTINGGAL[data.log])}
            href="#tertinggal"
          />
        </>
      )}
      <Stat value={String(menunggu)} label={words.menunggu} detail={umur(tertua, hariIni)} href="#menunggu" />
    </div>
  );
};

const KE: Readonly<Record<MenungguSaya['jenis'], { icon: IconName; href: string }>> = {
  entri: { icon: 'clipboard-check', href: '/periksa' },
  skp: { icon: 'target', href: '/periksa/skp' },
  evaluasi: { icon: 'star', href: '/penilaian' },
  praktik: { icon: 'book', href: '/observasi' },
  kendala: { icon: 'help', href: '#kendala' },
};

const MenungguAnda = ({ data, hariIni }: { data: Wawasan; hariIni: string }) => (
  <Section title={words.judulMenunggu}>
    {data.menunggu.length === 0 ? (
      <p class="redup">{words.tidakMenunggu}</p>
    ) : (
      <ul class="daftar">
        {data.menunggu.map(({ jenis, jumlah, sejak }) => (
          <li key={jenis}>
            <ListRow
              leading={KE[jenis].icon}
              title={words.jenis[jenis](jumlah)}
              meta={sejak ? `${umur(sejak, hariIni)}, ${words.sejak(sejak)}` : undefined}
              href={KE[jenis].href}
            />
          </li>
        ))}
      </ul>
    )}
  </Section>
);

/** Whoever falls behind, since when, and what she herself said of it. */
const Tertinggal = ({ data, hariIni }: { data: Wawasan; hariIni: string }) => {
  const baris = ({ owner, kosongAkhir, terakhir }: Wawasan['tertinggal'][number]) => (
    <li key={owner}>
      <ListRow
        title={data.orang.get(owner)}
        meta={[
          words.kosongSejak(kosongAkhir.length, kosongAkhir[0] ?? '', terakhir !== null),
          ...sebabKosong(data.kendala, { owner, sejak: kosongAkhir[0] ?? '', hariIni }).map((sebab) =>
            words.adaKendala(sebabKendala[sebab]),
          ),
        ].join(' · ')}
        href={`/guru/${owner}`}
      />
    </li>
  );
  const lain = data.tertinggal.slice(TERATAS);
  return (
    <Section title={words.judulTertinggal}>
      {data.log === 'opsional' && <p class="redup">{words.logOpsional}</p>}
      {data.log === 'mati' && <p class="redup">{words.logMati}</p>}
      {data.log !== 'mati' && data.tertinggal.length === 0 && (
        <p class="redup">{data.adaKegiatan ? words.takTertinggal : words.belumMulai}</p>
      )}
      {data.tertinggal.length > 0 && <ul class="daftar">{data.tertinggal.slice(0, TERATAS).map(baris)}</ul>}
      {lain.length > 0 && (
        <details class="buka">
          <summary>{words.semuaGuru(lain.length)}</summary>
          <ul class="daftar">{lain.map(baris)}</ul>
        </details>
      )}
    </Section>
  );
};

/** The school in ten seconds: who has filled in, who falls behind and since when, what awaits the head; and why. */
export const WawasanSekolah = () => {
  const muatan = useWawasan();
  if (!muatan) return <Page title={words.judul} busy />;
  const { data, bacaan, hariIni } = muatan;
  return (
    <Page title={words.judul} bar={<TopBar title={words.judul} back={{ href: '/', label: words.kembali }} />}>
      {data.orang.size === 0 ? (
        <EmptyState text={words.unduh} />
      ) : (
        <div class="wawasan">
          <Angka data={data} hariIni={hariIni} />
          <div class="daftar">
            <ListRow leading="share" title={words.laporan} meta={words.laporanKet} href="/wawasan/laporan" />
          </div>
          <div id="menunggu">
            <MenungguAnda data={data} hariIni={hariIni} />
          </div>
          <div id="tertinggal">
            <Tertinggal data={data} hariIni={hariIni} />
          </div>
          <div id="kendala">
            <KendalaSekolah data={data} satker={bacaan.satker?.content ?? null} hariIni={hariIni} />
          </div>
          <Tren muatan={muatan} />
          <TandaTanda data={data} />
          <SebaranKerja data={data} />
        </div>
      )}
    </Page>
  );
};
