import { dropDraft, restoreDraft } from '../../actions/index.ts';
import { useApp } from '../../app/context.ts';
import { beriTahu } from '../../app/snackbar.ts';
import { hariTanggalPendek } from '../../i18n/format.ts';
import { catat, kegiatan as words } from '../../i18n/id/guru.ts';
import { status, umum } from '../../i18n/id/umum.ts';
import type { Draft } from '../../store/index.ts';
import { Button, StatusPill } from '../../ui/index.ts';

/** Unfinished forms: a tap goes on with one, the bin throws one away and offers it back. */
export const DaftarDraf = ({ draf }: { draf: readonly Draft[] }) => {
  const app = useApp();
  const buang = async ({ id }: Draft): Promise<void> => {
    const gone = await dropDraft(app, id);
    if (gone)
      beriTahu(catat.drafDihapus, { teks: umum.aksi.urungkan, jalan: () => void restoreDraft(app, gone) });
  };
  return (
    <ul class="daftar">
      {draf.map((one) => {
        const uraian = one.values.uraian || words.drafKosong;
        return (
          <li key={one.id} class="baris-aksi">
            <a href={`/catat/${one.id}`}>
              <span class="baris-entri-judul">{uraian}</span>
              <span class="redup">{one.values.tanggal ? hariTanggalPendek(one.values.tanggal) : ''}</span>
              <span class="baris-entri-status">
                <StatusPill tone="netral" icon="pencil-line" label={status.draf.teks} />
              </span>
            </a>
            <Button
              kind="teks"
              icon="trash"
              aria-label={words.hapusDraf(uraian)}
              onClick={() => void buang(one)}
            />
          </li>
        );
      })}
    </ul>
  );
};
