import { pekanBerjalan } from '../../../shared/domain/index.ts';
import type { SatuPantau } from '../../../shared/protocol/index.ts';
import { useApp } from '../../app/context.ts';
import { angka, tanggalBulan } from '../../i18n/format.ts';
import { wawasanSekolah as wawasan } from '../../i18n/id/wawasan.ts';
import { wilayah as words } from '../../i18n/id/wilayah.ts';
import { pegawaiAll, useLive } from '../../store/index.ts';
import { ListRow, ProgressBar, Section } from '../../ui/index.ts';
import { GambarTren } from '../penilai/wawasan-tren-gambar.tsx';
import type { RhkSekolah, TandaSekolah } from './model.ts';

/** RHK that stand there before the list is unfolded. */
const RHK_TERATAS = 8;
/** So many without evidence are a habit of the school, not a sign of each: one line. */
const RAMAI = 3;

type Tren = NonNullable<SatuPantau['tren']>;

const nilaiPekan = ({ bagian, kegiatan }: Tren[number], hanyaKegiatan: boolean): string => {
  if (hanyaKegiatan) return angka(kegiatan);
  return bagian === null ? '–' : wawasan.persen(bagian);
};

/** Week by week: a plot, and the same as a table; days that nobody owed are no part of it, and of whom is not said. */
export const TrenSekolah = ({ tren, log }: { tren: Tren; log: string }) => {
  // Where no day is owed, or too few owe one for a share to be told, the plot counts entries.
  const hanyaKegiatan = log === 'mati' || tren.every(({ bagian }) => bagian === null);
  const terbanyak = Math.max(1, ...tren.map(({ kegiatan }) => kegiatan));
  const batang = tren.map((pekan) => ({
    awal: pekan.awal,
    isi: hanyaKegiatan ? pekan.kegiatan / terbanyak : (pekan.bagian ?? 0) / 100,
    nilai: nilaiPekan(pekan, hanyaKegiatan),
    berjalan: pekanBerjalan(pekan),
  }));
  const [awal, akhir] = [batang[0], batang.at(-1)];
  if (!awal || !akhir) return null;
  const label = wawasan.trenGambar(
    awal.nilai,
    akhir.nilai,
    tanggalBulan(awal.awal),
    tanggalBulan(akhir.awal),
  );
  return (
    <Section title={wawasan.judulTren}>
      <p class="redup">{hanyaKegiatan ? wawasan.trenKetMati : wawasan.trenKet}</p>
      <GambarTren batang={batang} label={label} />
      <details class="buka">
        <summary>{wawasan.tabel}</summary>
        <div class="gulir">
          <table class="tabel-angka">
            <thead>
              <tr>
                <th scope="col">{wawasan.kolom.pekan}</th>
                {!hanyaKegiatan && <th scope="col">{wawasan.kolom.bagian}</th>}
                <th scope="col">{wawasan.kolom.kegiatan}</th>
              </tr>
            </thead>
            <tbody>
              {tren.map((pekan) => (
                <tr key={pekan.awal}>
                  <th scope="row">
                    {tanggalBulan(pekan.awal)}
                    {pekanBerjalan(pekan) && <span class="redup"> ({wawasan.berjalan})</span>}
                  </th>
                  {!hanyaKegiatan && <td>{nilaiPekan(pekan, hanyaKegiatan)}</td>}
                  <td>{angka(pekan.kegiatan)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </Section>
  );
};

const DaftarTanda = ({ tanda }: { tanda: readonly TandaSekolah[] }) => (
  <ul class="daftar">
    {tanda.map((satu) => (
      <li key={`${satu.id} ${satu.jenis}`}>
        <ListRow title={satu.nama} meta={words.tanda(satu)} />
      </li>
    ))}
  </ul>
);

/** What may be worth a talk with the head: each sign in numbers, by whom, without a word of the work. */
export const TandaSekolahIni = ({ tanda, guru }: { tanda: readonly TandaSekolah[]; guru: number }) => {
  const bukti = tanda.filter(({ jenis }) => jenis === 'tanpa_bukti');
  const ramai = bukti.length > RAMAI;
  const bicara = ramai ? tanda.filter(({ jenis }) => jenis !== 'tanpa_bukti') : tanda;
  return (
    <Section title={wawasan.judulTanda}>
      <p class="redup">{tanda.length === 0 ? wawasan.takTanda : words.tandaKet}</p>
      {bicara.length > 0 && <DaftarTanda tanda={bicara} />}
      {ramai && (
        <details class="buka">
          <summary>{wawasan.banyakTanpaBukti(bukti.length, guru)}</summary>
          <DaftarTanda tanda={bukti} />
        </details>
      )}
    </Section>
  );
};

const SatuRhk = ({ satu, terbanyak }: { satu: RhkSekolah; terbanyak: number }) => {
  const judul = satu.rhk ?? wawasan.tanpaRhk;
  const isi = (
    <span class="list-row-body">
      <span class="list-row-title tiga-baris">{judul}</span>
      <span class="redup">{wawasan.rhkBaris(satu)}</span>
      <ProgressBar value={satu.jumlah} max={terbanyak} label={judul} />
    </span>
  );
  if (satu.jumlah === 0) return <div class="list-row">{isi}</div>;
  return (
    <details class="buka baris">
      <summary>{isi}</summary>
      <ul class="daftar-dalam">
        {satu.perGuru.map(({ id, nama, jumlah }) => (
          <li key={id}>
            <ListRow title={nama} meta={words.kegiatan(jumlah)} />
          </li>
        ))}
      </ul>
    </details>
  );
};

/** Where the school's work goes: every RHK, and who works for it, by number. */
export const RhkSekolahIni = ({ rhk }: { rhk: readonly RhkSekolah[] }) => {
  const terbanyak = Math.max(1, ...rhk.map(({ jumlah }) => jumlah));
  const lain = rhk.slice(RHK_TERATAS);
  const baris = (satu: RhkSekolah) => (
    <li key={satu.rhk ?? ''}>
      <SatuRhk satu={satu} terbanyak={terbanyak} />
    </li>
  );
  return (
    <Section title={wawasan.judulRhk}>
      <p class="redup">{rhk.length === 0 ? words.takRhk : wawasan.rhkKet}</p>
      {rhk.length > 0 && <ul class="daftar">{rhk.slice(0, RHK_TERATAS).map(baris)}</ul>}
      {lain.length > 0 && (
        <details class="buka">
          <summary>{wawasan.rhkLain(lain.length, lain.filter(({ jumlah }) => jumlah === 0).length)}</summary>
          <ul class="daftar">{lain.map(baris)}</ul>
        </details>
      )}
    </Section>
  );
};

/** The heads of the school whom this phone's owner rates: from here their own work is one tap away. */
export const KepalaDinilai = ({ kepala }: { kepala: NonNullable<SatuPantau['kepala']> }) => {
  const { store, shard, peran } = useApp();
  const dinilai = useLive(
    async () => new Set((await pegawaiAll(store, shard)).map(({ owner }) => owner)),
    [store, shard],
  );
  const milik = peran === 'penilai' ? kepala.filter(({ id }) => dinilai?.has(id)) : [];
  if (milik.length === 0) return null;
  return (
    <ul class="daftar">
      {milik.map(({ id, nama }) => (
        <li key={id}>
          <ListRow leading="user" title={nama} meta={words.kerjaKepala} href={`/guru/${id}`} />
        </li>
      ))}
    </ul>
  );
};
