import {
  berkasIcs,
  kodePeriode,
  type Tenggat,
  tambahHari,
  tenggatBerikut,
} from '../../../shared/domain/index.ts';
import { useApp } from '../../app/context.ts';
import { unduh } from '../../app/download.ts';
import { tenggat as words } from '../../i18n/id/tenggat.ts';
import { evaluasiOf, satkerOf, skpAll, useLive } from '../../store/index.ts';
import { Button, ListRow, Section } from '../../ui/index.ts';

/** The reminder comes this many days before the end; for a window of objection nearer. */
const INGATKAN = 3;

const tujuan = (satu: Tenggat): string =>
  satu.jenis === 'skp' ? `/skp?tahun=${satu.tahun}` : `/evaluasi/${kodePeriode(satu.periode)}`;

const useTenggat = (hariIni: string): readonly Tenggat[] | undefined => {
  const { store, diri, actor } = useApp();
  return useLive(async () => {
    const [satker, skp, evaluasi] = await Promise.all([
      satkerOf(store, diri),
      skpAll(store, actor.id),
      evaluasiOf(store, actor.id),
    ]);
    return tenggatBerikut(hariIni, { satker: satker?.content ?? null, skp, evaluasi });
  }, [store, diri, actor.id, hariIni]);
};

const Baris = ({ satu, hariIni }: { satu: Tenggat; hariIni: string }) => (
  <li>
    <ListRow title={words.nama(satu)} meta={words.masa(satu, hariIni)} leading="clock" href={tujuan(satu)} />
  </li>
);

/** Days before its end from which a deadline is named on the home screen. */
const DEKAT = 7;

/** Deadlines that end within a week, for the home screen; nothing where there is none. */
export const TenggatDekat = ({ hariIni }: { hariIni: string }) => {
  const dekat = (useTenggat(hariIni) ?? []).filter(
    ({ awal, akhir }) => awal <= hariIni && akhir <= tambahHari(hariIni, DEKAT),
  );
  if (dekat.length === 0) return null;
  return (
    <Section title={words.dekat}>
      <ul class="daftar">
        {dekat.map((satu) => (
          <Baris key={satu.kode} satu={satu} hariIni={hariIni} />
        ))}
      </ul>
    </Section>
  );
};

/** What is still to be done of the year, from what lies on the phone, and the same for the phone's own calendar. */
export const TenggatBerikut = ({ hariIni }: { hariIni: string }) => {
  const app = useApp();
  const { actor } = app;
  const list = useTenggat(hariIni);
  if (!list) return null;
  const simpan = (): void => {
    const acara = list.map((satu) => ({
      uid: `${satu.kode}.${actor.id}@e-kinerja-luring`,
      judul: words.nama(satu),
      keterangan: words.keterangan,
      awal: satu.awal,
      akhir: satu.akhir,
      ingatkan: INGATKAN,
    }));
    unduh(new Blob([berkasIcs(acara, app.clock())], { type: 'text/calendar' }), words.namaBerkas);
  };
  return (
    <Section title={words.judul}>
      {list.length === 0 ? (
        <p class="redup">{words.kosong}</p>
      ) : (
        <>
          <ul class="daftar">
            {list.map((satu) => (
              <Baris key={satu.kode} satu={satu} hariIni={hariIni} />
            ))}
          </ul>
          <Button block onClick={simpan}>
            {words.unduh}
          </Button>
          <p class="redup">{words.unduhKet}</p>
        </>
      )}
    </Section>
  );
};
