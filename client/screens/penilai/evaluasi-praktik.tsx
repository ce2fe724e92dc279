import { alurTahun, hitungDokumen } from '../../../shared/domain/index.ts';
import { useApp } from '../../app/context.ts';
import { evaluasi as words } from '../../i18n/id/evaluasi.ts';
import { type EvaluasiRow, praktikOf, satkerOf, useLive } from '../../store/index.ts';
import { ListRow } from '../../ui/index.ts';

const kata = words.penilai;

/** In the teachers' flow: how far her cycle of observation and her documents are, beside what is to be rated. */
export const BarisPraktik = ({ evaluasi }: { evaluasi: EvaluasiRow }) => {
  const app = useApp();
  const { tahun } = evaluasi.content.periode;
  const data = useLive(async () => {
    const [satker, milik] = await Promise.all([
      satkerOf(app.store, app.shard),
      praktikOf(app.store.db, evaluasi.owner, tahun),
    ]);
    return { alur: alurTahun(satker?.content ?? null, tahun), praktik: milik[0] };
  }, [app.store, app.shard, evaluasi.owner, tahun]);
  if (!data || (data.alur === 'umum' && !data.praktik)) return null;
  const { praktik } = data;
  const { lengkap, semua } = hitungDokumen(praktik?.content.dokumen ?? [], praktik?.state.dokumen);
  return (
    <ListRow
      leading="book"
      title={kata.praktik}
      meta={
        praktik ? kata.praktikKet(praktik.state.observasi !== undefined, lengkap, semua) : kata.praktikBelum
      }
      href={`/observasi?guru=${encodeURIComponent(evaluasi.owner)}`}
    />
  );
};
