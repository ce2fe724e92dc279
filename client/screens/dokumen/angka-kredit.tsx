import { useState } from 'preact/hooks';
import {
  type Akumulasi,
  akumulasiAk,
  type BarisAk,
  bulanDari,
  isJenjang,
  type Jenjang,
  type Konversi,
  NAMA_BULAN,
  tambahBulan,
  tulisAk,
} from '../../../shared/domain/index.ts';
import type { Pegawai } from '../../../shared/records/index.ts';
import { useApp } from '../../app/context.ts';
import { useHariIni } from '../../app/hari.ts';
import { beriTahu } from '../../app/snackbar.ts';
import { angkaKredit as words } from '../../i18n/id/angka-kredit.ts';
import { umum } from '../../i18n/id/umum.ts';
import { type CatatanAk, catatanAk, pegawaiOf, simpanCatatanAk, useLive } from '../../store/index.ts';
import { Banner, Button, EmptyState, ListRow, Page, Section, Sheet, TopBar } from '../../ui/index.ts';
import { AngkaAwal } from './ak-awal.tsx';
import { FormBaris } from './ak-baris.tsx';
import { Ramalan, Terkumpul } from './ak-ramalan.tsx';
import '../guru/guru.css';
import '../guru/lain.css';
import './dokumen.css';

const periodik = ({ bulanAwal, bulanAkhir }: BarisAk): string =>
  bulanAwal === 1 && bulanAkhir === 12
    ? words.setahun
    : [...new Set([NAMA_BULAN[bulanAwal - 1], NAMA_BULAN[bulanAkhir - 1]])].join('–');

/** The first month that no row covers; without rows the January of this year. */
const bulanMulai = (baris: readonly Konversi[], bulanIni: string): string => {
  const akhir = baris.at(-1);
  if (!akhir) return `${bulanIni.slice(0, 4)}-01`;
  return tambahBulan(`${akhir.tahun}-${String(akhir.bulanAkhir).padStart(2, '0')}`, 1);
};

type DaftarProps = {
  readonly akumulasi: Akumulasi;
  readonly catatan: CatatanAk;
  readonly jenjang: Jenjang;
  readonly onBaris: (baris: BarisAk) => void;
};

const judulBaris = (baris: BarisAk): string => `${baris.tahun} · ${periodik(baris)}`;

/** The rows with what each earns; those of an earlier jenjang are kept, and said why they do not count. */
const Daftar = ({ akumulasi, catatan, jenjang, onBaris }: DaftarProps) => (
  <ul class="daftar">
    {catatan.awal > 0 && (
      <li>
        <ListRow title={words.awalLabel} trailing={<b>{tulisAk(catatan.awal)}</b>} />
      </li>
    )}
    {akumulasi.baris.map((baris) => (
      <li key={judulBaris(baris)}>
        <ListRow
          title={judulBaris(baris)}
          meta={words.rincian(baris)}
          trailing={<b>{tulisAk(baris.ak)}</b>}
          onClick={() => onBaris(baris)}
        />
      </li>
    ))}
    {catatan.baris
      .filter((baris) => baris.jenjang !== jenjang)
      .map((baris) => (
        <li key={judulBaris(baris)}>
          <ListRow
            title={judulBaris(baris)}
            meta={words.jenjangLain(baris.jenjang)}
            onClick={() => onBaris(baris)}
          />
        </li>
      ))}
    <li>
      <ListRow title={<b>{words.jumlah}</b>} trailing={<b>{tulisAk(catatan.awal + akumulasi.jumlah)}</b>} />
    </li>
  </ul>
);

type IsiProps = {
  readonly pegawai: Pegawai;
  readonly jenjang: Jenjang;
  readonly catatan: CatatanAk;
  readonly bulanIni: string;
};

