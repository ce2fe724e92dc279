import { type LogHarian, type PekanSekolah, pekanBerjalan } from '../../../shared/domain/index.ts';
import { angka, persen, tanggalBulan } from '../../i18n/format.ts';
import { wawasan as words } from '../../i18n/id/wawasan.ts';
import { Section } from '../../ui/index.ts';
import { type Muatan, useTren } from './wawasan-muat.ts';
import { GambarTren } from './wawasan-tren-gambar.tsx';

const bagian = ({ terisi, hariKerja }: PekanSekolah): number | null =>
  hariKerja === 0 ? null : (terisi / hariKerja) * 100;

/** What a bar says: the share of days that are filled, or entries where no day is owed. */
const kataNilai = (pekan: PekanSekolah, log: LogHarian): string => {
  if (log === 'mati') return angka(pekan.kegiatan);
  const nilai = bagian(pekan);
  return nilai === null ? '–' : persen(nilai);
};

const Gambar = ({ pekan, log }: { pekan: readonly PekanSekolah[]; log: LogHarian }) => {
  const terbanyak = Math.max(1, ...pekan.map(({ kegiatan }) => kegiatan));
  const isi = (satu: PekanSekolah): number =>
    log === 'mati' ? satu.kegiatan / terbanyak : (bagian(satu) ?? 0) / 100;
  const [awal, akhir] = [pekan[0], pekan.at(-1)];
  if (!awal || !akhir) return null;
  const label = words.trenGambar(
    kataNilai(awal, log),
    kataNilai(akhir, log),
    tanggalBulan(awal.awal),
    tanggalBulan(akhir.awal),
  );
  const batang = pekan.map((satu) => ({
    awal: satu.awal,
    isi: isi(satu),
    berjalan: pekanBerjalan(satu),
    nilai: kataNilai(satu, log),
  }));
  return <GambarTren batang={batang} label={label} />;
};

const Tabel = ({ pekan, log }: { pekan: readonly PekanSekolah[]; log: LogHarian }) => {
  const { kolom } = words;
  const kepala =
    log === 'mati'
      ? [kolom.pekan, kolom.kegiatan]
      : [kolom.pekan, kolom.terisi, kolom.dari, kolom.bagian, kolom.tidakHadir, kolom.kegiatan];
  return (
    <details class="buka">
      <summary>{words.tabel}</summary>
      <div class="gulir">
        <table class="tabel-angka">
          <thead>
            <tr>
              {kepala.map((judul) => (
                <th key={judul} scope="col">
                  {judul}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {pekan.map((satu) => (
              <tr key={satu.awal}>
                <th scope="row">
                  {tanggalBulan(satu.awal)}
                  {pekanBerjalan(satu) && <span class="redup"> ({words.berjalan})</span>}
                </th>
                {log !== 'mati' && (
                  <>
                    <td>{angka(satu.terisi)}</td>
                    <td>{angka(satu.hariKerja)}</td>
                    <td>{kataNilai(satu, log)}</td>
                    <td>{angka(satu.tidakHadir)}</td>
                  </>
                )}
                <td>{angka(satu.kegiatan)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
};

/** Week by week: a plot, and the same as a table. */
export const Tren = ({ muatan }: { muatan: Muatan }) => {
  const pekan = useTren(muatan);
  const { log } = muatan.data;
  return (
    <Section title={words.judulTren}>
      <p class="redup">{log === 'mati' ? words.trenKetMati : words.trenKet}</p>
      {pekan && <Gambar pekan={pekan} log={log} />}
      {pekan && <Tabel pekan={pekan} log={log} />}
    </Section>
  );
};
