import { type Masukan, tulisAk } from '../../../shared/domain/index.ts';
import type { DialogKarier, RecordOf } from '../../../shared/records/index.ts';
import type { TahunSaya } from '../../app/setahun-muat.ts';
import { dialogKarier as words } from '../../i18n/id/dialog.ts';
import { evaluasi } from '../../i18n/id/evaluasi.ts';
import { setahun } from '../../i18n/id/setahun.ts';

type Entri = RecordOf<'entri'>;

/** Who speaks with whom, and when the page was made. */
export type Kepala = {
  readonly nama: string;
  readonly jabatan: string;
  readonly sekolah: string;
  readonly penilai: string | null;
  readonly hariIni: string;
};

const jumlah = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);

/** So many of each fit on one sheet. */
const RHK = 5;
const MASUKAN = 5;

const angkaTeks = ({ tahun, log }: TahunSaya): string[] => {
  const { kegiatan, disetujui, berbukti, bulan, rhk, hasil } = tahun;
  const hari = words.hariBaris(
    jumlah(bulan.map(({ terisi }) => terisi)),
    jumlah(bulan.map(({ hariKerja }) => hariKerja)),
    jumlah(bulan.map(({ tidakHadir }) => tidakHadir)),
  );
  return [
    words.angkaBaris(kegiatan, disetujui, berbukti),
    ...(log === 'mati' ? [] : [hari]),
    ...rhk
      .flatMap((satu) => (satu.rhk === null ? [] : [words.rhkBaris(satu.rhk, satu.kegiatan)]))
      .slice(0, RHK),
    ...hasil
      .filter(({ periode }) => periode.tipe === 'tahunan')
      .map(({ periode, predikat, konversi }) =>
        words.hasilBaris(
          evaluasi.periode(periode),
          evaluasi.predikat[predikat],
          konversi && tulisAk(konversi.ak),
        ),
      ),
  ];
};

const ditindak = (masukan: readonly Masukan[]): Masukan[] =>
  masukan.filter(({ cara }) => cara !== null && cara !== 'dibaca').slice(-MASUKAN);

type Isi = {
  readonly kepala: Kepala;
  readonly dialog: DialogKarier;
  readonly entri: ReadonlyMap<string, Entri>;
  readonly setahun: TahunSaya;
};

/** Chosen entries that still stand approved, each with her sentence. */
const tampil = ({ dialog, entri }: Isi) =>
  dialog.pilihan.flatMap(({ entri: id, kalimat }) => {
    const satu = entri.get(id);
    return satu && !satu.deleted && satu.state.tahap === 'DISETUJUI'
      ? [{ id, kalimat, content: satu.content }]
      : [];
  });

/** The page as plain text, for handing on. */
export const teksDialog = (isi: Isi): string => {
  const { kepala, dialog, setahun: tahun } = isi;
  const bagian = (judul: string, baris: readonly string[]): string =>
    [judul, ...baris.map((b) => `- ${b}`)].join('\n');
  return [
    [
      words.judul(dialog.tahun),
      kepala.nama,
      [kepala.jabatan, kepala.sekolah].filter(Boolean).join(' · '),
    ].join('\n'),
    bagian(
      words.kegiatanPilihan,
      tampil(isi).map(({ content, kalimat }) => [content.uraian, kalimat].filter(Boolean).join('. ')),
    ),
    bagian(words.angkaJudul, angkaTeks(tahun)),
    bagian(
      words.masukanJudul,
      ditindak(tahun.masukan).map((satu) => `${satu.teks} (${setahun.tindakan(satu)})`),
    ),
    `${words.belajar}\n${dialog.belajar}`,
  ].join('\n\n');
};

/** The page itself: on a screen as on paper. */
export const HalamanDialog = (isi: Isi) => {
  const { kepala, dialog, setahun: tahun } = isi;
  const masukan = ditindak(tahun.masukan);
  return (
    <article class="dialog-halaman">
      <header>
        <h2>{words.judul(dialog.tahun)}</h2>
        <p>
          <b>{kepala.nama}</b>
          <br />
          {[kepala.jabatan, kepala.sekolah].filter(Boolean).join(' · ')}
        </p>
        {kepala.penilai && <p class="redup">{words.penilai(kepala.penilai)}</p>}
      </header>
      <section>
        <h3>{words.kegiatanPilihan}</h3>
        {tampil(isi).length === 0 && <p class="redup">{words.belumDipilih}</p>}
        <ol>
          {tampil(isi).map(({ id, kalimat, content }) => (
            <li key={id}>
              <b>{content.uraian}</b>
              {kalimat && <p>{kalimat}</p>}
              <p class="redup">{`${words.hari(content.tanggal)} · ${content.realisasi} ${content.satuan}`}</p>
            </li>
          ))}
        </ol>
      </section>
      <section>
        <h3>{words.angkaJudul}</h3>
        <ul>
          {angkaTeks(tahun).map((baris) => (
            <li key={baris}>{baris}</li>
          ))}
        </ul>
      </section>
      <section>
        <h3>{words.masukanJudul}</h3>
        {masukan.length === 0 && <p>{words.masukanKosong}</p>}
        <ul>
          {masukan.map((satu) => (
            <li key={satu.id}>
              {setahun.kutip(satu.teks)} <span class="redup">{setahun.tindakan(satu)}</span>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h3>{words.belajar}</h3>
        <p class="apa-adanya">{dialog.belajar || words.belajarKosong}</p>
      </section>
      <footer class="redup">{words.dibuat(kepala.hariIni)}</footer>
    </article>
  );
};