const Isi = ({ pegawai, jenjang, catatan, bulanIni }: IsiProps) => {
  const app = useApp();
  const [buka, setBuka] = useState<BarisAk | null>(null);
  const akumulasi = akumulasiAk(catatan.baris, jenjang);
  const punya = catatan.awal + akumulasi.jumlah;
  const mulai = bulanMulai(akumulasi.baris, bulanIni);
  // Rows come from the sum with their figures: what is kept is found by year and month.
  const tanpa = (baris: BarisAk): BarisAk[] =>
    catatan.baris.filter(({ tahun, bulanAwal }) => tahun !== baris.tahun || bulanAwal !== baris.bulanAwal);
  const simpan = (ubahan: Partial<CatatanAk>, pesan: string = words.tersimpan): void => {
    setBuka(null);
    void simpanCatatanAk(app.store, { ...catatan, ...ubahan }).then(() => beriTahu(pesan));
  };
  const tahunIni = Number(bulanIni.slice(0, 4));
  const baru = { tahun: Math.min(tahunIni, Number(mulai.slice(0, 4))), bulanAwal: Number(mulai.slice(5)) };
  const ada = buka !== null && tanpa(buka).length < catatan.baris.length;
  return (
    <>
      <Terkumpul punya={punya} jenjang={jenjang} pegawai={pegawai} />
      <Section title={words.kapanNaik}>
        <Ramalan pegawai={pegawai} jenjang={jenjang} punya={punya} mulai={mulai} bulanIni={bulanIni} />
      </Section>
      <Section title={words.baris}>
        {catatan.baris.length === 0 ? (
          <EmptyState icon="target" text={words.barisKosong} />
        ) : (
          <Daftar akumulasi={akumulasi} catatan={catatan} jenjang={jenjang} onBaris={setBuka} />
        )}
        <Button
          icon="plus"
          block
          onClick={() => setBuka({ ...baru, bulanAkhir: 12, predikat: 'BAIK', jenjang })}
        >
          {words.tambah}
        </Button>
      </Section>
      <AngkaAwal jenjang={jenjang} awal={catatan.awal} onAwal={(awal) => simpan({ awal })} />
      <p class="redup">{words.sumber}</p>
      <Sheet
        open={buka !== null}
        onClose={() => setBuka(null)}
        title={ada ? words.ubahJudul : words.tambah}
        closeLabel={umum.aksi.tutup}
      >
        {buka && (
          <FormBaris
            awal={buka}
            lain={tanpa(buka)}
            tahunIni={tahunIni}
            onSimpan={(baris) => simpan({ baris: [...tanpa(buka), baris] })}
            onHapus={ada ? () => simpan({ baris: tanpa(buka) }, words.dihapus) : null}
          />
        )}
      </Sheet>
    </>
  );
};

/** Angka kredit as the teacher reckons it herself, without a network: an estimate, no PAK. */
export const AngkaKredit = () => {
  const app = useApp();
  const bulanIni = bulanDari(useHariIni().hariIni);
  const data = useLive(
    async () => ({
      pegawai: (await pegawaiOf(app.store, app.actor.id))?.content,
      catatan: await catatanAk(app.store),
    }),
    [app.store, app.actor.id],
  );
  const { pegawai, catatan } = data ?? {};
  return (
    <Page
      title={words.judul}
      bar={<TopBar title={words.judul} back={{ href: '/dokumen', label: umum.aksi.kembali }} />}
      busy={!data}
    >
      <Banner tone="info">{words.perkiraan}</Banner>
      {data && !pegawai && <EmptyState icon="user" text={words.belumAdaOrang} />}
      {pegawai && !isJenjang(pegawai.jenjang) && (
        <EmptyState icon="user" text={words.jenjangAsing(pegawai.jenjang)} />
      )}
      {pegawai && catatan && isJenjang(pegawai.jenjang) && (
        <Isi pegawai={pegawai} jenjang={pegawai.jenjang} catatan={catatan} bulanIni={bulanIni} />
      )}
    </Page>
  );
};
