import { berkasIcs, kodePeriode, type Tenggat, tenggatBerikut } from '../../../shared/domain/index.ts';
import { useApp } from '../../app/context.ts';
import { unduh } from '../../app/download.ts';
import { tenggat as words } from '../../i18n/id/tenggat.ts';
import { evaluasiOf, satkerOf, skpAll, useLive } from '../../store/index.ts';
import { Button, ListRow, Section } from '../../ui/index.ts';

/** The reminder comes this many days before the end; for a window of objection nearer. */
const INGATKAN = 3;

const tujuan = (satu: Tenggat): string =>
  satu.jenis === 'skp' ? `/skp?tahun=${satu.tahun}` : `/evaluasi/${kodePeriode(satu.periode)}`;

/** What is still to be done of the year, from what lies on the phone, and the same for the phone's own calendar. */
export const TenggatBerikut = ({ hariIni }: { hariIni: string }) => {
  const app = useApp();
  const { store, diri, actor } = app;
  const list = useLive(async () => {
    const [satker, skp, evaluasi] = await Promise.all([
      satkerOf(store, diri),
      skpAll(store, actor.id),
      evaluasiOf(store, actor.id),
    ]);
    return tenggatBerikut(hariIni, { satker: satker?.content ?? null, skp, evaluasi });
  }, [store, diri, actor.id, hariIni]);
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
              <li key={satu.kode}>
                <ListRow
                  title={words.nama(satu)}
                  meta={words.masa(satu, hariIni)}
                  leading="clock"
                  href={tujuan(satu)}
                />
              </li>
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
