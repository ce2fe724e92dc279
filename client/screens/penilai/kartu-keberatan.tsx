import type { App } from '../../app/context.ts';
import { penilai } from '../../i18n/id/penilai.ts';
import { keberatanMasuk, useLive } from '../../store/index.ts';
import { ListRow } from '../../ui/index.ts';

const words = penilai.keberatan;

/** Objections that wait for the superior of heads; nothing for everybody else. */
export const KartuKeberatan = ({ app }: { app: App }) => {
  const masuk = useLive(() => keberatanMasuk(app.store, app.shard), [app.store, app.shard]) ?? [];
  if (masuk.length === 0) return null;
  const menunggu = masuk.filter(({ evaluasi }) => !evaluasi.state.keberatan?.keputusan).length;
  return (
    <ListRow
      title={menunggu > 0 ? words.menunggu(menunggu) : words.selesai(masuk.length)}
      leading="message"
      href="/keberatan"
    />
  );
};
