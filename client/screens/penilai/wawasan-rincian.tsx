import type { SebaranRhk, TandaAwal } from '../../../shared/domain/index.ts';
import { hariTanggalPendek } from '../../i18n/format.ts';
import { wawasan as words } from '../../i18n/id/wawasan.ts';
import { ListRow, ProgressBar, Section } from '../../ui/index.ts';
import type { Wawasan } from './wawasan-model.ts';

/** Entries that one fold shows; older ones are on each teacher's own page. */
const TERBARU = 20;
/** So many without evidence are a habit of the school, not a sign of each: one line. */
const RAMAI = 3;
/** RHK that stand there before the list is unfolded. */
const RHK_TERATAS = 8;

/** The entries that a figure counts, each one tap away. */
const Entri = ({ data, ids }: { data: Wawasan; ids: readonly string[] }) => (
  <>
    <ul class="daftar-dalam">
      {ids.slice(0, TERBARU).map((id) => {
        const satu = data.entri.get(id);
        return (
          satu && (
            <li key={id}>
              <ListRow
                title={satu.content.uraian}
                meta={`${data.nama.get(satu.owner) ?? ''} · ${hariTanggalPendek(satu.content.tanggal)}`}
                href={`/kegiatan/${encodeURIComponent(id)}`}
              />
            </li>
          )
        );
      })}
    </ul>
    {ids.length > TERBARU && <p class="redup dalam">{words.lagi(ids.length - TERBARU)}</p>}
  </>
);

const SatuTanda = ({ data, tanda }: { data: Wawasan; tanda: TandaAwal }) => (
  <details class="buka baris">
    <summary>
      <span class="list-row-body">
        <span class="list-row-title">{data.orang.get(tanda.owner)}</span>
        <span class="redup">{words.tanda[tanda.jenis](tanda)}</span>
      </span>
    </summary>
    <Entri data={data} ids={tanda.entri} />
    <a class="tautan-kecil dalam" href={`/guru/${tanda.owner}`}>
      {words.lihatGuru(data.orang.get(tanda.owner) ?? '')}
    </a>
  </details>
);

/** What may be worth a talk: each sign with the entries it means. */
export const TandaTanda = ({ data }: { data: Wawasan }) => {
  const bukti = data.tanda.filter(({ jenis }) => jenis === 'tanpa_bukti');
  const ramai = bukti.length > RAMAI;
  const bicara = ramai ? data.tanda.filter(({ jenis }) => jenis !== 'tanpa_bukti') : data.tanda;
  return (
    <Section title={words.judulTanda}>
      {data.tanda.length === 0 ? (
        <p class="redup">{words.takTanda}</p>
      ) : (
        <>
          <p class="redup">{words.tandaKet}</p>
          {bicara.length > 0 && (
            <ul class="daftar">
              {bicara.map((tanda) => (
                <li key={`${tanda.owner} ${tanda.jenis}`}>
                  <SatuTanda data={data} tanda={tanda} />
                </li>
              ))}
            </ul>
          )}
          {ramai && (
            <details class="buka">
              <summary>{words.banyakTanpaBukti(bukti.length, data.orang.size)}</summary>
              <ul class="daftar">
                {bukti.map((tanda) => (
                  <li key={tanda.owner}>
                    <SatuTanda data={data} tanda={tanda} />
                  </li>
                ))}
              </ul>
            </details>
          )}
        </>
      )}
    </Section>
  );
};

const SatuRhk = ({ data, rhk, terbanyak }: { data: Wawasan; rhk: SebaranRhk; terbanyak: number }) => {
  const judul = rhk.rhk ?? words.tanpaRhk;
  const isi = (
    <span class="list-row-body">
      <span class="list-row-title tiga-baris">{judul}</span>
      <span class="redup">{words.rhkBaris(rhk)}</span>
      <ProgressBar value={rhk.jumlah} max={terbanyak} label={judul} />
    </span>
  );
  if (rhk.jumlah === 0) return <div class="list-row">{isi}</div>;
  return (
    <details class="buka baris">
      <summary>{isi}</summary>
      <Entri data={data} ids={rhk.entri} />
    </details>
  );
};

/** Where the school's work goes: every RHK with its entries, those that nobody works on too. */
export const SebaranKerja = ({ data }: { data: Wawasan }) => {
  const terbanyak = Math.max(1, ...data.rhk.map(({ jumlah }) => jumlah));
  const lain = data.rhk.slice(RHK_TERATAS);
  const baris = (rhk: SebaranRhk) => (
    <li key={rhk.rhk ?? ''}>
      <SatuRhk data={data} rhk={rhk} terbanyak={terbanyak} />
    </li>
  );
  return (
    <Section title={words.judulRhk}>
      {data.rhk.length === 0 ? (
        <p class="redup">{words.takRhk}</p>
      ) : (
        <>
          <p class="redup">{words.rhkKet}</p>
          <ul class="daftar">{data.rhk.slice(0, RHK_TERATAS).map(baris)}</ul>
          {lain.length > 0 && (
            <details class="buka">
              <summary>
                {words.rhkLain(lain.length, lain.filter(({ jumlah }) => jumlah === 0).length)}
              </summary>
              <ul class="daftar">{lain.map(baris)}</ul>
            </details>
          )}
        </>
      )}
    </Section>
  );
};
